import type { SynonymData } from './dictionary/read';
import { fold } from './normalise';

const MOST = 4;
// A name for which less speaks than this share of what speaks for the first is left aside.
const SHARE = 0.5;

/** Which laws a question is likely to be about, by the words that lead to them. */
export class Subjects {
  readonly #names = new Map<string, string[]>();

  constructor(lines: SynonymData['subjects']) {
    for (const { names, words } of lines) {
      for (const word of words.map(fold)) {
        const known = this.#names.get(word) ?? [];
        this.#names.set(word, [...known, ...names]);
      }
    }
  }

  /** Whether a word leads to a name. */
  leadsTo(word: string, name: string): boolean {
    return this.#names.get(word)?.includes(name) ?? false;
  }

  /** The names most of the words lead to. A word that leads to few says more than one that leads to many. */
  of(words: ReadonlySet<string>): string[] {
    const votes = new Map<string, number>();
    for (const word of words) {
      const names = this.#names.get(word) ?? [];
      for (const name of names) {
        const vote = Math.min(word.length, 4) / Math.sqrt(names.length);
        votes.set(name, (votes.get(name) ?? 0) + vote);
      }
    }
    const sorted = [...votes].sort(([, a], [, b]) => b - a);
    const least = (sorted[0]?.[1] ?? 0) * SHARE;
    return sorted
      .filter(([, vote]) => vote >= least)
      .slice(0, MOST)
      .map(([name]) => name);
  }
}
