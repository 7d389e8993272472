import { readSynonyms, type SynonymData } from './dictionary/read';
import type { Synonyms } from './engine';
import { fold } from './normalise';
import type { Form, Term } from './query';
import type { Words } from './words';

/** Words of the longest expression that is looked up. */
const LONGEST = 9;
const MAX_FORMS = 10;
const FEW_WORDS = 2;
const OWN_WEIGHT = 0.95;
// 12分 is one expression, though digits and characters are cut apart.
const UNBROKEN = /[\p{L}\p{N}]+/gu;

type Entry = { forms: Map<string, number>; isWeak: boolean };

/**
 * What words and expressions of a question stand for: the synonyms and short names kept as data, and those of the
 * office. One instance for a process.
 */
export class Lexicon {
  readonly words: Words;
  readonly #entries = new Map<string, Entry>();
  readonly #shortNames: SynonymData['shortNames'];
  readonly #names: readonly string[];

  constructor(words: Words, data: SynonymData = readSynonyms()) {
    this.words = words;
    this.#shortNames = data.shortNames;
    this.#names = [
      ...[...data.shortNames].flatMap(([short, names]) => [short, ...names]),
      ...data.lines.flatMap(({ how, from }) => (how === 'equal' ? from : [])),
    ];
    for (const [short, names] of data.shortNames) add(this.#entries, [short], names, 1);
    for (const { how, from, to, weight } of data.lines) {
      add(this.#entries, from, to, weight, how === 'weak');
    }
  }

  /** Every expression that the data knows, for correcting what is typed. */
  *expressions(): Iterable<string> {
    const seen = new Set<string>();
    for (const [key, { forms }] of this.#entries) {
      for (const expression of [key, ...forms.keys()]) {
        if (/\s/.test(expression) || seen.has(expression)) continue;
        seen.add(expression);
        yield expression;
      }
    }
  }

  /** Names and words of the data that are well known as they stand: full names, and synonyms that go both ways. */
  names(): readonly string[] {
    return this.#names;
  }

  /** Whether all of a text is read as expressions of the data, with nothing left over. */
  isUnderstood(text: string): boolean {
    const terms = this.read(text);
    return (
      terms.length > 0 && terms.every(({ text: one }) => one.length > 1 && this.#entries.has(one))
    );
  }

  /** Full names of a law's short name, the likeliest first. */
  fullNames(name: string): readonly string[] {
    return this.#shortNames.get(name) ?? [];
  }

  /** Whether a word is one that a question can do without. */
  isEmptyWord(word: string): boolean {
    return this.words.isStopWord(word);
  }

  /**
   * The terms of a stretch of text. Expressions that have synonyms become a term of their own; words that only ask
   * are left out, unless nothing else is there. Expressions begin and end where words do.
   */
  read(stretch: string, own?: OwnSynonyms): Term[] {
    const terms: Term[] = [];
    const empty: string[] = [];
    for (const [unbroken] of stretch.matchAll(UNBROKEN)) {
      const run = this.words.cut(unbroken);
      let plain = '';
      const finish = (): void => {
        // Among other words a single character says little (楼上漏水泡了), while alone it is what is asked for.
        const isWeak = run.length > FEW_WORDS && plain.length === 1;
        if (plain)
          terms.push(isWeak ? { text: plain, also: [], isWeak } : { text: plain, also: [] });
        plain = '';
      };
      for (let at = 0; at < run.length;) {
        const found = this.#longest(run, at, own);
        if (!found) {
          plain += run[at];
          at += 1;
          continue;
        }
        finish();
        at += found.count;
        if (found.entry) terms.push(termOf(found.text, found.entry));
        else empty.push(found.text);
      }
      finish();
    }
    return terms.length > 0 ? terms : empty.map((text) => ({ text, also: [] }));
  }

  /** The longest expression that begins at a word; without an entry it is an empty one. */
  #longest(
    run: readonly string[],
    at: number,
    own: OwnSynonyms | undefined,
  ): { text: string; count: number; entry: Entry | null } | null {
    for (let count = Math.min(LONGEST, run.length - at); count > 0; count -= 1) {
      const text = run.slice(at, at + count).join('');
      const entry = merged(this.#entries.get(text), own?.get(text));
      if (entry) return { text, count, entry };
      if (this.isEmptyWord(text)) return { text, count, entry: null };
    }
    return null;
  }
}

export type OwnSynonyms = ReadonlyMap<string, Entry>;

/** The office's own synonyms, ready to be looked up. */
export function ownSynonyms(synonyms: readonly Synonyms[], words: Words): OwnSynonyms {
  const entries = new Map<string, Entry>();
  for (const { words: typed, isOneWay } of synonyms) {
    const folded = typed.map((one) => words.cut(one).join('')).filter((one) => one !== '');
    const forms = typed.map((one) => fold(one).trim()).filter((one) => one !== '');
    add(entries, isOneWay ? folded.slice(0, 1) : folded, forms, OWN_WEIGHT);
  }
  return entries;
}

function add(
  entries: Map<string, Entry>,
  from: readonly string[],
  to: readonly string[],
  weight: number,
  isWeak = false,
): void {
  for (const key of from.map((one) => fold(one).replace(/\s+/g, ''))) {
    const entry = entries.get(key) ?? { forms: new Map<string, number>(), isWeak };
    entry.isWeak &&= isWeak;
    for (const form of to.map(fold)) {
      if (form !== key) entry.forms.set(form, Math.max(weight, entry.forms.get(form) ?? 0));
    }
    entries.set(key, entry);
  }
}

function merged(one: Entry | undefined, own: Entry | undefined): Entry | undefined {
  if (!one || !own) return one ?? own;
  return { forms: new Map([...one.forms, ...own.forms]), isWeak: one.isWeak && own.isWeak };
}

function termOf(text: string, { forms, isWeak }: Entry): Term {
  const also: Form[] = [...forms]
    .map(([form, weight]) => ({ text: form, weight }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MAX_FORMS);
  return isWeak ? { text, also, isWeak } : { text, also };
}
