import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkTables } from '@/domain/annual-reports/check';
import { emptyTables, fillTables, type CellAddress } from '@/domain/annual-reports/fill';
import { figureAt, type Figure, type ReportTables } from '@/domain/annual-reports/tables';
import { validTables } from '@/domain/annual-reports/valid-report.fixture';
import { balanceIn, partsOf, sumAt, withSums } from './sums';

const cell = (row: string, column: string): CellAddress => ({ table: 'applications', row, column });

const filled = (figures: Record<string, Figure>): ReportTables =>
  fillTables('2021', ({ row, column }) => figures[`${row}/${column}`] ?? null);

it('leaves a valid report as it is', () => {
  fc.assert(
    fc.property(validTables('2021'), (tables) => {
      expect(withSums('2021', tables)).toEqual(tables);
    }),
    { numRuns: 40 },
  );
});

it('puts totals right that were typed wrong', () => {
  fc.assert(
    fc.property(validTables('2021'), fc.nat(9), (tables, wrong) => {
      const isWhole = figureAt(tables, 'applications', 'granted', 'natural') !== null;
      fc.pre(isWhole);
      const spoiled = fillTables('2021', (each) =>
        partsOf('2021', each).length > 0
          ? wrong
          : figureAt(tables, each.table, each.row, each.column),
      );
      const hard = checkTables('2021', withSums('2021', spoiled)).filter(
        ({ severity, rule }) => severity === 'hard' && rule !== 'balance',
      );
      expect(hard).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

it('adds up nothing while a part is blank, and keeps the total that was written', () => {
  const tables = filled({ 'granted/natural': 3, 'granted/total': 9 });
  expect(sumAt('2021', tables, cell('granted', 'total'))).toBeNull();
  expect(figureAt(withSums('2021', tables), 'applications', 'granted', 'total')).toBe(9);
  expect(withSums('2021', emptyTables('2021'))).toEqual(emptyTables('2021'));
});

it('adds up the results where a report gives totals alone', () => {
  const tables = fillTables('2021', ({ table, row, column }) => {
    if (table !== 'applications' || column !== 'total' || row === 'outcome-total') return null;
    return row === 'granted' ? 20 : row === 'partial' ? 2 : 0;
  });
  expect(figureAt(withSums('2021', tables), 'applications', 'outcome-total', 'total')).toBe(22);
});

it('tells a total from other cells', () => {
  const tables = emptyTables('2021');
  expect(sumAt('2021', tables, cell('granted', 'natural'))).toBeUndefined();
  expect(sumAt('2021', tables, cell('granted', 'total'))).toBeNull();
});

it('gives both sides of the rule printed on the form', () => {
  const tables = filled({
    'received/natural': 23,
    'carried-in/natural': 0,
    'outcome-total/natural': 22,
    'carried-out/natural': 0,
    'received/business': 1,
  });
  expect(balanceIn(tables, 'natural')).toEqual({ left: 23, right: 22 });
  expect(balanceIn(tables, 'business')).toEqual({ left: null, right: null });
});
