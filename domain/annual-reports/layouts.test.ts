import { describe, expect, it } from 'vitest';
import { cellsOf } from './fill';
import {
  applicationColumns,
  applicationRows,
  disclosureColumns,
  disclosureRows,
  type LayoutCode,
} from './tables';
import { deadline, layoutForYear, layouts } from './years';

const codes: LayoutCode[] = ['2019', '2021'];

describe('the official layouts', () => {
  it.each([
    ['2019', 19],
    ['2021', 21],
  ] as const)('add up %s outcomes from %i leaves', (code, leaves) => {
    expect(layouts[code].applications.outcomes).toHaveLength(leaves);
  });

  it.each(codes)('name each cell of layout %s once', (code) => {
    const keys = cellsOf(code).map(({ table, row, column }) => `${table}/${row}/${column}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it.each(codes)('list the applicant columns of layout %s in the stored order', (code) => {
    expect(layouts[code].applications.columns.map((column) => column.code)).toEqual([
      ...applicationColumns,
    ]);
  });

  it('use every code that tables are stored by', () => {
    const cells = codes.flatMap(cellsOf);
    const rows = (table: string) =>
      new Set(cells.filter((cell) => cell.table === table).map((cell) => cell.row));
    expect(rows('disclosure')).toEqual(new Set(disclosureRows));
    expect(rows('applications')).toEqual(new Set(applicationRows));
    expect(
      new Set(cells.filter((cell) => cell.table === 'disclosure').map((cell) => cell.column)),
    ).toEqual(new Set(disclosureColumns));
  });

  it.each(codes)('label everything of layout %s in both languages', (code) => {
    const { parts, disclosure, applications, litigation } = layouts[code];
    const labels = [
      ...parts,
      ...disclosure,
      ...disclosure.flatMap(({ rows, columns }) => [...rows, ...columns]),
      ...applications.columns,
      ...applications.lines,
      ...litigation.rows,
      ...litigation.columns,
    ].map(({ label }) => label);
    expect(labels.filter(({ zh, en }) => !/\p{Script=Han}/u.test(zh) || en === '')).toEqual([]);
    expect(parts).toHaveLength(6);
  });
});

describe('the layout of a year', () => {
  it.each([
    [2019, '2019'],
    [2020, '2019'],
    [2021, '2021'],
    [2026, '2021'],
  ])('is for %i the one of %s', (year, code) => {
    expect(layoutForYear(year)).toBe(code);
  });

  it.each([2018, 2020.5, Number.NaN])('is unknown for %s', (year) => {
    expect(() => layoutForYear(year)).toThrow(RangeError);
  });
});

describe('the deadline of a report', () => {
  it('is 31 January for a department and 31 March for the county, of the next year', () => {
    expect(deadline(2026, 'department')).toBe('2027-01-31');
    expect(deadline(2026, 'county')).toBe('2027-03-31');
  });
});
