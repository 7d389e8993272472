import { expect, it } from 'vitest';
import { emptyTables } from '@/domain/annual-reports/fill';
import { report2020 } from '@/domain/annual-reports/report-2020.fixture';
import { keyFiguresOf } from './key-figures';

it('reads the figures of the real report for 2020', () => {
  expect(keyFiguresOf('2019', report2020())).toEqual({
    normative: 15,
    inForce: undefined,
    received: 23,
    carriedIn: 0,
    answered: 23,
    disclosed: 20,
    refused: 3,
    carriedOut: 0,
    reviews: 0,
    corrected: 0,
    suits: 0,
  });
});

it('gives no sum over a blank', () => {
  const tables = emptyTables('2021');
  tables.applications.granted!.total = 5;
  const figures = keyFiguresOf('2021', tables);
  expect(figures.disclosed).toBeNull();
  expect(figures.inForce).toBeNull();
});
