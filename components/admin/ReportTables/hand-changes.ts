import type { CellAddress } from '@/domain/annual-reports/fill';
import {
  handChangesOf,
  readGivenChanges,
  valueAt,
  type HandChange,
} from '@/domain/annual-reports/hand-changes';
import { cellKey } from '@/domain/annual-reports/roll-up';
import type { Figure, LayoutCode, ReportTables } from '@/domain/annual-reports/tables';

/** A reason as it stands in the form: the rest of the entry is the server's business. */
export type FormChange = CellAddress & { why?: string };

/**
 * Where the report differs from what was compiled, in the order of the printed tables, by the rule that
 * the server keeps it with. What is not saved as it stands here has no name and no instant yet.
 *
 * @param changes as they stand in the form
 * @param saved as the server has them, with who and when
 */
export const differences = (
  code: LayoutCode,
  tables: ReportTables,
  compiled: ReportTables | null,
  changes: readonly FormChange[],
  saved: readonly HandChange[],
): HandChange[] =>
  compiled
    ? handChangesOf(code, tables, compiled, {
        known: [...saved],
        given: readGivenChanges(changes),
        editor: { by: null, byName: null, at: '' },
      })
    : [];

/** The reason for a cell as it was typed, spaces at its end too, which are not kept. */
export const whyOf = (changes: readonly FormChange[], cell: CellAddress): string =>
  changes.find(isOf(cell))?.why ?? '';

/** What was compiled for a cell; null where nothing can be. */
export const computedAt = (compiled: ReportTables | null, cell: CellAddress): Figure =>
  compiled && valueAt(compiled, cell);

/** The changes with this reason for the cell; the reason before it is replaced. */
export const withWhy = (
  changes: readonly FormChange[],
  { table, row, column }: CellAddress,
  why: string,
): FormChange[] => {
  const cell = { table, row, column };
  return [...changes.filter((change) => !isOf(cell)(change)), { ...cell, why }];
};

/** The changes without those of cells that hold the compiled figure again. */
export const withoutSettled = (
  changes: readonly FormChange[],
  tables: ReportTables,
  compiled: ReportTables | null,
): FormChange[] =>
  changes.filter((change) => computedAt(compiled, change) !== valueAt(tables, change));

const isOf =
  (cell: CellAddress) =>
  (change: CellAddress): boolean =>
    cellKey(change) === cellKey(cell);
