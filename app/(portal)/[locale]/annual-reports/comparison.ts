import type { ReportRow } from '@/components/ReportTable/ReportTable';
import { cellsOf } from '@/domain/annual-reports/fill';
import { applicantColumns } from '@/domain/annual-reports/identities';
import type { Label } from '@/domain/annual-reports/layouts';
import {
  figureAt,
  type Figure,
  type LayoutCode,
  type ReportTables,
  type TableName,
} from '@/domain/annual-reports/tables';
import { layouts } from '@/domain/annual-reports/years';

export type Compared = { code: LayoutCode; tables: ReportTables };

/** The headings of the comparison; `noItem` stands where the form of a year has no such cell. */
export type ComparisonWords = {
  disclosure: string;
  applications: string;
  applicants: string;
  litigation: string;
  noItem: string;
};

const SPLIT = ['other-not-supplemented', 'other-unpaid', 'other-else'] as const;

/**
 * All figures of several reports in one table, a column for each. What the two forms ask in different
 * words has rows of its own. 其他处理, one row in one form and three in the other, is compared as their sum.
 */
export function compareReports(
  reports: readonly Compared[],
  words: ComparisonWords,
  locale: string,
): ReportRow[] {
  const say = (label: Label) => (locale === 'en' ? label.en : label.zh);
  const has = new Map(
    (Object.keys(layouts) as LayoutCode[]).map((code) => [
      code,
      new Set(cellsOf(code).map(({ table, row, column }) => `${table}/${row}/${column}`)),
    ]),
  );
  const used = Object.values(layouts).filter(({ code }) =>
    reports.some((report) => report.code === code),
  );
  const cells = (table: TableName, row: string, column: string) =>
    reports.map(({ code, tables }) =>
      has.get(code)?.has(`${table}/${row}/${column}`)
        ? signed(column, figureAt(tables, table, row, column))
        : words.noItem,
    );
  const heading = (header: string, level: 0 | 1 = 0): ReportRow => ({
    header,
    level,
    strong: level === 0,
    cells: reports.map(() => null),
  });

  const seen = new Set<string>();
  // By item of §20 and row, both in the order in which a form first names them.
  const items = new Map<string, { label: Label; rows: Map<string, ReportRow[]> }>();
  for (const { disclosure } of used) {
    for (const { label, rows, columns } of disclosure) {
      const item = items.get(label.zh) ?? { label, rows: new Map<string, ReportRow[]>() };
      items.set(label.zh, item);
      for (const row of rows) {
        const lines = item.rows.get(row.code) ?? [];
        item.rows.set(row.code, lines);
        for (const column of columns) {
          const header = [row.label, column.label].map(say).join(locale === 'en' ? ': ' : ' · ');
          const own = cells('disclosure', row.code, column.code);
          const isKnown = seen.has(`${row.code}/${column.code}`);
          seen.add(`${row.code}/${column.code}`);
          if (!isKnown) lines.push({ header, level: 2, cells: own });
        }
      }
    }
  }
  const disclosure = [...items.values()].flatMap(({ label, rows }) => [
    heading(say(label), 1),
    ...[...rows.values()].flat(),
  ]);

  const newest = used.at(-1);
  const applications = (newest?.applications.lines ?? []).map(
    ({ code, level, label }): ReportRow => ({
      header: say(label),
      level: level === 3 ? 2 : 1,
      cells: label.zh.startsWith('（六）')
        ? reports.map(otherOf)
        : code === null
          ? reports.map(() => null)
          : cells('applications', code, 'total'),
    }),
  );
  const applicants = applicantColumns.map((column): ReportRow => {
    const entry = newest?.applications.columns.find(({ code }) => code === column);
    return {
      header: entry ? say(entry.label) : column,
      level: 1,
      cells: cells('applications', 'received', column),
    };
  });
  const litigation = (newest?.litigation.rows ?? []).flatMap((row) => [
    heading(say(row.label), 1),
    ...(newest?.litigation.columns ?? []).map((column): ReportRow => ({
      header: say(column.label),
      level: 2,
      cells: cells('litigation', row.code, column.code),
    })),
  ]);
  return [
    heading(words.disclosure),
    ...disclosure,
    heading(words.applications),
    ...applications,
    heading(words.applicants),
    ...applicants,
    heading(words.litigation),
    ...litigation,
  ];
}

/** （六）其他处理 of either form; blank when a part of it is. */
function otherOf({ code, tables }: Compared): Figure {
  const at = (row: string) => figureAt(tables, 'applications', row, 'total');
  if (code === '2019') return at('other');
  return SPLIT.map(at).reduce(
    (sum, figure) => (sum === null || figure === null ? null : sum + figure),
    0,
  );
}

/** 本年增/减 shows which of the two it is. */
function signed(column: string, figure: Figure): Figure | string {
  if (column !== 'change' || figure === null || figure === 0) return figure;
  return `${figure > 0 ? '+' : '−'}${Math.abs(figure).toLocaleString('en')}`;
}
