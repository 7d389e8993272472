import type { SearchRecord } from './engine';

/** A record with the given parts; all else is empty. */
export function record(key: string, parts: Partial<SearchRecord> = {}): SearchRecord {
  const collection = parts.collection ?? 'documents';
  return {
    id: `${collection}:${key}`,
    collection,
    key,
    title: '',
    number: null,
    indexNumber: null,
    agency: null,
    agencySlug: null,
    kind: null,
    themes: [],
    category: null,
    columns: [],
    year: null,
    publishedOn: null,
    validity: 'in-force',
    body: '',
    extra: '',
    url: `/${collection}/${key}`,
    hasInterpretation: false,
    ...parts,
  };
}
