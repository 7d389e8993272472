/**
 * Values under merged cells: a merge shows what stands in its first cell alone, and keeps the others when it
 * is made by a format or by a program. They come back when the merge is undone.
 */
export class MergedCells {
  /** What each cell holds, by row and column. */
  private readonly rows = new Map<number, Map<number, string>>();
  private readonly ranges: string[] = [];

  hold(row: number, column: number, content: string): void {
    if (row < 1 || column < 1) return;
    const cells = this.rows.get(row) ?? new Map<number, string>();
    cells.set(column, (cells.get(column) ?? '') + content);
    this.rows.set(row, cells);
  }

  /** A range as the sheet names it: `A1:C2`. */
  merge(range: string): void {
    this.ranges.push(range);
  }

  /** How many cells hold something else than what is shown; the same once more hides nothing. */
  count(): number {
    let covered = 0;
    for (const range of this.ranges) {
      const found = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/u.exec(range);
      if (!found) continue;
      const [, fromColumn = '', fromRow, toColumn = '', toRow] = found;
      const [left, right] = [columnNumber(fromColumn), columnNumber(toColumn)];
      const [top, bottom] = [Number(fromRow), Number(toRow)];
      const shown = this.rows.get(top)?.get(left);
      for (const [row, cells] of this.between(top, bottom)) {
        for (const [column, content] of cells) {
          const isInside = column >= left && column <= right && (row !== top || column !== left);
          if (isInside && content !== shown) covered += 1;
        }
      }
    }
    return covered;
  }

  /** The rows that hold something; a merge of whole columns has a million. */
  private between(top: number, bottom: number): [number, Map<number, string>][] {
    if (bottom - top > this.rows.size) {
      return [...this.rows].filter(([row]) => row >= top && row <= bottom);
    }
    const found: [number, Map<number, string>][] = [];
    for (let row = top; row <= bottom; row += 1) {
      const cells = this.rows.get(row);
      if (cells) found.push([row, cells]);
    }
    return found;
  }
}

/** AB is 28. */
export function columnNumber(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + (letter.codePointAt(0) as number) - 64;
  return column;
}
