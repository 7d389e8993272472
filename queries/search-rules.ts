import { dayOf, type Day } from '@/domain/workdays/days';
import type { SearchPin, SearchSynonym } from '@/payload-types';
import type { SearchQuery, Synonyms } from '@/search/engine';
import { recordId } from '@/search/record';
import { ruleKey } from '@/search/rule-words';
import { keptRules } from './kept-rules';
import { portal } from './portal';

/** More than an office will ever lay down; what is beyond is not read. */
const MOST = 2_000;

type Rules = {
  synonyms: { keys: readonly string[]; rule: Synonyms }[];
  pins: { questions: ReadonlySet<string>; results: readonly string[]; until: Day | null }[];
};

/**
 * What the office has laid down for a question: its own words that mean the same, and the records that stand first.
 * They are read past access control, for nobody sees them; the pinned records are read again as the public reads.
 */
export async function rulesFor(
  question: string,
  today: Day = dayOf(new Date()),
): Promise<Required<Pick<SearchQuery, 'synonyms' | 'pinned'>>> {
  const asked = ruleKey(question);
  if (asked === '') return { synonyms: [], pinned: [] };
  const { synonyms, pins } = await keptRules(readRules);
  return {
    synonyms: synonyms
      .filter(({ keys, rule }) =>
        (rule.isOneWay ? keys.slice(0, 1) : keys).some((key) => asked.includes(key)),
      )
      .map(({ rule }) => rule),
    pinned: [
      ...new Set(
        pins
          .filter(({ questions, until }) => questions.has(asked) && (!until || until >= today))
          .flatMap(({ results }) => results),
      ),
    ],
  };
}

async function readRules(): Promise<Rules> {
  const payload = await portal();
  const all = { where: {}, sort: '-updatedAt', limit: MOST, pagination: false } as const;
  const [synonyms, pins] = await Promise.all([
    payload.db.find<SearchSynonym>({ collection: 'search-synonyms', ...all }),
    payload.db.find<SearchPin>({ collection: 'search-pins', ...all }),
  ]);
  return {
    synonyms: synonyms.docs.map(({ words, isOneWay }) => ({
      keys: words.map(ruleKey),
      rule: { words, ...(isOneWay && { isOneWay }) },
    })),
    pins: pins.docs.map(({ questions, results, until }) => ({
      questions: new Set(questions.map(ruleKey)),
      results: results.map(({ relationTo, value }) =>
        recordId(relationTo, typeof value === 'object' ? value.id : value),
      ),
      until: until ? dayOf(until) : null,
    })),
  };
}
