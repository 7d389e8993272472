import { describe, expect, it } from 'vitest';
import { levelOf, reportYears, yearOnTheTable } from './reporting';

describe('who reports', () => {
  it('is the government for the county, and everybody else as a department', () => {
    expect(levelOf('government')).toBe('county');
    expect(levelOf('office')).toBe('department');
    expect(levelOf('township')).toBe('department');
  });
});

describe('the year on the table', () => {
  it.each([
    ['2027-01-01', 2026],
    ['2027-03-31', 2026],
    ['2027-09-30', 2026],
    ['2026-10-01', 2026],
    ['2026-12-31', 2026],
  ])('on %s is %i', (today, year) => {
    expect(yearOnTheTable(today)).toBe(year);
  });

  it('is one of those to choose from, which begin with the first national layout', () => {
    expect(reportYears('2022-11-01')).toEqual([2022, 2021, 2020, 2019]);
  });
});
