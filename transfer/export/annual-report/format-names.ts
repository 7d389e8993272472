/** What an annual report can be downloaded as, in the order in which its page offers it. */
export const REPORT_FORMATS = ['docx', 'pdf', 'xlsx', 'html', 'csv', 'json', 'txt'] as const;

export type ReportFormat = (typeof REPORT_FORMATS)[number];

export const isReportFormat = (value: unknown): value is ReportFormat =>
  REPORT_FORMATS.includes(value as ReportFormat);
