import type { LetterContent } from '../../../domain/applications/letters/letter';
import { titleLines } from '../../../domain/documents/title-lines';
import { plainText } from '../docx-runs';
import { inlinesOf, TITLE_LINE, type Sheet } from '../sheet';
import { keptOf, partedAtEnd, runsOf, signatureOf } from './letter-runs';

/**
 * A letter for the typesetter, in the layout of official letters (GB/T 9704-2012 第 10.1 条 信函格式): the
 * agency in red over a double line, the number at the right below it.
 */
export const letterSheet = (letter: LetterContent, missingLetters: string): Sheet => ({
  language: 'zh',
  title: plainText(letter.title),
  titleLines: titleLines(plainText(letter.title), TITLE_LINE),
  authors: [plainText(letter.agency)],
  keywords: [],
  day: letter.date.split('-').map(Number),
  form: 'letter',
  mark: plainText(letter.agency),
  number: plainText(letter.number ?? ''),
  nodes: [
    { t: 'text', look: 'flush', runs: inlinesOf([{ text: letter.addressee }], undefined) },
    ...partedAtEnd(letter.paragraphs).map((paragraph, i, all) => {
      const keep = keptOf(all, i);
      return {
        t: 'text' as const,
        look: 'body' as const,
        runs: inlinesOf(runsOf(paragraph), undefined),
        ...(keep.length > 0 && { keep }),
      };
    }),
  ],
  attachments: { label: '', items: [] },
  signature: signatureOf(letter),
  imprint: [],
  annexes: [],
  facts: [],
  colon: '：',
  missing: missingLetters,
});
