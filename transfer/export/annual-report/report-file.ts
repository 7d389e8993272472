import type { ReportPaper } from '../../../domain/annual-reports/report-paper';
import { FORM_TYPES, formFile } from '../forms/form-file';
import { TEXT_TYPE } from '../text';
import type { ReportFormat } from './format-names';
import { reportCsv } from './report-csv';
import { reportForm } from './report-form';
import { reportJson } from './report-json';
import { reportText } from './report-text';

export const REPORT_TYPES: Record<ReportFormat, string> = { ...FORM_TYPES, txt: TEXT_TYPE };

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
    case 'pdf':
    case 'xlsx':
    case 'html':
      return formFile(format, reportForm(paper), { site, missingLetters });
    case 'csv':
      return Buffer.from(reportCsv(paper), 'utf8');
    case 'json':
      return Buffer.from(reportJson(paper, site), 'utf8');
    case 'txt':
      // The mark makes Windows' own editor read Chinese rightly.
      return Buffer.from(`\ufeff${reportText(paper)}`, 'utf8');
  }
}
