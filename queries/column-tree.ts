import type { Column } from '@/payload-types';

export type ColumnRow = Pick<Column, 'id' | 'name' | 'slug' | 'description'> &
  Partial<Pick<Column, 'group' | 'reviewDays' | 'retired'>>;

export type ColumnNode = ColumnRow & { children: ColumnNode[] };

/** A list's address holds no more values of one facet than this (search-address.ts). */
const MOST_FILTER_VALUES = 20;

/**
 * Columns of the county whose matter has a collection of its own, by their addresses: what is published there is
 * the column's too. A column that an editor adds needs no entry.
 */
export const COLUMN_COLLECTIONS = {
  'business-policies': 'policies',
  consultation: 'consultations',
  proposals: 'proposals',
} as const;

/** Rows with their parents' ids as a tree. */
export function treeOf(
  rows: readonly (ColumnRow & { parent?: Column['parent'] | string })[],
): ColumnNode[] {
  const nodes = new Map<unknown, ColumnNode>(
    rows.map(({ parent: _parent, ...row }) => [row.id, { ...row, children: [] }]),
  );
  const top: ColumnNode[] = [];
  for (const { id, parent } of rows) {
    const node = nodes.get(id);
    const above = nodes.get(typeof parent === 'object' ? parent?.id : parent);
    if (node) (above && above !== node ? above.children : top).push(node);
  }
  return top;
}

/** What is listed: a retired column is not; what is left below it stands in its place. */
export const withoutRetired = (nodes: readonly ColumnNode[]): ColumnNode[] =>
  nodes.flatMap((node) => {
    const children = withoutRetired(node.children);
    return node.retired ? children : [{ ...node, children }];
  });

/** A column of the tree by its address with the one above it, or null. */
export function findIn(
  nodes: readonly ColumnNode[],
  slug: string,
  parent: ColumnNode | null = null,
): { column: ColumnNode; parent: ColumnNode | null } | null {
  for (const column of nodes) {
    const found = column.slug === slug ? { column, parent } : findIn(column.children, slug, column);
    if (found) return found;
  }
  return null;
}

/** The first column that bears one of the names, or null. */
export function namedIn(nodes: readonly ColumnNode[], names: readonly string[]): ColumnNode | null {
  for (const node of nodes) {
    const found = names.includes(node.name) ? node : namedIn(node.children, names);
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

/** By the id of each column its own address and those of all columns above it. */
export function scopeAbove(
  rows: readonly Pick<Column, 'id' | 'slug' | 'parent'>[],
): Map<string, string[]> {
  const byId = new Map(rows.map((row) => [String(row.id), row]));
  return new Map(
    rows.map((row) => {
      const slugs: string[] = [];
      for (let at: typeof row | undefined = row; at && !slugs.includes(at.slug);) {
        slugs.push(at.slug);
        const { parent }: typeof row = at;
        at = byId.get(String(typeof parent === 'object' ? parent?.id : parent));
      }
      return [String(row.id), slugs];
    }),
  );
}
