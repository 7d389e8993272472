import type { Day } from '@/domain/workdays/days';
import { scopeOf, type ColumnNode } from './column-tree';
import { dayOrNothing } from './document-items';
import { answerPublished } from './search';

/**
 * Columns of the county whose matter has a collection of its own, by their addresses: what is published there is
 * the column's too. A column that an editor adds needs no entry.
 */
const COLLECTIONS = {
  'business-policies': 'policies',
  consultation: 'consultations',
  proposals: 'proposals',
} as const;

export type PartStock = { total: number; last?: Day };

/** How much stands in the parts of a column and of all below it, and the newest of that. */
export async function partStock(column: ColumnNode, locale: 'zh-CN' | 'en'): Promise<PartStock> {
  const collection = scopeOf(column).flatMap((slug) =>
    Object.hasOwn(COLLECTIONS, slug) ? [COLLECTIONS[slug as keyof typeof COLLECTIONS]] : [],
  );
  if (collection.length === 0) return { total: 0 };
  const { hits, total } = await answerPublished(
    { text: '', filters: { collection }, sort: 'newest', limit: 1, facets: false },
    locale,
  );
  const record = hits[0]?.record;
  const last = record && 'publishedOn' in record ? dayOrNothing(record.publishedOn) : undefined;
  return { total, last };
}

/** The later of two days, of which either may be missing. */
export const laterDay = (one: Day | undefined, other: Day | undefined): Day | undefined =>
  !one || (other && other > one) ? other : one;
