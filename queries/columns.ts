import { cache } from 'react';
import type { DocumentItem } from '@/components/DocumentList/DocumentList';
import { standingOf, type Standing } from '@/domain/catalogue/coverage';
import type { Day } from '@/domain/workdays/days';
import { laterDay, partStock } from './column-parts';
import { findIn, scopeOf, treeOf, withoutRetired, type ColumnNode } from './column-tree';
import { documentItem } from './document-items';
import { asPublic, portal } from './portal';
import { answerPublished } from './search';

export type CountedColumn = ColumnNode & { count: number; children: CountedColumn[] };

/** The columns that are listed, in their order; a column whose parent is gone stands at the top. */
export const columnTree = async (locale: 'zh-CN' | 'en'): Promise<ColumnNode[]> =>
  withoutRetired(await wholeTree(locale));

/** Retired ones included: the address of a column stays. */
const wholeTree = cache(async (locale: 'zh-CN' | 'en'): Promise<ColumnNode[]> => {
  const payload = await portal();
  const { docs } = await payload.find({
    collection: 'columns',
    locale,
    depth: 0,
    sort: ['order', 'id'],
    pagination: false,
    select: {
      name: true,
      slug: true,
      description: true,
      parent: true,
      group: true,
      reviewDays: true,
      retired: true,
    },
    ...asPublic,
  });
  return treeOf(docs);
});

/** A column by its address with the one above it, or null; one that was retired too. */
export async function findColumn(
  slug: string,
  locale: 'zh-CN' | 'en',
): Promise<{ column: ColumnNode; parent: ColumnNode | null } | null> {
  return findIn(await wholeTree(locale), slug);
}

export type DocumentCounts = {
  total: number;
  byCategory: ReadonlyMap<string, number>;
  byColumn: ReadonlyMap<string, number>;
  byTheme: ReadonlyMap<string, number>;
};

/** Counts out of the same index that the lists are made from, so that a number and its list agree. */
export async function documentCounts(locale: 'zh-CN' | 'en'): Promise<DocumentCounts> {
  const { total, facets } = await answerPublished(
    { text: '', filters: { collection: ['documents'] }, limit: 1 },
    locale,
  );
  const mapOf = (values: readonly { value: string; count: number }[]) =>
    new Map(values.map(({ value, count }) => [value, count]));
  return {
    total,
    byCategory: mapOf(facets.category),
    byColumn: mapOf(facets.column),
    byTheme: mapOf(facets.theme),
  };
}

/**
 * The tree with counts. One document under two children counts once in their parent, so a parent
 * is asked for and not added up. What stands in a collection of its own is counted with its column.
 */
export async function countColumns(
  nodes: readonly ColumnNode[],
  counts: DocumentCounts,
  locale: 'zh-CN' | 'en',
): Promise<CountedColumn[]> {
  return Promise.all(
    nodes.map(async (node) => ({
      ...node,
      children: await countColumns(node.children, counts, locale),
      count:
        (await partStock(node, locale)).total +
        (node.children.length === 0
          ? (counts.byColumn.get(node.slug) ?? 0)
          : (await documentsIn(node, locale, 1)).total),
    })),
  );
}

/** The newest documents of a column and of all below it, with their total. */
export async function documentsIn(
  column: ColumnNode,
  locale: 'zh-CN' | 'en',
  limit: number,
): Promise<{ items: DocumentItem[]; total: number }> {
  const { hits, total } = await answerPublished(
    {
      text: '',
      filters: { collection: ['documents'], column: scopeOf(column) },
      sort: 'newest',
      limit,
      facets: false,
    },
    locale,
  );
  const items = hits.flatMap((hit) =>
    hit.collection === 'documents' ? [documentItem(hit.record, locale)] : [],
  );
  return { items, total };
}

/** Every listed column that has a renewal interval, with the day of its newest content and how it stands. */
export async function columnRenewals(locale: 'zh-CN' | 'en', today: Day): Promise<ColumnRenewal[]> {
  const flat = (nodes: readonly ColumnNode[]): ColumnNode[] =>
    nodes.flatMap((node) => [node, ...flat(node.children)]);
  return Promise.all(
    flat(await columnTree(locale)).map(async (column) => {
      const [{ items, total }, part] = await Promise.all([
        documentsIn(column, locale, 1),
        partStock(column, locale),
      ]);
      const last = laterDay(items[0]?.date, part.last);
      return { column, total: total + part.total, last, ...standingOf(column, last, today) };
    }),
  );
}

export type ColumnRenewal = Standing & { column: ColumnNode; total: number; last?: Day };
