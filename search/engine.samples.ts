import type { SearchRecord } from './engine';
import { passagesOf } from './passages';

/** A record with the given parts; all else is empty. `body` is a plain text, cut into passages. */
export function record(
  key: string,
  { body, ...parts }: Partial<SearchRecord> & { body?: string } = {},
): SearchRecord {
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
    work: null,
    topics: [],
    fileTypes: [],
    passages: passagesOf(body ?? ''),
    extra: '',
    url: `/${collection}/${key}`,
    hasInterpretation: false,
    ...parts,
  };
}
