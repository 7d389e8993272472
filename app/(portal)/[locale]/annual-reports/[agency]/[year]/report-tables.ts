import type { HeadCell, ReportRow, ReportTableProps } from '@/components/ReportTable/ReportTable';
import { cellsOf } from '@/domain/annual-reports/fill';
import {
  applicationsGrid,
  disclosureGrids,
  litigationGrid,
  type Grid,
  type GridCell,
  type NamedCell,
} from '@/domain/annual-reports/grid';
import type { Label } from '@/domain/annual-reports/layouts';
import { figureIn } from '@/domain/annual-reports/report-paper';
import {
  figureAt,
  type LayoutCode,
  type ReportTables,
  type TableName,
} from '@/domain/annual-reports/tables';

/** What a page needs beside the form, which has one row of reviews and suits and no name for it. */
export type PageWords = { unit: string; cases: string };

type Table = Omit<ReportTableProps, 'note'>;

/** Part two: a table for each item of §20, with its unit where the figures are money. */
export const disclosureTables = (
  code: LayoutCode,
  tables: ReportTables,
  locale: string,
): (Table & { isMoney: boolean })[] =>
  disclosureGrids(code).map((grid, i) => ({
    ...tableOf(grid, tables, locale),
    id: `table-disclosure-${i + 1}`,
    isMoney: grid.rows.flat().some((cell) => isFigure(cell) && cell.figure === 'amount-10k-yuan'),
  }));

/** Part three: the applicants in three rows of headings, the results below each other by their numbering. */
export const applicationsTable = (
  code: LayoutCode,
  tables: ReportTables,
  locale: string,
): Table => ({ ...tableOf(applicationsGrid(code), tables, locale), id: 'table-applications' });

/** Part four: reviews and both kinds of suits beside each other, in a row that the page names. */
export function litigationTable(
  code: LayoutCode,
  tables: ReportTables,
  words: PageWords,
  locale: string,
): Table {
  const grid = litigationGrid(code);
  const { head, rows, caption } = tableOf(grid, tables, locale);
  const [first = [], ...more] = head;
  return {
    id: 'table-litigation',
    caption,
    head: [[{ text: words.unit, rowSpan: grid.head }, ...first], ...more],
    rows: rows.map((row) => ({ ...row, header: words.cases })),
  };
}

/**
 * A printed table for a screen, where one column names the rows: what the form merges over several
 * rows heads them as a row of its own, so that the names stay in sight on a phone.
 */
function tableOf(grid: Grid, tables: ReportTables, locale: string): Table {
  const say = (label: Label) => (locale === 'en' ? label.en : label.zh);
  const isHead = (cells: GridCell[]) => cells.every(({ role }) => role === 'column');
  const head = grid.rows.filter(isHead).map((cells) =>
    cells.flatMap((cell): HeadCell[] => {
      if (cell.role === 'figure') return [];
      const colSpan = cell.at < grid.stubs ? 1 : cell.colSpan;
      return [
        {
          text: say(cell.label),
          ...(colSpan > 1 && { colSpan }),
          ...(cell.rowSpan > 1 && { rowSpan: cell.rowSpan }),
        },
      ];
    }),
  );
  const rows = grid.rows.flatMap((cells): ReportRow[] => {
    const figures = cells.filter(isFigure);
    if (figures.length === 0) return [];
    const names = cells.filter((cell): cell is NamedCell => cell.role === 'row');
    const heading = names.slice(0, -1).map((cell): ReportRow => ({
      header: say(cell.label),
      level: levelOf(cell),
      strong: cell.at === 0,
      cells: figures.map(() => null),
    }));
    const own = names.at(-1);
    return [
      ...heading,
      {
        header: own && say(own.label),
        level: own ? levelOf(own) : 0,
        strong: figures.some(({ address }) => address.row === 'outcome-total'),
        cells: figures.map((cell) => written(cell, tables)),
      },
    ];
  });
  return { caption: say(grid.caption), head, rows };
}

type FigureCell = GridCell & { role: 'figure' };
const isFigure = (cell: GridCell): cell is FigureCell => cell.role === 'figure';

const levelOf = ({ at }: GridCell): 0 | 1 | 2 => (at >= 2 ? 2 : at === 1 ? 1 : 0);

/** How many cells of a table the report leaves blank. */
export const countBlanks = (code: LayoutCode, tables: ReportTables, table: TableName): number =>
  cellsOf(code).filter(
    (cell) => cell.table === table && figureAt(tables, table, cell.row, cell.column) === null,
  ).length;

/** 本年增/减 shows which of the two it is; every other figure is written by the table itself. */
function written(cell: FigureCell, tables: ReportTables): number | string | null {
  const figure = figureIn(tables, cell);
  if (cell.figure !== 'change' || figure === null || figure === 0) return figure;
  const amount = Math.abs(figure).toLocaleString('en');
  return figure > 0 ? `+${amount}` : `−${amount}`;
}
