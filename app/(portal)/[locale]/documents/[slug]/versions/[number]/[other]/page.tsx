import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { formatDate } from '@/components/DateText/format-date';
import { Link } from '@/components/Link/Link';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import type { Locale } from '@/i18n/routing';
import { alternatesOf } from '../../../../../alternates';
import { columnMeta } from '../../../../../national-meta';
import { openVersions, versionAt } from '../../open';
import { StatedComparison } from '../../StatedComparison';

type Props = { params: Promise<{ locale: Locale; slug: string; number: string; other: string }> };

export const revalidate = 300;
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug, number, other } = await params;
  const { versions } = await openVersions(slug, locale);
  const [from, to] = [versionAt(versions, number), versionAt(versions, other)];
  const t = await getTranslations({ locale, namespace: 'versions' });
  return {
    title: t('pairOf', { from: from.number, to: to.number, title: to.title }),
    robots: { index: false },
    alternates: alternatesOf(locale, `/documents/${slug}/versions/${number}/${other}`),
    other: await columnMeta(locale, 'documents'),
  };
}

/** Two versions of one document, the older first in the address. */
export default async function ComparePage({ params }: Props) {
  const { locale, slug, number, other } = await params;
  setRequestLocale(locale);
  const { document, versions, crumbs } = await openVersions(slug, locale);
  const [from, to] = [versionAt(versions, number), versionAt(versions, other)];
  if (from.number >= to.number) notFound();
  const t = await getTranslations('versions');
  const path = `/documents/${document.slug}`;
  const title = t('pairTitle', { from: from.number, to: to.number });
  const hrefOf = (version: typeof from) =>
    version.isCurrent ? path : `${path}/versions/${version.number}`;
  return (
    <>
      <Breadcrumbs
        items={[...crumbs, { label: t('title'), href: `${path}/versions` }, { label: title }]}
      />
      <PageTitle
        title={title}
        lead={t.rich('pairLead', {
          from: from.number,
          to: to.number,
          fromDate: formatDate(from.day, locale),
          toDate: formatDate(to.day, locale),
          before: (chunks) => <Link href={hrefOf(from)}>{chunks}</Link>,
          after: (chunks) => <Link href={hrefOf(to)}>{chunks}</Link>,
        })}
      />
      <StatedComparison
        before={from}
        after={to}
        note={to.note && t.rich('note', { note: () => <span lang="zh-CN">{to.note}</span> })}
      />
    </>
  );
}
