import { runsToText, type Cell, type Run } from '../../domain/documents/blocks';
import { layOutTable, type LaidRow } from '../../domain/documents/table-layout';
import type { Inline, SheetNode } from './sheet';

export type SheetTable = {
  t: 'table';
  /** The share of the width of each column. */
  columns: number[];
  /** How many of the rows are heads, repeated on every page. */
  head: number;
  /** Set across the page: what does not fit 156 mm may fit 225 mm. */
  wide: boolean;
  /** Points. */
  size: number;
  /** Room above and below the words of a cell in points; 4 when left out. */
  inset?: number;
  /** Not torn between two pages: for a table that one page holds. */
  whole?: boolean;
  /** Set close to the table before or after it. */
  joined?: ('above' | 'below')[];
  /** Spans, head or figure, or its side outright; `mm` is the least height, for what is written by hand. */
  rows: {
    runs: Inline[];
    c: number;
    r: number;
    h: boolean;
    n: boolean;
    a?: 'left' | 'centre';
    mm?: number;
  }[][];
  /** The heading that goes with a wide table to its page. */
  over: SheetNode | null;
};

/** From this many columns a table stands on pages of its own, turned. */
const WIDE_FROM = 9;
/** More rows of heads than this would leave no room below them. */
const MOST_HEADS = 5;

const IS_FIGURE = /^\s*[-+−]?[\d,，.]+\s*[%％]?\s*$/u;

/** A table for the typesetter: spans cut to the table, short rows filled up, columns as wide as their words ask. */
export function sheetTable(
  rows: readonly (readonly Cell[])[],
  inlines: (runs: readonly Run[]) => Inline[],
): SheetTable {
  const { rows: laid, columns, head } = layOutTable(rows);
  const wide = columns >= WIDE_FROM;
  return {
    t: 'table',
    over: null,
    head: head <= MOST_HEADS && head < laid.length ? head : 0,
    wide,
    ...fit(laid, columns, wide),
    rows: laid.map(({ cells, filled }) => [
      ...cells.map(({ cell, colSpan, rowSpan }) => ({
        runs: inlines(cell.runs),
        c: colSpan,
        r: rowSpan,
        h: cell.header === true,
        n: IS_FIGURE.test(runsToText(cell.runs)),
      })),
      ...Array.from({ length: columns - filled }, () => ({
        runs: [],
        c: 1,
        r: 1,
        h: false,
        n: false,
      })),
    ]),
  };
}

/** Points between the sides of a page, upright and turned. */
const WIDTHS = { upright: 442, turned: 637 };
const INSET = 7;
const LARGEST = 12;
const SMALLEST = 5;

/**
 * Columns are as wide as their longest unbreakable piece, a figure or three characters, and share
 * what is left by what their longest text still wants, or by its root where that is too much. The size is 小四, or what makes the pieces fit.
 */
function fit(rows: readonly LaidRow[], count: number, wide: boolean) {
  const pieces = Array.from({ length: count }, () => 3);
  const longest = Array.from({ length: count }, () => 4);
  for (const { cells } of rows) {
    for (const { cell, column, colSpan } of cells) {
      if (colSpan > 1) continue;
      const text = runsToText(cell.runs);
      pieces[column] = Math.max(pieces[column] as number, longestPiece(text));
      longest[column] = Math.max(longest[column] as number, Math.min(widthOf(text), 120));
    }
  }
  const room = (wide ? WIDTHS.turned : WIDTHS.upright) - INSET * count;
  const needed = pieces.reduce((sum, piece) => sum + piece, 0);
  const size = Math.max(SMALLEST, Math.min(LARGEST, Math.floor((1.8 * room) / needed) / 2));
  const left = Math.max(0, room / size - needed);
  const wants = longest.map((length, i) => Math.max(0, length - (pieces[i] as number)));
  const wanted = wants.reduce((sum, want) => sum + want, 0);
  const roots = wants.map(Math.sqrt);
  const root = roots.reduce((sum, each) => sum + each, 0);
  const columns = pieces.map((piece, i) => {
    const extra =
      wanted <= left
        ? (wants[i] as number) + (left - wanted) / count
        : (left * (roots[i] as number)) / root;
    return Math.round(INSET + (piece + extra) * size);
  });
  return { size, columns };
}

/** In widths of a character. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + (/[\x20-\x7e]/u.test(character) ? 0.6 : 1), 0.5);

/** In widths of a character; from 16 letters on a word may be parted anywhere. */
function longestPiece(text: string): number {
  const words = text.match(/[\x21-\x7e]+/gu) ?? [];
  return Math.max(0, ...words.map((word) => (word.length < 16 ? word.length * 0.6 : 4)));
}
