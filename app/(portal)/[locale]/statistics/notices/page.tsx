import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { DocumentList } from '@/components/DocumentList/DocumentList';
import { EmptyState } from '@/components/EmptyState/EmptyState';
import { Link } from '@/components/Link/Link';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import type { Locale } from '@/i18n/routing';
import { dayOrNothing } from '@/queries/document-items';
import { agencyOfNotice, listNotices } from '@/queries/quarterly-notices';
import { alternatesOf } from '../../alternates';
import { columnMeta } from '../../national-meta';

type Props = { params: Promise<{ locale: Locale }> };

/** A safety net: every publication renews the page at once, see jobs/revalidate.ts. */
export const revalidate = 3600;
export const generateStaticParams = () => [];

const PATH = '/statistics/notices';

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'quarterlyNotices' });
  return {
    title: t('title'),
    description: t('lead'),
    alternates: alternatesOf(locale, PATH),
    other: await columnMeta(locale, 'statistics'),
  };
}

/** 季度通报, the newest first. */
export default async function NoticesPage({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations('quarterlyNotices');
  const notices = await listNotices(locale);
  return (
    <>
      <Breadcrumbs
        items={[{ label: t('statistics'), href: '/statistics' }, { label: t('title') }]}
      />
      <PageTitle title={t('title')} lead={t('lead')} />
      {notices.length > 0 ? (
        <DocumentList
          headingLevel={2}
          items={notices.map((notice) => ({
            href: `${PATH}/${notice.slug}`,
            title: notice.title,
            lang: locale === 'en' ? 'zh-CN' : undefined,
            agency: agencyOfNotice(notice)?.name,
            date: dayOrNothing(notice.publishedOn),
          }))}
        />
      ) : (
        <EmptyState title={t('empty')}>
          <p>
            {t.rich('emptyNote', {
              statistics: (chunks) => <Link href="/statistics">{chunks}</Link>,
            })}
          </p>
        </EmptyState>
      )}
    </>
  );
}
