import { expect, it } from 'vitest';
import { matrixOf } from './matrix';

const agency = (id: number, kind: string) =>
  ({ id, kind, name: `机构${id}`, slug: `a${id}` }) as never;
const [county, department, external] = [
  agency(1, 'government'),
  agency(2, 'department'),
  agency(3, 'external'),
];
const report = (of: never, year: number, publishedOn: string | null) => ({
  agency: of,
  year,
  publishedOn,
});

it('says of every agency and year whether the report came in time', () => {
  const { years, rows, counts } = matrixOf(
    [county, department, external],
    [
      report(county, 2024, '2025-03-31'),
      report(department, 2024, '2025-03-31'),
      report(county, 2020, null),
    ],
    '2026-01-01',
  );
  expect(years).toEqual([2024, 2020]);
  expect(rows.map(({ cells }) => cells.map(({ is }) => is.state))).toEqual([
    ['on-time', 'undated'],
    ['late', 'missing'],
  ]);
  expect(counts).toEqual([
    { year: 2024, published: 2, onTime: 1, late: 1, missing: 0 },
    { year: 2020, published: 1, onTime: 0, late: 0, missing: 1 },
  ]);
});

it('calls nothing late before its day', () => {
  const { rows } = matrixOf(
    [county, department],
    [report(department, 2025, '2026-01-05')],
    '2026-02-10',
  );
  expect(rows.map(({ cells }) => cells[0]?.is.state)).toEqual(['due', 'on-time']);
});
