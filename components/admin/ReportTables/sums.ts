import { fillTables, type CellAddress } from '@/domain/annual-reports/fill';
import { applicantColumns } from '@/domain/annual-reports/identities';
import {
  figureAt,
  litigationColumns,
  type Figure,
  type LayoutCode,
  type ReportTables,
} from '@/domain/annual-reports/tables';
import { layouts } from '@/domain/annual-reports/years';

/** The cells that a total adds up; none for a cell that is no total. */
export function partsOf(code: LayoutCode, { table, row, column }: CellAddress): CellAddress[] {
  if (table === 'litigation' && column === 'total') {
    return litigationColumns
      .filter((each) => each !== 'total')
      .map((each) => ({ table, row, column: each }));
  }
  if (table !== 'applications') return [];
  if (column === 'total') return applicantColumns.map((each) => ({ table, row, column: each }));
  if (row !== 'outcome-total') return [];
  return layouts[code].applications.outcomes.map((each) => ({ table, row: each, column }));
}

/**
 * What the parts of a total add up to as they stand, `null` while a part is blank; `undefined` for a
 * cell that is no total. The total of totals adds up the applicants, or, where these are blank, the
 * results above it.
 */
export function sumAt(
  code: LayoutCode,
  tables: ReportTables,
  cell: CellAddress,
): Figure | undefined {
  const parts = partsOf(code, cell);
  if (parts.length === 0) return undefined;
  const sum = addAll(tables, parts);
  if (sum !== null || !isOutcomeTotal(cell) || cell.column !== 'total') return sum;
  const results = layouts[code].applications.outcomes;
  return addAll(
    tables,
    results.map((row) => ({ ...cell, row })),
  );
}

/**
 * The tables with every total worked out anew of which all parts are filled. A total whose parts leave
 * blanks stays as it was written: reports that fill in only totals keep them.
 */
export function withSums(code: LayoutCode, tables: ReportTables): ReportTables {
  const steps: ((cell: CellAddress) => boolean)[] = [
    (cell) => isOutcomeTotal(cell) && cell.column !== 'total',
    (cell) => !isOutcomeTotal(cell),
    (cell) => isOutcomeTotal(cell) && cell.column === 'total',
  ];
  return steps.reduce(
    (before, isDue) =>
      fillTables(code, (cell) => {
        const written = figureAt(before, cell.table, cell.row, cell.column);
        return isDue(cell) ? (sumAt(code, before, cell) ?? written) : written;
      }),
    tables,
  );
}

/** Both sides of 一 + 二 = 三（七）+ 四 in a column; a side with a blank is `null`. */
export function balanceIn(tables: ReportTables, column: string): { left: Figure; right: Figure } {
  const add = (...rows: string[]) =>
    addAll(
      tables,
      rows.map((row) => ({ table: 'applications', row, column })),
    );
  return { left: add('received', 'carried-in'), right: add('outcome-total', 'carried-out') };
}

const isOutcomeTotal = ({ table, row }: CellAddress): boolean =>
  table === 'applications' && row === 'outcome-total';

/** The sum, or null when a part is blank. All of them are counts. */
function addAll(tables: ReportTables, cells: readonly CellAddress[]): Figure {
  let sum = 0;
  for (const { table, row, column } of cells) {
    const figure = figureAt(tables, table, row, column);
    if (figure === null) return null;
    sum += figure;
  }
  return sum;
}
