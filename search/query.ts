import { ENDS_AS_NAME } from '../domain/documents/citations/words';
import { articleAsked } from './article-asked';
import type { Synonyms } from './engine';
import { ownSynonyms, type Lexicon, type OwnSynonyms } from './lexicon';
import { fold } from './normalise';
import { findNumberKeys } from './number-keys';
import { simplified } from './simplified';
import { partTelephones } from './telephone';
import { FIELD_WORDS, MINUS, QUOTES } from './typed-marks';

export { numberKeys } from './number-keys';

/** Longer questions are cut: a pasted paragraph finds its document by its first lines. */
export const MAX_QUERY_LENGTH = 300;

/** An expression that serves in place of another. Blanks part words that must all be found. */
export type Form = { text: string; weight: number };

/** Something to find. With `also` it is one thing, found by any of its forms. */
export type Term = {
  /** A folded stretch, to be cut into words. */
  text: string;
  /** Synonyms and full names, weight up to 1; never the text itself. */
  also: readonly Form[];
  /** Helps the order of results but need not be found. */
  isWeak?: boolean;
  /** Where alone it counts. */
  in?: 'title' | 'agency';
};

/** As typed without a blank, or in quotation marks after a field. */
export type Stretch = { text: string; in?: 'title' | 'agency'; isQuoted?: true };

/** An article that a question names: 政府信息公开条例 第三十三条. */
export type ArticleAsked = {
  /** The law as typed and its full names, the likeliest first. */
  titles: readonly string[];
  /** Of the version that is asked for, where one is: 行政复议法(2017). */
  year: number | null;
  /** 第三十三条, 第三十三条第二款. */
  label: string;
  /** Anchors of domain/documents/structure.ts, the exact one first. */
  anchors: readonly string[];
};

/** What a person typed, read. All texts are folded (half-width, lower case) and hold no syntax. */
export type ParsedQuery = {
  /** The words to find, as typed, without marks; the title that it might name. */
  text: string;
  /** What was typed between blanks, besides phrases and what is left out; a question with these in it can be written again. */
  stretches: readonly Stretch[];
  terms: Term[];
  /** Found only as they stand. */
  phrases: string[];
  excludedTerms: string[];
  excludedPhrases: string[];
  /** Keys of the document numbers that the text may name (see numberKeys). */
  numberKeys: string[];
  article: ArticleAsked | null;
  isCut: boolean;
};

const QUOTED = /((?:^|\s)-)?(?:(title|agency):)?"([^"]*)"/g;
const FIELD = new RegExp(`(^|[\\s-])(${FIELD_WORDS})\\s?[:：]\\s*(?=\\S)`, 'g');
// What is left out is no number and no article that is asked for.
const EXCLUDED = /(?<!\S)-(?=[^\s-])(?:(?:title|agency):)?(?:"[^"]*"|[^\s"]*)/g;
const FIELDS: Readonly<Record<string, 'title' | 'agency'>> = {
  title: 'title',
  标题: 'title',
  题目: 'title',
};
// What is longer and does not ask was copied from a text: its words stand for themselves.
const PROSE_FROM = 8;
const SHORTEST_SUBJECT = 3;
const ASKS = /[我你您吗呢吧啥咋谁]|怎么|怎样|如何|什么|多少|多久|几|能不能|可不可以|为何|哪|没/;

export type ReadingOptions = {
  /** Synonyms and short names kept as data; without it words stand for themselves. */
  lexicon?: Lexicon;
  /** The office's own. */
  synonyms?: readonly Synonyms[];
  /** Every character as it stands: 昇 and 龑 are Traditional, and letters of names all the same. */
  isLiteral?: boolean;
};

/**
 * Reads a question: words parted by blanks, "exact phrases" in any kind of quotation marks, -words
 * to leave out, title: and agency: words, a document or telephone number in any spelling, an article of a law. Traditional
 * characters are read as simplified ones. Any text can be read; none is an error.
 */
export function parseQuery(typed: string, options: ReadingOptions = {}): ParsedQuery {
  const whole = typed.trim();
  const cut = cutAt(whole, MAX_QUERY_LENGTH);
  const folded = fold(cut.replace(QUOTES, '"').replace(MINUS, '-'));
  const text = (options.isLiteral ? folded : simplified(folded)).replace(
    FIELD,
    (_, before: string, field: string) => `${before}${FIELDS[field] ?? 'agency'}:`,
  );
  const wanted = text.replace(EXCLUDED, ' ').replace(/\s+/g, ' ');
  const numbers = findNumberKeys(wanted);
  const reader = new Reader(options, numbers.length > 0);
  const unquoted = text.replace(QUOTED, (_, isExcluded: string, field: Field, quoted: string) => {
    reader.phrase(quoted.trim(), Boolean(isExcluded), field);
    return ' ';
  });
  const { telephones, rest } = partTelephones(unquoted);
  for (const telephone of telephones) reader.phrase(telephone, false, undefined);
  for (const chunk of rest.split(/[\s"]+/)) reader.chunk(chunk);
  return {
    ...reader.finish(),
    numberKeys: numbers,
    article: articleAsked(wanted, options.lexicon),
    isCut: cut.length < whole.length,
  };
}

/** A stretch as it is typed. */
export const writtenStretch = ({ text, in: field, isQuoted }: Stretch): string => {
  if (!field) return text;
  return isQuoted || /\s/.test(text) ? `${field}:"${text}"` : `${field}:${text}`;
};

type Field = Stretch['in'];

/** Gathers what a question asks for, piece by piece. */
class Reader {
  readonly #lexicon: Lexicon | undefined;
  readonly #own: OwnSynonyms | undefined;
  readonly #hasNumber: boolean;
  readonly #stretches: Stretch[] = [];
  readonly #phrases: string[] = [];
  readonly #excludedTerms: string[] = [];
  readonly #excludedPhrases: string[] = [];

  constructor({ lexicon, synonyms }: ReadingOptions, hasNumber: boolean) {
    this.#hasNumber = hasNumber;
    this.#lexicon = lexicon;
    this.#own = lexicon && synonyms?.length ? ownSynonyms(synonyms, lexicon.words) : undefined;
  }

  phrase(text: string, isExcluded: boolean, field: Field): void {
    if (!hasWord(text)) return;
    if (isExcluded) this.#excludedPhrases.push(text);
    else if (field) this.#stretches.push({ text, in: field, isQuoted: true });
    else this.#phrases.push(text);
  }

  chunk(chunk: string): void {
    const isExcluded = /^-[^-]/.test(chunk);
    const [, field, text = ''] =
      /^(?:(title|agency):)?(.*)$/s.exec(isExcluded ? chunk.slice(1) : chunk) ?? [];
    if (!hasWord(text)) return;
    if (isExcluded) this.#excludedTerms.push(text);
    else this.#stretches.push(field ? { text, in: field as Field } : { text });
  }

  finish(): Omit<ParsedQuery, 'numberKeys' | 'article' | 'isCut'> {
    return {
      text: [...this.#stretches.map(({ text }) => text), ...this.#phrases].join(' '),
      stretches: this.#stretches,
      terms: this.#terms(),
      phrases: this.#phrases,
      excludedTerms: this.#excludedTerms,
      excludedPhrases: this.#excludedPhrases,
    };
  }

  #withSubjects(terms: Term[], lexicon: Lexicon, isQuestion: boolean): Term[] {
    const text = this.#stretches.map((one) => one.text).join('');
    const isPlain = !this.#hasNumber && this.#stretches.every((one) => !one.in);
    const isCopied = this.#stretches.some((one) => isProse(one.text, lexicon));
    const isAsked = isPlain && !isCopied && this.#phrases.length === 0 && !namesItself(text);
    return isAsked ? lexicon.withSubjects(terms, isQuestion) : terms;
  }

  #terms(): Term[] {
    const lexicon = this.#lexicon;
    if (!lexicon) return this.#stretches.map((one) => plainTerm(one.text, one.in));
    const all = this.#stretches.flatMap((typed) => {
      const one =
        typed.in === 'agency' ? { ...typed, text: withoutLevel(typed.text, lexicon) } : typed;
      // The code of an agency is no word: 发 in 宜府发〔2026〕6号 pays nobody.
      const isNumber = this.#hasNumber && /\d/.test(one.text);
      if (one.in === 'title' || isNumber || isProse(one.text, lexicon))
        return [plainTerm(one.text, one.in)];
      return lexicon
        .read(one.text, this.#own)
        .map((term): Term => (one.in ? { ...term, in: one.in } : term));
    });
    const isQuestion =
      all.some((term) => term.isWeak) || this.#stretches.some((one) => ASKS.test(one.text));
    const leaning = isQuestion ? all.map((term) => leanOn(term, lexicon)) : all;
    const terms = withSomethingToFind(leaning, lexicon, this.#phrases.length > 0);
    return this.#withSubjects(terms, lexicon, isQuestion);
  }
}

const LEVEL = /^(?:本|我)?[省市县区旗](?!委|政府)(?=..)/;

/**
 * 公安局 of 县公安局: people put the level before every agency, where its own name has that of the place. What is a name
 * with it (县人民政府, 市监局) stays as it is.
 */
function withoutLevel(agency: string, lexicon: Lexicon): string {
  const rest = agency.replace(LEVEL, '');
  const isName = lexicon.isUnderstood(agency) || (lexicon.words.cut(rest)[0]?.length ?? 0) < 2;
  return isName ? agency : rest;
}

/** Names of laws are asked for as they are, and phrases as they stand; 停车 alone may mean anything. */
const namesItself = (text: string): boolean =>
  text.length < SHORTEST_SUBJECT || ENDS_AS_NAME.test(text);

const plainTerm = (text: string, field: Field): Term =>
  field ? { text, also: [], in: field } : { text, also: [] };

/** 公司 in 公司泄露个人信息怎么办 says who, not what. */
const leanOn = (term: Term, lexicon: Lexicon): Term =>
  !term.in && lexicon.isActor(term.text) ? { ...term, isWeak: true } : term;

const isProse = (text: string, lexicon: Lexicon): boolean =>
  text.length > PROSE_FROM * 2 && !ASKS.test(text) && lexicon.words.cut(text).length > PROSE_FROM;

/**
 * A stretch of empty words alone (怎么 between two blanks) is left out beside others; of weak terms alone, each has to be found.
 */
function withSomethingToFind(
  terms: readonly Term[],
  lexicon: Lexicon,
  hasPhrases: boolean,
): Term[] {
  const isEmpty = ({ text, also }: Term): boolean => also.length === 0 && lexicon.isEmptyWord(text);
  const full = terms.filter((term) => !isEmpty(term));
  const kept = full.length > 0 || hasPhrases ? full : [...terms];
  if (hasPhrases || kept.some(({ isWeak }) => !isWeak)) return kept;
  return kept.map(({ text, also, in: field }) =>
    field ? { text, also, in: field } : { text, also },
  );
}

const hasWord = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/** The first characters of a text, never half of a surrogate pair. */
function cutAt(text: string, length: number): string {
  if (text.length <= length) return text;
  const last = text.charCodeAt(length - 1);
  return text.slice(0, last >= 0xd800 && last < 0xdc00 ? length - 1 : length);
}
