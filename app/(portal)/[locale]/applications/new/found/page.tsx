import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { Link } from '@/components/Link/Link';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import type { Locale } from '@/i18n/routing';
import { alternatesOf } from '../../../alternates';
import { columnMeta } from '../../../national-meta';
import { ForgetTab } from '../ForgetTab';

type Props = { params: Promise<{ locale: Locale }> };

export const revalidate = 3600;
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'applyForm' });
  return {
    title: t('found.title'),
    robots: { index: false },
    alternates: alternatesOf(locale, '/applications/new/found'),
    other: await columnMeta(locale, 'applications'),
  };
}

/** Somebody found what they wanted, and nobody has to wait. */
export default async function FoundPage({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations('applyForm');
  const applications = await getTranslations('applications');
  return (
    <>
      <Breadcrumbs
        items={[
          { label: applications('title'), href: '/applications' },
          { label: t('found.title') },
        ]}
      />
      <ForgetTab />
      <PageTitle title={t('found.title')} lead={t('found.text')} />
      <p>
        {t.rich('found.again', {
          search: (chunks) => <Link href="/search">{chunks}</Link>,
          apply: (chunks) => <Link href="/applications/new">{chunks}</Link>,
        })}
      </p>
    </>
  );
}
