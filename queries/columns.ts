import { cache } from 'react';
import type { DocumentItem } from '@/components/DocumentList/DocumentList';
import type { Column } from '@/payload-types';
import { documentItem } from './document-items';
import { asPublic, portal } from './portal';
import { searchPublished } from './search';

export type ColumnNode = Pick<Column, 'id' | 'name' | 'slug' | 'description'> & {
  children: ColumnNode[];
};

export type CountedColumn = ColumnNode & { count: number; children: CountedColumn[] };

/** A list's address holds no more values of one facet than this (search-address.ts). */
const MOST_FILTER_VALUES = 20;

/** The whole tree in its order; a column whose parent is gone stands at the top. */
export const columnTree = cache(async (locale: 'zh-CN' | 'en'): Promise<ColumnNode[]> => {
  const payload = await portal();
  const { docs } = await payload.find({
    collection: 'columns',
    locale,
    depth: 0,
    sort: ['order', 'id'],
    pagination: false,
    select: { name: true, slug: true, description: true, parent: true },
    ...asPublic,
  });
  return treeOf(docs);
});

/** Rows with their parents' ids as a tree. */
export function treeOf(
  rows: readonly (Pick<Column, 'id' | 'name' | 'slug' | 'description'> & {
    parent?: Column['parent'] | string;
  })[],
): ColumnNode[] {
  const nodes = new Map<unknown, ColumnNode>(
    rows.map(({ id, name, slug, description }) => [
      id,
      { id, name, slug, description, children: [] },
    ]),
  );
  const top: ColumnNode[] = [];
  for (const { id, parent } of rows) {
    const node = nodes.get(id);
    const above = nodes.get(typeof parent === 'object' ? parent?.id : parent);
    if (node) (above && above !== node ? above.children : top).push(node);
  }
  return top;
}

/** A column by its address with the one above it, or null. */
export async function findColumn(
  slug: string,
  locale: 'zh-CN' | 'en',
): Promise<{ column: ColumnNode; parent: ColumnNode | null } | null> {
  return findIn(await columnTree(locale), slug, null);
}

function findIn(
  nodes: readonly ColumnNode[],
  slug: string,
  parent: ColumnNode | null,
): { column: ColumnNode; parent: ColumnNode | null } | null {
  for (const column of nodes) {
    const found = column.slug === slug ? { column, parent } : findIn(column.children, slug, column);
    if (found) return found;
  }
  return null;
}

/** The column itself and all below it: where a text under any of them belongs. */
export const scopeOf = (column: ColumnNode): string[] => [
  column.slug,
  ...column.children.flatMap(scopeOf),
];

/** The list of a column's documents; null where an address can't name all of its columns. */
export function columnListHref(column: ColumnNode): string | null {
  const scope = scopeOf(column);
  if (scope.length > MOST_FILTER_VALUES) return null;
  return `/documents?${scope.map((slug) => `column=${slug}`).join('&')}`;
}

export type DocumentCounts = {
  total: number;
  byCategory: ReadonlyMap<string, number>;
  byColumn: ReadonlyMap<string, number>;
};

/** Counts out of the same index that the lists are made from, so that a number and its list agree. */
export async function documentCounts(locale: 'zh-CN' | 'en'): Promise<DocumentCounts> {
  const { total, facets } = await searchPublished(
    { text: '', filters: { collection: ['documents'] }, limit: 1 },
    locale,
  );
  const mapOf = (values: readonly { value: string; count: number }[]) =>
    new Map(values.map(({ value, count }) => [value, count]));
  return { total, byCategory: mapOf(facets.category), byColumn: mapOf(facets.column) };
}

/**
 * The tree with counts. One document under two children counts once in their parent, so a parent
 * is asked for and not added up.
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
        node.children.length === 0
          ? (counts.byColumn.get(node.slug) ?? 0)
          : (await documentsIn(node, locale, 1)).total,
    })),
  );
}

/** The newest documents of a column and of all below it, with their total. */
export async function documentsIn(
  column: ColumnNode,
  locale: 'zh-CN' | 'en',
  limit: number,
): Promise<{ items: DocumentItem[]; total: number }> {
  const { hits, total } = await searchPublished(
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
