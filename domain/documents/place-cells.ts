/** What a cell of a printed table reaches over; 1 when left out. */
export type Spans = { colSpan?: number; rowSpan?: number };

/** A cell with the column of its upper left corner, counted from 0. */
export type Placed<Cell> = Cell & { at: number; colSpan: number; rowSpan: number };

/** Gives every cell its column, past those that reach down from above. */
export function placeCells<Cell extends Spans>(
  rows: readonly (readonly Cell[])[],
): Placed<Cell>[][] {
  const reach: number[] = [];
  return rows.map((row, r) => {
    let at = 0;
    return row.map((cell) => {
      while ((reach[at] ?? 0) > r) at += 1;
      const { colSpan = 1, rowSpan = 1 } = cell;
      for (let c = at; c < at + colSpan; c += 1) reach[c] = r + rowSpan;
      const placed = { ...cell, at, colSpan, rowSpan };
      at += colSpan;
      return placed;
    });
  });
}
