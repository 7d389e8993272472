/**
 * What the portal asks of a search engine. The embedded engine (sqlite/) is one answer;
 * a cluster behind the same interface has to pass engine.contract.ts unchanged.
 * Methods are asynchronous so that an engine may run in another thread or on another machine.
 */

export const COLLECTIONS = [
  'documents',
  'interpretations',
  'topics',
  'agencies',
  'pages',
  'annual-reports',
] as const;

export type SearchCollection = (typeof COLLECTIONS)[number];

export type Validity = 'in-force' | 'not-yet' | 'amended' | 'lapsed' | 'repealed';

/** One published record as search sees it. Texts are plain; codes are the catalogue's codes. */
export type SearchRecord = {
  /** `<collection>:<slug>`: stable across rebuilds and databases. */
  id: string;
  collection: SearchCollection;
  /** The database id, as text, so that results can be re-read under access control. */
  key: string;
  title: string;
  /** Document number as published, e.g. 国发〔2019〕5号. */
  number: string | null;
  indexNumber: string | null;
  /** Name of the issuing agency, Chinese. */
  agency: string | null;
  /** Slug of the agency's own page; null for issuers outside the county. */
  agencySlug: string | null;
  kind: string | null;
  themes: string[];
  category: string | null;
  /** Slugs of the columns in which it is listed. */
  columns: string[];
  year: number | null;
  /** YYYY-MM-DD, a day in Asia/Shanghai. */
  publishedOn: string | null;
  validity: Validity | null;
  body: string;
  /** Words that find the record but are no part of its body: interpretation text, topic names. */
  extra: string;
  /** Path of its page without a locale prefix. */
  url: string;
  hasInterpretation: boolean;
};

export const FACETS = [
  'collection',
  'kind',
  'theme',
  'agency',
  'year',
  'validity',
  'category',
  'column',
  'hasInterpretation',
] as const;

export type FacetName = (typeof FACETS)[number];

/** Chosen values of each facet: any one of a facet's values, all facets together. */
export type SearchFilters = Partial<Record<FacetName, readonly string[]>> & {
  /** First and last day of publication, YYYY-MM-DD, both included. */
  publishedFrom?: string;
  publishedTo?: string;
};

export type SearchSort = 'relevance' | 'newest';

export type SearchQuery = {
  /** What a person typed. Empty lists everything that passes the filters. */
  text: string;
  filters?: SearchFilters;
  sort?: SearchSort;
  offset?: number;
  /** 1–100, 20 when left out. */
  limit?: number;
  /** False leaves the facets uncounted. */
  facets?: boolean;
  /** Length of a snippet in characters, about; 120 when left out. */
  snippetLength?: number;
};

/** Half-open range [start, end) in UTF-16 units of the text it belongs to. */
export type Mark = [start: number, end: number];

export type MarkedText = { text: string; marks: Mark[] };

export type Snippet = MarkedText & {
  /** Whether the body goes on before and after. */
  cutBefore: boolean;
  cutAfter: boolean;
};

export type SearchHit = {
  id: string;
  score: number;
  collection: SearchCollection;
  key: string;
  title: MarkedText;
  number: string | null;
  agency: string | null;
  kind: string | null;
  publishedOn: string | null;
  validity: Validity | null;
  url: string;
  snippet: Snippet;
  /** The typed text names this very document number. */
  isNumberMatch: boolean;
};

export type FacetValue = { value: string; count: number };

export type SearchResult = {
  total: number;
  hits: SearchHit[];
  /** Counts that agree with the list: a value's count is the total when that value alone is chosen. */
  facets: Record<FacetName, FacetValue[]>;
  /** Nothing held every word, so these hold some of them. */
  isRelaxed: boolean;
  /** The typed text was longer than is searched. */
  isCut: boolean;
  /** Milliseconds inside the engine. */
  took: number;
};

export type Suggestion = {
  id: string;
  text: string;
  collection: SearchCollection;
  url: string;
  marks: Mark[];
};

export type RebuildReason = 'missing' | 'unfinished' | 'old-format' | 'damaged';

export type EngineStatus = {
  records: number;
  /** Why the index has to be built again from the database; null when it is whole. */
  needsRebuild: RebuildReason | null;
};

export type RebuildOptions = {
  onProgress?: (done: number) => void;
  signal?: AbortSignal;
};

export interface SearchEngine {
  /** Adds records, replacing those with the same id. All or none of one call. */
  put(records: readonly SearchRecord[]): Promise<void>;
  /** Ids that are not there are passed over. */
  remove(ids: readonly string[]): Promise<void>;
  search(query: SearchQuery): Promise<SearchResult>;
  /** Titles that hold the typed text, titles that begin with it first. */
  suggest(prefix: string, limit?: number): Promise<Suggestion[]>;
  /** Ids in the index, of one collection or of all: to compare it with the database. */
  ids(collection?: SearchCollection): Promise<string[]>;
  status(): Promise<EngineStatus>;
  /**
   * Builds from the source beside the live index and swaps when done. Searches are answered
   * from the old index until then; put and remove during the build are kept.
   * @returns the number of records read from the source
   * @throws RebuildInProgressError when another build of the same index runs
   */
  rebuild(source: AsyncIterable<SearchRecord>, options?: RebuildOptions): Promise<number>;
  close(): Promise<void>;
}

export class RebuildInProgressError extends Error {
  override name = 'RebuildInProgressError';
}

/** The index file can't be read; the engine has reported it and asks for a rebuild. */
export class SearchIndexDamagedError extends Error {
  override name = 'SearchIndexDamagedError';
}
