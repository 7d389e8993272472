import { parseChineseNumeral } from '../documents/chinese-numerals';

/** A sentence without spaces and marks, and where each of its characters stands in the text. */
export type Sentence = { text: string; places: readonly number[]; source: string };

/** A text longer than this is no part of a report. */
const LONGEST_TEXT = 200_000;

/**
 * The sentences of a text, made plain so that patterns need to know one spelling: full-width digits are
 * narrow, spaces and marks of emphasis are gone, and what stands in 《》 or 〔〕 is blanked out, since a number
 * there belongs to a title or a 文号.
 */
export function sentencesOf(source: string): Sentence[] {
  const sentences: Sentence[] = [];
  let text = '';
  let places: number[] = [];
  const close = () => {
    if (text !== '') sentences.push({ text, places, source });
    text = '';
    places = [];
  };
  let quoted = 0;
  const length = Math.min(source.length, LONGEST_TEXT);
  for (let i = 0; i < length; i += 1) {
    const char = narrow(source.charAt(i));
    // A full stop of a text typed with Latin signs, and the one behind an ordinal.
    const isStop = char === '.' && !/[\d０-９]/u.test(source.charAt(i + 1));
    if (isStop || ENDS.test(char)) {
      close();
      quoted = 0;
      continue;
    }
    if (/[《〔]/u.test(char)) quoted += 1;
    const isQuoted = quoted > 0;
    if (/[》〕]/u.test(char)) quoted = Math.max(0, quoted - 1);
    const isGap = /[\s\u3000*\u200b]/u.test(char);
    if (isGap && !isBetweenDigits(source, i)) continue;
    text += isQuoted || isGap ? BLANK : char;
    places.push(i);
  }
  close();
  return sentences;
}

/** Stands where something was that is no word of the sentence. */
export const BLANK = '■';
const ENDS = /[。；;！!？?\n\r\t]/u;

const isBetweenDigits = (source: string, i: number): boolean =>
  /[\d０-９]\s*$/u.test(source.slice(Math.max(0, i - 3), i)) &&
  /^\s*[\d０-９]/u.test(source.slice(i, i + 4));

/** Full-width digits, letters and signs; Chinese punctuation stays, which parts clauses. */
function narrow(char: string): string {
  const code = char.charCodeAt(0);
  const isWide = code >= 0xff01 && code <= 0xff5e;
  if (!isWide || /[，：（）；！？]/u.test(char)) return char;
  return String.fromCharCode(code - 0xfee0);
}

/** A number as it is said: 1.59万 is right for everything that rounds to it. */
export type Said = { value: number; step: number };

/** A number as texts write it: 15,908, 1.59万, 二十三; null for what is none. */
export function readNumber(written: string): Said | null {
  const digits = /^([\d,]+)(?:\.(\d+))?([万亿])?$/u.exec(written);
  if (digits) {
    const [, whole = '', decimals = '', unit] = digits;
    const value = Number(`${whole.replaceAll(',', '')}${decimals && `.${decimals}`}`);
    const scale = unit === '亿' ? 1e8 : unit === '万' ? 1e4 : 1;
    if (!Number.isFinite(value) || value * scale > Number.MAX_SAFE_INTEGER) return null;
    const isRounded = unit !== undefined;
    return {
      value: tidy(value * scale),
      step: isRounded ? tidy(scale / 10 ** decimals.length) : 10 ** -decimals.length,
    };
  }
  const value =
    /^[十百千零〇]$/u.test(written) && written !== '十' && !/[零〇]/u.test(written)
      ? undefined
      : readHan(written);
  return value === undefined ? null : { value, step: 1 };
}

/** 一万二千 is beyond what numerals of articles need. */
function readHan(written: string): number | undefined {
  const [high = '', low, ...more] = written.split('万');
  if (more.length > 0) return undefined;
  if (low === undefined) return parseChineseNumeral(high);
  const thousands = parseChineseNumeral(high);
  const rest = low === '' ? 0 : parseChineseNumeral(low);
  if (thousands === undefined || rest === undefined) return undefined;
  return thousands * 10_000 + rest;
}

/** Whether a figure is what was said, to the last digit that was said. */
export const isSaid = ({ value, step }: Said, figure: number): boolean =>
  Math.abs(value - figure) < step / 2 + 1e-9;

const tidy = (value: number): number => Math.round(value * 1e6) / 1e6;

/** The words around a match as they stand in the text, from the beginning of its clause. */
export function excerptOf({ places, source, text }: Sentence, start: number, end: number): string {
  const before = text.slice(Math.max(0, start - LEAD), start);
  const clause = Math.max(...[...'，：（、,:('].map((mark) => before.lastIndexOf(mark)));
  const from = Math.max(0, start - before.length + clause + 1);
  const [first = 0, last = first] = [places[from], places[end - 1]];
  const words = source
    .slice(first, last + 1)
    .replace(/[\s*]+/gu, ' ')
    .trim();
  return words.length > LONGEST_EXCERPT ? `…${words.slice(-LONGEST_EXCERPT)}` : words;
}

const LEAD = 12;
const LONGEST_EXCERPT = 60;
