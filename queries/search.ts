import { receiptPrefix } from '@/collections/Applications/receipt-numbers';
import { ensureIndex } from '@/jobs/index-all';
import { receiptIn } from '@/search/asked-receipt';
import {
  FACETS,
  isSearchError,
  SearchBusyError,
  type DirectAnswer,
  type SearchCollection,
  type SearchHit,
  type SearchQuery,
  type SearchResult,
} from '@/search/engine';
import { searchEngine } from '@/search/open';
import type {
  Agency,
  AnnualReport,
  Consultation,
  Document,
  Interpretation,
  Page,
  Policy,
  Proposal,
  PublishedAnswer,
  PublishedLetter,
  QuarterlyNotice,
  Question,
  Service,
  ServiceChain,
  Topic,
} from '@/payload-types';
import type { Basis } from '@/domain/questions/basis';
import { agencyNames } from './agency-names';
import { withBasis } from './question-basis';
import { portal } from './portal';
import { readPublic } from './read-public';
import { rulesFor } from './search-rules';

export type Found =
  | { collection: 'documents'; record: Document }
  | { collection: 'interpretations'; record: Interpretation }
  | { collection: 'topics'; record: Topic }
  | { collection: 'agencies'; record: Agency }
  | { collection: 'pages'; record: Page }
  | { collection: 'annual-reports'; record: AnnualReport }
  | { collection: 'consultations'; record: Consultation }
  | { collection: 'policies'; record: Policy }
  | { collection: 'services'; record: Service }
  | { collection: 'service-chains'; record: ServiceChain }
  | { collection: 'questions'; record: FoundQuestion }
  | { collection: 'proposals'; record: Proposal }
  | { collection: 'published-letters'; record: PublishedLetter }
  | { collection: 'published-answers'; record: PublishedAnswer }
  | { collection: 'quarterly-notices'; record: QuarterlyNotice };

/** With whether what it rests on still holds: an old answer is not shown as if it did. */
export type FoundQuestion = Question & { basis: Basis };

export type FoundHit = SearchHit & Found;
export type FoundDirect = DirectAnswer & Found;
export type FoundResult = Omit<Answer, 'hits' | 'direct'> & {
  hits: FoundHit[];
  direct: FoundDirect | null;
};

const TEXT = {
  title: true,
  slug: true,
  agency: true,
  publishedOn: true,
  english: { title: true },
  updatedAt: true,
} as const;

/** What a result row shows; bodies stay in the database. All of it may be read by everyone (see readPublic). */
const SELECT = {
  documents: {
    title: true,
    slug: true,
    number: true,
    agency: true,
    agencyName: true,
    kind: true,
    validity: true,
    publishedOn: true,
    english: { title: true },
    updatedAt: true,
  },
  interpretations: {
    title: true,
    slug: true,
    form: true,
    agency: true,
    publishedOn: true,
    english: { title: true },
    updatedAt: true,
  },
  topics: { title: true, slug: true, english: { title: true }, updatedAt: true },
  pages: { title: true, slug: true, kind: true, english: { title: true }, updatedAt: true },
  'annual-reports': {
    title: true,
    titleEnglish: true,
    agency: true,
    year: true,
    publishedOn: true,
    updatedAt: true,
  },
  consultations: TEXT,
  policies: TEXT,
  services: TEXT,
  'service-chains': TEXT,
  questions: { ...TEXT, sources: true },
  proposals: { ...TEXT, replyNumber: true, proposerKind: true },
  'published-letters': { ...TEXT, answeredOn: true },
  'published-answers': { ...TEXT, answeredOn: true },
  'quarterly-notices': {
    title: true,
    slug: true,
    agency: true,
    publishedOn: true,
    updatedAt: true,
  },
} as const;

/**
 * Search as the public sees it: the engine says which records and why, the database says what
 * they are now. A row of the index that the public may no longer read is dropped.
 */
export async function searchPublished(
  query: SearchQuery,
  locale: 'zh-CN' | 'en',
): Promise<FoundResult> {
  const first = await searchOrMend(query);
  const read = await readFound(namedIn(first), locale);
  const gone = namedIn(first).filter(({ collection, key }) => !read.has(`${collection}:${key}`));
  // What was withdrawn a moment ago is left out of the counts too, and its place is taken by what comes after it.
  const result = gone.length
    ? await searchOrMend({ ...query, without: gone.map(({ id }) => id) })
    : first;
  const records = gone.length ? await readFound(namedIn(result), locale) : read;
  const { direct } = result;
  const foundOf = ({ collection, key }: Pick<SearchHit, 'collection' | 'key'>) =>
    records.get(`${collection}:${key}`);
  const hits = result.hits.flatMap((hit): FoundHit[] => {
    const found = foundOf(hit);
    const versions = hit.versions.filter(foundOf);
    return found ? [{ ...hit, versions, ...found } as FoundHit] : [];
  });
  const answered = direct && foundOf(direct.hit);
  return {
    ...result,
    hits,
    direct: answered ? { ...direct, ...answered } : null,
    total: result.total - (result.hits.length - hits.length),
  };
}

const namedIn = ({ hits, direct }: Pick<SearchResult, 'hits' | 'direct'>): Named[] => [
  ...hits.flatMap((hit) => [hit, ...hit.versions]),
  ...(direct ? [direct.hit] : []),
];

type Named = Pick<SearchHit, 'id' | 'collection' | 'key'>;

/** The records that the public may read now, by `<collection>:<key>`. */
async function readFound(
  named: readonly Named[],
  locale: 'zh-CN' | 'en',
): Promise<Map<string, Found>> {
  const [payload, agencies] = await Promise.all([portal(), agencyNames(locale)]);
  const readAll = async (collection: SearchCollection): Promise<Found['record'][]> => {
    const keys = new Set(
      named.filter((hit) => hit.collection === collection).map(({ key }) => key),
    );
    if (collection === 'agencies') {
      return [...keys].flatMap((key) => (agencies.get(key) as Agency | undefined) ?? []);
    }
    const read = await readPublic(payload, collection, [...keys], SELECT[collection]);
    const found = collection === 'questions' ? await withBasis(payload, read as Question[]) : read;
    return found.map((record) =>
      'agency' in record && record.agency
        ? { ...record, agency: (agencies.get(String(record.agency)) ?? record.agency) as Agency }
        : record,
    );
  };
  const collections = [...new Set(named.map(({ collection }) => collection))];
  const lists = await Promise.all(
    collections.map(async (collection) =>
      (await readAll(collection)).map((record) => ({ collection, record }) as Found),
    ),
  );
  return new Map(lists.flat().map((found) => [`${found.collection}:${found.record.id}`, found]));
}

/**
 * As searchPublished, for what can't ask to try again: a page that is kept stays as it was, a program is told when to
 * come back.
 * @throws SearchBusyError when the search can't answer
 */
export async function answerPublished(
  query: SearchQuery,
  locale: 'zh-CN' | 'en',
): Promise<FoundResult> {
  const result = await searchPublished(query, locale);
  if (result.trouble !== null) throw new SearchBusyError(`search is ${result.trouble}`);
  return result;
}

/** As the engine answers, and why not where it could not. */
export type Answer = SearchResult & {
  /** `busy`: asked again in a moment it answers; `mending`: the index is being built, nothing is found until then. */
  trouble: 'busy' | 'mending' | null;
};

/**
 * What the engine answers by the office's own rules; an empty answer, and no error page, where it is busy or damaged. A
 * receipt number is not looked for.
 */
export async function searchOrMend(query: SearchQuery): Promise<Answer> {
  if (receiptIn(query.text, receiptPrefix())) return nothingFor(null);
  try {
    const rules = await rulesFor(query.text);
    const result = await searchEngine().search({ ...query, ...rules });
    // An index that was begun anew after damage, with nobody asking, is empty and answers without an error.
    const isMending = result.total === 0 && (await searchEngine().status()).needsRebuild !== null;
    return isMending ? mending() : { ...result, trouble: null };
  } catch (error) {
    if (isSearchError(error, 'SearchBusyError')) return nothingFor('busy');
    if (!isSearchError(error, 'SearchIndexDamagedError')) throw error;
    return mending();
  }
}

async function mending(): Promise<Answer> {
  const payload = await portal();
  ensureIndex(payload).catch((cause: unknown) => {
    payload.logger.error({ err: cause, msg: 'search index could not be built again' });
  });
  return nothingFor('mending');
}

function nothingFor(trouble: Answer['trouble']): Answer {
  const facets = Object.fromEntries(FACETS.map((facet) => [facet, []]));
  return {
    total: 0,
    hits: [],
    facets: facets as unknown as SearchResult['facets'],
    direct: null,
    missingNumber: null,
    answeredFor: null,
    corrections: [],
    searchedToo: [],
    isRelaxed: false,
    isCut: false,
    took: 0,
    trouble,
  };
}
