import { describe, expect, it } from 'vitest';
import { isReporting, levelOf, reportYears, yearOnTheTable, type Reporter } from './reporting';

const department: Reporter = { kind: 'department' };

describe('who owes a report', () => {
  it.each<[string, Partial<Reporter>, boolean]>([
    ['a department does', {}, true],
    ['a township does', { kind: 'township' }, true],
    ['the government does', { kind: 'government' }, true],
    ['a higher authority does not', { kind: 'external' }, false],
    ['one that is taken off the list does not', { reportsYearly: false }, false],
    ['one set up in the year does', { establishedOn: '2025-12-31' }, true],
    ['one set up after the year does not', { establishedOn: '2026-01-01' }, false],
    ['one abolished in the year does not', { abolishedOn: '2025-12-31' }, false],
    ['one abolished after the year does', { abolishedOn: '2026-01-01' }, true],
  ])('%s', (_, agency, owes) => {
    expect(isReporting({ ...department, ...agency }, 2025)).toBe(owes);
  });

  it('reports for the county as the government alone', () => {
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
