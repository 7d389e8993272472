/** The id of a cell in the head, and of a row's own head, in the table of that id. */
export const headId = (table: string, row: number, cell: number): string =>
  `${table}-h${row}-${cell}`;
export const rowId = (table: string, row: number): string => `${table}-r${row}`;

/** The ids of the heads over each column from the upper to the lower; the first column is the rows' own. */
export function headsByColumn(
  head: readonly (readonly { colSpan?: number; rowSpan?: number }[])[],
  table = '',
): string[][] {
  const over: string[][] = [];
  /** Down to which row each column is taken by a cell from above. */
  const reach: number[] = [];
  head.forEach((cells, r) => {
    let column = 0;
    cells.forEach(({ colSpan = 1, rowSpan = 1 }, i) => {
      while ((reach[column] ?? 0) > r) column += 1;
      for (let c = column; c < column + colSpan; c += 1) {
        (over[c] ??= []).push(headId(table, r, i));
        reach[c] = r + rowSpan;
      }
      column += colSpan;
    });
  });
  return over;
}

/** The ids of the rows that each row stands below, and its own: 三、 （三） 1. */
export function headsByRow(rows: readonly { level?: number }[], table = ''): string[][] {
  const path: { level: number; id: string }[] = [];
  return rows.map(({ level = 0 }, r) => {
    while ((path.at(-1)?.level ?? -1) >= level) path.pop();
    path.push({ level, id: rowId(table, r) });
    return path.map(({ id }) => id);
  });
}
