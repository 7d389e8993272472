import type { Day } from '../workdays/days';
import type { CellAddress } from './fill';
import { cellKey } from './roll-up';
import type { TableName } from './tables';

/** Ids are numbers on SQLite and texts on MongoDB. */
export type RecordId = number | string;

/** A record behind a figure, with the day by which it belongs to the cell. */
export type CellRecord = { id: RecordId; on: Day | null };

/**
 * What each computed cell is counted from. A figure is the length of its list, so that it can't be
 * another number than the records that are shown for it; a cell without a list is not computed.
 */
export type CellRecords = Map<string, CellRecord[]>;

/** The collection that the records of a table are of. */
export const recordsOf = {
  disclosure: 'documents',
  applications: 'applications',
  litigation: 'proceedings',
} as const satisfies Record<TableName, string>;

/** Computed, and nothing counted yet. */
export function openCells(cells: CellRecords, all: readonly CellAddress[]): void {
  for (const cell of all) cells.set(cellKey(cell), []);
}

/** Counts a record in a cell that is open; the layout may not have the cell. */
export function count(cells: CellRecords, cell: CellAddress, record: CellRecord): void {
  cells.get(cellKey(cell))?.push(record);
}
