import { Paragraph, Table, TableCell, TableRow, VerticalAlignTable, WidthType } from 'docx';
import type { Cell } from '../../domain/documents/blocks';
import { TEXT_WIDTH } from './docx-styles';
import { inlines, type LinkBase } from './docx-runs';

const MOST_COLUMNS = 63;

/**
 * A table as Word's own: spans kept, the header rows repeated on every page, no row torn in two.
 * A row that its source left short is filled up, and a span that reaches out of the table is cut,
 * for Word refuses to open a table whose rows do not add up.
 */
export function tableOf(rows: readonly (readonly Cell[])[], base: LinkBase): Table {
  const laid = layOut(rows) ?? layOut(withoutSpans(rows)) ?? [];
  const columns = Math.max(1, ...laid.map((row) => row.width));
  const width = Math.floor(TEXT_WIDTH / columns);
  const headerRows = laid.findIndex((row) => !row.cells.every(({ cell }) => cell.header));
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths: Array.from({ length: columns }, () => width),
    margins: { top: 40, bottom: 40, left: 90, right: 90 },
    rows: laid.map(({ cells, width: filled }, i) => {
      const missing = Array.from({ length: columns - filled }, () =>
        cellOf({ runs: [] }, 1, 1, base),
      );
      return new TableRow({
        // An explicit false reads as true in some programs.
        ...(i < headerRows && { tableHeader: true }),
        cantSplit: true,
        children: [
          ...cells.map(({ cell, colSpan, rowSpan }) => cellOf(cell, colSpan, rowSpan, base)),
          ...missing,
        ],
      });
    }),
  });
}

type Laid = { cells: { cell: Cell; colSpan: number; rowSpan: number }[]; width: number };

/**
 * Cuts spans to the table and measures each row, counting cells that reach down from above.
 *
 * @returns undefined when the table is wider than Word can hold.
 */
function layOut(rows: readonly (readonly Cell[])[]): Laid[] | undefined {
  /** How many more rows each column is taken by a cell from above. */
  let reach: number[] = [];
  const laid = rows.map((row, r) => {
    const next: number[] = reach.map((left) => Math.max(0, left - 1));
    const cells: Laid['cells'] = [];
    let column = 0;
    for (const cell of row) {
      while ((reach[column] ?? 0) > 0) column += 1;
      const colSpan = freeSpan(reach, column, cell.colSpan ?? 1);
      const rowSpan = Math.min(Math.max(1, cell.rowSpan ?? 1), rows.length - r);
      for (let c = column; c < column + colSpan; c += 1) next[c] = rowSpan - 1;
      cells.push({ cell, colSpan, rowSpan });
      column += colSpan;
    }
    const taken = reach.reduce((last, left, c) => (left > 0 ? c + 1 : last), 0);
    const width = Math.max(column, taken);
    reach = Array.from({ length: Math.max(width, next.length) }, (_, c) => next[c] ?? 0);
    return { cells, width };
  });
  return laid.some((row) => row.width > MOST_COLUMNS) ? undefined : laid;
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

const cellOf = (cell: Cell, columnSpan: number, rowSpan: number, base: LinkBase): TableCell =>
  new TableCell({
    columnSpan,
    rowSpan,
    verticalAlign: VerticalAlignTable.CENTER,
    ...(cell.header && { shading: { fill: 'F2F2F2' } }),
    children: [
      new Paragraph({
        style: 'TableText',
        children: inlines(cell.runs, base, cell.header ? { bold: true } : {}),
      }),
    ],
  });
