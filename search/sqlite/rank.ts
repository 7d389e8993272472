import { titleKey } from '../normalise';
import type { ParsedQuery } from '../query';

/** A record that may stand on the first pages, with what speaks for it. */
export type Candidate = {
  id: number;
  collection: string;
  validity: string | null;
  published: number;
  titleKey: string;
  isNumberMatch: boolean;
  /** Relevance of the whole text and of the title, positive, 0 when not matched. */
  textScore: number;
  titleScore: number;
};

export type Ranked = { id: number; score: number; published: number };

// A text that no longer holds stands below one that does, unless it fits far better.
const VALIDITY: Record<string, number> = { amended: 0.9, lapsed: 0.6, repealed: 0.55 };
// An interpretation, a topic or a report stands beside its document, not above it.
const COLLECTION: Record<string, number> = {
  interpretations: 0.75,
  'annual-reports': 0.9,
  topics: 0.95,
};
const NUMBER = 100;
const FIRST_YEAR = 1980;
const YEARS = 60;

/** Puts candidates in order: the named document, then by title, text, validity and date. */
export function rank(
  candidates: readonly Candidate[],
  query: ParsedQuery,
  words: readonly string[],
): Ranked[] {
  const wanted = titleKey(query.text);
  const keys = words.map(titleKey);
  const bestText = Math.max(Number.MIN_VALUE, ...candidates.map((one) => one.textScore));
  const bestTitle = Math.max(Number.MIN_VALUE, ...candidates.map((one) => one.titleScore));
  return candidates
    .map((one) => {
      const fit =
        one.textScore / bestText +
        (one.titleScore / bestTitle) * 1.2 +
        titleFit(one.titleKey, wanted) +
        coverage(one.titleKey, keys) * 0.8 +
        recency(one.published);
      const factor = (VALIDITY[one.validity ?? ''] ?? 1) * (COLLECTION[one.collection] ?? 1);
      const score = fit * factor + (one.isNumberMatch ? NUMBER : 0);
      return { id: one.id, score, published: one.published };
    })
    .sort((a, b) => b.score - a.score || b.published - a.published || a.id - b.id);
}

/** How nearly the typed words are the title itself: 3 when they are, 0 when it doesn't hold them. */
function titleFit(title: string, wanted: string): number {
  if (wanted.length < 2 || title === '') return 0;
  if (title === wanted) return 3;
  const at = title.indexOf(wanted);
  if (at < 0) return 0;
  const share = wanted.length / title.length;
  const isAtEdge = at === 0 || at + wanted.length === title.length;
  return share * 1.5 + (isAtEdge ? 0.6 : 0.3);
}

/** The share of the words, by length, that the title holds. */
function coverage(title: string, words: readonly string[]): number {
  const all = words.reduce((sum, word) => sum + word.length, 0);
  const held = words.reduce((sum, word) => sum + (title.includes(word) ? word.length : 0), 0);
  return all ? held / all : 0;
}

/** Less than any other sign, so that it decides between texts that fit alike. */
function recency(published: number): number {
  if (!published) return 0;
  const years = published / 10_000 - FIRST_YEAR;
  return Math.min(1, Math.max(0, years / YEARS)) * 0.08;
}
