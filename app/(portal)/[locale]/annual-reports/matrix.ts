import { punctualityOf, type Punctuality } from '@/domain/annual-reports/punctuality';
import { dayOf, type Day } from '@/domain/workdays/days';
import type { AgencyRow } from '@/queries/agencies';
import type { ReportRow } from '@/queries/annual-reports';

export type MatrixCell = {
  year: number;
  /** Whether there is a report, with or without a day on record. */
  isThere: boolean;
  publishedOn: Day | null;
  is: Punctuality;
};

export type Matrix = {
  /** The newest first: every year that somebody reported on. */
  years: number[];
  rows: { agency: AgencyRow; cells: MatrixCell[] }[];
  counts: { year: number; published: number; onTime: number; late: number; missing: number }[];
};

/** Agencies that report, by years; other authorities only where they did. */
export function matrixOf(
  agencies: readonly AgencyRow[],
  reports: readonly Pick<ReportRow, 'agency' | 'year' | 'publishedOn'>[],
  today: Day,
): Matrix {
  const years = [...new Set(reports.map(({ year }) => year))].sort((a, b) => b - a);
  const rows = agencies
    .filter(({ id, kind }) => kind !== 'external' || reports.some(({ agency }) => agency.id === id))
    .map((agency) => ({
      agency,
      cells: years.map((year): MatrixCell => {
        const found = reports.find(
          (report) => report.agency.id === agency.id && report.year === year,
        );
        const publishedOn = found?.publishedOn ? dayOf(found.publishedOn) : null;
        const level = agency.kind === 'government' ? 'county' : 'department';
        return {
          year,
          isThere: found !== undefined,
          publishedOn,
          is: punctualityOf(year, level, found ? publishedOn : undefined, today),
        };
      }),
    }));
  const counts = years.map((year, i) => {
    const states = rows.map(({ cells }) => cells[i]);
    const count = (state: Punctuality['state']) =>
      states.filter((cell) => cell?.is.state === state).length;
    return {
      year,
      published: states.filter((cell) => cell?.isThere).length,
      onTime: count('on-time'),
      late: count('late'),
      missing: count('missing'),
    };
  });
  return { years, rows, counts };
}
