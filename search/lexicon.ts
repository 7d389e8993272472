import { readSynonyms, type SynonymData, type SynonymLine } from './dictionary/read';
import type { Synonyms } from './engine';
import { fold } from './normalise';
import type { Form, Term } from './query';
import { Subjects } from './subjects';
import type { Words } from './words';

/** Words and characters of the longest expression that is looked up. */
const LONGEST = 9;
const MAX_EXPRESSION = 16;
const MAY_END_INSIDE = 4;
const MAX_FORMS = 10;
const FEW_WORDS = 2;
const OWN_WEIGHT = 0.95;
const LESS = 0.5;
const SUBJECT_WEIGHT = 0.3;
// 12分 is one expression, though digits and characters are cut apart.
const UNBROKEN = /[\p{L}\p{N}]+/gu;

type Entry = { forms: Map<string, number>; isWeak: boolean; isActor: boolean };

/**
 * What words and expressions of a question stand for: the synonyms and short names kept as data, and those of the
 * office. One instance for a process.
 */
export class Lexicon {
  readonly words: Words;
  readonly #entries = new Map<string, Entry>();
  readonly #shortNames: SynonymData['shortNames'];
  readonly #names: readonly string[];
  readonly #subjects: Subjects;

  constructor(words: Words, data: SynonymData = readSynonyms()) {
    this.words = words;
    this.#shortNames = data.shortNames;
    this.#names = [
      ...[...data.shortNames].flatMap(([short, names]) => [short, ...names]),
      ...data.lines.flatMap(({ how, from }) => (how === 'equal' ? from : [])),
    ];
    for (const [short, names] of data.shortNames) add(this.#entries, [short], names, 1);
    this.#subjects = new Subjects(data.subjects);
    for (const { how, from, to, weight } of data.lines) {
      add(this.#entries, from, to, weight, how);
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

  /** Whether a word names who does something: in a question it need not be found. */
  isActor(word: string): boolean {
    return this.#entries.get(word)?.isActor ?? false;
  }

  /**
   * The same terms with what the subject of them adds: names that titles on it hold, as terms that need not be found. Such a
   * name also serves in a question, though little, in place of a word that leads to it: the law on funerals need not say 埋.
   */
  withSubjects(terms: readonly Term[], isQuestion: boolean): Term[] {
    const wordsOf = ({ text }: Term): string[] => [text, ...this.words.cut(text)];
    const strong = terms.filter(({ isWeak }) => !isWeak);
    const names = this.#subjects.of(new Set(strong.flatMap(wordsOf)));
    const leading = terms.map((term) => {
      const isOne = term.also.length > 0 || this.words.cut(term.text).length === 1;
      const led = names.filter((name) =>
        wordsOf(term).some((word) => this.#subjects.leadsTo(word, name)),
      );
      if (!isQuestion || term.isWeak || !isOne || led.length === 0) return term;
      const forms = led.map((text) => ({ text, weight: SUBJECT_WEIGHT }));
      return { ...term, also: [...term.also.slice(0, MAX_FORMS - forms.length), ...forms] };
    });
    const hints = names.map((text): Term => ({ text, also: [], isWeak: true, in: 'title' }));
    return [...leading, ...hints];
  }

  /** Whether a word is one of those that questions are made of, so that it is hardly a slip. */
  isCommon(word: string): boolean {
    return this.isEmptyWord(word) || this.#entries.has(word);
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
   * are left out, unless nothing else is there.
   */
  read(stretch: string, own?: OwnSynonyms): Term[] {
    const terms: Term[] = [];
    const empty: string[] = [];
    for (const [unbroken] of stretch.matchAll(UNBROKEN)) {
      let run = this.words.cut(unbroken);
      const isLong = run.length > FEW_WORDS;
      let plain = '';
      const finish = (): void => {
        // Among other words a single character says little (楼上漏水泡了), while alone it is what is asked for.
        const isWeak = isLong && plain.length === 1;
        if (plain)
          terms.push(isWeak ? { text: plain, also: [], isWeak } : { text: plain, also: [] });
        plain = '';
      };
      for (let rest = unbroken; rest !== '';) {
        const found = this.#longest(run, rest, own);
        const text = found?.text ?? (run[0] as string);
        rest = rest.slice(text.length);
        run = withoutFirst(run, text.length) ?? this.words.cut(rest);
        if (!found) {
          plain += text;
          continue;
        }
        finish();
        if (found.entry) terms.push(termOf(text, found.entry));
        else empty.push(text);
      }
      finish();
    }
    return terms.length > 0 ? terms : empty.map((text) => ({ text, also: [] }));
  }

  /**
   * The longest expression at the beginning of a text that is cut into words; without an entry it is an empty one. A
   * long expression may end inside a word, as a question can be cut amiss: 物业费不交会怎样 has 交会, a meeting of ships.
   */
  #longest(
    run: readonly string[],
    rest: string,
    own: OwnSynonyms | undefined,
  ): { text: string; entry: Entry | null } | null {
    const ends = new Set<number>();
    for (let count = 1, end = 0; count <= Math.min(LONGEST, run.length); count += 1) {
      end += (run[count - 1] as string).length;
      ends.add(end);
    }
    for (let size = Math.min(MAX_EXPRESSION, rest.length); size > 0; size -= 1) {
      const isAtEnd = ends.has(size);
      const mayEnd = isAtEnd || (size >= MAY_END_INSIDE && size > (run[0] as string).length);
      if (!mayEnd) continue;
      const text = rest.slice(0, size);
      const entry = merged(this.#entries.get(text), own?.get(text));
      if (entry) return { text, entry };
      if (isAtEnd && this.isEmptyWord(text)) return { text, entry: null };
    }
    return null;
  }
}

/** What is left of the words when so many characters are taken; null when that tears one. */
function withoutFirst(run: readonly string[], length: number): string[] | null {
  let left = length;
  for (const [at, word] of run.entries()) {
    if (left === 0) return run.slice(at);
    left -= word.length;
    if (left < 0) return null;
  }
  return [];
}

export type OwnSynonyms = ReadonlyMap<string, Entry>;

/** The office's own synonyms, ready to be looked up. */
export function ownSynonyms(synonyms: readonly Synonyms[], words: Words): OwnSynonyms {
  const entries = new Map<string, Entry>();
  for (const { words: typed, isOneWay } of synonyms) {
    const plain = typed.map((one) =>
      words
        .runs(one)
        .map((run) => run.join(''))
        .join(' '),
    );
    const forms = plain.filter((one) => one !== '');
    const folded = forms.map((one) => one.replaceAll(' ', ''));
    add(entries, isOneWay ? folded.slice(0, 1) : folded, forms, OWN_WEIGHT);
  }
  return entries;
}

function add(
  entries: Map<string, Entry>,
  from: readonly string[],
  to: readonly string[],
  weight: number,
  how?: SynonymLine['how'],
): void {
  const isWeak = how === 'weak';
  for (const key of from.map((one) => fold(one).replace(/\s+/g, ''))) {
    const entry = entries.get(key) ?? { forms: new Map<string, number>(), isWeak, isActor: false };
    // 退货 alone says less than 七天无理由退货, when there is something that says all of it.
    const isMore = to.some((one) => !key.includes(one.replace(/[\s@].*/, '')));
    const isLess = (form: string): boolean => isMore && form !== key && key.includes(form);
    entry.isWeak &&= isWeak;
    entry.isActor ||= how === 'actor';
    for (const written of to) {
      const [form = '', own] = fold(written).split('@');
      const worth = own ? Number(own) : isLess(form) ? Math.min(weight, LESS) : weight;
      if (form !== key) entry.forms.set(form, Math.max(worth, entry.forms.get(form) ?? 0));
    }
    entries.set(key, entry);
  }
}

function merged(one: Entry | undefined, own: Entry | undefined): Entry | undefined {
  if (!one || !own) return one ?? own;
  return {
    forms: new Map([...one.forms, ...own.forms]),
    isWeak: one.isWeak && own.isWeak,
    isActor: one.isActor,
  };
}

function termOf(text: string, { forms, isWeak }: Entry): Term {
  const also: Form[] = [...forms]
    .map(([form, weight]) => ({ text: form, weight }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MAX_FORMS);
  return isWeak ? { text, also, isWeak } : { text, also };
}
