import { CATEGORIES, FORMS, KINDS, labelOf, THEMES, VALIDITIES } from '@/domain/catalogue/codes';
import type { DocumentSummary } from '@/domain/open-data/records';
import type { Locale } from '@/i18n/routing';
import { messages } from '@/messages';
import { SearchBusyError, type SearchQuery } from '@/search/engine';
import type { List, ListColumn } from '@/transfer/export/lists/list';
import { readSummariesOf } from '@/transfer/export/open-data/read';
import { scopeOf } from '../column-tree';
import { findColumn } from '../columns';
import { portal } from '../portal';
import { searchOrMend, searchPublished, type Answer, type FoundHit } from '../search';
import { readAddress, writeAddress, type AddressValues } from '../search-address';
import { columnsIn, openDataWords, pageAddress } from './words';

/** The documents of the list page under the same filters, in the same order. */
export async function documentsList(values: AddressValues, locale: Locale): Promise<List> {
  const t = openDataWords(locale);
  const { filters } = readAddress(values);
  const query: SearchQuery = {
    text: '',
    filters: { ...filters, collection: ['documents'] },
    sort: 'newest',
  };
  return {
    ...(await documentRows(query, locale)),
    name: 'documents',
    title: t('lists.documents'),
    address: pageAddress(writeAddress('/documents', { filters }), locale),
    columns: documentColumns(locale),
    locale,
  } as List;
}

/** A column's documents with those of all columns below it, or null. */
export async function columnList(slug: string, locale: Locale): Promise<List | null> {
  const found = await findColumn(slug, locale);
  if (!found) return null;
  const query: SearchQuery = {
    text: '',
    filters: { collection: ['documents'], column: scopeOf(found.column) },
    sort: 'newest',
  };
  return {
    ...(await documentRows(query, locale)),
    name: slug,
    title: found.column.name,
    address: pageAddress(`/disclosure/columns/${slug}`, locale),
    columns: documentColumns(locale),
    locale,
  } as List;
}

/** What a search found, in the order of its page. */
export async function searchList(values: AddressValues, locale: Locale): Promise<List> {
  const t = openDataWords(locale);
  const { text, filters, sort } = readAddress(values);
  const query: SearchQuery = {
    text,
    filters,
    sort: sort ?? (text ? 'relevance' : 'newest'),
    snippetLength: 200,
  };
  const find = (part: SearchQuery) => searchPublished(part, locale);
  return {
    ...(await foundRows(query, find)),
    name: 'search',
    title: text ? `${t('lists.search')} ${text}` : t('lists.search'),
    address: pageAddress(writeAddress('/search', { text, filters, sort }), locale),
    columns: foundColumns(locale),
    locale,
  } as List;
}

async function documentRows(query: SearchQuery, locale: Locale) {
  const payload = await portal();
  const find = async (part: SearchQuery) => {
    const result = await searchOrMend(part);
    const keys = result.hits.map(({ key }) => key);
    const read = await readSummariesOf(payload, 'documents', keys, locale);
    const rows = keys.flatMap((key) => read.get(key) ?? []);
    return { ...result, hits: rows };
  };
  return foundRows(query, find);
}

type Found<Row> = Pick<Answer, 'total' | 'trouble'> & { hits: Row[] };

const BATCH = 100;

/**
 * Asks for the first rows at once, so that the total is known before anything is sent, and for the
 * others as they are taken. What moves to an earlier place meanwhile is given once.
 * @throws SearchBusyError when the search can't answer, also in the middle: better a file that breaks off than
 * one that looks whole
 */
async function foundRows<Row extends { id: string }>(
  query: SearchQuery,
  find: (query: SearchQuery) => Promise<Found<Row>>,
): Promise<{ total: number; rows: AsyncIterable<Row> }> {
  const ask = async (offset: number) => {
    const found = await find({ snippetLength: 1, ...query, offset, limit: BATCH, facets: false });
    if (found.trouble !== null) throw new SearchBusyError(`search is ${found.trouble}`);
    return found;
  };
  const first = await ask(0);
  async function* rows() {
    const seen = new Set<string>();
    let batch = first;
    for (let offset = 0; ;) {
      for (const row of batch.hits) {
        if (!seen.has(row.id)) yield row;
        seen.add(row.id);
      }
      offset += BATCH;
      if (offset >= first.total) return;
      batch = await ask(offset);
    }
  }
  return { total: first.total, rows: rows() };
}

function documentColumns(locale: Locale): ListColumn<DocumentSummary>[] {
  const column = columnsIn<DocumentSummary>(locale);
  return [
    column('title', 'text', 60, (row) => row.title),
    column('titleEnglish', 'text', 40, (row) => row.titleEnglish),
    column('number', 'text', 22, (row) => row.number),
    column('indexNumber', 'text', 24, (row) => row.indexNumber),
    column('agency', 'text', 28, (row) => row.agencyName ?? row.agency?.name),
    column('kind', 'text', 14, (row) => labelOf(KINDS, row.kind, locale)),
    column('themes', 'words', 28, (row) => row.themes.map((code) => labelOf(THEMES, code, locale))),
    column(
      'category',
      'text',
      28,
      (row) => row.category && labelOf(CATEGORIES, row.category, locale),
    ),
    column('keywords', 'words', 20, (row) => row.keywords),
    column('madeOn', 'day', 14, (row) => row.madeOn),
    column('effectiveOn', 'day', 14, (row) => row.effectiveOn),
    column('lapsesOn', 'day', 14, (row) => row.lapsesOn),
    column('publishedOn', 'day', 14, (row) => row.publishedOn),
    column(
      'validity',
      'text',
      12,
      (row) => row.validity && labelOf(VALIDITIES, row.validity, locale),
    ),
    column('url', 'link', 48, (row) => pageAddress(`/documents/${row.id}`, locale)),
  ];
}

function foundColumns(locale: Locale): ListColumn<FoundHit>[] {
  const column = columnsIn<FoundHit>(locale);
  return [
    column('title', 'text', 60, (hit) => hit.title.text),
    column('titleEnglish', 'text', 40, englishTitleOf),
    column('type', 'text', 14, (hit) => typeOf(hit, locale)),
    column('number', 'text', 22, (hit) => hit.number),
    column('agency', 'text', 28, (hit) => hit.agency),
    column('publishedOn', 'day', 14, (hit) => hit.publishedOn),
    column(
      'validity',
      'text',
      12,
      (hit) => hit.validity && labelOf(VALIDITIES, hit.validity, locale),
    ),
    column('passage', 'text', 80, (hit) => hit.snippet.text),
    column('place', 'text', 14, (hit) => hit.place?.label),
    column('attachment', 'text', 28, (hit) => hit.place?.file),
    column('url', 'link', 48, (hit) => {
      const anchor = hit.place?.anchor;
      return pageAddress(anchor ? `${hit.url}#${anchor}` : hit.url, locale);
    }),
  ];
}

function englishTitleOf({ collection, record }: FoundHit): string | null | undefined {
  if (collection === 'annual-reports') return record.titleEnglish;
  return 'english' in record ? record.english?.title : null;
}

function typeOf(hit: FoundHit, locale: Locale): string {
  if (hit.collection === 'documents') return labelOf(KINDS, hit.record.kind, locale);
  if (hit.collection === 'interpretations') return labelOf(FORMS, hit.record.form, locale);
  return messages[locale].search.facetValues.collection[hit.collection];
}
