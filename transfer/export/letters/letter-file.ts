import { letterText, type LetterContent } from '../../../domain/applications/letters/letter';
import { messages } from '../../../messages';
import { DOCX_TYPE } from '../docx';
import { press } from '../press';
import { TEXT_TYPE } from '../text';
import { letterDocx } from './letter-docx';
import { letterSheet } from './letter-sheet';

export const letterFormats = ['pdf', 'docx', 'txt'] as const;
export type LetterFormat = (typeof letterFormats)[number];

/** Whether a text names a format in which letters are made. */
export const isLetterFormat = (value: unknown): value is LetterFormat =>
  typeof value === 'string' && (letterFormats as readonly string[]).includes(value);

export const LETTER_TYPES: Record<LetterFormat, string> = {
  pdf: 'application/pdf',
  docx: DOCX_TYPE,
  txt: TEXT_TYPE,
};

/**
 * A stored letter as a file.
 *
 * @throws PressBusyError, PressFailedError for PDF.
 */
export async function letterFile(format: LetterFormat, letter: LetterContent): Promise<Buffer> {
  switch (format) {
    case 'docx':
      return letterDocx(letter);
    case 'txt':
      // The mark makes Windows' own editor read Chinese rightly.
      return Buffer.from(`\ufeff${letterText(letter)}\n`, 'utf8');
    case 'pdf':
      return (
        await press().print('pdf', letterSheet(letter, messages['zh-CN'].downloads.missingLetters))
      ).bytes;
  }
}
