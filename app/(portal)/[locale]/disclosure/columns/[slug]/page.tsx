import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { DocumentList } from '@/components/DocumentList/DocumentList';
import { EmptyState } from '@/components/EmptyState/EmptyState';
import { Link } from '@/components/Link/Link';
import { ListDownloads } from '@/components/ListDownloads/ListDownloads';
import { Notice } from '@/components/Notice/Notice';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import { Section } from '@/components/Section/Section';
import type { Locale } from '@/i18n/routing';
import { laterDay, partStock } from '@/queries/column-parts';
import { columnListHref } from '@/queries/column-tree';
import { countColumns, documentCounts, documentsIn, findColumn } from '@/queries/columns';
import { MOST_ROWS } from '@/transfer/export/lists/list';
import { alternatesOf } from '../../../alternates';
import { columnMeta } from '../../../national-meta';
import { CountedList } from '../../CountedList';
import styles from '../../disclosure.module.css';
import { PARTS_OF_COLUMNS } from '../../parts';
import { Renewal } from './Renewal';
import { sameNamed } from './same-named';

type Props = { params: Promise<{ locale: Locale; slug: string }> };

/** The index follows a publication by some seconds, so these counts are renewed more often. */
export const revalidate = 60;
export const generateStaticParams = () => [];

const NEWEST = 20;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params;
  const found = await findColumn(slug, locale);
  if (!found) return {};
  return {
    title: found.column.name,
    description: found.column.description ?? undefined,
    other: await columnMeta(locale, {
      name: found.column.name,
      description: found.column.description,
      keywords: [found.column.name, ...found.column.children.map(({ name }) => name)],
      type: found.column.group ?? found.parent?.name,
    }),
    alternates: alternatesOf(
      locale,
      `/disclosure/columns/${slug}`,
      `/feeds/documents/column/${slug}.atom`,
    ),
  };
}

export default async function ColumnPage({ params }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const found = await findColumn(slug, locale);
  if (!found) notFound();
  const { column, parent } = found;
  const t = await getTranslations('platform');
  const [{ items, total }, own, counts, related] = await Promise.all([
    documentsIn(column, locale, NEWEST),
    partStock(column, locale),
    documentCounts(locale),
    sameNamed(column.name, locale),
  ]);
  const children = await countColumns(column.children, counts, locale);
  const listHref = columnListHref(column);
  const part = PARTS_OF_COLUMNS[slug];
  return (
    <>
      <Breadcrumbs
        items={[
          { label: t('title'), href: '/disclosure' },
          { label: t('parts.statutory.title'), href: '/disclosure/statutory' },
          ...(parent ? [{ label: parent.name, href: `/disclosure/columns/${parent.slug}` }] : []),
          { label: column.name },
        ]}
      />
      <PageTitle title={column.name} lead={column.description} />
      {column.retired && <Notice kind="warn">{t('column.retired')}</Notice>}
      <Renewal column={column} last={laterDay(items[0]?.date, own.last)} locale={locale} />
      {part && (
        <p className={styles.ownPart}>
          <Link href={part}>{t('column.ownPart', { name: column.name })}</Link>
          {own.total > 0 && children.length === 0 && (
            <> {t('column.ownTotal', { count: own.total, documents: total })}</>
          )}
        </p>
      )}
      {related.map(({ key, href }) => (
        <p key={key} className={styles.ownPart}>
          <Link href={href}>{t(`column.${key}`, { name: column.name })}</Link>
        </p>
      ))}
      {children.length > 0 && (
        <Section title={t('column.children')} id="columns">
          <CountedList columns={children} />
        </Section>
      )}
      {total > 0 ? (
        <Section
          title={t('column.documents')}
          id="documents"
          more={listHref ? { href: listHref, label: t('column.all', { count: total }) } : undefined}
        >
          {!listHref && <p>{t('column.total', { count: total })}</p>}
          <DocumentList items={items} headingLevel={3} />
          <ListDownloads
            list={`columns/${slug}`}
            feed={`/feeds/documents/column/${slug}.atom`}
            follow={{ subject: 'column', target: slug, name: column.name }}
            total={total}
            most={MOST_ROWS}
          />
        </Section>
      ) : (
        <EmptyState title={t('column.empty')}>
          <p>{t('column.emptyText')}</p>
          <ul>
            {parent && (
              <li>
                <Link href={`/disclosure/columns/${parent.slug}`}>{parent.name}</Link>
              </li>
            )}
            <li>
              <Link href="/search">{t('column.search')}</Link>
            </li>
            <li>
              <Link href="/applications">{t('column.apply')}</Link>
            </li>
          </ul>
        </EmptyState>
      )}
    </>
  );
}
