import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict';
import { readDictionary, type Dictionary } from './dictionary/read';
import { fold } from './normalise';

// Radicals and strokes are Chinese script too, but signs and no letters.
const RUN = /(?:(?=[\p{L}\p{N}])\p{Script=Han})+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;
const HAN = /^\p{Script=Han}/u;
const LETTERS_OR_DIGITS = /[0-9]+|[^0-9]+/g;
const PLACE_ENDINGS = new Set('省市县区州盟旗乡镇村'.split(''));
const CACHE_LIMIT = 200_000;
// Characters outside the basic plane can't be sliced between their two halves, and begin no word of the dictionary.
const SURROGATE = /[\ud800-\udfff]/;

/** The words of a run of text that nothing interrupts, in order. */
export type WordRun = string[];

/**
 * Cuts text into words. One instance for a process: the dictionary takes about 60 MB.
 * New words are not guessed (no hidden Markov model): a guess depends on its neighbours, and a
 * word that is cut one way in a document and another way in a question is never found.
 */
export class Words {
  readonly dictionary: Dictionary;
  readonly #jieba: Jieba;
  readonly #parts = new Map<string, readonly string[]>();
  readonly #splits = new Map<string, string[][]>();

  constructor(dictionary: Dictionary = readDictionary()) {
    this.dictionary = dictionary;
    this.#jieba = Jieba.withDict(dict);
    this.#jieba.loadDict(Buffer.from(this.#unknownTerms(dictionary)));
  }

  /**
   * Terms that the general dictionary would cut, as lines of word, frequency, kind. The others keep
   * their counted frequency: a raised 中考 would tear 其中考虑 apart.
   */
  #unknownTerms(dictionary: Dictionary): string {
    return [...dictionary.terms]
      .filter((term) => this.#jieba.cut(term, false).length > 1)
      .map(
        (term) => `${term} ${term.length > 3 ? 200_000 : term.length === 3 ? 50_000 : 5_000} n\n`,
      )
      .join('');
  }

  /** Words in order, in runs: punctuation and blanks part runs and are dropped. */
  runs(text: string): WordRun[] {
    const runs: WordRun[] = [];
    for (const [run] of fold(text).matchAll(RUN)) {
      runs.push(HAN.test(run) ? this.#jieba.cut(run, false) : cutLatin(run));
    }
    return runs;
  }

  /** Words in order. */
  cut(text: string): string[] {
    return this.runs(text).flat();
  }

  isStopWord(word: string): boolean {
    return this.dictionary.stopWords.has(word);
  }

  /**
   * The shorter words of which a long word is made (政府信息公开条例: 政府信息公开, 信息公开, 政府, 信息,
   * 公开, 条例), so that each of them finds it. Only words that end where a part ends count:
   * 人民政府 is 人民 and 政府, and never 民政. Of a word that can be parted in several ways as well (中|医院, 中医|院)
   * each way counts.
   */
  parts(word: string): readonly string[] {
    if (!isDivisible(word)) return [];
    const known = this.#parts.get(word);
    if (known) return known;
    const parts = new Set<string>();
    for (const pieces of this.#splitsOf(word)) {
      for (let from = 0; from < pieces.length; from += 1) {
        let joined = '';
        for (let to = from; to < pieces.length; to += 1) {
          joined += pieces[to];
          if (joined === word || joined.length < 2) continue;
          if (to === from || this.#isWord(joined)) parts.add(joined);
        }
      }
      for (const piece of pieces) for (const part of this.parts(piece)) parts.add(part);
    }
    const result = [...parts];
    if (this.#parts.size > CACHE_LIMIT) this.#parts.clear();
    this.#parts.set(word, result);
    return result;
  }

  /** The pieces a long word is made of; the word itself when it can't be parted into words. */
  pieces(word: string): string[] {
    return isDivisible(word) ? (this.#splitsOf(word)[0] as string[]) : [word];
  }

  #splitsOf(word: string): string[][] {
    const known = this.#splits.get(word);
    if (known) return known;
    const splits = this.#split(word);
    if (this.#splits.size > CACHE_LIMIT) this.#splits.clear();
    this.#splits.set(word, splits);
    return splits;
  }

  #isWord(text: string): boolean {
    return this.#jieba.cut(text, false).length === 1;
  }

  /** The splits into two or more with the fewest pieces, then the fewest single characters. */
  #split(word: string): string[][] {
    let best: string[][] = [];
    let bestCost = Infinity;
    for (let at = 1; at < word.length; at += 1) {
      const head = this.#jieba.cut(word.slice(0, at), false);
      const tail = this.#jieba.cut(word.slice(at), false);
      const pieces = [...head, ...tail];
      const singles = pieces.filter((piece) => piece.length === 1).length;
      // 上海 and 市, not 上 and 海市; 市 and 政府, not 市政 and 府.
      const isPlace = [pieces[0], pieces.at(-1)].some((piece) => PLACE_ENDINGS.has(piece ?? ''));
      const cost = pieces.length * 10 + singles * 5 - (isPlace ? 1 : 0);
      if (cost < bestCost) best = [];
      if (cost <= bestCost) best.push(pieces);
      bestCost = Math.min(cost, bestCost);
    }
    return best;
  }
}

const isDivisible = (word: string): boolean =>
  word.length > 2 && HAN.test(word) && !SURROGATE.test(word);

/** pm2 and 2019n: letters and digits are words of their own, so 国发2019 and 国发 2019 are the same. */
function cutLatin(run: string): string[] {
  return run.match(LETTERS_OR_DIGITS) ?? [];
}
