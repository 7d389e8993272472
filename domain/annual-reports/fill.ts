import {
  applicationColumns,
  figureAt,
  litigationColumns,
  litigationRows,
  type ApplicationColumn,
  type ApplicationRow,
  type Figure,
  type LayoutCode,
  type LitigationColumn,
  type ReportTables,
  type TableName,
} from './tables';
import { layouts } from './years';

export type CellAddress = { table: TableName; row: string; column: string };

/** Every cell that a layout has, in the order of the printed tables. */
export function cellsOf(code: LayoutCode): CellAddress[] {
  const layout = layouts[code];
  return [
    ...layout.disclosure.flatMap(({ rows, columns }) =>
      rows.flatMap((row) =>
        columns.map((column) => ({
          table: 'disclosure' as const,
          row: row.code,
          column: column.code,
        })),
      ),
    ),
    ...layout.applications.lines.flatMap(({ code: row }) =>
      row === null
        ? []
        : applicationColumns.map((column) => ({ table: 'applications' as const, row, column })),
    ),
    ...litigationRows.flatMap((row) =>
      litigationColumns.map((column) => ({ table: 'litigation' as const, row, column })),
    ),
  ];
}

/** Tables with every cell of the layout there and blank. */
export const emptyTables = (code: LayoutCode): ReportTables => fillTables(code, () => null);

/** Tables in which each cell of the layout holds what `figure` says for its address. */
export function fillTables(code: LayoutCode, figure: (cell: CellAddress) => Figure): ReportTables {
  const tables: Record<TableName, Record<string, Record<string, Figure>>> = {
    disclosure: {},
    applications: {},
    litigation: {},
  };
  for (const cell of cellsOf(code)) {
    (tables[cell.table][cell.row] ??= {})[cell.column] = figure(cell);
  }
  // cellsOf names every row and column of the layout, so the shape is complete.
  return tables as ReportTables;
}

/** A cell that is blank in some reports and filled in others, so that the sum says too little. */
export type Gap = CellAddress & { blankIn: number[] };

/**
 * The sum of several agencies' tables, cell by cell. A cell blank in all stays blank. A cell blank
 * in some is summed over the others and listed in `gaps` with the positions of the blanks, for a
 * clerk to ask about.
 */
export function sumTables(
  code: LayoutCode,
  all: readonly ReportTables[],
): { tables: ReportTables; gaps: Gap[] } {
  const gaps: Gap[] = [];
  const tables = fillTables(code, (cell) => {
    const figures = all.map((each) => figureAt(each, cell.table, cell.row, cell.column));
    const known = figures.filter((figure) => figure !== null);
    if (known.length === 0) return null;
    if (known.length < figures.length) {
      const blankIn = figures.flatMap((figure, i) => (figure === null ? [i] : []));
      gaps.push({ ...cell, blankIn });
    }
    return add(known);
  });
  return { tables, gaps };
}

/**
 * The tables with each blank sum worked out where every cell it sums is filled: 总计 of the
 * applicant columns, （七）总计 of the outcomes, 总计 of reviews and suits. Sums already written
 * stay as they are; `checkTables` says whether they are right.
 */
export function fillTotals(code: LayoutCode, tables: ReportTables): ReportTables {
  const { outcomes } = layouts[code].applications;
  const applicantColumns = applicationColumns.filter((column) => column !== 'total');
  const resultColumns = litigationColumns.filter((column) => column !== 'total');
  const at = (cell: CellAddress) => figureAt(tables, cell.table, cell.row, cell.column);
  const application = (row: ApplicationRow, column: ApplicationColumn): Figure => {
    const written = at({ table: 'applications', row, column });
    if (written !== null) return written;
    const across =
      column === 'total' ? addAll(applicantColumns.map((each) => application(row, each))) : null;
    const down =
      row === 'outcome-total' ? addAll(outcomes.map((each) => application(each, column))) : null;
    return across ?? down;
  };
  return fillTables(code, (cell) => {
    if (cell.table === 'applications') {
      return application(cell.row as ApplicationRow, cell.column as ApplicationColumn);
    }
    const written = at(cell);
    if (written !== null || cell.table !== 'litigation' || cell.column !== 'total') return written;
    return addAll(resultColumns.map((column: LitigationColumn) => at({ ...cell, column })));
  });
}

/** The sum, or null when a part is blank. */
const addAll = (figures: readonly Figure[]): Figure =>
  figures.every((figure) => figure !== null) ? add(figures) : null;

/** Adds amounts with decimals without the dust of binary fractions. */
const add = (figures: readonly number[]): number =>
  Math.round(figures.reduce((sum, figure) => sum + figure, 0) * 1e6) / 1e6;
