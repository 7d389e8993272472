import { cellsOf, fillTables, type CellAddress } from './fill';
import type { Figure, LayoutCode, ReportTables, TableName } from './tables';

export type TablesProblem = {
  rule: 'shape' | 'unknown-cell' | 'not-a-number';
  table?: TableName;
  row?: string;
  column?: string;
};

/**
 * Tables out of a stored or sent value. Cells that are missing are blank; a row or column that the
 * layout does not have, or a cell that is neither a number nor null (“20368万元”), is a problem and
 * not dropped. Whether the figures are right is for `checkTables`.
 */
export function parseTables(
  code: LayoutCode,
  value: unknown,
): { ok: true; value: ReportTables } | { ok: false; problems: TablesProblem[] } {
  if (!isObject(value)) return { ok: false, problems: [{ rule: 'shape' }] };
  const known = new Set(cellsOf(code).map(keyOf));
  const figures = new Map<string, Figure>();
  const problems: TablesProblem[] = [];
  for (const [table, rows] of Object.entries(value)) {
    if (!isTableName(table) || !isObject(rows)) {
      problems.push({ rule: 'shape', ...(isTableName(table) && { table }) });
      continue;
    }
    for (const [row, cells] of Object.entries(rows)) {
      if (!isObject(cells)) {
        problems.push({ rule: 'shape', table, row });
        continue;
      }
      for (const [column, figure] of Object.entries(cells)) {
        const cell = { table, row, column };
        if (!known.has(keyOf(cell))) problems.push({ rule: 'unknown-cell', ...cell });
        else if (figure === null || isFigure(figure)) figures.set(keyOf(cell), figure);
        else problems.push({ rule: 'not-a-number', ...cell });
      }
    }
  }
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, value: fillTables(code, (cell) => figures.get(keyOf(cell)) ?? null) };
}

const keyOf = ({ table, row, column }: CellAddress): string => `${table}/${row}/${column}`;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isFigure = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value);

const isTableName = (value: string): value is TableName =>
  ['disclosure', 'applications', 'litigation'].includes(value);
