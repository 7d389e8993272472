import { readFigure } from '../../../domain/annual-reports/figure';
import type { Figure } from '../../../domain/annual-reports/tables';
import type { Header } from './assign';
import { isBlank, type Grid, type GridCell } from './source';

/**
 * Whether the cells of a sheet's row seem to have been pushed aside, as when somebody deletes or
 * inserts a cell and the rest of the row moves: each figure then stands under its neighbour's head.
 * Where the row has a sum, the sum decides; elsewhere a row that ends too early or too late can't be
 * told from one that was pushed.
 *
 * @param cells what stands under each head
 * @param after the cells behind the row's label
 */
export function isPushed(
  cells: ReadonlyMap<string, GridCell>,
  after: readonly GridCell[],
  { order, right }: Header,
  grid: Grid,
): boolean {
  const filled = order.filter((code) => !isBlank(cells.get(code) ?? NOTHING));
  if (filled.length === 0) return false;
  const beyond = after.some((cell) => cell.col === right && isFigure(cell));
  if (order.at(-1) === 'total' && order.includes('natural')) {
    return isPushedSum(cells, order, beyond, isTotalUsed(grid, right));
  }
  if (beyond) return true;
  const last = cells.get(order.at(-1) ?? '');
  if (order.length < 2) return false;
  if (last && isRemark(last)) return true;
  if (last && !(last.isAbsent && isBlank(last))) return false;
  // Noughts alone stay what they are wherever they are pushed.
  return !order.slice(0, -1).every((code) => figureOf(cells.get(code)) === 0);
}

/** A row of applicants, whose 总计 is the sum of the others. */
function isPushedSum(
  cells: ReadonlyMap<string, GridCell>,
  order: readonly string[],
  beyond: boolean,
  isTotalGiven: boolean,
): boolean {
  const figures = order.map((code) => figureOf(cells.get(code)));
  const parts = figures.slice(0, -1);
  const total = figures.at(-1) ?? null;
  const isWhole = parts.every((figure) => figure !== null);
  if (total !== null) {
    if (isWhole && sumOf(parts) === total) return false;
    if (beyond) return true;
    // The sum stands under 其他, and something else under 总计.
    const last = parts.at(-1) ?? 0;
    return isWhole && last > 0 && sumOf(parts.slice(0, -1)) <= last;
  }
  if (beyond) return true;
  const written = cells.get('total') ?? NOTHING;
  if (!isBlank(written) && !isRemark(written)) return false;
  const end = figures.findLastIndex((figure) => figure !== null);
  if (end === 0 && !isTotalGiven) return false;
  // Blank cells, or formulas that were never counted, and no sum: nothing tells where the others stood.
  if (!isWhole) return true;
  // The last figure may be the sum of those before it that was pushed from under 总计.
  return (figures[end] ?? 0) >= sumOf(figures.slice(0, end)) && figures[end] !== 0;
}

/** Whether any row of the grid has a figure under the last head. */
const isTotalUsed = (grid: Grid, right: number): boolean =>
  grid.rows.some((row) => row.some((cell) => cell.col + cell.colSpan === right && isFigure(cell)));

const NOTHING = { text: '' };

/** Words where a figure should be: they stood behind the row. */
const isRemark = ({ text }: { text: string }): boolean =>
  /\p{Script=Han}/u.test(text) && readFigure(text, 'count').state === 'unread' && !/\d/u.test(text);

const isFigure = (cell: GridCell): boolean => figureOf(cell) !== null;

const figureOf = (cell: GridCell | undefined): Figure =>
  cell ? readFigure(cell.text, 'count').figure : null;

const sumOf = (figures: readonly Figure[]): number =>
  figures.reduce<number>((sum, figure) => sum + (figure ?? 0), 0);
