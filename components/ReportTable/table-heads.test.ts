import { expect, it } from 'vitest';
import { headsByColumn, headsByRow } from './table-heads';

it('finds all heads over a column, also below a tall one', () => {
  const head = [
    [{ rowSpan: 3 }, { colSpan: 4 }],
    [{ rowSpan: 2 }, { colSpan: 2 }, { rowSpan: 2 }],
    [{}, {}],
  ];
  expect(headsByColumn(head, 't')).toEqual([
    ['t-h0-0'],
    ['t-h0-1', 't-h1-0'],
    ['t-h0-1', 't-h1-1', 't-h2-0'],
    ['t-h0-1', 't-h1-1', 't-h2-1'],
    ['t-h0-1', 't-h1-2'],
  ]);
});

it('finds the rows that a row stands below, and none after a row of a higher level', () => {
  const rows = [0, 0, 1, 2, 1, 0].map((level) => ({ level }));
  expect(headsByRow(rows, 't')).toEqual([
    ['t-r0'],
    ['t-r1'],
    ['t-r1', 't-r2'],
    ['t-r1', 't-r2', 't-r3'],
    ['t-r1', 't-r4'],
    ['t-r5'],
  ]);
});
