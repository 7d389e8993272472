import { fold } from './normalise';

/** A longer one is a sentence, and nobody types it. */
const MOST_CHARACTERS = 30;

/** In what two spellings of a word or question are the same: blanks, width and case do not count. */
export const ruleKey = (text: string): string => fold(text.normalize('NFKC')).replace(/\s+/g, '');

/** A word as a rule keeps it; what is no text is none. */
export const ruleWord = (value: unknown): string =>
  typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : '';

export type WordProblem = {
  key: 'none' | 'tooFew' | 'noLetters' | 'tooLong' | 'twice';
  word: string;
};

/** What is wrong first with the words of a rule, of which there have to be so many; null when nothing is. */
export function problemOfWords(words: readonly string[], least: number): WordProblem | null {
  const seen = new Set<string>();
  for (const word of words) {
    const key = ruleKey(word);
    if (!/[\p{L}\p{N}]/u.test(key)) return { key: 'noLetters', word };
    if ([...word].length > MOST_CHARACTERS)
      return { key: 'tooLong', word: `${word.slice(0, MOST_CHARACTERS)}…` };
    if (seen.has(key)) return { key: 'twice', word };
    seen.add(key);
  }
  if (seen.size >= least) return null;
  return { key: least === 1 ? 'none' : 'tooFew', word: '' };
}
