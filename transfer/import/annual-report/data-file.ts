import * as xlsx from '@e965/xlsx';
import { readFigure } from '../../../domain/annual-reports/figure';
import { cellsOf, fillTables, type CellAddress } from '../../../domain/annual-reports/fill';
import { gridsOf } from '../../../domain/annual-reports/grid';
import type { FigureKind, ReportPart } from '../../../domain/annual-reports/layouts';
import type { Figure, LayoutCode, TableName } from '../../../domain/annual-reports/tables';
import { layouts } from '../../../domain/annual-reports/years';
import { decodeText } from '../decode';
import { LIMITS } from '../source-file';
import type { ReportFinding } from './findings';
import type { ReadReport } from './read-report';
import type { Place } from './source';

type Value = { table: string; row: string; column: string; value: unknown; place: Place };

type Contents = Pick<ReadReport, 'title' | 'agency' | 'year' | 'narrative'> & {
  layout: LayoutCode;
  values: Value[];
};

export type DataReport = ReadReport & { layout: LayoutCode; tables: ReturnType<typeof fillTables> };

/**
 * A report out of the data that this platform gives out: JSON after
 * public/schemas/annual-report.schema.json, or CSV with a line for each cell. Cells are named by their
 * codes, so that nothing has to be recognised; a value that is no figure is left blank and told.
 *
 * @returns null for any other file
 */
export function readDataFile(bytes: Uint8Array): DataReport | null {
  if (bytes.length > LIMITS.fileBytes || !/^\s*(?:\{|"?[a-z]+"?,)/u.test(startOf(bytes)))
    return null;
  const decoded = decodeText(bytes);
  if ('skip' in decoded) return null;
  const contents = fromJson(decoded.text) ?? fromCsv(decoded.text);
  return contents && assembled(contents);
}

const startOf = (bytes: Uint8Array): string =>
  new TextDecoder().decode(bytes.subarray(0, 64)).replace(/^\ufeff/u, '');

function assembled({ layout, values, ...head }: Contents): DataReport {
  const known = new Set(cellsOf(layout).map(keyOf));
  const kinds = kindsOf(layout);
  const figures = new Map<string, Figure>();
  const findings: ReportFinding[] = [];
  const blanks = new Map<string, { address: CellAddress; columns: string[]; place: Place }>();
  for (const { value, place, ...address } of values) {
    const key = keyOf(address);
    const said = value === null || value === undefined ? '' : String(value);
    if (!known.has(key)) {
      findings.push({
        severity: 'unread',
        code: 'outside-layout',
        text: said,
        place,
        ...rowIn(address),
      });
      continue;
    }
    const cell = address as CellAddress;
    const { figure, state, notes } =
      typeof value === 'object' && value !== null
        ? { figure: null, state: 'unread' as const, notes: ['not-a-figure' as const] }
        : readFigure(said, kinds.get(key) ?? 'count', '万元');
    const before = figures.get(key);
    if (before !== undefined && before !== figure) {
      figures.set(key, null);
      const detail = { first: before ?? '□', second: figure ?? '□' };
      findings.push({ severity: 'unread', code: 'conflict', ...cell, place, detail });
      continue;
    }
    figures.set(key, figure);
    for (const code of notes) {
      findings.push({
        severity: state === 'unread' ? 'unread' : state === 'blank' ? 'blank' : 'flagged',
        code,
        ...cell,
        place,
        text: said,
        ...(figure !== null && { figure }),
      });
    }
    if (state !== 'blank' || notes.length > 0) continue;
    const row = `${cell.table}/${cell.row}`;
    const blank = blanks.get(row) ?? { address: cell, columns: [], place };
    blank.columns.push(cell.column);
    blanks.set(row, blank);
  }
  for (const { address, columns, place } of blanks.values()) {
    const { table, row } = address;
    findings.push({ severity: 'blank', code: 'blank-cells', table, row, columns, place });
  }
  const absent = missingRows(layout, figures);
  return {
    ...head,
    isRead: true,
    layout,
    tables: fillTables(layout, (cell) => figures.get(keyOf(cell)) ?? null),
    findings: [...findings, ...absent],
  };
}

/** Rows of which the file has no cell at all. */
function missingRows(layout: LayoutCode, figures: ReadonlyMap<string, Figure>): ReportFinding[] {
  const rows = new Map<string, { cell: CellAddress; isThere: boolean }>();
  for (const cell of cellsOf(layout)) {
    const key = `${cell.table}/${cell.row}`;
    const isThere = figures.has(keyOf(cell)) || (rows.get(key)?.isThere ?? false);
    rows.set(key, { cell, isThere });
  }
  return [...rows.values()].flatMap(({ cell: { table, row }, isThere }): ReportFinding[] =>
    isThere ? [] : [{ severity: 'unread', code: 'row-missing', table, row }],
  );
}

function fromJson(text: string): Contents | null {
  const report = parsed(text);
  if (!isObject(report) || !String(report.$schema).endsWith('/annual-report.schema.json'))
    return null;
  const layout = layoutIn(report.layout);
  if (!layout) return null;
  const values = entries(report.tables).flatMap(([table, rows]) =>
    entries(rows).flatMap(([row, cells]) =>
      entries(cells).map(([column, value]) => ({ table, row, column, value, place: {} })),
    ),
  );
  const parts = Array.isArray(report.parts) ? report.parts.filter(isObject) : [];
  const linesOf = (words: unknown) =>
    typeof words === 'string' ? words.split('\n').filter((line) => line.trim() !== '') : [];
  const part = (code: ReportPart) => linesOf(parts.find((each) => each.code === code)?.text);
  return {
    layout,
    values,
    title: wordsIn(report.title),
    agency: wordsIn(report.agency),
    year: yearIn(report.year),
    narrative: {
      preface: linesOf(report.preface),
      overview: part('overview'),
      disclosure: part('disclosure'),
      applications: part('applications'),
      litigation: part('litigation'),
      problems: part('problems'),
      other: part('other'),
    },
  };
}

function fromCsv(text: string): Contents | null {
  const book = xlsx.read(text, { type: 'string', raw: true, sheetRows: 2000 });
  const sheet = book.Sheets[book.SheetNames[0] ?? ''];
  if (!sheet) return null;
  const rows = xlsx.utils.sheet_to_json<Record<string, unknown>>(sheet, { defval: '', raw: true });
  const [first] = rows;
  if (!first || !['layout', 'table', 'row', 'column', 'value'].every((name) => name in first)) {
    return null;
  }
  const layout = layoutIn(first.layout);
  if (!layout) return null;
  return {
    layout,
    values: rows.map((row, i) => ({
      table: String(row.table),
      row: String(row.row),
      column: String(row.column),
      value: row.value,
      place: { line: i + 2 },
    })),
    title: null,
    agency: wordsIn(first.agency),
    year: yearIn(first.year),
    narrative: {
      preface: [],
      overview: [],
      disclosure: [],
      applications: [],
      litigation: [],
      problems: [],
      other: [],
    },
  };
}

const kindsOf = (layout: LayoutCode): Map<string, FigureKind> =>
  new Map(
    gridsOf(layout).flatMap(({ rows }) =>
      rows
        .flat()
        .flatMap((cell): [string, FigureKind][] =>
          cell.role === 'figure' ? [[keyOf(cell.address), cell.figure]] : [],
        ),
    ),
  );

const keyOf = ({ table, row, column }: { table: string; row: string; column: string }): string =>
  `${table}/${row}/${column}`;

/** As much of a wrong address as the words about it can name. */
const rowIn = ({ table }: { table: string }): Pick<ReportFinding, 'table'> =>
  ['disclosure', 'applications', 'litigation'].includes(table) ? { table: table as TableName } : {};

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON: another reader may know what it is.
    return undefined;
  }
}

const layoutIn = (value: unknown): LayoutCode | null =>
  Object.hasOwn(layouts, String(value)) ? (String(value) as LayoutCode) : null;

const yearIn = (value: unknown): number | null =>
  /^\d{4}$/u.test(String(value)) ? Number(value) : null;

const wordsIn = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const entries = (value: unknown): [string, unknown][] =>
  isObject(value) ? Object.entries(value) : [];
