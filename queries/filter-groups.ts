import type { FilterGroup } from '@/components/FilterPanel/FilterPanel';
import {
  CATEGORIES,
  KINDS,
  labelOf,
  THEMES,
  VALIDITIES,
  type Entry,
} from '@/domain/catalogue/codes';
import type { FacetName, FacetValue, SearchFilters } from '@/search/engine';
import { without, writeAddress, type SearchAddress } from './search-address';

export type FilterWords = {
  /** Names of the facets, and of values that are no catalogue codes. */
  facets: Partial<Record<FacetName | 'dates', string>>;
  values: Record<string, string>;
};

const CODES: Partial<Record<FacetName, readonly Entry[]>> = {
  kind: KINDS,
  theme: THEMES,
  category: CATEGORIES,
  validity: VALIDITIES,
};

/** Asked for less often: closed until something in them is chosen. */
const FOLDED: readonly FacetName[] = [
  'theme',
  'topic',
  'hasInterpretation',
  'fileType',
  'category',
  'column',
];

const MOST_OPTIONS = 60;

/** The filter form over counted facets; a chosen value stays even when nothing is left under it. */
export function filterGroups(
  shown: readonly FacetName[],
  facets: Partial<Record<FacetName, FacetValue[]>>,
  filters: SearchFilters,
  words: FilterWords,
  locale: string,
): FilterGroup[] {
  const groups = shown.flatMap((facet): FilterGroup[] => {
    const chosen = [...(filters[facet] ?? [])];
    const counted = facets[facet] ?? [];
    const missing = chosen.filter((value) => !counted.some((found) => found.value === value));
    const all = [...counted, ...missing.map((value) => ({ value, count: 0 }))];
    const options = (facet === 'year' ? all.sort((a, b) => b.value.localeCompare(a.value)) : all)
      .filter(({ value }, i) => i < MOST_OPTIONS || chosen.includes(value))
      .map(({ value, count }) => ({
        value,
        count,
        label: valueLabel(facet, value, words, locale),
      }));
    if (options.length === 0) return [];
    const label = words.facets[facet] ?? facet;
    const isFolded = FOLDED.includes(facet);
    return [{ kind: 'checkboxes', name: facet, label, options, chosen, isFolded }];
  });
  const dates: FilterGroup = {
    kind: 'dates',
    label: words.facets.dates ?? '',
    from: { name: 'from', value: filters.publishedFrom },
    to: { name: 'to', value: filters.publishedTo },
  };
  const open = groups.findIndex((group) => group.kind === 'checkboxes' && group.isFolded);
  return open < 0 ? [...groups, dates] : groups.toSpliced(open, 0, dates);
}

/** The chosen values as words that can be taken away one by one. */
export function chosenFilters(
  path: string,
  shown: readonly FacetName[],
  address: SearchAddress,
  words: FilterWords,
  locale: string,
): { label: string; removeHref: string }[] {
  const { filters } = address;
  const values = shown.flatMap((facet) =>
    (filters[facet] ?? []).map((value) => ({
      label: valueLabel(facet, value, words, locale),
      removeHref: writeAddress(path, {
        ...address,
        page: 1,
        filters: without(filters, facet, value),
      }),
    })),
  );
  const { publishedFrom, publishedTo } = filters;
  if (!publishedFrom && !publishedTo) return values;
  const span = `${publishedFrom ?? '…'} – ${publishedTo ?? '…'}`;
  const rest = { ...filters, publishedFrom: undefined, publishedTo: undefined };
  return [
    ...values,
    { label: span, removeHref: writeAddress(path, { ...address, page: 1, filters: rest }) },
  ];
}

function valueLabel(facet: FacetName, value: string, words: FilterWords, locale: string): string {
  const codes = CODES[facet];
  if (facet === 'fileType') return value.toUpperCase();
  if (codes) return labelOf(codes, value, locale);
  return words.values[`${facet}.${value}`] ?? value;
}
