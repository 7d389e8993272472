import { parseDocumentNumber, type DocumentNumber } from '../domain/documents/number';
import { fold } from './normalise';

/** Longer questions are cut: a pasted paragraph finds its document by its first lines. */
export const MAX_QUERY_LENGTH = 300;

const MAX_STRETCHES = 8;

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

/** An article that a question names: 政府信息公开条例 第三十三条. */
export type ArticleAsked = {
  /** The law as typed and its full names, the likeliest first. */
  titles: readonly string[];
  /** 第三十三条, 第三十三条第二款. */
  label: string;
  /** Anchors of domain/documents/structure.ts, the exact one first. */
  anchors: readonly string[];
};

/** What a person typed, read. All texts are folded (half-width, lower case) and hold no syntax. */
export type ParsedQuery = {
  /** The words to find, as typed, without marks; the title that it might name. */
  text: string;
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

const QUOTED = /((?:^|\s)-)?"([^"]*)"/g;
const QUOTES = /[“”„‟«»「」『』＂〝〞]/g;
// Not the dash: it begins the second line of many titles.
const MINUS = /[－−‐‑]/g;
// 国发 2019 5: what is left of a number when its brackets are too hard to type.
const BARE_NUMBER = /^(\p{Script=Han}+)\s*(\d{4})[\s年第]+(\d{1,5})\s*号?$/u;
const NUMBER_IN_TEXT =
  /\p{Script=Han}+\s*[〔[(【〖〈]\s*\d{4}\s*年?\s*[〕\])】〗〉]\s*第?\s*\d{1,5}\s*号?/u;

/**
 * Reads a question: words parted by blanks, "exact phrases" in any kind of quotation marks, -words
 * to leave out, a document number in any spelling. Any text can be read; none is an error.
 */
export function parseQuery(typed: string): ParsedQuery {
  const cut = cutAt(typed.trim(), MAX_QUERY_LENGTH);
  const text = fold(cut.replace(QUOTES, '"').replace(MINUS, '-'));
  const query: ParsedQuery = {
    text: '',
    terms: [],
    phrases: [],
    excludedTerms: [],
    excludedPhrases: [],
    numberKeys: findNumberKeys(text),
    article: null,
    isCut: cut.length < typed.trim().length,
  };
  const rest = text.replace(QUOTED, (_, before: string | undefined, quoted: string) => {
    const phrase = quoted.trim();
    if (hasWord(phrase)) (before ? query.excludedPhrases : query.phrases).push(phrase);
    return ' ';
  });
  for (const chunk of rest.split(/[\s"]+/)) {
    const isExcluded = /^-[^-]/.test(chunk);
    const term = isExcluded ? chunk.slice(1) : chunk;
    if (!hasWord(term)) continue;
    if (isExcluded) query.excludedTerms.push(term);
    else query.terms.push({ text: term, also: [] });
  }
  query.text = [...query.terms.map((term) => term.text), ...query.phrases].join(' ');
  return query;
}

/**
 * Keys under which a document number is found. Forms that people mix come to one key: 国发〔2019〕5号
 * and 国发2019年第5号; an order is found without its issuer too (令第711号).
 */
export function numberKeys(written: string): string[] {
  const number = parseDocumentNumber(written);
  if (!number) return [];
  const keys = [keyOf(number)];
  if (number.form === 'order' && number.issuer) keys.push(keyOf({ ...number, issuer: '' }));
  return keys;
}

/** The whole text may be a number, or a stretch between blanks, or what stands before a bracket. */
function findNumberKeys(text: string): string[] {
  const plain = text.replace(/["-]/g, ' ').trim();
  const bare = BARE_NUMBER.exec(plain);
  const whole = bare ? `${bare[1]}〔${bare[2]}〕${bare[3]}号` : plain;
  const inside = NUMBER_IN_TEXT.exec(text)?.[0] ?? '';
  const written = [whole, inside, ...plain.split(/\s+/).slice(0, MAX_STRETCHES)];
  const numbers = written.flatMap((one) => parseDocumentNumber(one) ?? []);
  const named = numbers.filter((one) => one.form !== 'yearly' || one.series !== '');
  return [...new Set(named.map(keyOf))];
}

/** One word of letters and digits alone, so that it can stand in a list of words. */
function keyOf(number: DocumentNumber): string {
  switch (number.form) {
    case 'coded':
      return wordOf(number.code, number.year, number.serial);
    case 'yearly':
      return wordOf(number.series, number.year, number.serial);
    case 'order':
      return wordOf(
        `${number.issuer.replace(/^国$/, '国务院')}${number.instrument}`,
        0,
        number.serial,
      );
  }
}

const wordOf = (series: string, year: number, serial: number): string =>
  fold(`号${series.replace(/[^\p{L}\p{N}]/gu, '')}年${year}第${serial}`);

const hasWord = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/** The first characters of a text, never half of a surrogate pair. */
function cutAt(text: string, length: number): string {
  if (text.length <= length) return text;
  const last = text.charCodeAt(length - 1);
  return text.slice(0, last >= 0xd800 && last < 0xdc00 ? length - 1 : length);
}
