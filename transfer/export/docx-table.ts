import { Paragraph, Table, TableCell, TableRow, VerticalAlignTable, WidthType } from 'docx';
import type { Cell } from '../../domain/documents/blocks';
import { TEXT_WIDTH } from './docx-styles';
import { inlines, type LinkBase } from './docx-runs';
import { layOutTable } from '../../domain/documents/table-layout';

/**
 * A table as Word's own: spans kept, the header rows repeated on every page, no row torn in two.
 * A row that its source left short is filled up, and a span that reaches out of the table is cut,
 * for Word refuses to open a table whose rows do not add up.
 */
export function tableOf(rows: readonly (readonly Cell[])[], base: LinkBase): Table {
  const { rows: laid, columns, head } = layOutTable(rows);
  const width = Math.floor(TEXT_WIDTH / columns);
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths: Array.from({ length: columns }, () => width),
    margins: { top: 40, bottom: 40, left: 90, right: 90 },
    rows: laid.map(({ cells, filled }, i) => {
      const missing = Array.from({ length: columns - filled }, () =>
        cellOf({ runs: [] }, 1, 1, base),
      );
      return new TableRow({
        // An explicit false reads as true in some programs.
        ...(i < head && { tableHeader: true }),
        cantSplit: true,
        children: [
          ...cells.map(({ cell, colSpan, rowSpan }) => cellOf(cell, colSpan, rowSpan, base)),
          ...missing,
        ],
      });
    }),
  });
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
