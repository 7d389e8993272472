import { NUMERAL_CHARACTERS, parseChineseNumeral } from './chinese-numerals';

/**
 * What stands at the start of a line of an official text and says where in the text it is.
 * `end` is the length of the marker and the blanks after it, counted in the line as given.
 */
export type Marker =
  | { kind: 'part' | 'subpart' | 'chapter' | 'section'; number: number; label: string; end: number }
  | { kind: 'article'; number: number; sub?: number; label: string; end: number; isTight: boolean }
  | { kind: 'level'; depth: 1 | 2 | 3 | 4; number: number; label: string; end: number }
  | { kind: 'annex'; number: number; label: string; end: number };

/**
 * Reads the marker of a line: 第二编, 第一分编, 第三章, 第四节; 第三十三条, 第一百二十条之一; the
 * official levels 一、 （一） 1. （1）; 附件1.
 *
 * Reading is of the line alone. Whether 第三条 opens an article or a sentence about article 3
 * (`isTight`: no blank follows) is for the caller, who knows what came before.
 */
export function markerOf(line: string): Marker | undefined {
  return divisionOf(line) ?? articleOf(line) ?? annexOf(line) ?? levelOf(line);
}

const N = `[${NUMERAL_CHARACTERS}]`;
const DIVISION = new RegExp(`^\\s*(第\\s*(${N}(?:\\s*${N})*)\\s*(分编|编|章|节))([\\s:：]*)`, 'u');
const ARTICLE = new RegExp(`^\\s*(第\\s*(${N}+)\\s*条(?:\\s*之\\s*(${N}+))?)([\\s:：]*)`, 'u');
const ANNEX = new RegExp(`^\\s*(附\\s*(?:件|录|表)\\s*(${N}*))\\s*$`, 'u');
const HAN = '[一二三四五六七八九十百]';
const LEVELS = [
  new RegExp(`^\\s*((${HAN}{1,5})\\s*、)\\s*`, 'u'),
  new RegExp(`^\\s*([（(]\\s*(${HAN}{1,5})\\s*[）)])\\s*[、.．]?\\s*`, 'u'),
  /^\s*(([0-9０-９]{1,3})\s*[.．、])\s*(?![0-9０-９])/u,
  /^\s*([（(]\s*([0-9０-９]{1,3})\s*[）)])\s*/u,
];
const DIVISION_KINDS = { 编: 'part', 分编: 'subpart', 章: 'chapter', 节: 'section' } as const;

/** After a marker these carry on the sentence: the line speaks of the division, it does not open it. */
const CARRIES_ON = /^[的之和与及或至到、，,。；;款项规所中第等]/u;

function divisionOf(line: string): Marker | undefined {
  const match = DIVISION.exec(line);
  if (!match) return undefined;
  const number = numberOf(match[2]);
  const rest = line.slice(match[0].length);
  // A heading is short and is no sentence; 第二章规定的程序，… is.
  const isSentence = [...rest].length > 50 || /[。；;，,：:]/u.test(rest);
  if (!number || isSentence || (match[4] === '' && CARRIES_ON.test(rest))) return undefined;
  const kind = DIVISION_KINDS[match[3] as keyof typeof DIVISION_KINDS];
  return { kind, number, label: withoutBlanks(match[1]), end: match[0].length };
}

function articleOf(line: string): Marker | undefined {
  const match = ARTICLE.exec(line);
  if (!match) return undefined;
  const number = numberOf(match[2]);
  const sub = match[3] === undefined ? undefined : numberOf(match[3]);
  if (!number || (match[3] !== undefined && !sub)) return undefined;
  const rest = line.slice(match[0].length);
  const isTight = match[4] === '' && rest !== '';
  if (isTight && CARRIES_ON.test(rest)) return undefined;
  const label = withoutBlanks(match[1]);
  return { kind: 'article', number, ...(sub && { sub }), label, end: match[0].length, isTight };
}

function annexOf(line: string): Marker | undefined {
  const match = ANNEX.exec(line);
  if (!match) return undefined;
  const number = match[2] === '' ? 1 : numberOf(match[2]);
  return number
    ? { kind: 'annex', number, label: withoutBlanks(match[1]), end: match[0].length }
    : undefined;
}

function levelOf(line: string): Marker | undefined {
  for (const [i, pattern] of LEVELS.entries()) {
    const match = pattern.exec(line);
    const number = match && numberOf(match[2]);
    if (!match || !number) continue;
    const label = withoutBlanks(match[1]);
    return { kind: 'level', depth: (i + 1) as 1 | 2 | 3 | 4, number, label, end: match[0].length };
  }
  return undefined;
}

const withoutBlanks = (text: string | undefined): string => (text ?? '').replace(/\s+/gu, '');

const numberOf = (text: string | undefined): number | undefined =>
  parseChineseNumeral(withoutBlanks(text));
