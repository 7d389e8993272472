import { ensureIndex } from '@/jobs/index-all';
import {
  FACETS,
  SearchIndexDamagedError,
  type SearchHit,
  type SearchQuery,
  type SearchResult,
} from '@/search/engine';
import { searchEngine } from '@/search/open';
import type { Agency, AnnualReport, Document, Interpretation, Page, Topic } from '@/payload-types';
import { asPublic, portal } from './portal';

type Found =
  | { collection: 'documents'; record: Document }
  | { collection: 'interpretations'; record: Interpretation }
  | { collection: 'topics'; record: Topic }
  | { collection: 'agencies'; record: Agency }
  | { collection: 'pages'; record: Page }
  | { collection: 'annual-reports'; record: AnnualReport };

export type FoundHit = SearchHit & Found;

/** What a result row shows; bodies stay in the database. */
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
  },
  interpretations: {
    title: true,
    slug: true,
    form: true,
    agency: true,
    documents: true,
    publishedOn: true,
    summary: true,
    english: true,
  },
  topics: { title: true, slug: true, summary: true, english: true },
  agencies: { name: true, slug: true, kind: true },
  pages: { title: true, slug: true, kind: true, english: { title: true } },
  'annual-reports': {
    title: true,
    titleEnglish: true,
    agency: true,
    year: true,
    publishedOn: true,
  },
} as const;

const POPULATE = {
  agencies: { name: true, shortName: true, slug: true },
  documents: { title: true, slug: true, validity: true, english: { title: true } },
} as const;

/**
 * Search as the public sees it: the engine says which records and why, the database says what
 * they are now. A row of the index that the public may no longer read is dropped.
 */
export async function searchPublished(
  query: SearchQuery,
  locale: 'zh-CN' | 'en',
): Promise<Omit<SearchResult, 'hits'> & { hits: FoundHit[] }> {
  const result = await searchOrMend(query);
  const records = new Map<string, Found>();
  const collections = [...new Set(result.hits.map(({ collection }) => collection))];
  const payload = await portal();
  await Promise.all(
    collections.map(async (collection) => {
      const keys = result.hits.filter((hit) => hit.collection === collection).map(({ key }) => key);
      const { docs } = await payload.find({
        collection,
        where: { id: { in: keys } },
        limit: keys.length,
        pagination: false,
        depth: 1,
        locale,
        select: SELECT[collection] as never,
        populate: POPULATE as never,
        ...asPublic,
      });
      for (const record of docs as Found['record'][]) {
        records.set(`${collection}:${record.id}`, { collection, record } as unknown as Found);
      }
    }),
  );
  const hits = result.hits.flatMap((hit): FoundHit[] => {
    const found = records.get(`${hit.collection}:${hit.key}`);
    return found ? [{ ...hit, ...found } as FoundHit] : [];
  });
  return { ...result, hits, total: result.total - (result.hits.length - hits.length) };
}

/** A damaged index is built again in the background; until then people find nothing, and no error page. */
export async function searchOrMend(query: SearchQuery): Promise<SearchResult> {
  try {
    return await searchEngine().search(query);
  } catch (error) {
    if (!(error instanceof SearchIndexDamagedError)) throw error;
    const payload = await portal();
    ensureIndex(payload).catch((cause: unknown) => {
      payload.logger.error({ err: cause, msg: 'search index could not be built again' });
    });
    const facets = Object.fromEntries(FACETS.map((facet) => [facet, []]));
    return {
      total: 0,
      hits: [],
      facets: facets as unknown as SearchResult['facets'],
      direct: null,
      answeredFor: null,
      corrections: [],
      searchedToo: [],
      isRelaxed: false,
      isCut: false,
      took: 0,
    };
  }
}
