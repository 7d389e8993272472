import { readFigure } from '../../../domain/annual-reports/figure';
import { meaningOf } from '../../../domain/annual-reports/labels';
import {
  applicationColumns,
  type Figure,
  type TableName,
} from '../../../domain/annual-reports/tables';
import { isBlank, type Grid, type GridCell } from './source';

/** A cell of a grid that was taken for one of the form's. */
export type Taken = { table: TableName; row: string; column: string; cell: GridCell };

type Column = Pick<Taken, 'table' | 'column'>;

/**
 * The columns of a sheet that seem to have been pushed up or down, as when somebody deletes or inserts
 * a cell and what is below moves: each figure then stands beside its neighbour's label.
 */
export const pushedColumns = (grid: Grid, taken: readonly Taken[]): Column[] => [
  ...strayColumns(grid, taken),
  ...unbalancedColumns(taken),
  ...unsummedColumns(taken),
  ...shortColumns(taken),
];

/** A figure among the heads or behind the last row, or a head among the figures. */
function strayColumns(grid: Grid, taken: readonly Taken[]): Column[] {
  // Beside figures of the form a figure of its own is a remark.
  const rows = new Set(taken.map(({ cell }) => cell.row));
  const first = Math.min(...taken.map(({ cell }) => cell.row));
  const last = Math.max(...taken.map(({ cell }) => cell.row));
  const pushed = new Set<number>();
  for (const { cell } of taken) {
    if (!isBlank(cell) && meaningOf(cell.text)) pushed.add(cell.col);
  }
  for (let row = first; row <= last + 1; row += 1) {
    if (rows.has(row)) continue;
    const strays = (grid.rows[row] ?? []).filter(
      (cell) => cell.row === row && figureOf(cell) !== null,
    );
    // A row of numbers is the form's own count of its columns.
    const [stray, second] = strays;
    if (stray && !second) pushed.add(stray.col);
  }
  return taken.filter(({ cell }) => pushed.has(cell.col));
}

/** A column of applicants with a blank cell, whose results don't add up to （七）总计. */
function unsummedColumns(taken: readonly Taken[]): Column[] {
  return applicationColumns.flatMap((column): Column[] => {
    const own = taken
      .filter((one) => one.table === 'applications' && one.column === column)
      .sort((a, b) => a.cell.row - b.cell.row);
    const total = own.findIndex(({ row }) => row === 'outcome-total');
    const from = own.findIndex(({ row }) => row === 'granted');
    if (total < 0 || from < 0 || !own.some(({ cell }) => cell.isAbsent && isBlank(cell))) return [];
    const sum = figureOf((own[total] as Taken).cell);
    const results = own.slice(from, total).map(({ cell }) => figureOf(cell));
    const all = results.reduce<number>((before, figure) => before + (figure ?? 0), 0);
    return (sum ?? 0) === all ? [] : [{ table: 'applications', column }];
  });
}

/** The one cell of part two that isn't there, below a figure: that figure may have been its own. */
function shortColumns(taken: readonly Taken[]): Column[] {
  const own = taken.filter(({ table }) => table === 'disclosure');
  const [gap, second] = own.filter(({ cell }) => cell.isAbsent && isBlank(cell));
  if (!gap || second) return [];
  return own.some(
    ({ column, cell }) =>
      column === gap.column && cell.row === gap.cell.row - 1 && cell.col === gap.cell.col,
  )
    ? [gap]
    : [];
}

/** A column of applicants, moved back by one row, under which the sums of the rows hold again. */
function unbalancedColumns(taken: readonly Taken[]): Column[] {
  const rows = new Map<number, Map<string, Figure>>();
  for (const { table, column, cell } of taken) {
    if (table !== 'applications') continue;
    const row = rows.get(cell.row) ?? new Map<string, Figure>();
    rows.set(cell.row, row.set(column, figureOf(cell)));
  }
  const lines = [...rows].sort(([a], [b]) => a - b).map(([, row]) => row);
  const from = lines.findIndex((row) => holds(row) === false);
  if (from < 0) return [];
  const at = (index: number, column: string): Figure => lines[index]?.get(column) ?? null;
  const isMended = (column: string, step: 1 | -1): boolean => {
    // Pushed up: what stands below belongs here, the first wrong row has lost its own.
    const begin = step === 1 ? from + 1 : from;
    const tail = lines.slice(begin);
    const mended = tail.map((row, i) =>
      holds(new Map(row).set(column, at(begin + i - step, column))),
    );
    return (
      mended.every((isTrue) => isTrue !== false) &&
      (mended.some((isTrue) => isTrue === true) || tail.length === 0)
    );
  };
  return applicationColumns
    .filter((column) => isMended(column, 1) || isMended(column, -1))
    .map((column) => ({ table: 'applications', column }));
}

/** Whether 总计 is the sum of the applicants; null where a cell is blank. */
function holds(row: ReadonlyMap<string, Figure>): boolean | null {
  const figures = applicationColumns.map((column) => row.get(column) ?? null);
  if (figures.some((figure) => figure === null)) return null;
  const [total = 0, ...parts] = figures.map((figure) => figure ?? 0).reverse();
  return parts.reduce((sum, figure) => sum + figure, 0) === total;
}

const figureOf = (cell: GridCell): Figure => readFigure(cell.text, 'count').figure;
