import fc from 'fast-check';
import { cellsOf, fillTables } from './fill';
import { applicantColumns } from './identities';
import { litigationRows, type Figure, type LayoutCode, type ReportTables } from './tables';
import { layouts } from './years';

const RESULTS = ['upheld', 'corrected', 'other', 'pending'] as const;

/**
 * Any report whose columns add up: with all cells filled, with results for 总计 alone as many agencies
 * write them, or with cells of part two left blank.
 */
export const validTables = (code: LayoutCode): fc.Arbitrary<ReportTables> => {
  const { outcomes } = layouts[code].applications;
  const many = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(30), fc.nat(12_000));
  const column = fc.record({
    results: fc.array(many, { minLength: outcomes.length, maxLength: outcomes.length }),
    carriedOut: many,
    // Which part of all that was to be handled came from the year before, in thousandths.
    before: fc.nat(1000),
  });
  const part = fc.dictionary(
    fc.constantFrom(
      ...cellsOf(code).flatMap((cell) => (cell.table === 'disclosure' ? [keyOf(cell)] : [])),
    ),
    fc.constant(true),
    { maxKeys: 6 },
  );
  return fc
    .record({
      columns: fc.array(column, { minLength: 6, maxLength: 6 }),
      figures: fc.array(fc.nat(200_000), { minLength: 24, maxLength: 24 }),
      cents: fc.nat(99),
      isFalling: fc.boolean(),
      cases: fc.array(fc.array(many, { minLength: 4, maxLength: 4 }), {
        minLength: 3,
        maxLength: 3,
      }),
      onlyTotals: fc.boolean(),
      blank: part,
    })
    .map(({ columns, figures, cents, isFalling, cases, onlyTotals, blank }) => {
      const applied = columns.map(({ results, carriedOut, before }) => {
        const all = sumOf(results);
        const carriedIn = Math.floor(((all + carriedOut) * before) / 1000);
        return new Map<string, number>([
          ...outcomes.map((row, i): [string, number] => [row, results[i] as number]),
          ['outcome-total', all],
          ['carried-out', carriedOut],
          ['carried-in', carriedIn],
          ['received', all + carriedOut - carriedIn],
        ]);
      });
      let next = 0;
      return fillTables(code, (cell): Figure => {
        const { table, row, column: name } = cell;
        if (table === 'applications') {
          if (name === 'total') return sumOf(applied.map((each) => each.get(row) ?? 0));
          if (onlyTotals && row !== 'received' && row !== 'carried-in') return null;
          return applied[applicantColumns.indexOf(name as 'natural')]?.get(row) ?? 0;
        }
        if (table === 'litigation') {
          const own = cases[litigationRows.indexOf(row as 'review')] as number[];
          return name === 'total' ? sumOf(own) : (own[RESULTS.indexOf(name as 'upheld')] as number);
        }
        const figure = figures[next % figures.length] as number;
        next += 1;
        if (blank[keyOf(cell)]) return null;
        if (name.endsWith('-amount')) return (figure * 100 + cents) / 100;
        return name === 'change' && isFalling ? -figure || 0 : figure;
      });
    });
};

const keyOf = ({ row, column }: { row: string; column: string }) => `${row}/${column}`;

const sumOf = (figures: readonly number[]): number =>
  figures.reduce((sum, figure) => sum + figure, 0);
