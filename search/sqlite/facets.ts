import { FACETS, type FacetName, type FacetValue, type SearchFilters } from '../engine';
import type { Combo } from './row';

export type ComboCount = { combo: Combo; id: number; count: number };

/** Whether a combination passes the filters; those of one facet can be left aside. */
export function passes(combo: Combo, filters: SearchFilters, aside?: FacetName): boolean {
  return FACETS.every((facet) => {
    const wanted = filters[facet];
    if (facet === aside || !wanted?.length) return true;
    return valuesOf(combo, facet).some((value) => wanted.includes(value));
  });
}

/**
 * Counts of each facet's values, most frequent first. A facet's own choice is left aside, so that
 * the other values can be chosen instead; the filters of all other facets hold.
 */
export function countFacets(
  counts: readonly ComboCount[],
  filters: SearchFilters,
): Record<FacetName, FacetValue[]> {
  const entries = FACETS.map((facet) => {
    const totals = new Map<string, number>();
    for (const { combo, count } of counts) {
      if (!passes(combo, filters, facet)) continue;
      for (const value of valuesOf(combo, facet)) {
        totals.set(value, (totals.get(value) ?? 0) + count);
      }
    }
    const values = [...totals].map(([value, count]) => ({ value, count }));
    return [facet, values.sort((a, b) => b.count - a.count || compare(a.value, b.value))];
  });
  return Object.fromEntries(entries) as Record<FacetName, FacetValue[]>;
}

export const noFacets = (): Record<FacetName, FacetValue[]> =>
  Object.fromEntries(FACETS.map((facet) => [facet, []])) as unknown as Record<
    FacetName,
    FacetValue[]
  >;

function valuesOf(combo: Combo, facet: FacetName): readonly string[] {
  const value = combo[facet];
  if (Array.isArray(value)) return value;
  return value === null ? [] : [value];
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
