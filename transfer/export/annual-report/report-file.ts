import type { ReportPaper } from '../../../domain/annual-reports/report-paper';
import { DOCX_TYPE } from '../docx';
import { CSV_TYPE } from '../lists/csv';
import { JSON_TYPE } from '../lists/json';
import { XLSX_TYPE } from '../lists/xlsx';
import { formDocx } from '../forms/form-docx';
import { formHtml } from '../forms/form-html';
import { formSheet } from '../forms/form-sheet';
import { formXlsx } from '../forms/form-xlsx';
import { press } from '../press';
import { TEXT_TYPE } from '../text';
import type { ReportFormat } from './format-names';
import { reportCsv } from './report-csv';
import { reportForm } from './report-form';
import { reportJson } from './report-json';
import { reportText } from './report-text';

export const REPORT_TYPES: Record<ReportFormat, string> = {
  docx: DOCX_TYPE,
  pdf: 'application/pdf',
  xlsx: XLSX_TYPE,
  html: 'text/html; charset=utf-8',
  csv: CSV_TYPE,
  json: JSON_TYPE,
  txt: TEXT_TYPE,
};

/** Goes up when the same report comes out differently: what was kept is then made again. */
export const REPORT_VERSION = 1;

/**
 * An annual report in one format. Whoever asks in English gets the same Chinese report, which alone
 * has force.
 *
 * @param options.site the site's own address; `missingLetters` is said where a font lacks letters.
 * @throws PressBusyError, PressFailedError for PDF.
 */
export async function reportFile(
  format: ReportFormat,
  paper: ReportPaper,
  { site, missingLetters }: { site: string; missingLetters: string },
): Promise<Buffer> {
  switch (format) {
    case 'docx':
      return formDocx(reportForm(paper), site);
    case 'pdf':
      return (await press().print('pdf', formSheet(reportForm(paper), { site, missingLetters })))
        .bytes;
    case 'xlsx':
      return formXlsx(reportForm(paper), site);
    case 'html':
      return Buffer.from(formHtml(reportForm(paper), site), 'utf8');
    case 'csv':
      return Buffer.from(reportCsv(paper), 'utf8');
    case 'json':
      return Buffer.from(reportJson(paper, site), 'utf8');
    case 'txt':
      // The mark makes Windows' own editor read Chinese rightly.
      return Buffer.from(`\ufeff${reportText(paper)}`, 'utf8');
  }
}
