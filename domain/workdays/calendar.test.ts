import { describe, expect, it } from 'vitest';
import { isCertain, isMakeUpDay, withNotice, type HolidayNotice } from './calendar';
import { addWorkdays } from './count';
import { nationalCalendar } from './national-calendar';

// Not the real notice for 2027: dates made up to try the rule.
const invented: HolidayNotice = {
  year: 2027,
  off: [
    { holiday: 'new-year', from: '2026-12-31', to: '2027-01-02' },
    { holiday: 'spring-festival', from: '2027-02-05', to: '2027-02-11' },
  ],
  worked: ['2026-12-27', '2027-02-13'],
};

describe('the national calendar', () => {
  it('covers the years that have a notice and no other', () => {
    const covered = [2003, 2004, 2015, 2026, 2027].filter((y) => nationalCalendar.coversYear(y));
    expect(covered).toEqual([2004, 2015, 2026]);
  });

  it('works on make-up weekends and rests on holidays', () => {
    expect(nationalCalendar.isWorkday('2026-10-10')).toBe(true);
    expect(nationalCalendar.isWorkday('2026-10-01')).toBe(false);
    expect(nationalCalendar.isWorkday('2026-10-11')).toBe(false);
    expect(nationalCalendar.isWorkday('2026-10-08')).toBe(true);
    expect(isMakeUpDay('2026-10-10', nationalCalendar)).toBe(true);
    expect(isMakeUpDay('2026-10-09', nationalCalendar)).toBe(false);
  });

  it('names the holiday of a day off and of no other day', () => {
    expect(nationalCalendar.holidayOn('2026-02-16')).toBe('spring-festival');
    expect(nationalCalendar.holidayOn('2015-09-03')).toBe('victory-day');
    expect(nationalCalendar.holidayOn('2026-10-10')).toBeUndefined();
    expect(nationalCalendar.holidayOn('2026-11-28')).toBeUndefined();
  });

  it('gives the same answer whatever the time zone of the machine', () => {
    const before = process.env.TZ;
    for (const zone of ['America/Los_Angeles', 'Pacific/Auckland', 'Asia/Shanghai']) {
      process.env.TZ = zone;
      expect(nationalCalendar.isWorkday('2026-10-10')).toBe(true);
      expect(nationalCalendar.isWorkday('2026-10-11')).toBe(false);
      expect(addWorkdays('2026-09-18', 20, nationalCalendar).due).toBe('2026-10-22');
    }
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  });

  it('keeps the fixed holidays of a year without notice, and says it is not certain', () => {
    expect(nationalCalendar.isWorkday('2027-01-01')).toBe(false);
    expect(nationalCalendar.holidayOn('2027-10-02')).toBe('national-day');
    expect(isCertain('2027-01-04', nationalCalendar)).toBe(false);
  });

  it('holds the last days of December open until the next notice', () => {
    expect(isCertain('2026-12-27', nationalCalendar)).toBe(true);
    expect(isCertain('2026-12-28', nationalCalendar)).toBe(false);
    expect(isCertain('2025-12-31', nationalCalendar)).toBe(true);
  });
});

describe('a notice that came later', () => {
  const calendar = withNotice(nationalCalendar, invented);

  it('covers its year and makes a period into it certain', () => {
    expect(calendar.coversYear(2027)).toBe(true);
    expect(calendar.coversYear(2026)).toBe(true);
    expect(calendar.coversYear(2028)).toBe(false);
    expect(addWorkdays('2026-12-07', 20, calendar)).toMatchObject({
      due: '2027-01-05',
      provisional: false,
    });
  });

  it('also speaks for the December days it names', () => {
    expect(calendar.isWorkday('2026-12-31')).toBe(false);
    expect(calendar.isWorkday('2026-12-27')).toBe(true);
    expect(calendar.holidayOn('2026-12-31')).toBe('new-year');
    expect(calendar.holidayOn('2026-12-27')).toBeUndefined();
  });

  it('leaves the other years as they were', () => {
    expect(calendar.isWorkday('2026-10-10')).toBe(true);
    expect(calendar.holidayOn('2026-10-01')).toBe('national-day');
    expect(calendar.isWorkday('2027-02-13')).toBe(true);
    expect(calendar.isWorkday('2027-02-08')).toBe(false);
    expect(calendar.holidayOn('2027-10-01')).toBeUndefined();
  });
});
