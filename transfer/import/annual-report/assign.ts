import { readFigure } from '../../../domain/annual-reports/figure';
import { isWholeHeader } from '../../../domain/annual-reports/labels';
import { isPushed } from './pushed-row';
import { isBlank, type Grid, type GridCell } from './source';

/** The columns of a table in the order in which they stand, and where, if that is known. */
export type Header = {
  grid: Grid | null;
  order: string[];
  /** Grid positions [from, to) of each column; null when only the order can be trusted. */
  ranges: { code: string; from: number; to: number }[] | null;
  /** Where the header's row ends. */
  right: number;
};

/** Why a column got no cell of its own. */
export type Lost = 'row-misaligned' | 'row-pushed' | 'merged-cell' | 'shared-cell';

export type Assignment = {
  cells: Map<string, GridCell>;
  lost: Map<string, { why: Lost; cell: GridCell | null }>;
  /** How the cells were told apart; all but `exact` is a guess. */
  how: 'exact' | 'row-shifted' | 'few-cells' | 'header-missing';
};

/**
 * Which cell of a row belongs to which column. A row whose cells don't stand under their heads is
 * read by their number when there are exactly as many as columns; where that leaves a doubt, the
 * columns are lost rather than filled with a neighbour's figure.
 *
 * @param after the cells behind the row's label, from left to right
 */
export function assign(
  after: readonly GridCell[],
  header: Header,
  grid: Grid,
  row: number,
): Assignment {
  const isOwn = header.grid === grid;
  const how = header.grid === null ? 'header-missing' : 'exact';
  if (grid.source === 'text') return assignText(after, header, grid, how);
  if (grid.source === 'sheet' && isOwn && header.ranges) {
    const placed = assignByPlace(after, header, grid, row);
    if (!placed) return lostAll(header, after);
    return isPushed(placed.cells, after, header, grid)
      ? lostAll(header, after, 'row-pushed')
      : placed;
  }
  if (grid.source === 'sheet' && !isOwn && header.ranges) {
    // A table that goes on in the next sheet stands in the same columns there.
    const placed = assignByPlace(after, header, grid, row);
    const isUnder = header.ranges.every(({ from }) => after.some(({ col }) => col === from));
    if (!placed || !isUnder || isPushed(placed.cells, after, header, grid)) {
      return lostAll(header, after);
    }
    return { ...placed, how: 'row-shifted' };
  }
  const byPlace = isOwn && header.ranges ? assignByPlace(after, header, grid, row) : null;
  const list = after.length === header.order.length ? after : trimmed(after, header.order.length);
  if (list.length !== header.order.length) return byPlace ?? lostAll(header, after);
  const byOrder = inOrder(list, header.order, row);
  // Nothing under the last head: a cell may be lost, and an empty one behind the table in its place.
  const last = list.at(-1);
  const isShort = last !== undefined && isBlank(last) && list.some((cell) => !isBlank(cell));
  if (!isOwn) return isShort ? lostAll(header, after) : { ...byOrder, how };
  if (byPlace && isSame(byPlace, byOrder)) return byPlace;
  // Cells of one width keep their order wherever the row was pushed to; merged ones may not.
  const isEven = list.every(({ colSpan }) => colSpan === list[0]?.colSpan);
  if (byPlace && after.length !== list.length) return byPlace;
  return isEven && !isShort ? { ...byOrder, how: 'row-shifted' } : lostAll(header, after);
}

function assignText(
  after: readonly GridCell[],
  header: Header,
  grid: Grid,
  how: Assignment['how'],
): Assignment {
  const { length } = header.order;
  const filled = after.filter((cell) => !isBlank(cell));
  if (grid.hasLooseBlanks) {
    if (filled.length === length) return { ...inOrder(filled, header.order), how };
    const ends = after.slice(
      after.findIndex((cell) => !isBlank(cell)),
      after.findLastIndex((cell) => !isBlank(cell)) + 1,
    );
    if (filled.length > 0 && ends.length === length && !isSpacedOut(ends)) {
      return { ...inOrder(ends, header.order), how: 'few-cells' };
    }
    return lostAll(header, after);
  }
  const list = trimmed(after, length);
  if (list.length === length) return { ...inOrder(list, header.order), how };
  return fewCells(after, header) ?? lostAll(header, after);
}

/** A blank line after each cell, which parts cells and is none itself. */
const isSpacedOut = (cells: readonly GridCell[]): boolean =>
  cells.length > 1 && cells.every((cell, i) => isBlank(cell) === (i % 2 === 1));

/**
 * Cells merged across columns come out of Word as one. The first and the last are still known for
 * what they are when nothing stands between them.
 */
function fewCells(after: readonly GridCell[], { order }: Header): Assignment | null {
  const last = after.at(-1);
  const first = after[0];
  if (!first || !last || after.length < 4 || after.length > order.length) return null;
  // Only the form of applicants has columns in plenty; elsewhere a missing cell may be any.
  if (!isWholeHeader(order)) return null;
  if (isBlank(last) || after.slice(1, -1).some((cell) => !isBlank(cell))) return null;
  const blank = { ...last, text: '' };
  const cells = new Map(order.map((code) => [code, blank]));
  cells.set(order.at(-1) ?? '', last);
  cells.set(order[0] ?? '', first);
  return { cells, lost: new Map(), how: 'few-cells' };
}

function assignByPlace(
  after: readonly GridCell[],
  { ranges, right }: Header,
  grid: Grid,
  row: number,
): Assignment | null {
  const end = Math.max(0, ...after.map((cell) => cell.col + cell.colSpan));
  const isSheet = grid.source === 'sheet';
  if (!isSheet && end !== right) return null;
  const cells: Assignment['cells'] = new Map();
  const lost: Assignment['lost'] = new Map();
  for (const cell of after) {
    const under = (ranges ?? []).filter(
      ({ from, to }) => cell.col < to && cell.col + cell.colSpan > from,
    );
    if (isBlank(cell)) {
      for (const { code } of under) if (!cells.has(code)) cells.set(code, cell);
      continue;
    }
    if (under.length === 0) {
      // A column of remarks beside the form; between its columns it would be something else.
      if (isSheet && cell.col >= right) continue;
      return null;
    }
    for (const { code } of under) {
      const before = cells.get(code);
      // Two figures under one head: the heads don't stand where they should.
      if (under.length === 1 && before && !isBlank(before)) return null;
      if (under.length > 1 && isNothing(cell)) cells.set(code, cell);
      else if (under.length > 1) lost.set(code, { why: 'merged-cell', cell });
      else if (cell.row !== row) lost.set(code, { why: 'shared-cell', cell });
      else cells.set(code, cell);
    }
  }
  for (const { code } of ranges ?? []) {
    if (!cells.has(code) && !lost.has(code)) lost.set(code, { why: 'row-misaligned', cell: null });
  }
  for (const code of lost.keys()) cells.delete(code);
  return { cells, lost, how: 'exact' };
}

/** 无 or a stroke over several columns says the same of each. */
const isNothing = ({ text }: GridCell): boolean => {
  const { figure, state } = readFigure(text, 'count');
  return figure === null && state !== 'unread';
};

function inOrder(
  list: readonly GridCell[],
  order: readonly string[],
  row?: number,
): Omit<Assignment, 'how'> {
  const cells: Assignment['cells'] = new Map();
  const lost: Assignment['lost'] = new Map();
  for (const [i, code] of order.entries()) {
    const cell = list[i];
    if (!cell) lost.set(code, { why: 'row-misaligned', cell: null });
    else if (row !== undefined && cell.row !== row && !isBlank(cell)) {
      lost.set(code, { why: 'shared-cell', cell });
    } else cells.set(code, cell);
  }
  return { cells, lost };
}

const isSame = (one: Omit<Assignment, 'how'>, other: Omit<Assignment, 'how'>): boolean =>
  one.lost.size === other.lost.size &&
  [...one.cells].every(([code, cell]) => other.cells.get(code) === cell);

/** The cells without blank ones behind the last column. */
function trimmed(after: readonly GridCell[], length: number): readonly GridCell[] {
  return after.length > length && after.slice(length).every(isBlank)
    ? after.slice(0, length)
    : after;
}

function lostAll(
  { order }: Header,
  after: readonly GridCell[],
  why: Lost = 'row-misaligned',
): Assignment {
  const cell = after.find((one) => !isBlank(one)) ?? after[0] ?? null;
  return {
    cells: new Map(),
    lost: new Map(order.map((code) => [code, { why, cell }])),
    how: 'exact',
  };
}
