import type { CaseRow } from '../applications/statistics';
import { annualRow } from '../applications/reply-kinds';
import { yearOf, type Day } from '../workdays/days';
import { count, openCells, type CellRecord, type CellRecords, type RecordId } from './cell-records';
import { cellsOf } from './fill';
import type { ApplicationRow, LayoutCode } from './tables';

/** An application as far as it is counted. */
export type CaseOfYear = Omit<CaseRow, 'channel'> & { id: RecordId };

/** Where a case stands in a year's table: where it came from, and what became of it by 31 December. */
export type CaseYear = {
  source: { row: 'received' | 'carried-in'; on: Day };
  end: { row: ApplicationRow; on: Day };
};

/**
 * The two rows of a year's table in which a case is counted, or null when the year has nothing to do
 * with it: one for where it came from, one for what became of it, so that 一 + 二 = 三（七）+ 四 can't fail.
 *
 * 条例第三十一条 says when an application is received; one that waits for its confirmation is not, and
 * a case that was filed on 31 December and confirmed in January belongs to the new year. What was taken
 * back is handled otherwise (（六）3, or the one row （六） of 2019). A partial disclosure is one result:
 * “区分处理的，只计这一情形，不计其他情形”.
 */
export function yearOfCase(
  { receivedOn, closedOn, reply }: CaseOfYear,
  year: number,
  code: LayoutCode,
): CaseYear | null {
  if (receivedOn === null) return null;
  const received = yearOf(receivedOn);
  // An answer that is dated before a receipt confirmed later counts with the receipt.
  const closed = closedOn === null ? null : Math.max(yearOf(closedOn), received);
  if (received > year || (closed !== null && closed < year)) return null;
  const source = {
    row: received === year ? ('received' as const) : ('carried-in' as const),
    on: receivedOn,
  };
  if (closed !== year) return { source, end: { row: 'carried-out', on: receivedOn } };
  return { source, end: { row: annualRow(reply ?? 'other', code), on: closedOn ?? receivedOn } };
}

/** Counts the cases of an agency in the table of applications, by kind of applicant. */
export function countCases(
  cells: CellRecords,
  code: LayoutCode,
  year: number,
  cases: readonly CaseOfYear[],
): void {
  openCells(
    cells,
    cellsOf(code).filter(({ table }) => table === 'applications'),
  );
  for (const one of cases) {
    const found = yearOfCase(one, year, code);
    if (!found) continue;
    const { source, end } = found;
    const put = (row: ApplicationRow, record: CellRecord) => {
      for (const column of [one.applicantKind, 'total'] as const) {
        count(cells, { table: 'applications', row, column }, record);
      }
    };
    put(source.row, { id: one.id, on: source.on });
    put(end.row, { id: one.id, on: end.on });
    if (end.row !== 'carried-out') put('outcome-total', { id: one.id, on: end.on });
  }
}
