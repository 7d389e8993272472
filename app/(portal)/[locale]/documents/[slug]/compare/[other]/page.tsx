import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { formatDate } from '@/components/DateText/format-date';
import { Link } from '@/components/Link/Link';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import type { Stated } from '@/domain/documents/compare/same-text';
import { blocksFromLexical } from '@/domain/documents/lexical';
import type { Locale } from '@/i18n/routing';
import type { Document } from '@/payload-types';
import { dayOrNothing, titleIn } from '@/queries/document-items';
import { findDocument } from '@/queries/documents';
import { relativesOf } from '@/queries/versions';
import { alternatesOf } from '../../../../alternates';
import { columnMeta } from '../../../../national-meta';
import { StatedComparison } from '../../versions/StatedComparison';

type Props = { params: Promise<{ locale: Locale; slug: string; other: string }> };

export const revalidate = 300;
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug, other } = await params;
  const [older, newer] = await openPair(slug, other, locale);
  const t = await getTranslations({ locale, namespace: 'versions' });
  return {
    title: t('documents.of', { before: nameOf(older, locale), after: nameOf(newer, locale) }),
    robots: { index: false },
    alternates: alternatesOf(locale, `/documents/${slug}/compare/${other}`),
    other: await columnMeta(locale, 'documents'),
  };
}

/** Two documents of one matter: the years of a law, or measures and those that they replaced. */
export default async function CompareDocumentsPage({ params }: Props) {
  const { locale, slug, other } = await params;
  setRequestLocale(locale);
  const [older, newer] = await openPair(slug, other, locale);
  const t = await getTranslations('versions');
  const list = await getTranslations('documents');
  const here = [older, newer].find((document) => document.slug === slug) ?? newer;
  const linkTo = (document: Document) => (
    <Link href={`/documents/${document.slug}`} lang="zh-CN">
      {nameOf(document, locale)}
    </Link>
  );
  const { title, lang } = titleIn(locale, here);
  return (
    <>
      <Breadcrumbs
        items={[
          { label: list('title'), href: '/documents' },
          { label: title, lang, href: `/documents/${here.slug}` },
          { label: t('documents.title') },
        ]}
      />
      <PageTitle
        title={t('documents.title')}
        lead={t.rich('documents.lead', { before: () => linkTo(older), after: () => linkTo(newer) })}
      />
      <StatedComparison before={statedIn(older)} after={statedIn(newer)} />
    </>
  );
}

/** The older and the newer of two published documents that are texts of one matter. */
async function openPair(
  slug: string,
  other: string,
  locale: Locale,
): Promise<[Document, Document]> {
  const [one, two] = await Promise.all([findDocument(slug, locale), findDocument(other, locale)]);
  if (!one || !two) notFound();
  const relatives = await relativesOf(one);
  // Any two documents can be compared; only those with something to say are a page.
  if (!relatives.some(({ id }) => id === two.id)) notFound();
  return (one.madeOn ?? '') <= (two.madeOn ?? '') ? [one, two] : [two, one];
}

/** 《公司法》（2018年10月26日）: two documents may bear one title. */
function nameOf({ title, number, madeOn }: Document, locale: string): string {
  const day = dayOrNothing(madeOn);
  const detail = number ?? (day && formatDate(day, locale));
  return `《${title}》${detail ? `（${detail}）` : ''}`;
}

/** Files are not compared: each document has its own. */
const statedIn = ({ title, number, body }: Document): Stated => ({
  title,
  documentNumber: number,
  body: blocksFromLexical(body),
});
