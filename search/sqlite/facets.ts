import { FACETS, type FacetName, type FacetValue } from '../engine';
import { at, type Columns } from './columns';
import { FACET_NUMBERS, type Combos } from './combos';

/**
 * Counts of each facet's values over the documents found, most frequent first. A facet's own choice is left aside,
 * so that the other values can be chosen instead; the filters of all other facets hold. Versions of one
 * text count once for each value that any of them has.
 * @param failing see Combos.failing
 */
export function countFacets(
  slots: Int32Array,
  columns: Columns,
  combos: Combos,
  failing: Int32Array | null,
): Record<FacetName, FacetValue[]> {
  const { single, mixed } = byCombination(slots, columns, combos);
  const used: number[] = [];
  for (let combo = 1; combo < combos.end; combo += 1) if (at(single, combo)) used.push(combo);
  const entries = FACET_NUMBERS.map((facet) => {
    const others = ~(1 << facet);
    const passes = (combo: number): boolean => !failing || (at(failing, combo) & others) === 0;
    const values = combos.values[facet] as string[];
    const totals = new Int32Array(values.length);
    for (const combo of used) {
      if (!passes(combo)) continue;
      const count = at(single, combo);
      for (const value of combos.valuesOf(combo, facet)) totals[value] = at(totals, value) + count;
    }
    for (const several of mixed) {
      const held = new Set<number>();
      for (const combo of several) {
        if (passes(combo)) for (const value of combos.valuesOf(combo, facet)) held.add(value);
      }
      for (const value of held) totals[value] = at(totals, value) + 1;
    }
    const counted: FacetValue[] = [];
    values.forEach((value, n) => {
      const count = at(totals, n);
      if (count) counted.push({ value, count });
    });
    counted.sort((a, b) => b.count - a.count || compare(a.value, b.value));
    return [FACETS[facet], counted];
  });
  return Object.fromEntries(entries) as Record<FacetName, FacetValue[]>;
}

/** Documents by combination; the versions of a text that differ in theirs apart. */
function byCombination(
  slots: Int32Array,
  columns: Columns,
  combos: Combos,
): { single: Int32Array; mixed: readonly (readonly number[])[] } {
  const single = new Int32Array(combos.end);
  const first = new Int32Array(columns.highestWork + 1);
  const mixed = new Map<number, number[]>();
  for (const slot of slots) {
    const combo = at(columns.combos, slot);
    const work = at(columns.works, slot);
    const before = work ? at(first, work) : 0;
    if (!before) {
      single[combo] = at(single, combo) + 1;
      if (work) first[work] = combo;
    } else if (before !== combo) {
      const several = mixed.get(work);
      if (!several) {
        mixed.set(work, [before, combo]);
        single[before] = at(single, before) - 1;
      } else if (!several.includes(combo)) several.push(combo);
    }
  }
  return { single, mixed: [...mixed.values()] };
}

export const noFacets = (): Record<FacetName, FacetValue[]> =>
  Object.fromEntries(FACETS.map((facet) => [facet, []])) as unknown as Record<
    FacetName,
    FacetValue[]
  >;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
