import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellsOf } from '../../../domain/annual-reports/fill';
import {
  figureAt,
  type LayoutCode,
  type ReportTables,
} from '../../../domain/annual-reports/tables';
import { validTables } from '../../../domain/annual-reports/valid-report.fixture';
import { readReport, type ReadReport } from './read-report';
import {
  formOf,
  narrative,
  preface,
  untidiness,
  type Form,
  type Untidiness,
} from './untidy.fixture';
import { asPage, asText, asWord, asWorkbook } from './written.fixture';

const layouts: LayoutCode[] = ['2019', '2021'];
/** More in an environment with RUNS set. */
const RUNS = Number(process.env.RUNS ?? 60);

const differences = (layout: LayoutCode, read: ReadReport, tables: ReportTables): string[] =>
  cellsOf(layout).flatMap(({ table, row, column }) => {
    const [found, wanted] = [read.tables as ReportTables, tables].map((each) =>
      figureAt(each, table, row, column),
    );
    return found === wanted ? [] : [`${table}/${row}/${column}: ${found} ≠ ${wanted}`];
  });

type Write = (form: Form, choice: number) => Promise<{ bytes: Uint8Array; name: string }>;
type Case = { name: string; write: Write; only?: Partial<Untidiness>; isFull?: true };

const cases: Case[] = [
  {
    name: 'a page',
    write: async (form, choice) =>
      asPage(
        form,
        (['plain', 'word', 'nested'] as const)[choice % 3] ?? 'plain',
        choice % 2 === 0 ? 'utf-8' : 'gb2312',
      ),
  },
  { name: 'a Word file', write: async (form) => asWord(form) },
  {
    name: 'a workbook',
    write: async (form, choice) =>
      asWorkbook(form, choice % 2 === 0, choice % 3 === 0 ? 'xls' : 'xlsx'),
    only: { spans: 'right' },
  },
  {
    name: 'text with one cell a line',
    write: async (form) => asText(form, 'cells'),
    only: { spans: 'right' },
  },
  {
    name: 'text with one row a line',
    write: async (form) => asText(form, 'rows'),
    only: { spans: 'right' },
  },
  {
    name: 'text with one cell a line and no tabs',
    write: async (form) => asText(form, 'lines'),
    isFull: true,
  },
  {
    name: 'text with the cells parted by spaces',
    write: async (form) => asText(form, 'spaces'),
    isFull: true,
  },
];

describe.each(layouts)('an untidy report in layout %s', (layout) => {
  it.each(cases)(
    'is read back from $name without a difference',
    async ({ write, only, isFull }) => {
      await fc.assert(
        fc.asyncProperty(
          validTables(layout),
          untidiness,
          fc.nat(11),
          async (valid, any, choice) => {
            const odd = { ...any, ...only };
            const tables = isFull ? filled(valid) : valid;
            const { bytes, name } = await write(formOf(layout, tables, odd), choice);
            const read = await readReport(bytes, name);
            expect(differences(layout, read, tables)).toEqual([]);
            const { year, agency, narrative: text } = read;
            expect({ layout: read.layout, year, agency }).toEqual({
              layout,
              year: layout === '2019' ? 2020 : 2024,
              agency: '青禾县',
            });
            expect(text).toEqual({ preface, ...narrative });
            const lost = read.findings.filter(({ severity }) => severity === 'unread');
            expect(lost).toEqual([]);
          },
        ),
        { numRuns: RUNS },
      );
    },
    240_000,
  );
});

/** Where blank lines may be anything, only a full table can be told. */
const filled = (tables: ReportTables): ReportTables =>
  JSON.parse(JSON.stringify(tables).replaceAll('null', '0')) as ReportTables;
