import { applicantColumns } from '@/domain/annual-reports/identities';
import {
  applicationRows,
  figureAt,
  type ApplicationColumn,
  type Figure,
  type LayoutCode,
  type ReportTables,
} from '@/domain/annual-reports/tables';
import { layouts } from '@/domain/annual-reports/years';

/** The kinds of results that a chart draws, each the rows that begin with its name. */
export const resultGroups = [
  'granted',
  'partial',
  'refused',
  'unavailable',
  'declined',
  'other',
] as const;
export type ResultGroup = (typeof resultGroups)[number];

/** Requests received by kind of applicant; null when the report gives only their total. */
export function applicantBars(
  tables: ReportTables,
): { column: ApplicationColumn; value: Figure }[] | null {
  const bars = applicantColumns.map((column) => ({
    column,
    value: figureAt(tables, 'applications', 'received', column),
  }));
  return bars.every(({ value }) => value === null) ? null : bars;
}

/** Results by kind, over all applicants; a kind with a blank among its rows is blank. */
export function resultBars(
  code: LayoutCode,
  tables: ReportTables,
): { group: ResultGroup; value: Figure }[] | null {
  const { outcomes } = layouts[code].applications;
  const bars = resultGroups.map((group) => {
    const figures = applicationRows
      .filter((row) => outcomes.includes(row) && (row === group || row.startsWith(`${group}-`)))
      .map((row) => figureAt(tables, 'applications', row, 'total'));
    return { group, value: sumOf(figures) };
  });
  return bars.every(({ value }) => value === null) ? null : bars;
}

const sumOf = (figures: readonly Figure[]): Figure =>
  figures.reduce(
    (sum: Figure, figure) => (sum === null || figure === null ? null : sum + figure),
    0,
  );
