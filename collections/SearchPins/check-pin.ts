import type { CollectionBeforeChangeHook } from 'payload';
import { dayOf, isDay } from '@/domain/workdays/days';
import type { SearchPin } from '@/payload-types';
import { problemOfWords, ruleKey, ruleWord } from '@/search/rule-words';
import { refuseRule } from '../SearchSynonyms/refuse-rule';

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
  return { ...data, questions };
};

function dayIn(value: unknown): string | null {
  if (typeof value !== 'string' || value === '') return null;
  if (isDay(value)) return value;
  return Number.isNaN(Date.parse(value)) ? null : dayOf(value);
}
