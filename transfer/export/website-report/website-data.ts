import { FIELDS, FORM_SOURCE, pathOf } from '../../../domain/website-reports/form';
import { csvLine, harmless } from '../lists/csv';
import type { WebsitePaper } from './website-paper';

/** The columns of the CSV, documented in docs/how-to/website-report.md. */
export const CSV_COLUMNS = ['agency', 'year', 'field', 'labels', 'unit', 'value'] as const;

/**
 * The answers as CSV (RFC 4180, UTF-8 with a byte order mark): a line for every field of the form, its
 * code, the names that lead to it from the outside in (parted by ` / `), and what stands there. Yes and no
 * are `true` and `false`, several choices are parted by a space, a blank has no value.
 */
export function websiteCsv({ agency, year, answers }: WebsitePaper): string {
  const lines = FIELDS.map(({ code, unit }) => {
    const answer = answers[code] ?? null;
    const value = typeof answer === 'object' ? (answer ?? []).join(' ') : answer;
    return csvLine([
      harmless(agency),
      String(year),
      code,
      labelsOf(code).join(' / '),
      unit?.zh ?? '',
      typeof value === 'string' ? harmless(value) : String(value),
    ]);
  });
  return `\ufeff${csvLine(CSV_COLUMNS)}${lines.join('')}`;
}

/** Where the schema of {@link websiteJson} is served from. */
export const WEBSITE_SCHEMA = '/schemas/website-report.schema.json';

/**
 * The form as one JSON object, after public/schemas/website-report.schema.json: answers by code with
 * `null` for a blank, and what each code is called.
 */
export function websiteJson(paper: WebsitePaper, site: string): string {
  const { title, agency, year, publishedOn, address, answers } = paper;
  const report = {
    $schema: new URL(WEBSITE_SCHEMA, site).toString(),
    title,
    agency,
    year,
    form: FORM_SOURCE,
    publishedOn,
    address,
    answers: Object.fromEntries(FIELDS.map(({ code }) => [code, answers[code] ?? null])),
    fields: FIELDS.map(({ code, kind, unit, options }) => ({
      code,
      kind,
      labels: labelsOf(code),
      unit: unit?.zh ?? null,
      ...(options && {
        options: Object.fromEntries(options.map((option) => [option.code, option.label.zh])),
      }),
    })),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

const labelsOf = (code: string): string[] => pathOf(code).map(({ zh }) => zh);
