import { expect, it } from 'vitest';
import { emptyTables } from '@/domain/annual-reports/fill';
import { report2020 } from '@/domain/annual-reports/report-2020.fixture';
import { layouts } from '@/domain/annual-reports/years';
import { applicantBars, resultBars, resultGroups } from './chart-figures';

it('draws the results of the real report for 2020 by kind', () => {
  expect(resultBars('2019', report2020())).toEqual([
    { group: 'granted', value: 20 },
    { group: 'partial', value: 0 },
    { group: 'refused', value: 3 },
    { group: 'unavailable', value: 0 },
    { group: 'declined', value: 0 },
    { group: 'other', value: 0 },
  ]);
  expect(applicantBars(report2020())?.[0]).toEqual({ column: 'natural', value: 23 });
});

it('draws nothing where the report is blank, and no sum over a blank', () => {
  const tables = emptyTables('2021');
  expect(resultBars('2021', tables)).toBeNull();
  expect(applicantBars(tables)).toBeNull();
  tables.applications['refused-law']!.total = 4;
  tables.applications.granted!.total = 1;
  const bars = resultBars('2021', tables);
  expect(bars?.find(({ group }) => group === 'refused')?.value).toBeNull();
  expect(bars?.find(({ group }) => group === 'granted')?.value).toBe(1);
});

it('counts every kind of result in both layouts once', () => {
  for (const { code, applications } of Object.values(layouts)) {
    const tables = emptyTables(code);
    for (const row of applications.outcomes) tables.applications[row]!.total = 1;
    const sum = resultBars(code, tables)?.reduce((all, { value }) => all + (value ?? 0), 0);
    expect(sum).toBe(applications.outcomes.length);
  }
  expect(resultGroups).toHaveLength(6);
});
