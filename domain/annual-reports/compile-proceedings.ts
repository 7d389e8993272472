import type { ProceedingKind, ProceedingResult } from '../proceedings/proceedings';
import { yearOf, type Day } from '../workdays/days';
import { count, openCells, type CellRecords, type RecordId } from './cell-records';
import { cellsOf } from './fill';
import type { LayoutCode, LitigationColumn } from './tables';

/** A review or a suit as far as it is counted. */
export type ProceedingRow = {
  id: RecordId;
  kind: ProceedingKind;
  filedOn: Day;
  closedOn: Day | null;
  result: ProceedingResult | null;
};

/**
 * The column of a year's table in which a review or suit is counted, with its day: its result where it was
 * closed in the year, 尚未审结 where it was accepted by 31 December and open on that day, in whichever
 * year it was accepted. Null when the year has nothing to do with it. One that was closed without one of
 * the named results is 其他结果; one without a day of closing is open.
 */
export function yearOfProceeding(
  { filedOn, closedOn, result }: ProceedingRow,
  year: number,
): { column: LitigationColumn; on: Day } | null {
  const filed = yearOf(filedOn);
  const closed = closedOn === null ? null : Math.max(yearOf(closedOn), filed);
  if (filed > year || (closed !== null && closed < year)) return null;
  return closed === year
    ? { column: result ?? 'other', on: closedOn ?? filedOn }
    : { column: 'pending', on: filedOn };
}

/** Counts the reviews and suits against an agency. */
export function countProceedings(
  cells: CellRecords,
  code: LayoutCode,
  year: number,
  proceedings: readonly ProceedingRow[],
): void {
  openCells(
    cells,
    cellsOf(code).filter(({ table }) => table === 'litigation'),
  );
  for (const one of proceedings) {
    const found = yearOfProceeding(one, year);
    if (!found) continue;
    for (const column of [found.column, 'total'] as const) {
      count(cells, { table: 'litigation', row: one.kind, column }, { id: one.id, on: found.on });
    }
  }
}
