import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload';
import { dayOf, isDay } from '@/domain/workdays/days';
import type { SearchPin } from '@/payload-types';
import { problemOfWords, ruleKey, ruleWord } from '@/search/rule-words';
import { refuseRule } from '../SearchSynonyms/refuse-rule';

/** What an office may put first. What is one case (a letter, an answer) or stands under its year (a report, a notice) is not pinned. */
export const PINNABLE = [
  'documents',
  'interpretations',
  'topics',
  'agencies',
  'pages',
  'consultations',
  'policies',
  'services',
  'service-chains',
  'questions',
  'proposals',
] as const;

/**
 * Each question once, also among the other pins that still hold: of two, nobody could say which stands first. A
 * last day that is past is refused when it is set; one that has passed since stands.
 */
export const checkPin: CollectionBeforeChangeHook<SearchPin> = async ({
  data,
  originalDoc,
  req,
}) => {
  const today = dayOf(new Date());
  const until = dayIn(data.until);
  if (until && until < today && until !== dayIn(originalDoc?.until)) {
    refuseRule(req, 'search-pins', { path: 'until', key: 'past' });
  }
  const given: unknown = data.questions ?? originalDoc?.questions;
  // Payload takes what is no list for an empty one.
  const questions = Array.isArray(given) ? given.map(ruleWord) : [];
  const problem = problemOfWords(questions, 1);
  if (problem) refuseRule(req, 'search-pins', { path: 'questions', ...problem });
  const { docs } = await req.payload.db.find<SearchPin>({
    collection: 'search-pins',
    where: originalDoc?.id ? { id: { not_equals: originalDoc.id } } : {},
    pagination: false,
    req,
  });
  const taken = new Set(
    docs
      .filter((pin) => (dayIn(pin.until) ?? today) >= today)
      .flatMap((pin) => pin.questions.map(ruleKey)),
  );
  const word = questions.find((question) => taken.has(ruleKey(question)));
  if (word) refuseRule(req, 'search-pins', { path: 'questions', key: 'pinned', word });
  if (data.results !== undefined && !(await areThere(data.results, req))) {
    refuseRule(req, 'search-pins', { path: 'results', key: 'noRecord' });
  }
  return { ...data, questions };
};

/** Whether all are records that can be pinned; the database would only say that a key is foreign. */
async function areThere(results: unknown, req: PayloadRequest): Promise<boolean> {
  if (!Array.isArray(results) || results.length === 0) return false;
  // MongoDB throws at an id of another sort than its own.
  const idType = req.payload.db.defaultIDType === 'number' ? 'number' : 'string';
  for (const { relationTo, value } of results as Partial<SearchPin['results'][number]>[]) {
    const collection = PINNABLE.find((slug) => slug === relationTo);
    const id = typeof value === 'object' ? value?.id : value;
    if (!collection || typeof id !== idType) return false;
    const where = { id: { equals: id } };
    const { totalDocs } = await req.payload.db.count({ collection, where, req });
    if (!totalDocs) return false;
  }
  return true;
}

function dayIn(value: unknown): string | null {
  if (typeof value !== 'string' || value === '') return null;
  if (isDay(value)) return value;
  return Number.isNaN(Date.parse(value)) ? null : dayOf(value);
}
