import { CATEGORIES, KINDS, THEMES, VALIDITIES } from '@/domain/catalogue/codes';
import { isDay } from '@/domain/workdays/days';
import {
  COLLECTIONS,
  FACETS,
  type FacetName,
  type SearchFilters,
  type SearchSort,
} from '@/search/engine';

/** What stands behind `?` in the address of a list or a search, as Next gives it. */
export type AddressValues = Record<string, string | string[] | undefined>;

export type SearchAddress = {
  text: string;
  filters: SearchFilters;
  sort: SearchSort | undefined;
  page: number;
};

export const MOST_PAGES = 500;

/** Nobody sees them, and they turn round the words of the page that stand beside what was typed. */
const DIRECTIONS = /\p{Bidi_Control}/gu;

const SORTS: readonly SearchSort[] = ['relevance', 'newest', 'oldest'];

/** Reads an address; what makes no sense in it is left out, so that no address gives an error page. */
export function readAddress(values: AddressValues): SearchAddress {
  const filters: SearchFilters = {};
  for (const facet of FACETS) {
    const chosen = all(values[facet]).filter((value) => isValue(facet, value));
    if (chosen.length > 0) filters[facet] = chosen.slice(0, 20);
  }
  const [from] = all(values.from).filter(isDay);
  const [to] = all(values.to).filter(isDay);
  // Two days that were typed the wrong way round are the same days.
  const isTurned = from !== undefined && to !== undefined && from > to;
  if (from) filters.publishedFrom = isTurned ? to : from;
  if (to) filters.publishedTo = isTurned ? from : to;
  const [sort] = all(values.sort);
  const page = Number(all(values.page)[0]);
  return {
    text: (all(values.q)[0] ?? '').replace(DIRECTIONS, '').trim(),
    filters,
    sort: SORTS.find((name) => name === sort),
    page: Number.isInteger(page) && page > 0 ? Math.min(page, MOST_PAGES) : 1,
  };
}

/** What stands behind `?` as Next gives it to a page, for what is no page. */
export const addressValues = (params: URLSearchParams): AddressValues =>
  Object.fromEntries([...params.keys()].map((key) => [key, params.getAll(key)]));

/** The address of the same search with other parts; `page` falls away unless it is given. */
export function writeAddress(
  path: string,
  { text, filters, sort, page }: Partial<SearchAddress>,
): string {
  const params = new URLSearchParams();
  if (text) params.set('q', text);
  for (const facet of FACETS) {
    for (const value of filters?.[facet] ?? []) params.append(facet, value);
  }
  if (filters?.publishedFrom) params.set('from', filters.publishedFrom);
  if (filters?.publishedTo) params.set('to', filters.publishedTo);
  if (sort) params.set('sort', sort);
  if (page && page > 1) params.set('page', String(page));
  const query = params.toString();
  return query ? `${path}?${query}` : path;
}

/** The filters without one value of a facet. */
export function without(filters: SearchFilters, facet: FacetName, value: string): SearchFilters {
  const left = filters[facet]?.filter((chosen) => chosen !== value) ?? [];
  return { ...filters, [facet]: left.length > 0 ? left : undefined };
}

/** Of what the codes are known: a page has no word for another. */
const CODES: Partial<Record<FacetName, readonly string[]>> = {
  collection: COLLECTIONS,
  kind: KINDS.map(({ code }) => code),
  theme: THEMES.map(({ code }) => code),
  category: CATEGORIES.map(({ code }) => code),
  validity: VALIDITIES.map(({ code }) => code),
  hasInterpretation: ['yes', 'no'],
};
const SHAPES: Partial<Record<FacetName, RegExp>> = {
  year: /^\d{4}$/,
  fileType: /^[a-z0-9]{1,10}$/,
};

function isValue(facet: FacetName, value: string): boolean {
  const codes = CODES[facet];
  return codes ? codes.includes(value) : (SHAPES[facet] ?? /./).test(value);
}

const all = (value: string | string[] | undefined): string[] =>
  value === undefined ? [] : [value].flat();
