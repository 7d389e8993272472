import { emptyTables } from './fill';
import { applicationColumns, litigationColumns, litigationRows, type ReportTables } from './tables';

/**
 * The figures of a real county's report for 2020 (宜丰县), blanks where it is blank: results are
 * given for 总计 alone, and 结转下年度 for 自然人 and 总计.
 */
export function report2020(): ReportTables {
  const tables = emptyTables('2019');
  tables.disclosure = {
    rules: { made: 0, published: 0, total: 0 },
    normative: { made: 15, published: 15, total: 177 },
    licensing: { previous: 566, change: -418, decisions: 10949 },
    'other-services': { previous: 0, change: 0, decisions: 0 },
    penalties: { previous: 3542, change: -2003, decisions: 2396 },
    enforcement: { previous: 220, change: -32, decisions: 170 },
    fees: { previous: 22, change: 0 },
    procurement: { purchases: 217, 'purchase-amount': 20368 },
  };
  const { applications } = tables;
  for (const row of Object.values(applications)) row.total = 0;
  for (const column of applicationColumns) {
    applications.received![column] = 0;
    applications['carried-in']![column] = 0;
  }
  applications.received!.natural = 23;
  applications.received!.total = 23;
  applications.granted!.total = 20;
  applications['refused-third-party']!.total = 2;
  applications['refused-internal']!.total = 1;
  applications['outcome-total']!.total = 23;
  applications['carried-out']!.natural = 0;
  for (const row of litigationRows) {
    for (const column of litigationColumns) tables.litigation[row][column] = 0;
  }
  return tables;
}
