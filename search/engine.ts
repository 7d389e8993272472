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
  'consultations',
  'policies',
  'services',
  'service-chains',
  'questions',
  'proposals',
  'published-letters',
  'published-answers',
  'quarterly-notices',
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
  /**
   * Of a question with its answer, other words in which people ask it: whoever types its title or one of these wants
   * this very record. Left out for all that is no question.
   */
  alsoAsked?: readonly string[];
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
  /**
   * What the versions of one text have in common (a law of 2018 and the same law of 2024): results show them
   * as one. Null for what is no norm; see work.ts.
   */
  work: string | null;
  /** Slugs of the topics in which it stands. */
  topics: string[];
  /** Sorts of its attachments, by ending: pdf, docx, ofd. */
  fileTypes: string[];
  /** Its text in order, cut into articles or into stretches of some hundred characters (see passages.ts). */
  passages: readonly Passage[];
  /** Words that find the record but are no part of its text: interpretation text, topic names. */
  extra: string;
  /** Path of its page without a locale prefix. */
  url: string;
  hasInterpretation: boolean;
  /** Ids of the records that an interpretation explains: it stands beside them, not above them. */
  explains?: readonly string[];
};

/** A stretch of a record's text that is found and shown by itself. */
export type Passage = {
  text: string;
  /** Where it stands on the record's page, without `#`; left out where the page has no place to go to. */
  anchor?: string;
  /** What people call it: 第三十三条. */
  label?: string;
  /** Name of the attachment that holds it; left out for the record's own text. */
  file?: string;
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
  'topic',
  'hasInterpretation',
  'fileType',
] as const;

export type FacetName = (typeof FACETS)[number];

/** Chosen values of each facet: any one of a facet's values, all facets together. */
export type SearchFilters = Partial<Record<FacetName, readonly string[]>> & {
  /** First and last day of publication, YYYY-MM-DD, both included. */
  publishedFrom?: string;
  publishedTo?: string;
};

export type SearchSort = 'relevance' | 'newest' | 'oldest';

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
  /** Words of the office's own that mean the same, besides those of the dictionary. */
  synonyms?: readonly Synonyms[];
  /** Ids of records that stand first when they pass the filters, in this order, whether they match or not. */
  pinned?: readonly string[];
  /** Ids of records that are neither listed nor counted: they were withdrawn, and the index has not followed yet. */
  without?: readonly string[];
};

/** Words and expressions that find each other; one way: those after the first are found by the first alone. */
export type Synonyms = { words: readonly string[]; isOneWay?: boolean };

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
  /** From the passage that answers best. */
  snippet: Snippet;
  /** Where that passage stands; null for the record as a whole. */
  place: Pick<Passage, 'anchor' | 'label' | 'file'> | null;
  /** The typed text names this very document number. */
  isNumberMatch: boolean;
  isPinned: boolean;
  /** The other versions of the same text that were found too, the best first, at most five. */
  versions: VersionHit[];
};

export type VersionHit = Pick<
  SearchHit,
  'id' | 'collection' | 'key' | 'number' | 'publishedOn' | 'validity' | 'url'
> & { title: string };

/** The one thing that a question names by its number or its article, or that answers just this question. */
export type DirectAnswer = {
  why: 'number' | 'article' | 'question';
  hit: VersionHit;
  /** Of an article: where it stands and its text; of a question: the beginning of its answer. */
  passage: Passage | null;
};

export type FacetValue = { value: string; count: number };

export type SearchResult = {
  total: number;
  hits: SearchHit[];
  /** Counts that agree with the list: a value's count is the total when that value alone is chosen. */
  facets: Record<FacetName, FacetValue[]>;
  direct: DirectAnswer | null;
  /** Nothing held every word, so these hold some of them. */
  isRelaxed: boolean;
  /**
   * The document number that the question is and that no record bears, as it is written; what is listed then only
   * mentions it.
   */
  missingNumber: string | null;
  /** Nothing was found as typed; these answer this text instead (劳动法 for laodongfa). */
  answeredFor: string | null;
  /** Other texts that may have been meant, the likeliest first, at most three; each finds something. */
  corrections: string[];
  /** Words that were searched besides those typed, by synonym or short name. */
  searchedToo: string[];
  /** The typed text was longer than is searched. */
  isCut: boolean;
  /** Milliseconds inside the engine. */
  took: number;
};

export type Suggestion = {
  id: string;
  /** The title. */
  text: string;
  number: string | null;
  collection: SearchCollection;
  url: string;
  marks: Mark[];
};

/** A record as the index has it, to compare it with the database. */
export type IndexEntry = {
  id: string;
  title: string;
  /** Of the whole record as it was put (see digest.ts). */
  digest: string;
};

export type RebuildReason = 'missing' | 'unfinished' | 'old-format' | 'newer-format' | 'damaged';

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
  /** Records in ascending order of their ids, those after `after`, at most `limit`. */
  entries(after: string | null, limit: number): Promise<IndexEntry[]>;
  /** Digests by id, of those that are in the index. */
  digests(ids: readonly string[]): Promise<Map<string, string>>;
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

/** Too many ask at once, or this question took too long: asked again in a moment, it may be answered. */
export class SearchBusyError extends Error {
  override name = 'SearchBusyError';
}

/** The index file can't be read; the engine has reported it and asks for a rebuild. */
export class SearchIndexDamagedError extends Error {
  override name = 'SearchIndexDamagedError';
}

/**
 * Whether an error is of one of the classes above. By its name: a built portal has a copy of this module
 * for its start and others for its pages, and an error of one is no instance of another's class.
 */
export const isSearchError = (
  error: unknown,
  name: 'RebuildInProgressError' | 'SearchBusyError' | 'SearchIndexDamagedError',
): boolean => error instanceof Error && error.name === name;
