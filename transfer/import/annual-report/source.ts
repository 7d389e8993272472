import type { ReportFinding } from './findings';

/** Where something stands in the file, counted from 1 as a reader counts. */
export type Place = {
  sheet?: string;
  /** A1 address within the sheet. */
  cell?: string;
  /** The table within the page or text document. */
  table?: number;
  row?: number;
  column?: number;
  line?: number;
};

/** A cell with the grid positions that it covers, from 0. In text, `col` only counts the row's cells. */
export type GridCell = {
  text: string;
  row: number;
  col: number;
  rowSpan: number;
  colSpan: number;
  place: Place;
  /** In a sheet: not even an empty cell is there, as at the end of a row that was pushed to the left. */
  isAbsent?: true;
};

/**
 * A table as it is laid out: each row lists the cells that cover it from left to right, those that
 * reach down from above included.
 */
export type Grid = {
  kind: 'grid';
  /**
   * `page`: spans may be wrong but are there; `sheet`: positions are true; `text`: nothing but the
   * order of the cells is known, and with `hasLooseBlanks` not even which blank lines are cells.
   */
  source: 'page' | 'sheet' | 'text';
  hasLooseBlanks?: true;
  rows: GridCell[][];
  /** The element of a page, to tell the report from what surrounds it. */
  node?: object;
};

export type TextLine = { kind: 'line'; text: string; place: Place; node?: object };

export type Source = {
  blocks: (Grid | TextLine)[];
  /** What the page says of itself, besides its text. */
  titles?: string[];
  publisher?: string;
  images: number;
  findings: ReportFinding[];
};

export type RawCell = { text: string; rowSpan: number; colSpan: number; isAbsent?: true };

/** No form is larger; what claims to be is damaged or hostile. */
export const GRID_LIMITS = { columns: 400, rows: 5_000, slots: 400_000 } as const;

/**
 * Rows of cells with spans, as HTML and Word have them, laid out on a grid. Spans that reach beyond
 * the table are cut back.
 */
export function layOut(
  raw: readonly (readonly RawCell[])[],
  placeOf: (row: number, index: number) => Place,
): GridCell[][] {
  const height = Math.min(raw.length, GRID_LIMITS.rows);
  const slots: (GridCell | undefined)[][] = Array.from({ length: height }, () => []);
  let used = 0;
  for (let row = 0; row < height; row += 1) {
    let col = 0;
    for (const [index, cell] of (raw[row] ?? []).entries()) {
      while (slots[row]?.[col]) col += 1;
      if (col >= GRID_LIMITS.columns || used > GRID_LIMITS.slots) break;
      const colSpan = Math.max(1, Math.min(cell.colSpan, GRID_LIMITS.columns - col));
      const rowSpan = Math.max(1, Math.min(cell.rowSpan, height - row));
      const laid: GridCell = {
        text: cell.text,
        row,
        col,
        rowSpan,
        colSpan,
        place: placeOf(row, index),
        ...(cell.isAbsent && { isAbsent: true }),
      };
      used += colSpan * rowSpan;
      for (let down = row; down < row + rowSpan; down += 1) {
        for (let right = col; right < col + colSpan; right += 1) {
          const line = slots[down];
          if (line && !line[right]) line[right] = laid;
        }
      }
      col += colSpan;
    }
  }
  return slots.map(distinct);
}

/** The cells of one row from left to right, each once. */
const distinct = (row: readonly (GridCell | undefined)[]): GridCell[] => [
  ...new Set([...row].filter((cell) => cell !== undefined)),
];

/** Rows of which only the order of the cells is known. */
export const ragged = (
  rows: readonly (readonly { text: string; place: Place }[])[],
): GridCell[][] =>
  rows.map((cells, row) =>
    cells.map(({ text, place }, col) => ({ text, row, col, rowSpan: 1, colSpan: 1, place })),
  );

export const isBlank = (cell: { text: string }): boolean =>
  /^[\s\p{Cf}\p{Cc}\u3000]*$/u.test(cell.text);
