import { describe, expect, it } from 'vitest';
import { addDays } from '../workdays/days';
import { isInSeason, occasions, remindersDue, urgency } from './reminders';
import type { ReportingAgency } from './reporting-agencies';

const agency = (
  id: string,
  kind: ReportingAgency['kind'],
  more: Partial<ReportingAgency> = {},
): ReportingAgency => ({
  id,
  name: id,
  kind,
  reportsYearly: true,
  establishedOn: null,
  abolishedOn: null,
  ...more,
});
const agencies = [
  agency('county', 'government'),
  agency('finance', 'department'),
  agency('xinchang', 'township'),
  agency('state-council', 'external'),
];
const nobody = new Set<string>();
const remindedOn = (today: string, published: ReadonlySet<string> = nobody) =>
  remindersDue(today, agencies, published).map(({ key }) => key);

describe('the days of reminders', () => {
  it('are three in January and then every week until the county has to publish', () => {
    const days = occasions(2026, 'department').map(({ on }) => on);
    expect(days.slice(0, 5)).toEqual([
      '2027-01-10',
      '2027-01-20',
      '2027-01-28',
      '2027-02-01',
      '2027-02-08',
    ]);
    expect(days.at(-1)).toBe('2027-03-29');
  });

  it('are in March for the county', () => {
    expect(
      occasions(2026, 'county')
        .slice(0, 4)
        .map(({ on }) => on),
    ).toEqual(['2027-03-10', '2027-03-20', '2027-03-28', '2027-04-01']);
  });
});

describe('who is reminded', () => {
  it('is every department and township in January, but no other authority', () => {
    expect(remindedOn('2027-01-10')).toEqual(['finance:2026:first', 'xinchang:2026:first']);
  });

  it('is nobody whose report is public', () => {
    expect(remindedOn('2027-01-20', new Set(['finance']))).toEqual(['xinchang:2026:second']);
  });

  it('is nobody between the occasions, and the same reminder some days later has the same key', () => {
    expect(remindedOn('2027-01-09')).toEqual([]);
    expect(remindedOn('2027-01-13')).toEqual(remindedOn('2027-01-10'));
    expect(remindedOn('2027-01-14')).toEqual([]);
  });

  it('is the county too when its own time comes', () => {
    expect(remindedOn('2027-03-10')).toEqual([
      'county:2026:first',
      'finance:2026:overdue-6',
      'xinchang:2026:overdue-6',
    ]);
  });

  it('is nobody in the rest of the year, however long ago the day was', () => {
    for (let day = '2027-06-01'; day <= '2027-12-31'; day = addDays(day, 1)) {
      expect(remindedOn(day)).toEqual([]);
    }
  });

  it('is no agency that is gone or owes no report', () => {
    const gone = agency('old', 'department', { abolishedOn: '2027-01-05' });
    const off = agency('off', 'department', { reportsYearly: false });
    expect(remindersDue('2027-01-10', [gone, off], nobody)).toEqual([]);
  });
});

describe('the words', () => {
  it.each([
    ['2027-01-10', 'coming', 21],
    ['2027-01-28', 'soon', 3],
    ['2027-01-31', 'soon', 0],
    ['2027-02-01', 'overdue', 1],
  ] as const)('on %s are %s, by %i days', (today, tone, days) => {
    expect(urgency(2026, 'department', today)).toEqual({ tone, by: '2027-01-31', days });
  });
});

it.each([
  ['2026-12-31', false],
  ['2027-01-01', true],
  ['2027-05-27', true],
  ['2027-05-28', false],
])('on %s the time for the reports about 2026 is %s', (today, isTime) => {
  expect(isInSeason(2026, today)).toBe(isTime);
});
