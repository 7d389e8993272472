import type { CellRecord, CellRecords } from './cell-records';
import { countCases, type CaseOfYear } from './compile-applications';
import { countDocuments, type DocumentRow } from './compile-documents';
import { countProceedings, type ProceedingRow } from './compile-proceedings';
import { fillTables, type CellAddress } from './fill';
import { factsOf, type FactRows, type ReportFacts } from './report-facts';
import { cellKey } from './roll-up';
import type { LayoutCode, ReportTables } from './tables';

/** What an agency did, as far as a year's report counts it. */
export type ReportRows = FactRows & {
  documents: readonly DocumentRow[];
  applications: readonly CaseOfYear[];
  proceedings: readonly ProceedingRow[];
};

export type CompiledReport = {
  /** `null` in what nobody but the agency knows: licences, penalties, fees, purchases. */
  tables: ReportTables;
  facts: ReportFacts;
  /** The records behind a cell; null for a cell that is not computed. */
  recordsIn: (cell: CellAddress) => readonly CellRecord[] | null;
};

/**
 * The tables of an agency's report about a year, out of its records.
 *
 * 条例第五十条: “政府信息公开工作年度报告应当包括下列内容：（一）行政机关主动公开政府信息的情况；（二）行政机关收到和处理政府信息公开
 * 申请的情况；（三）因政府信息公开工作被申请行政复议、提起行政诉讼的情况……”.
 *
 * Every figure is the number of its records, and each record is put in exactly the cells that the form
 * adds up, so that the identities hold whatever the rows are.
 */
export function compileReport(code: LayoutCode, year: number, rows: ReportRows): CompiledReport {
  const cells: CellRecords = new Map();
  countDocuments(cells, code, year, rows.documents);
  countCases(cells, code, year, rows.applications);
  countProceedings(cells, code, year, rows.proceedings);
  const recordsIn = (cell: CellAddress) => cells.get(cellKey(cell)) ?? null;
  return {
    tables: fillTables(code, (cell) => recordsIn(cell)?.length ?? null),
    facts: factsOf(year, rows),
    recordsIn,
  };
}
