import { FACETS, type FacetName, type SearchFilters } from '@/search/engine';
import { searchOrMend } from './search';
import type { SearchAddress } from './search-address';

export type WiderSearch = {
  /** What is left away. */
  without: FacetName | 'dates' | 'all';
  filters: SearchFilters;
  total: number;
};

const MOST_TRIED = 5;

/**
 * Which filter stands between a question and its answers: the same search without each of them, and
 * without all, as far as that finds something.
 */
export async function widerSearches({ text, filters }: SearchAddress): Promise<WiderSearch[]> {
  const { publishedFrom, publishedTo, ...facets } = filters;
  const tries: Omit<WiderSearch, 'total'>[] = FACETS.filter((facet) => facets[facet]).map(
    (facet) => ({ without: facet, filters: { ...filters, [facet]: undefined } }),
  );
  if (publishedFrom ?? publishedTo) tries.push({ without: 'dates', filters: facets });
  const chosen = tries.slice(0, MOST_TRIED);
  if (tries.length > 1) chosen.push({ without: 'all', filters: {} });
  const found = await Promise.all(
    chosen.map(async (one) => {
      const query = { text, filters: one.filters, limit: 1, facets: false };
      return { ...one, total: (await searchOrMend(query)).total };
    }),
  );
  return found.filter(({ total }) => total > 0);
}
