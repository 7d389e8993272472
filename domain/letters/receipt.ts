import { formatReceiptNumber, parseReceiptNumber } from '../applications/receipt-number';
import { LETTER_PURPOSES, type LetterPurpose } from './codes';

/** The letters before a receipt number: 来信, 纠错, 更正. Only ASCII, as those of applications. */
export const letterPrefixes = { letter: 'LX', correction: 'JC', record: 'GZ' } as const;

export const formatLetterReceipt = (purpose: LetterPurpose, year: number, serial: number): string =>
  formatReceiptNumber({ prefix: letterPrefixes[purpose], year, serial });

/** Reads a receipt number in any spelling; null for one that is none of these. */
export function parseLetterReceipt(
  text: string,
): { number: string; purpose: LetterPurpose; year: number; serial: number } | null {
  for (const { code: purpose } of LETTER_PURPOSES) {
    const parsed = parseReceiptNumber(text, letterPrefixes[purpose]);
    if (parsed.ok) return { number: parsed.number, purpose, ...parsed.value };
  }
  return null;
}
