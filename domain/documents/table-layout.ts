import type { Cell } from './blocks';

/** A row whose cells have their place; `filled` columns of it are taken, by its cells or from above. */
export type LaidRow = {
  cells: { cell: Cell; column: number; colSpan: number; rowSpan: number }[];
  filled: number;
};

/** What Word can hold. */
const MOST_COLUMNS = 63;

/**
 * Gives every cell its column and spans that fit: a span that reaches out of the table is cut, and
 * none lies over another. `head` is the number of rows at the top that are all heads.
 */
export function layOutTable(rows: readonly (readonly Cell[])[]): {
  rows: LaidRow[];
  columns: number;
  head: number;
} {
  const laid = layOut(rows) ?? layOut(withoutSpans(rows)) ?? [];
  const columns = Math.max(1, ...laid.map((row) => row.filled));
  const first = laid.findIndex((row) => !row.cells.every(({ cell }) => cell.header));
  const head = Math.max(0, first);
  // Heads are repeated on every page: one that reaches down into the figures can't be parted from them.
  const isWhole = laid
    .slice(0, head)
    .every(({ cells }, row) => cells.every(({ rowSpan }) => row + rowSpan <= head));
  return { rows: laid, columns, head: isWhole ? head : 0 };
}

/**
 * Cuts spans to the table and measures each row, counting cells that reach down from above.
 *
 * @returns undefined when the table is wider than Word can hold.
 */
function layOut(rows: readonly (readonly Cell[])[]): LaidRow[] | undefined {
  /** How many more rows each column is taken by a cell from above. */
  let reach: number[] = [];
  const laid = rows.map((row, r) => {
    const next: number[] = reach.map((left) => Math.max(0, left - 1));
    const cells: LaidRow['cells'] = [];
    let column = 0;
    for (const cell of row) {
      while ((reach[column] ?? 0) > 0) column += 1;
      const colSpan = freeSpan(reach, column, cell.colSpan ?? 1);
      const rowSpan = Math.min(Math.max(1, cell.rowSpan ?? 1), rows.length - r);
      for (let c = column; c < column + colSpan; c += 1) next[c] = rowSpan - 1;
      cells.push({ cell, column, colSpan, rowSpan });
      column += colSpan;
    }
    const taken = reach.reduce((last, left, c) => (left > 0 ? c + 1 : last), 0);
    // A short row leaves holes before a cell that reaches down into it; the next row's must not fall in.
    for (let c = column; c < taken; c += 1) {
      if ((reach[c] ?? 0) === 0)
        cells.push({ cell: { runs: [] }, column: c, colSpan: 1, rowSpan: 1 });
    }
    const filled = Math.max(column, taken);
    reach = Array.from({ length: Math.max(filled, next.length) }, (_, c) => next[c] ?? 0);
    return { cells, filled };
  });
  return laid.some((row) => row.filled > MOST_COLUMNS) ? undefined : laid;
}

/** A table that no spans can save: one cell after the other, what is too many in the last one. */
const withoutSpans = (rows: readonly (readonly Cell[])[]): Cell[][] =>
  rows.map((row) => {
    const cells = row.map(({ runs, header }) => ({ runs, ...(header && { header }) }));
    const [last, ...more] = cells.splice(MOST_COLUMNS - 1);
    if (!last) return cells;
    const runs = [last, ...more].flatMap((cell) => [...cell.runs, { text: ' ' }]);
    return [...cells, { ...last, runs }];
  });

/** A cell may not lie over one that reaches down from above. */
function freeSpan(reach: readonly number[], column: number, wanted: number): number {
  let span = 1;
  while (span < Math.min(wanted, MOST_COLUMNS + 1) && (reach[column + span] ?? 0) === 0) span += 1;
  return span;
}
