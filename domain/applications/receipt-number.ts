import { mod11Check } from './check-digits';

export type ReceiptNumber = { prefix: string; year: number; serial: number };

/** Why a text is no receipt number: `check` means one that was mistyped, not one that is unknown. */
export type ReceiptNumberProblem = 'empty' | 'shape' | 'prefix' | 'check';

/**
 * The public number of an application: `YF2026-00012-5`, made of the portal's prefix, the year, the
 * serial of that year and a check character over year and serial (ISO 7064 MOD 11-2). Only ASCII,
 * so that it can be typed on any phone and read out over the telephone.
 *
 * @throws RangeError for a prefix that is not 1 to 4 capitals, or a serial beyond 1 to 99999.
 */
export function formatReceiptNumber({ prefix, year, serial }: ReceiptNumber): string {
  if (!/^[A-Z]{1,4}$/.test(prefix))
    throw new RangeError(`Not a prefix of 1 to 4 capitals: ${prefix}`);
  if (!Number.isInteger(year) || year < 2000 || year > 9999) {
    throw new RangeError(`Not a year: ${year}`);
  }
  if (!Number.isInteger(serial) || serial < 1 || serial > 99_999) {
    throw new RangeError(`Not a serial from 1 to 99999: ${serial}`);
  }
  const digits = String(serial).padStart(5, '0');
  return `${prefix}${year}-${digits}-${mod11Check(`${year}${digits}`)}`;
}

/**
 * Reads a receipt number as people type it: small letters, full-width characters, spaces, any dash
 * or none, and marks that nobody sees, copied along.
 */
export function parseReceiptNumber(
  text: string,
  prefix: string,
):
  | { ok: true; number: string; value: ReceiptNumber }
  | { ok: false; problem: ReceiptNumberProblem } {
  const plain = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Dash}\p{Cf}]+/gu, '');
  if (plain === '') return { ok: false, problem: 'empty' };
  const match = /^([A-Z]*)(\d{4})(\d{5})([\dX])$/.exec(plain);
  if (!match) return { ok: false, problem: 'shape' };
  const [, letters = '', year = '', serial = '', check = ''] = match;
  if (letters !== prefix) return { ok: false, problem: 'prefix' };
  const value = { prefix, year: Number(year), serial: Number(serial) };
  if (mod11Check(`${year}${serial}`) !== check) return { ok: false, problem: 'check' };
  if (value.serial === 0 || value.year < 2000) return { ok: false, problem: 'shape' };
  return { ok: true, number: formatReceiptNumber(value), value };
}

/** Whether a text is a receipt number of this portal, in any spelling. */
export const isReceiptNumber = (text: string, prefix: string): boolean =>
  parseReceiptNumber(text, prefix).ok;

/**
 * The number of the letter that answers an application, counted apart from the agency's other
 * documents: 宜府办依申请〔2026〕第12号.
 */
export const formatLetterNumber = (code: string, year: number, serial: number): string =>
  `${code}〔${year}〕第${serial}号`;
