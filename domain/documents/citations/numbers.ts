import { N } from './words';

/**
 * Where a document number may stand: from `start`, where its code can begin at the latest, to `end`.
 * The Chinese before it, from `runStart`, may be its code or the sentence (根据国办发〔2018〕108号).
 */
export type NumberSpan = { start: number; end: number; runStart: number };

/** Document numbers in every spelling that domain/documents/number.ts reads. */
export function numbersIn(text: string): NumberSpan[] {
  if (!text.includes('号')) return [];
  return [...text.matchAll(NUMBER)].map((match) => {
    const start = match.index;
    const run = /[\p{Script=Han}（）()]{0,30}$/u.exec(text.slice(Math.max(0, start - 30), start));
    return { start, end: start + match[0].length, runStart: start - (run?.[0].length ?? 0) };
  });
}

const DIGIT = '[0-9０-９]';
const NUMBER = new RegExp(
  `[〔［\\[【〖〈（(]\\s*${DIGIT}{4}\\s*年?[〕］\\]】〗〉）)]\\s*第?\\s*${DIGIT}{1,5}\\s*号` +
    `|${DIGIT}{4}\\s*年\\s*第\\s*${DIGIT}{1,5}\\s*号` +
    `|(?:令|公告|通告)\\s*第?\\s*${N}{1,8}\\s*号|第\\s*${N}{1,8}\\s*号(?:令|公告|通告)`,
  'gu',
);
