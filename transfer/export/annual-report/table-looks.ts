import type { Grid, GridCell } from '../../../domain/annual-reports/grid';
import type { TableName } from '../../../domain/annual-reports/tables';

/**
 * How the tables stand on an upright A4 sheet: the width of each column in millimetres, together the
 * 156 of the type area (GB/T 9704), and the size of type in points that lets each name be read.
 */
export function lookOf({ table, columns }: Grid): { widths: number[]; size: number } {
  const given = WIDTHS[table];
  const each =
    (TYPE_AREA - given.reduce((sum, width) => sum + width, 0)) / (columns - given.length);
  const rest = Array.from({ length: columns - given.length }, () => each);
  return { widths: [...given, ...rest], size: SIZES[table] };
}

const TYPE_AREA = 156;

/** From the left; the columns that are not named share what is left. Organisations are two letters wide. */
const WIDTHS: Record<TableName, number[]> = {
  disclosure: [48],
  applications: [9, 19, 52, 11.8, 10.6, 10.6, 10.6, 10.6, 10.6],
  litigation: [],
};

/** 五号 and 小五. */
const SIZES: Record<TableName, number> = { disclosure: 10.5, applications: 9, litigation: 9 };

/** Only names of single rows run from the left; everything else stands in the middle. */
export const isLeft = (grid: Grid, cell: GridCell): boolean =>
  cell.role === 'title' ||
  (cell.role === 'row' && grid.table === 'applications' && cell.rowSpan === 1);
