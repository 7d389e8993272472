import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { DocumentList } from '@/components/DocumentList/DocumentList';
import { EmptyState } from '@/components/EmptyState/EmptyState';
import { Link } from '@/components/Link/Link';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import { Pagination } from '@/components/Pagination/Pagination';
import type { Locale } from '@/i18n/routing';
import { CITED_BY_PER_PAGE, citedBy } from '@/queries/citations';
import { documentItem, titleIn } from '@/queries/document-items';
import { findDocument } from '@/queries/documents';
import { columnMeta } from '../../../national-meta';

type Props = {
  params: Promise<{ locale: Locale; slug: string }>;
  searchParams: Promise<{ page?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params;
  const document = await findDocument(slug, locale);
  if (!document) return {};
  const t = await getTranslations({ locale, namespace: 'citations' });
  const path = `/documents/${document.slug}/cited-by`;
  return {
    title: t('pageTitle', { title: titleIn(locale, document).title }),
    alternates: {
      canonical: locale === 'en' ? `/en${path}` : path,
      languages: { 'zh-CN': path, en: `/en${path}` },
    },
    other: await columnMeta(locale, 'documents'),
  };
}

/** All published documents whose texts cite one, the newest first. */
export default async function CitedByPage({ params, searchParams }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const document = await findDocument(slug, locale);
  if (!document) notFound();
  const t = await getTranslations('citations');
  const documents = await getTranslations('documents');
  const page = pageOf((await searchParams).page);
  const { items, total } = await citedBy(document.id, locale, page);
  if (page > 1 && items.length === 0) notFound();
  const { title, lang } = titleIn(locale, document);
  const address = `/documents/${document.slug}`;
  return (
    <>
      <Breadcrumbs
        items={[
          { label: documents('title'), href: '/documents' },
          { label: title, href: address, lang },
        ]}
      />
      <PageTitle title={t('citedBy')} lead={t('citedByLead')} />
      <p>
        <Link href={address} lang={lang}>
          {title}
        </Link>
      </p>
      {total === 0 ? (
        <EmptyState title={t('none')} />
      ) : (
        <DocumentList items={items.map((one) => documentItem(one, locale))} headingLevel={2} />
      )}
      <Pagination
        page={page}
        perPage={CITED_BY_PER_PAGE}
        total={total}
        hrefFor={(n) => `${address}/cited-by${n > 1 ? `?page=${n}` : ''}`}
      />
    </>
  );
}

/** What is no page number is the first page. */
function pageOf(value: string | string[] | undefined): number {
  const page = typeof value === 'string' && /^[1-9]\d{0,5}$/.test(value) ? Number(value) : 1;
  return page;
}
