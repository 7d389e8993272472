/** Whose number was typed into the search: it stands in no text, and is nobody's affair but theirs. */
export type AskedReceipt = 'application' | 'letter' | 'comment';

/** Where each of them is asked about, without the language. */
export const STATUS_PAGES: Readonly<Record<AskedReceipt, string>> = {
  application: '/applications/status',
  letter: '/letters/status',
  comment: '/consultations/status',
};

export const isAskedReceipt = (value: unknown): value is AskedReceipt =>
  typeof value === 'string' && Object.hasOwn(STATUS_PAGES, value);

/** LX, JC and GZ of letters, YJ of comments; see domain/letters/receipt.ts and domain/consultations/receipt.ts. */
const PREFIXES: Readonly<Record<string, AskedReceipt>> = {
  LX: 'letter',
  JC: 'letter',
  GZ: 'letter',
  YJ: 'comment',
};

/** A check character that is wrong was mistyped: the number is told all the same, and mended where it is asked about. */
const WHOLE = /(?<![A-Z0-9])([A-Z]{1,4})20\d{7}[\dX](?![A-Z0-9])/;
const BEGUN = /^([A-Z]{1,4})20\d{3}/;

/**
 * Whose receipt number a text holds, in any spelling; null for none.
 *
 * @param prefix the letters of applications, which a portal may choose (RECEIPT_PREFIX)
 */
export const receiptIn = (typed: string, prefix: string): AskedReceipt | null =>
  ownerOf(WHOLE.exec(plainOf(typed)), prefix);

/** The same of a number that is still being typed, from its first digit after the year on. */
export const receiptBegun = (typed: string, prefix: string): AskedReceipt | null =>
  ownerOf(BEGUN.exec(plainOf(typed)), prefix) ?? receiptIn(typed, prefix);

function ownerOf(match: RegExpExecArray | null, prefix: string): AskedReceipt | null {
  const letters = match?.[1];
  if (letters === undefined) return null;
  return letters === prefix ? 'application' : (PREFIXES[letters] ?? null);
}

const MOST_CHARACTERS = 300;

/** Of a pasted page the beginning alone. Blanks and dashes fall away inside the number, other blanks stay. */
const plainOf = (typed: string): string =>
  typed
    .slice(0, MOST_CHARACTERS)
    .normalize('NFKC')
    .toUpperCase()
    .replace(/(?<=[A-Z\d])[\s\p{Dash}]+(?=[\dX])/gu, '')
    .trim();
