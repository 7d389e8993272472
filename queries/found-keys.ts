import type { Locale } from '@/i18n/routing';
import type { SearchCollection } from '@/search/engine';
import { searchPublished } from './search';

const MOST = 100;

/**
 * The records of a collection that a question finds, the best first, as database ids; null while the search can't
 * answer, so that the list may look through its titles instead.
 */
async function foundKeys(
  collection: SearchCollection,
  text: string,
  locale: Locale,
): Promise<string[] | null> {
  const { hits, direct, trouble } = await searchPublished(
    { text, filters: { collection: [collection] }, limit: MOST, facets: false },
    locale,
  );
  if (trouble !== null) return null;
  return [...new Set([...(direct ? [direct.hit.key] : []), ...hits.map(({ key }) => key)])];
}

/** The rows of a list that a question finds, the best first; all rows when nothing is asked. */
export async function rowsFound<Row extends { id: number | string }>(
  rows: readonly Row[],
  about: {
    collection: SearchCollection;
    text: string;
    locale: Locale;
    words: (row: Row) => string;
  },
): Promise<{ rows: readonly Row[]; isBusy: boolean }> {
  const { collection, text, locale, words } = about;
  if (text === '') return { rows, isBusy: false };
  const keys = await foundKeys(collection, text, locale);
  if (!keys) {
    const parts = text.split(/\s+/);
    return {
      rows: rows.filter((row) => parts.every((part) => words(row).includes(part))),
      isBusy: true,
    };
  }
  const known = new Map(rows.map((row) => [String(row.id), row]));
  return { rows: keys.flatMap((key) => known.get(key) ?? []), isBusy: false };
}
