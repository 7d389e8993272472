import { cellsOf, fillTables } from '../../../domain/annual-reports/fill';
import type { LayoutCode, ReportTables, TableName } from '../../../domain/annual-reports/tables';
import { layoutForYear, layouts } from '../../../domain/annual-reports/years';
import type { Found } from './cells';
import type { ReportFinding } from './findings';

const codes = Object.keys(layouts) as LayoutCode[];
const keyOf = ({ table, row, column }: { table: string; row: string; column: string }): string =>
  `${table}/${row}/${column}`;
const cellsIn: Record<LayoutCode, Set<string>> = {
  '2019': new Set(cellsOf('2019').map(keyOf)),
  '2021': new Set(cellsOf('2021').map(keyOf)),
};

/** The layout whose own rows and columns stand in the report; the year's where none tells. */
export function chooseLayout(
  found: Iterable<Found>,
  year: number | null,
): { layout: LayoutCode | null; findings: ReportFinding[] } {
  const votes = Object.fromEntries(codes.map((code) => [code, 0])) as Record<LayoutCode, number>;
  for (const cell of found) {
    const key = keyOf(cell);
    const only = codes.filter((code) => cellsIn[code].has(key));
    // 其他处理 is a row of 2019 and a heading of 2021, where its cells are blank.
    const isHeading = cell.row === 'other' && cell.figure === null;
    if (only.length === 1 && !isHeading) votes[only[0] as LayoutCode] += 1;
  }
  const prescribed = layoutOf(year);
  const findings: ReportFinding[] = [];
  const [first, second] = [...codes].sort((a, b) => votes[b] - votes[a]);
  if (!first || !second || votes[first] === 0) {
    if (prescribed) findings.push({ severity: 'guessed', code: 'layout-guessed' });
    return { layout: prescribed, findings };
  }
  const isTied = votes[first] === votes[second];
  const layout = isTied && prescribed ? prescribed : first;
  if (votes[second] > 0) findings.push({ severity: 'flagged', code: 'layout-mixed' });
  if (prescribed && prescribed !== layout) {
    findings.push({
      severity: 'flagged',
      code: 'layout-differs',
      detail: {
        year: year ?? 0,
        found: layouts[layout].source.number,
        prescribed: layouts[prescribed].source.number,
      },
    });
  }
  return { layout, findings };
}

function layoutOf(year: number | null): LayoutCode | null {
  if (year === null || year < layouts['2019'].source.from) return null;
  return layoutForYear(year);
}

/** The figures in the shape of the layout, with what is missing and what has no place in it. */
export function tablesOf(
  layout: LayoutCode,
  found: ReadonlyMap<string, Found>,
  seen: ReadonlySet<TableName>,
): { tables: ReportTables; findings: ReportFinding[] } {
  const findings: ReportFinding[] = [];
  const missing = new Map<
    string,
    { table: TableName; row: string; columns: string[]; all: number }
  >();
  for (const { table, row, column } of cellsOf(layout)) {
    const key = `${table}/${row}`;
    const line = missing.get(key) ?? { table, row, columns: [], all: 0 };
    line.all += 1;
    if (!found.has(keyOf({ table, row, column }))) line.columns.push(column);
    missing.set(key, line);
  }
  for (const table of ['disclosure', 'applications', 'litigation'] as const) {
    const lines = [...missing.values()].filter((line) => line.table === table);
    if (lines.every(({ columns, all }) => columns.length === all)) {
      findings.push({
        severity: 'unread',
        code: 'table-missing',
        table,
        ...(seen.has(table) && { detail: { seen: 1 } }),
      });
      continue;
    }
    for (const { row, columns, all } of lines) {
      if (columns.length === 0) continue;
      const code = columns.length === all ? 'row-missing' : 'cells-missing';
      findings.push({ severity: 'unread', code, table, row, columns });
    }
  }
  for (const [key, cell] of found) {
    if (cell.figure === null || cellsIn[layout].has(key)) continue;
    const { table, row, column, place, figure } = cell;
    findings.push({
      severity: 'unread',
      code: 'outside-layout',
      table,
      row,
      column,
      place,
      text: String(figure),
    });
  }
  const tables = fillTables(layout, (cell) => found.get(keyOf(cell))?.figure ?? null);
  return { tables, findings };
}
