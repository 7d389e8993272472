import { parseChineseNumeral } from './chinese-numerals';

/**
 * 发文字号, the number under which an agency issues a document:
 * - `coded`: 机关代字〔YYYY〕N号, such as 国办发〔2018〕108号;
 * - `order`: 令第N号 or 公告第N号, counted through the years, such as 国务院令第711号;
 * - `yearly`: YYYY年第N号, counted afresh each year, such as 税务总局公告2019年第1号.
 * `issuer` and `series` may be empty: some pages print only 令第711号 or 2019年第1号.
 */
export type DocumentNumber =
  | { form: 'coded'; code: string; year: number; serial: number }
  | { form: 'order'; issuer: string; instrument: Instrument; serial: number }
  | { form: 'yearly'; series: string; year: number; serial: number };

export type Instrument = '令' | '公告' | '通告';

/** Thrown by {@link assertDocumentNumber}; `text` is what was read. */
export class DocumentNumberError extends Error {
  constructor(readonly text: string) {
    super(`not a document number: ${JSON.stringify(text)}`);
    this.name = 'DocumentNumberError';
  }
}

/**
 * Reads a document number in every spelling that the sources use: brackets of any kind and mixed,
 * full-width digits, spaces anywhere, Chinese numerals, 号 or 第 left out, 字第 put in, 号令 turned
 * round (第711号令, 2019年第1号公告), the issuers of an announcement parted by 、, a trailing 文, the
 * label 文号： in front.
 *
 * A year of two digits, a bracket without its fellow or a missing serial is not guessed at.
 *
 * @returns undefined when the text is not one document number and nothing else.
 */
export function parseDocumentNumber(text: string): DocumentNumber | undefined {
  if (text.length > MAX_LENGTH * 2) return undefined;
  const plain = plainForm(text);
  if (plain.length > MAX_LENGTH) return undefined;
  return readCoded(plain) ?? readYearly(plain) ?? readOrder(plain);
}

/**
 * Reads the numbers of a document that several agencies issued under a number each, parted by 、，,;
 * or / (宜府办发〔2020〕1号、宜财发〔2020〕3号); a single number gives a list of one.
 *
 * @returns undefined when any part is not a number; the same number is not given twice.
 */
export function parseDocumentNumbers(text: string): DocumentNumber[] | undefined {
  const single = parseDocumentNumber(text);
  if (single) return [single];
  const parts = text.normalize('NFKC').split(/[、,;/]/u);
  if (parts.length < 2 || parts.length > MOST_JOINT) return undefined;
  const numbers = new Map<string, DocumentNumber>();
  for (const part of parts) {
    const number = parseDocumentNumber(part);
    if (!number) return undefined;
    numbers.set(formatDocumentNumber(number), number);
  }
  return [...numbers.values()];
}

/** The stored form of one number or of several: 宜府办发〔2020〕1号、宜财发〔2020〕3号. */
export const formatDocumentNumbers = (numbers: readonly DocumentNumber[]): string =>
  numbers.map(formatDocumentNumber).join('、');

/** As {@link canonicalDocumentNumber}, for one number or several. */
export function canonicalDocumentNumbers(text: string): string | undefined {
  const numbers = parseDocumentNumbers(text);
  return numbers && formatDocumentNumbers(numbers);
}

/** The one form in which a number is stored and shown; every spelling of a number comes to the same. */
export function formatDocumentNumber(number: DocumentNumber): string {
  switch (number.form) {
    case 'coded':
      return `${number.code}〔${number.year}〕${number.serial}号`;
    case 'order':
      return `${number.issuer}${number.instrument}第${number.serial}号`;
    case 'yearly':
      return `${number.series}${number.year}年第${number.serial}号`;
  }
}

/** Whether a text is a document number, in any spelling. */
export const isDocumentNumber = (text: string): boolean => parseDocumentNumber(text) !== undefined;

/** As {@link parseDocumentNumber}, for callers who hold a text to be a number. @throws DocumentNumberError */
export function assertDocumentNumber(text: string): DocumentNumber {
  const number = parseDocumentNumber(text);
  if (!number) throw new DocumentNumberError(text);
  return number;
}

/** The stored form of a number read in any spelling, or undefined when it is not a number. */
export function canonicalDocumentNumber(text: string): string | undefined {
  const number = parseDocumentNumber(text);
  return number && formatDocumentNumber(number);
}

/**
 * Whether two texts name the same document. 国令第707号 and 国务院令第707号 do: the first is the
 * agency code that gov.cn prints for the second, so each is kept as its page has it.
 */
export function isSameDocumentNumber(a: string, b: string): boolean {
  const [left, right] = [a, b].map((text) =>
    canonicalDocumentNumber(text)?.replace(/^国令/u, '国务院令'),
  );
  return left !== undefined && left === right;
}

const MAX_LENGTH = 60;
/** The most agencies that number one document; a longer list is a table pasted by mistake. */
const MOST_JOINT = 10;
const FIRST_YEAR = 1949;
const LAST_YEAR = 2099;

/** Codes carry a division in brackets now and then: 法（研）〔1986〕31号. */
const CODE = String.raw`\p{Script=Han}+(?:\(\p{Script=Han}+\)\p{Script=Han}*)*`;
const YEAR = String.raw`(\d{4})`;
const SERIAL = String.raw`(\d{1,5})`;

const NUMERALS = '〇零○一二三四五六七八九十百千';
const CHINESE_YEAR = '([〇零○一二三四五六七八九]{4})';
const INSTRUMENT = '(令|公告|通告)';

const CODED = new RegExp(
  String.raw`^(${CODE})[〔(\[【〖〈{](?:${YEAR}|${CHINESE_YEAR})年?[〕)\]】〗〉}]字?第?(?:${SERIAL}|([${NUMERALS}]+)(?=号))号?文?$`,
  'u',
);
const YEARLY = new RegExp(
  String.raw`^(\p{Script=Han}*?)${YEAR}年第?${SERIAL}号?${INSTRUMENT}?$`,
  'u',
);
const CHINESE_YEARLY = new RegExp(
  String.raw`^(\p{Script=Han}*?)${CHINESE_YEAR}年第([\d${NUMERALS}]+)号${INSTRUMENT}?$`,
  'u',
);
const ORDER = new RegExp(
  String.raw`^(\p{Script=Han}*?)${INSTRUMENT}\(?第?([\d${NUMERALS}]+)号?\)?$`,
  'u',
);
const TURNED_ORDER = new RegExp(
  String.raw`^(\p{Script=Han}*?)第?([\d${NUMERALS}]+)号${INSTRUMENT}$`,
  'u',
);

/** Widths and blanks undone: full-width digits and brackets become ASCII, spaces go; so does a label. */
const plainForm = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff]+/gu, '')
    .replace(/^(?:发文)?[文字]号:/u, '')
    .replace(/^\((.*〔.*)\)$/u, '$1');

function readCoded(plain: string): DocumentNumber | undefined {
  const match = CODED.exec(plain);
  if (!match) return undefined;
  const [, written, digits, chinese, serialDigits, serialChinese] = match;
  const year = yearOf(digits, chinese);
  const serial = serialOf((serialDigits ?? serialChinese) as string);
  const code = (written as string).replace(/\(/gu, '（').replace(/\)/gu, '）');
  return isYear(year) && serial ? { form: 'coded', code, year, serial } : undefined;
}

function readYearly(plain: string): DocumentNumber | undefined {
  const issuers = withoutCommas(plain);
  const western = YEARLY.exec(issuers);
  const match = western ?? CHINESE_YEARLY.exec(issuers);
  if (!match) return undefined;
  const [, written, writtenYear, writtenSerial, instrument = ''] = match as string[];
  const year = western ? Number(writtenYear) : yearOf(undefined, writtenYear);
  const serial = serialOf(writtenSerial as string);
  const series = shortIssuer(`${written}${instrument}`);
  // 〔2018〕 may lose its brackets but a date (2018年11月) must not turn into a number.
  return isYear(year) && serial && !series.endsWith('第') && !series.includes('号')
    ? { form: 'yearly', series, year, serial }
    : undefined;
}

function readOrder(plain: string): DocumentNumber | undefined {
  const issuers = withoutCommas(plain);
  const straight = ORDER.exec(issuers);
  const match = straight ?? TURNED_ORDER.exec(issuers);
  if (!match) return undefined;
  const [written, instrument] = straight ? [match[3], match[2]] : [match[2], match[3]];
  const serial = serialOf(written as string);
  const issuer = shortIssuer(match[1] as string);
  if (!serial || issuer.includes('号') || !hasFellows(plain)) return undefined;
  return { form: 'order', issuer, instrument: instrument as Instrument, serial };
}

/** 财政部、税务总局公告 is one announcement of two issuers, not two numbers. */
const withoutCommas = (plain: string): string =>
  plain.replace(/(\p{Script=Han})、(?:中华人民共和国)?(?=\p{Script=Han})/gu, '$1');

const hasFellows = (plain: string): boolean => plain.includes('(') === plain.includes(')');

/** 0 for what is no serial. */
const serialOf = (written: string): number =>
  /^\d{1,5}$/.test(written) ? Number(written) : (parseChineseNumeral(written) ?? 0);

/** 二〇一八 is read digit by digit; 0 when it is not a year. */
const yearOf = (digits: string | undefined, chinese: string | undefined): number =>
  digits ? Number(digits) : (parseChineseNumeral(chinese ?? '') ?? 0);

/** 中华人民共和国国务院令 and 国务院令 are one series; the state's name is dropped. */
const shortIssuer = (issuer: string): string => issuer.replace(/^中华人民共和国(?=.)/u, '');

const isYear = (year: number): boolean => year >= FIRST_YEAR && year <= LAST_YEAR;
