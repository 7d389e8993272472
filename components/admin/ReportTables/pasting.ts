import { looksLikeFigure } from '@/domain/annual-reports/figure';
import type { CellAddress } from '@/domain/annual-reports/fill';
import type { Grid } from '@/domain/annual-reports/grid';
import { meaningOf } from '@/domain/annual-reports/labels';
import { cellKey } from '@/domain/annual-reports/roll-up';
import { figureRows, type FigureAt } from './movement';

/** The rows and cells of what Excel, WPS and Word put on the clipboard as text. */
export function parseBlock(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let isQuoted = false;
  const plain = text.replace(/\r\n?/g, '\n').replace(/\n+$/, '');
  const end = () => {
    rows.at(-1)?.push(cell);
    cell = '';
  };
  for (let i = 0; i < plain.length; i += 1) {
    const letter = plain[i];
    if (isQuoted && letter === '"' && plain[i + 1] === '"') i += 1;
    else if (letter === '"' && (isQuoted || cell === '')) {
      isQuoted = !isQuoted;
      continue;
    } else if (letter === '\t' && !isQuoted) {
      end();
      continue;
    } else if (letter === '\n' && !isQuoted) {
      end();
      rows.push([]);
      continue;
    }
    cell += letter;
  }
  end();
  return rows;
}

export type Fitted =
  | { ok: true; cells: { cell: FigureAt; text: string }[] }
  | { ok: false; rows: number; columns: number; roomRows: number; roomColumns: number };

/**
 * A block put into the table from a cell on, to the right and down. Names of rows and columns that were
 * copied along are left out, told by what they say. A block that does not fit is not put in at all: its
 * figures would stand in the wrong places.
 */
export function fitBlock(grid: Grid, from: CellAddress, block: readonly string[][]): Fitted {
  const rows = figureRows(grid);
  const first = rows.findIndex((cells) => cells.some(isAt(from)));
  const at = rows[first]?.find(isAt(from))?.at ?? 0;
  const below = rows.slice(Math.max(first, 0));
  const figures = block.map(withoutNames).filter((cells) => cells !== null);
  // Down from the first row, the cells begin under the one that was pasted into.
  const rooms = below.map((cells) => cells.filter((cell) => cell.at + cell.colSpan > at));
  const columns = Math.max(0, ...figures.map((cells) => cells.length));
  const isTooWide = figures.some((cells, i) => {
    const room = rooms[i];
    return room !== undefined && cells.length > room.length;
  });
  if (figures.length > rooms.length || isTooWide) {
    return {
      ok: false,
      rows: figures.length,
      columns,
      roomRows: rooms.length,
      roomColumns: rooms[0]?.length ?? 0,
    };
  }
  return {
    ok: true,
    cells: figures.flatMap((cells, i) =>
      cells.flatMap((text, j) => {
        const cell = rooms[i]?.[j];
        return cell ? [{ cell, text }] : [];
      }),
    ),
  };
}

/** The figures of a row after its names; null where it holds names alone. */
function withoutNames(cells: readonly string[]): string[] | null {
  const names = cells.map(isName);
  if (!names.includes(true)) return [...cells];
  const last = names.lastIndexOf(true);
  const rest = cells.slice(last + 1);
  const isHeading = rest.every((text) => text.trim() === '');
  return isHeading ? null : rest;
}

const isName = (text: string): boolean =>
  text.trim() !== '' && !looksLikeFigure(text) && meaningOf(text) !== null;

const isAt =
  (from: CellAddress) =>
  ({ address }: FigureAt): boolean =>
    cellKey(address) === cellKey(from);
