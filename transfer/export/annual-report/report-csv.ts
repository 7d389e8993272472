import { gridsOf, headersOf } from '../../../domain/annual-reports/grid';
import {
  figureIn,
  plainFigure,
  type ReportPaper,
} from '../../../domain/annual-reports/report-paper';
import { csvLine, harmless } from '../lists/csv';

/** The columns of the CSV, documented in docs/how-to/annual-reports.md. */
export const CSV_COLUMNS = [
  'agency',
  'year',
  'layout',
  'table',
  'row',
  'column',
  'labels',
  'unit',
  'value',
] as const;

/**
 * The figures as CSV (RFC 4180, UTF-8 with a byte order mark): a line for every cell of the layout, its
 * codes, the names over and beside it from the outside in (parted by ` / `), and its figure. A blank cell has no value.
 */
export function reportCsv(paper: ReportPaper): string {
  const { tables, layout, agency, year } = paper;
  const lines = gridsOf(layout).flatMap((grid) =>
    grid.rows.flatMap((cells, r) =>
      cells.flatMap((cell) => {
        if (cell.role !== 'figure' || !tables) return [];
        const figure = figureIn(tables, cell);
        const { table, row, column } = cell.address;
        const labels = headersOf(grid, r, cell).map(({ zh }) => zh);
        return [
          csvLine([
            harmless(agency),
            String(year),
            layout,
            table,
            row,
            column,
            labels.join(' / '),
            cell.figure === 'amount-10k-yuan' ? '万元' : '',
            figure === null ? '' : plainFigure(figure),
          ]),
        ];
      }),
    ),
  );
  return `\ufeff${csvLine(CSV_COLUMNS)}${lines.join('')}`;
}
