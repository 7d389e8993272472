import { DOCX_TYPE } from '../docx';
import { CSV_TYPE } from '../lists/csv';
import { JSON_TYPE } from '../lists/json';
import { XLSX_TYPE } from '../lists/xlsx';
import { press } from '../press';
import { formDocx } from './form-docx';
import { formHtml } from './form-html';
import type { FormPaper } from './form-paper';
import { formSheet } from './form-sheet';
import { formXlsx } from './form-xlsx';
import type { FormFormat } from './format-names';

export const FORM_TYPES: Record<FormFormat, string> = {
  docx: DOCX_TYPE,
  pdf: 'application/pdf',
  xlsx: XLSX_TYPE,
  html: 'text/html; charset=utf-8',
  csv: CSV_TYPE,
  json: JSON_TYPE,
};

/** The formats that are set on paper or in merged cells, alike for every form. */
export type PaperFormat = Exclude<FormFormat, 'csv' | 'json'>;

/**
 * A form in one of the formats that a person reads.
 *
 * @param options.site the site's own address; `missingLetters` is said where a font lacks letters.
 * @throws PressBusyError, PressFailedError for PDF.
 */
export async function formFile(
  format: PaperFormat,
  paper: FormPaper,
  { site, missingLetters }: { site: string; missingLetters: string },
): Promise<Buffer> {
  switch (format) {
    case 'docx':
      return formDocx(paper, site);
    case 'pdf':
      return (await press().print('pdf', formSheet(paper, { site, missingLetters }))).bytes;
    case 'xlsx':
      return formXlsx(paper, site);
    case 'html':
      return Buffer.from(formHtml(paper, site), 'utf8');
  }
}
