import type { CollectionBeforeChangeHook } from 'payload';
import type { SearchSynonym } from '@/payload-types';
import { problemOfWords, ruleWord } from '@/search/rule-words';
import { refuseRule } from './refuse-rule';

/** Two words at least, each once, none of them empty or a sentence. */
export const checkWords: CollectionBeforeChangeHook<SearchSynonym> = ({
  data,
  originalDoc,
  req,
}) => {
  const given: unknown = data.words ?? originalDoc?.words;
  // Payload takes what is no list for an empty one.
  const words = Array.isArray(given) ? given.map(ruleWord) : [];
  const problem = problemOfWords(words, 2);
  if (problem) refuseRule(req, 'search-synonyms', { path: 'words', ...problem });
  return { ...data, words };
};
