import type { CellAddress } from '@/domain/annual-reports/fill';
import type { Grid, GridCell } from '@/domain/annual-reports/grid';
import { cellKey } from '@/domain/annual-reports/roll-up';

export type Direction = 'up' | 'down' | 'left' | 'right';

export type FigureAt = GridCell & { role: 'figure' };

/** The rows of a printed table that hold figures, with these alone. */
export const figureRows = (grid: Grid): FigureAt[][] =>
  grid.rows
    .map((cells) => cells.filter((cell): cell is FigureAt => cell.role === 'figure'))
    .filter((cells) => cells.length > 0);

/**
 * The cell that a spreadsheet would go to; null at the edge of the table. Up and down keep to what is
 * printed under each other, past rows that only hold names.
 */
export function nextCell(grid: Grid, from: CellAddress, direction: Direction): CellAddress | null {
  const rows = figureRows(grid);
  const row = rows.findIndex((cells) => cells.some((cell) => isSame(cell.address, from)));
  const own = rows[row] ?? [];
  const column = own.findIndex(({ address }) => isSame(address, from));
  if (direction === 'left') return own[column - 1]?.address ?? null;
  if (direction === 'right') return own[column + 1]?.address ?? null;
  const at = own[column]?.at ?? 0;
  const next = rows[row + (direction === 'down' ? 1 : -1)];
  return next?.find((cell) => cell.at <= at && at < cell.at + cell.colSpan)?.address ?? null;
}

const isSame = (one: CellAddress, other: CellAddress): boolean => cellKey(one) === cellKey(other);

const DIRECTIONS: Record<string, Direction> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/** Where the caret stands in the text of a cell, counted from 0. */
type Caret = { start: number; end: number; length: number };

/**
 * Where a key leads. Left and right leave the cell only from its edge or while all of it is selected,
 * so that a figure can be corrected inside; keys held with others belong to the browser.
 */
export function directionOf(
  {
    key,
    shiftKey,
    altKey,
    ctrlKey,
    metaKey,
  }: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey'>,
  { start, end, length }: Caret,
): Direction | null {
  if (altKey || ctrlKey || metaKey) return null;
  if (key === 'Enter') return shiftKey ? 'up' : 'down';
  const direction = shiftKey ? undefined : DIRECTIONS[key];
  if (!direction || direction === 'up' || direction === 'down') return direction ?? null;
  if (start === 0 && end === length) return direction;
  if (start !== end) return null;
  return (direction === 'left' ? start === 0 : end === length) ? direction : null;
}
