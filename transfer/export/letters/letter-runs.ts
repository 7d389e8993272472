import type { Run } from '../../../domain/documents/blocks';
import { titleLines } from '../../../domain/documents/title-lines';
import { formatDay } from '../../../domain/workdays/days';
import { plainText } from '../docx-runs';
import type { LetterContent, LetterParagraph } from '../../../domain/applications/letters/letter';

/** The text of a paragraph, with the addresses in it as links. */
export const runsOf = ({ text }: LetterParagraph): Run[] =>
  text
    .split(ADDRESS)
    .map((part, i) => (i % 2 === 0 ? { text: part } : { text: part, href: part }))
    .filter((run) => run.text !== '');

const ADDRESS = /(https?:\/\/[\x21-\x7e]+)/u;

/**
 * What is kept on one page: the remedy whole, and the end of the text with the signature, which must
 * not stand on a page alone. What is longer than half a page is torn all the same.
 */
export function keptOf(paragraphs: readonly LetterParagraph[], at: number): ('whole' | 'next')[] {
  const paragraph = paragraphs[at];
  const isLast = at === paragraphs.length - 1;
  const fits = [...(paragraph?.text ?? '')].length <= HALF_PAGE;
  return [
    ...(fits && (isLast || paragraph?.role === 'remedy') ? (['whole'] as const) : []),
    ...(isLast ? (['next'] as const) : []),
  ];
}

/**
 * The paragraphs with the last parted at a sentence where it is longer than half a page: the
 * typesetter keeps only what is whole with what follows.
 */
export function partedAtEnd(paragraphs: readonly LetterParagraph[]): LetterParagraph[] {
  const last = paragraphs.at(-1);
  const letters = [...(last?.text ?? '')];
  if (!last || letters.length <= HALF_PAGE) return [...paragraphs];
  const from = letters.length - HALF_PAGE;
  const sentence = letters.findIndex((letter, i) => i >= from && /[。；！？]/u.test(letter)) + 1;
  const at = sentence > 0 && sentence < letters.length ? sentence : from;
  const parts = [letters.slice(0, at), letters.slice(at)];
  return [...paragraphs.slice(0, -1), ...parts.map((part) => ({ ...last, text: part.join('') }))];
}

/** 署名 and 成文日期; a long name in lines of nearly equal length. */
export const signatureOf = ({ agency, date }: LetterContent): string[] => [
  ...titleLines(plainText(agency), SIGNATURE_LINE),
  formatDay(date),
];

/** Characters, of 24 that there is room for. */
const SIGNATURE_LINE = 20;

/** Characters: eleven lines of 28. */
const HALF_PAGE = 308;
