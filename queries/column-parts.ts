import type { Day } from '@/domain/workdays/days';
import { COLUMN_COLLECTIONS, scopeOf, type ColumnNode } from './column-tree';
import { dayOrNothing } from './document-items';
import { answerPublished } from './search';

export type PartStock = { total: number; last?: Day };

/** How much stands in the parts of a column and of all below it, and the newest of that. */
export async function partStock(column: ColumnNode, locale: 'zh-CN' | 'en'): Promise<PartStock> {
  const collection = scopeOf(column).flatMap((slug) =>
    Object.hasOwn(COLUMN_COLLECTIONS, slug)
      ? [COLUMN_COLLECTIONS[slug as keyof typeof COLUMN_COLLECTIONS]]
      : [],
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
