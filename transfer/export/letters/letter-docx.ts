import { AlignmentType, Document, Packer, Paragraph } from 'docx';
import type { LetterContent } from '../../../domain/applications/letters/letter';
import { pageNumber } from '../docx';
import { docxHead, docxSignature, docxTitle, letterFooter } from '../docx-official';
import { inlines, plainText } from '../docx-runs';
import { FONT_TABLE, GRID, LETTER_PAGE, STYLES } from '../docx-styles';
import { keptOf, runsOf, signatureOf } from './letter-runs';

/** A letter as a Word file, in the layout of official letters (GB/T 9704-2012 第 10.1 条). */
export function letterDocx(letter: LetterContent): Promise<Buffer> {
  const paper = {
    title: letter.title,
    body: [],
    number: letter.number,
    masthead: { form: 'letter' as const, mark: letter.agency },
  };
  const file = new Document({
    title: plainText(letter.title),
    creator: plainText(letter.agency),
    lastModifiedBy: plainText(letter.agency),
    subject: plainText(letter.number ?? ''),
    styles: STYLES,
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: { page: LETTER_PAGE, grid: GRID, titlePage: true },
        footers: {
          default: pageNumber(AlignmentType.RIGHT),
          even: pageNumber(AlignmentType.LEFT),
          first: letterFooter(),
        },
        children: [
          ...docxHead(paper),
          docxTitle(paper),
          new Paragraph({ children: inlines([{ text: letter.addressee }], undefined) }),
          ...letter.paragraphs.map((paragraph, i, all) => {
            const keep = keptOf(all, i);
            return new Paragraph({
              style: 'BodyText',
              ...(keep.includes('whole') && { keepLines: true }),
              ...(keep.includes('next') && { keepNext: true }),
              children: inlines(runsOf(paragraph), undefined),
            });
          }),
          ...docxSignature(signatureOf(letter)),
        ],
      },
    ],
  });
  return Packer.toBuffer(file, undefined, [FONT_TABLE]);
}
