import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withNotice } from './calendar';
import { factsOf } from './day-facts';
import { nationalCalendar } from './national-calendar';
import { checkNotice } from './notice';

const off = [
  { holiday: 'new-year', from: '2025-12-31', to: '2026-01-03' },
  { holiday: 'spring-festival', from: '2026-02-15', to: '2026-02-23' },
  { holiday: 'qingming', from: '2026-04-04', to: '2026-04-06' },
  { holiday: 'labour-day', from: '2026-05-01', to: '2026-05-05' },
  { holiday: 'dragon-boat', from: '2026-06-19', to: '2026-06-21' },
  { holiday: 'mid-autumn', from: '2026-09-25', to: '2026-09-27' },
  { holiday: 'national-day', from: '2026-10-01', to: '2026-10-07' },
];
const worked = ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'];
const notice = { year: 2026, off, worked };
const findings = (value: unknown) => {
  const checked = checkNotice(value);
  return checked.ok ? [] : checked.findings.map(({ key, at }) => `${key} ${at ?? '-'}`);
};
const withOff = (from: unknown, to: unknown, holiday: unknown = 'other') => ({
  ...notice,
  off: [...off, { holiday, from, to }],
});
const withWorked = (day: unknown) => ({ ...notice, worked: [...worked, day] });

describe('a holiday notice that was typed', () => {
  it('is taken when it is whole', () => {
    expect(checkNotice(notice)).toEqual({ ok: true, notice, warnings: [] });
  });

  it.each([
    [null, ['notANotice -']],
    ['2026', ['notANotice -']],
    [{ ...notice, year: '2026' }, ['year year']],
    [{ ...notice, year: 20260 }, ['year year']],
    [{ ...notice, off: {} }, ['offNotAList off']],
    [{ ...notice, worked: 'Sunday' }, ['workedNotAList worked']],
    [{ year: 2026 }, ['empty off']],
    [{ ...notice, off: Array.from({ length: 101 }, () => off[0]) }, ['tooMany -']],
    [{ ...notice, off: [...off, 'Friday'] }, ['notASpan off.7']],
    [withOff('2026-08-01', '2026-08-02', 'birthday'), ['unknownHoliday off.7']],
    [withOff('2026-08-32', '2026-08-02'), ['notADay off.7']],
    [withOff(undefined, undefined), ['notADay off.7', 'notADay off.7']],
    [withOff('2026-08-03', '2026-08-02'), ['reversed off.7']],
    [withOff('2025-11-30', '2025-12-01'), ['outsideYear off.7']],
    // A slip of one month, or of ten.
    [withOff('2026-07-06', '2026-08-12'), ['tooLong off.7']],
    [withOff('2026-08-01', '2026-08-16'), ['tooLong off.7']],
    [withOff('2026-08-01', '2026-08-15'), []],
    [withOff('2027-01-30', '2027-02-01'), ['outsideYear off.7']],
    [withOff('2026-10-07', '2026-10-08'), ['overlap off.7']],
    [withOff('2026-08-14', '2026-08-15'), []],
    [withWorked('2026-10-12'), ['workedNotWeekend worked.6']],
    [withWorked('2026-10-10'), ['workedTwice worked.6']],
    [withWorked('2026-10-03'), ['offAndWorked worked.6']],
    [withWorked('2028-01-02'), ['outsideYear worked.6']],
    [withWorked('next Sunday'), ['notADay worked.6']],
    [withWorked('2025-12-28'), []],
    [withWorked('2027-01-02'), []],
  ])('%#: is told what is wrong and where', (value, expected) => {
    expect(findings(value)).toEqual(expected);
  });

  it('tells all that is wrong at once', () => {
    const value = { ...withOff('2026-08-03', '2026-08-02'), worked: ['2026-10-12', '2026-10-03'] };
    expect(findings(value)).toEqual([
      'reversed off.7',
      'workedNotWeekend worked.0',
      'offAndWorked worked.1',
    ]);
  });

  it('warns of what every notice has, without refusing', () => {
    const checked = checkNotice({
      year: 2027,
      off: [{ ...off[6], from: '2027-10-02', to: '2027-10-08' }],
    });
    expect(
      checked.ok && checked.warnings.map(({ key, values }) => [key, ...Object.values(values)]),
    ).toEqual([
      ['missingHoliday', 'new-year'],
      ['missingHoliday', 'spring-festival'],
      ['missingHoliday', 'qingming'],
      ['missingHoliday', 'labour-day'],
      ['missingHoliday', 'dragon-boat'],
      ['missingDay', '2027-01-01'],
      ['missingDay', '2027-05-01'],
      ['missingDay', '2027-10-01'],
    ]);
  });

  it('asks no year before 2008 for the holidays that came with it', () => {
    const ofYear = (year: number) => {
      const moved = (day: string) => `${Number(day.slice(0, 4)) + year - 2026}${day.slice(4)}`;
      const early = off
        .filter(({ holiday }) => holiday !== 'qingming' && holiday !== 'dragon-boat')
        .map((entry) => ({ ...entry, from: moved(entry.from), to: moved(entry.to) }));
      const checked = checkNotice({ year, off: early, worked: [] });
      return checked.ok ? checked.warnings.map(({ values }) => values.holiday) : checked.findings;
    };
    expect(ofYear(2007)).toEqual([]);
    expect(ofYear(2008)).toEqual(['qingming', 'dragon-boat']);
  });

  it('takes a holiday under the name of the one with which it falls together', () => {
    const merged = off.map((entry) =>
      entry.holiday === 'national-day' ? { ...entry, holiday: 'mid-autumn' } : entry,
    );
    expect(checkNotice({ ...notice, off: merged })).toMatchObject({ ok: true, warnings: [] });
  });

  it('never throws, and what it takes makes a calendar', () => {
    const almost = fc.record({
      year: fc.oneof(fc.constant(2026), fc.jsonValue()),
      off: fc.oneof(fc.subarray(off), fc.array(fc.jsonValue()), fc.jsonValue()),
      worked: fc.oneof(fc.subarray(worked), fc.jsonValue()),
    });
    fc.assert(
      fc.property(fc.oneof(almost, fc.jsonValue()), (value) => {
        const checked = checkNotice(value);
        if (!checked.ok) return checked.findings.length > 0;
        return withNotice(nationalCalendar, checked.notice).coversYear(2026);
      }),
    );
  });
});

describe('what a calendar says of a day', () => {
  it('is kept for each calendar by itself', () => {
    const other = withNotice(nationalCalendar, {
      year: 2026,
      off: [{ holiday: 'other', from: '2026-11-24', to: '2026-11-24' }],
      worked: [],
    });
    for (const calendar of [nationalCalendar, other, nationalCalendar]) {
      expect(factsOf('2026-11-24', calendar)).toEqual({
        day: '2026-11-24',
        next: '2026-11-25',
        isWorkday: calendar === nationalCalendar,
        isMakeUp: false,
        isCertain: true,
        holiday: calendar === nationalCalendar ? undefined : 'other',
      });
    }
  });
});
