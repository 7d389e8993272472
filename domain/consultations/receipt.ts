import { formatReceiptNumber, parseReceiptNumber } from '../applications/receipt-number';

/** The letters before the receipt number of a comment: 意见. Only ASCII, as those of applications. */
const PREFIX = 'YJ';

export const formatCommentReceipt = (year: number, serial: number): string =>
  formatReceiptNumber({ prefix: PREFIX, year, serial });

/** Reads the receipt number of a comment in any spelling; null for one that is none. */
export function parseCommentReceipt(text: string): string | null {
  const parsed = parseReceiptNumber(text, PREFIX);
  return parsed.ok ? parsed.number : null;
}
