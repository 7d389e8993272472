import { formatDay, isDay, type Day } from '../../workdays/days';
import { isLetterKind, type LetterKind } from './kinds';

/**
 * A letter as it went out: what is stored of it, and all that its files are made from. Its words are
 * Chinese, the official language, whoever reads the page around it.
 */
export type LetterContent = {
  kind: LetterKind;
  title: string;
  /** 文号; null for a receipt, which goes by the receipt number in its text. */
  number: string | null;
  addressee: string;
  paragraphs: LetterParagraph[];
  /** 署名: the agency. */
  agency: string;
  /** 成文日期. */
  date: Day;
};

export type LetterParagraph = { text: string; role?: 'remedy' };

/**
 * A stored letter, as an object or as the JSON of one.
 *
 * @returns null for anything that is not a whole letter.
 */
export function readLetter(stored: unknown): LetterContent | null {
  const value = typeof stored === 'string' ? parsed(stored) : stored;
  return isLetter(value) ? value : null;
}

/** The letter as plain text, one paragraph a line, the agency at its head as on paper. */
export const letterText = (letter: LetterContent): string =>
  [
    letter.agency,
    letter.title,
    ...(letter.number ? [letter.number] : []),
    letter.addressee,
    ...letter.paragraphs.map(({ text }) => text),
    letter.agency,
    formatDay(letter.date),
  ].join('\n');

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    // What was typed by hand before letters were made is no letter.
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function isLetter(value: unknown): value is LetterContent {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, title, number, addressee, paragraphs, agency, date } = value as LetterContent;
  return (
    isLetterKind(kind) &&
    [title, addressee, agency].every((text) => typeof text === 'string') &&
    (number === null || typeof number === 'string') &&
    isDay(date) &&
    Array.isArray(paragraphs) &&
    paragraphs.every((paragraph) => typeof paragraph?.text === 'string')
  );
}
