import { expect, it } from 'vitest';
import { intakeAgency, reportsAbout, type ReportingAgency } from './reporting-agencies';

const agency = (given: Partial<ReportingAgency> = {}): ReportingAgency => ({
  id: 1,
  name: '县财政局',
  kind: 'department',
  reportsYearly: true,
  establishedOn: null,
  abolishedOn: null,
  ...given,
});

it('an agency reports about each year of which it saw a day', () => {
  const one = agency({ establishedOn: '2019-12-31', abolishedOn: '2023-01-01' });
  expect([2018, 2019, 2022, 2023, 2024].filter((year) => reportsAbout(one, year))).toEqual([
    2019, 2022, 2023,
  ]);
});

it('higher authorities and exempt agencies report nothing here', () => {
  expect(reportsAbout(agency({ kind: 'external' }), 2024)).toBe(false);
  expect(reportsAbout(agency({ reportsYearly: false }), 2024)).toBe(false);
});

it('applications of no agency are the office’s, else the government’s, else nobody’s', () => {
  const government = agency({ id: 2, kind: 'government' });
  const office = agency({ id: 3, kind: 'office', establishedOn: '2022-01-01' });
  const all = [agency(), government, office];
  expect(intakeAgency(all, 2024)).toBe(office);
  expect(intakeAgency(all, 2021)).toBe(government);
  expect(intakeAgency([agency()], 2024)).toBeNull();
});
