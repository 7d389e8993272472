import type { HeadCell, ReportRow, ReportTableProps } from '@/components/ReportTable/ReportTable';
import { cellsOf } from '@/domain/annual-reports/fill';
import type { FigureKind, Label } from '@/domain/annual-reports/layouts';
import {
  figureAt,
  type Figure,
  type LayoutCode,
  type ReportTables,
  type TableName,
} from '@/domain/annual-reports/tables';
import { layouts } from '@/domain/annual-reports/years';

/** What the official form prints beside the labels that a layout holds. */
export type FormWords = {
  /** 信息内容, over the row headings of part two. */
  content: string;
  /** The form's own rule, printed over the row headings of the applications table. */
  identity: string;
  applicants: string;
  organisations: string;
  applicationsCaption: string;
  litigationCaption: string;
  suits: string;
  /** 单位：件 and 件数: the form has one row of figures and no heading for it. */
  unit: string;
  cases: string;
};

type Table = Omit<ReportTableProps, 'note'>;

/** Part two: a table for each item of §20, with its unit where the figures are money. */
export function disclosureTables(
  code: LayoutCode,
  tables: ReportTables,
  words: FormWords,
  locale: string,
): (Table & { isMoney: boolean })[] {
  const say = sayIn(locale);
  return layouts[code].disclosure.map(({ label, columns, rows }) => ({
    caption: say(label),
    isMoney: columns.some(({ figure }) => figure === 'amount-10k-yuan'),
    head: [[{ text: words.content }, ...columns.map((column) => ({ text: say(column.label) }))]],
    rows: rows.map((row) => ({
      header: say(row.label),
      cells: columns.map((column) =>
        written(figureAt(tables, 'disclosure', row.code, column.code), column.figure),
      ),
    })),
  }));
}

/** Part three: the applicants in three rows of headings, the outcomes below each other by their numbering. */
export function applicationsTable(
  code: LayoutCode,
  tables: ReportTables,
  words: FormWords,
  locale: string,
): Table {
  const say = sayIn(locale);
  const { columns, lines } = layouts[code].applications;
  const named = (wanted: (code: string) => boolean): HeadCell[] =>
    columns.filter((column) => wanted(column.code)).map(({ label }) => ({ text: say(label) }));
  const isOrganisation = (column: string) => column !== 'natural' && column !== 'total';
  const organisations = named(isOrganisation);
  const tall = (cells: HeadCell[]) => cells.map((cell) => ({ ...cell, rowSpan: 2 }));
  return {
    caption: words.applicationsCaption,
    head: [
      [
        { text: words.identity, rowSpan: 3 },
        { text: words.applicants, colSpan: columns.length },
      ],
      [
        ...tall(named((column) => column === 'natural')),
        { text: words.organisations, colSpan: organisations.length },
        ...tall(named((column) => column === 'total')),
      ],
      organisations,
    ],
    rows: lines.map(({ code: row, level, label }): ReportRow => {
      const isHeading = row === null;
      return {
        header: say(label),
        level: level === 3 ? 2 : level === 2 ? 1 : 0,
        strong: (isHeading && level === 1) || row === 'outcome-total',
        cells: columns.map((column) =>
          isHeading ? null : figureAt(tables, 'applications', row, column.code),
        ),
      };
    }),
  };
}

/** Part four: reviews and both kinds of suits beside each other in one row, as the form prints them. */
export function litigationTable(
  code: LayoutCode,
  tables: ReportTables,
  words: FormWords,
  locale: string,
): Table {
  const say = sayIn(locale);
  const { rows, columns } = layouts[code].litigation;
  const results: HeadCell[] = columns.map(({ label }) => ({ text: say(label) }));
  const suits = rows.filter((row) => row.code !== 'review');
  const review = rows.filter((row) => row.code === 'review');
  return {
    caption: words.litigationCaption,
    head: [
      [
        { text: words.unit, rowSpan: 3 },
        ...review.map(({ label }) => ({ text: say(label), colSpan: columns.length })),
        { text: words.suits, colSpan: columns.length * suits.length },
      ],
      [
        ...results.map((cell) => ({ ...cell, rowSpan: 2 })),
        ...suits.map(({ label }) => ({ text: say(label), colSpan: columns.length })),
      ],
      suits.flatMap(() => results),
    ],
    rows: [
      {
        header: words.cases,
        cells: [...review, ...suits].flatMap((row) =>
          columns.map((column) => figureAt(tables, 'litigation', row.code, column.code)),
        ),
      },
    ],
  };
}

/** How many cells of a table the report leaves blank. */
export const countBlanks = (code: LayoutCode, tables: ReportTables, table: TableName): number =>
  cellsOf(code).filter(
    (cell) => cell.table === table && figureAt(tables, table, cell.row, cell.column) === null,
  ).length;

/** 本年增/减 shows which of the two it is; every other figure is written by the table itself. */
function written(figure: Figure, kind: FigureKind): number | string | null {
  if (kind !== 'change' || figure === null || figure === 0) return figure;
  const amount = Math.abs(figure).toLocaleString('en');
  return figure > 0 ? `+${amount}` : `−${amount}`;
}

const sayIn = (locale: string) => (label: Label) => (locale === 'en' ? label.en : label.zh);
