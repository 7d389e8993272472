import type { FilterGroup } from '@/components/FilterPanel/FilterPanel';
import type { AddressValues } from './search-address';

/** Something by which a list is filtered; a row may have several of its values, or none. */
export type ListFacet<Row> = {
  /** As in the address. */
  name: string;
  label: string;
  valuesOf: (row: Row) => readonly string[];
  labelOf: (value: string) => string;
  isFolded?: boolean;
  /** In which order its values stand; by their number, the most first, when left out. */
  order?: (a: string, b: string) => number;
};

export type Chosen = Readonly<Record<string, readonly string[]>>;
export type ListAddress = { text: string; chosen: Chosen; page: number };
export type Counted = Readonly<Record<string, readonly { value: string; count: number }[]>>;

const MOST_CHOSEN = 20;
const MOST_PAGE = 10_000;

/** Reads an address; what makes no sense in it is left out, so that no address gives an error page. */
export function readListAddress(
  values: AddressValues,
  facets: readonly { name: string }[],
): ListAddress {
  const all = (name: string) => [values[name] ?? []].flat().filter((value) => value !== '');
  const page = Number(all('page')[0]);
  return {
    text: (all('q')[0] ?? '')
      .replace(/\p{Bidi_Control}/gu, '')
      .trim()
      .slice(0, 200),
    chosen: Object.fromEntries(
      facets.flatMap(({ name }) => {
        const chosen = [...new Set(all(name))].slice(0, MOST_CHOSEN);
        return chosen.length ? [[name, chosen]] : [];
      }),
    ),
    page: Number.isInteger(page) && page > 0 ? Math.min(page, MOST_PAGE) : 1,
  };
}

/** The address of a list with other parts; page 1 is not written. */
export function writeListAddress(
  path: string,
  { text, chosen = {}, page = 1 }: Partial<ListAddress>,
): string {
  const params = new URLSearchParams();
  if (text) params.set('q', text);
  for (const [name, values] of Object.entries(chosen))
    for (const value of values) params.append(name, value);
  if (page > 1) params.set('page', String(page));
  return params.size > 0 ? `${path}?${params}` : path;
}

/**
 * The rows that pass: any one of a facet's chosen values, all facets together. A value's count is the number of rows
 * that there are when it alone is chosen of its facet.
 */
export function faceted<Row>(
  rows: readonly Row[],
  facets: readonly ListFacet<Row>[],
  chosen: Chosen,
): { rows: Row[]; counted: Counted } {
  const passes = (row: Row, { name, valuesOf }: ListFacet<Row>): boolean => {
    const wanted = chosen[name];
    return !wanted?.length || valuesOf(row).some((value) => wanted.includes(value));
  };
  const counted = facets.map((facet) => {
    const counts = new Map<string, number>();
    const others = facets.filter((other) => other !== facet);
    for (const row of rows) {
      if (!others.every((other) => passes(row, other))) continue;
      for (const value of new Set(facet.valuesOf(row)))
        counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    for (const value of chosen[facet.name] ?? []) if (!counts.has(value)) counts.set(value, 0);
    const { order } = facet;
    const list = [...counts].map(([value, count]) => ({ value, count }));
    return [
      facet.name,
      list.sort((a, b) =>
        order ? order(a.value, b.value) : b.count - a.count || a.value.localeCompare(b.value),
      ),
    ] as const;
  });
  return {
    rows: rows.filter((row) => facets.every((facet) => passes(row, facet))),
    counted: Object.fromEntries(counted),
  };
}

/** The filter form over counted facets. */
export const facetGroups = <Row>(
  facets: readonly ListFacet<Row>[],
  counted: Counted,
  chosen: Chosen,
): FilterGroup[] =>
  facets.flatMap(({ name, label, labelOf, isFolded }): FilterGroup[] => {
    const options = (counted[name] ?? []).map((one) => ({ ...one, label: labelOf(one.value) }));
    if (options.length === 0) return [];
    return [
      { kind: 'checkboxes', name, label, options, chosen: [...(chosen[name] ?? [])], isFolded },
    ];
  });

/** The chosen values as words that can be taken away one by one. */
export const chosenItems = <Row>(
  path: string,
  facets: readonly ListFacet<Row>[],
  { text, chosen }: ListAddress,
): { label: string; removeHref: string }[] =>
  facets.flatMap(({ name, labelOf }) =>
    (chosen[name] ?? []).map((value) => ({
      label: labelOf(value),
      removeHref: writeListAddress(path, {
        text,
        chosen: {
          ...chosen,
          [name]: (chosen[name] ?? []).filter((other) => other !== value),
        },
      }),
    })),
  );

/** Codes in the order of their list. */
export const inOrderOf =
  (entries: readonly { code: string }[]) =>
  (a: string, b: string): number => {
    const at = (value: string) => entries.findIndex(({ code }) => code === value);
    return at(a) - at(b);
  };
