import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkTables } from './check';
import { cellsOf, fillTables, type CellAddress } from './fill';
import { figureAt, type Figure, type LayoutCode, type ReportTables } from './tables';
import { validTables } from './valid-report.fixture';

/*
 * A recount that shares nothing with the checks but the names of cells: the sums are written out here as
 * the notice prints them.
 */
const APPLICANTS = ['natural', 'business', 'research', 'welfare', 'legal-service', 'other-org'];
const RESULTS_OF_BOTH = [
  ...['granted', 'partial', 'refused-secret', 'refused-law', 'refused-safety'],
  ...['refused-third-party', 'refused-internal', 'refused-process', 'refused-enforcement'],
  ...['refused-inquiry', 'unavailable-not-held', 'unavailable-to-be-made', 'unavailable-unclear'],
  ...['declined-petition', 'declined-repeat', 'declined-publication', 'declined-excessive'],
  'declined-reissue',
];
const RESULTS: Record<LayoutCode, string[]> = {
  '2019': [...RESULTS_OF_BOTH, 'other'],
  '2021': [...RESULTS_OF_BOTH, 'other-not-supplemented', 'other-unpaid', 'other-else'],
};

type Cell = [table: 'applications' | 'litigation', row: string, column: string];
type Equation = { left: Cell[]; right: Cell[] };

function equations(code: LayoutCode): Equation[] {
  const applied = (row: string, column: string): Cell => ['applications', row, column];
  const rows = ['received', 'carried-in', ...RESULTS[code], 'outcome-total', 'carried-out'];
  return [
    ...[...APPLICANTS, 'total'].flatMap((column) => [
      {
        left: [applied('received', column), applied('carried-in', column)],
        right: [applied('outcome-total', column), applied('carried-out', column)],
      },
      {
        left: [applied('outcome-total', column)],
        right: RESULTS[code].map((row) => applied(row, column)),
      },
    ]),
    ...rows.map((row) => ({
      left: [applied(row, 'total')],
      right: APPLICANTS.map((column) => applied(row, column)),
    })),
    ...['review', 'direct-suit', 'suit-after-review'].map((row) => ({
      left: [['litigation', row, 'total'] satisfies Cell],
      right: ['upheld', 'corrected', 'other', 'pending'].map((column): Cell => [
        'litigation',
        row,
        column,
      ]),
    })),
  ];
}

/** Whether some sum of filled cells is wrong. */
const isBroken = (code: LayoutCode, tables: ReportTables): boolean =>
  equations(code).some(({ left, right }) => {
    const figures = (cells: Cell[]) => cells.map(([...cell]) => figureAt(tables, ...cell));
    const sides = [figures(left), figures(right)];
    if (sides.flat().includes(null)) return false;
    const [a, b] = sides.map((side) => side.reduce<number>((sum, one) => sum + (one ?? 0), 0));
    return a !== b;
  });

const hardIn = (code: LayoutCode, tables: ReportTables) =>
  checkTables(code, tables).filter(({ severity }) => severity === 'hard');

const withCell = (code: LayoutCode, tables: ReportTables, cell: CellAddress, figure: Figure) =>
  fillTables(code, (each) => {
    const isHere =
      each.table === cell.table && each.row === cell.row && each.column === cell.column;
    return isHere ? figure : figureAt(tables, each.table, each.row, each.column);
  });

const REPORTS = 50;
const CHANGES = 10;

describe.each(['2019', '2021'] as const)(
  '500 changes of one cell in valid reports of %s',
  (code) => {
    const reports = fc.sample(validTables(code), { numRuns: REPORTS, seed: 20210301 });
    const draws = fc.sample(
      fc.record({ cell: fc.nat(), by: fc.integer({ min: 1, max: 12_000 }), isLess: fc.boolean() }),
      { numRuns: REPORTS * CHANGES, seed: 20210302 },
    );

    it('are found where they break a sum, and nowhere else', () => {
      let broken = 0;
      reports.forEach((tables, i) => {
        expect(isBroken(code, tables)).toBe(false);
        expect(hardIn(code, tables)).toEqual([]);
        const filled = cellsOf(code).filter(
          ({ table, row, column }) => figureAt(tables, table, row, column) !== null,
        );
        for (const { cell: pick, by, isLess } of draws.slice(i * CHANGES, (i + 1) * CHANGES)) {
          const cell = filled[pick % filled.length] as CellAddress;
          const figure = figureAt(tables, cell.table, cell.row, cell.column) ?? 0;
          const changed = withCell(
            code,
            tables,
            cell,
            isLess && figure >= by ? figure - by : figure + by,
          );
          const hard = hardIn(code, changed);
          const isWrong = isBroken(code, changed);
          if (isWrong) broken += 1;
          expect(hard.length > 0, `${cell.table} ${cell.row} ${cell.column}`).toBe(isWrong);
          // What is told names the cell that was changed.
          const named = hard.flatMap(({ table, parts }) =>
            parts.map((part) => ({ table, ...part })),
          );
          if (isWrong) expect(named).toContainEqual(expect.objectContaining(cell));
          // Every count of applications, reviews and suits is part of a sum; nothing else is.
          expect(isWrong).toBe(cell.table !== 'disclosure');
        }
      });
      expect(broken).toBeGreaterThan((REPORTS * CHANGES) / 2);
    });
  },
);

describe('the table of proactive disclosure', () => {
  const lastYear: Record<LayoutCode, ReportTables> = {
    '2019': fillTables('2019', ({ column }) => (column === 'previous' ? 100 : 0)),
    '2021': fillTables('2021', ({ column }) => (column === 'in-force' ? 100 : 0)),
  };
  const compared = (code: LayoutCode): string[] =>
    cellsOf(code)
      .filter(({ table }) => table === 'disclosure')
      .filter((cell) => {
        expect(checkTables(code, lastYear[code], lastYear[code])).toEqual([]);
        const changed = withCell(code, lastYear[code], cell, 7);
        return checkTables(code, changed, lastYear[code]).length > 0;
      })
      .map(({ row, column }) => `${row} ${column}`);

  it('has no sum within itself, and in 2021 repeats what was in force the year before', () => {
    expect(compared('2021')).toEqual([
      'rules issued',
      'rules abolished',
      'rules in-force',
      'normative issued',
      'normative abolished',
      'normative in-force',
    ]);
  });

  it('of 2019 repeats the number of items of the year before, and nothing else', () => {
    expect(compared('2019')).toEqual([
      'licensing previous',
      'other-services previous',
      'penalties previous',
      'enforcement previous',
      'fees previous',
    ]);
  });
});
