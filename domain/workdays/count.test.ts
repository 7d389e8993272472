import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Calendar } from './calendar';
import { addWorkdays, workdaysBetween } from './count';
import { addDays, InvalidDayError } from './days';
import { nationalCalendar } from './national-calendar';

const cases = readFileSync(new URL('./cases/periods.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.trim().split(/\s+/) as [string, string, string, string]);

const anyStart = fc.integer({ min: 0, max: 9000 }).map((n) => addDays('2004-01-01', n));
const anyCount = fc.integer({ min: 0, max: 60 });

describe('counting working days', () => {
  it.each(cases)('from %s, %s working days end on %s (%s)', (start, count, due, certainty) => {
    const period = addWorkdays(start, Number(count), nationalCalendar);
    expect(period.due).toBe(due);
    expect(period.provisional ? 'provisional' : 'certain').toBe(certainty);
  });

  it('names the holidays it passed over and the make-up days it counted', () => {
    const period = addWorkdays('2026-09-18', 20, nationalCalendar);
    expect(period.skipped).toEqual([
      { from: '2026-09-25', to: '2026-09-27', name: 'mid-autumn' },
      { from: '2026-10-01', to: '2026-10-07', name: 'national-day' },
    ]);
    expect(period.makeUp).toEqual(['2026-09-20', '2026-10-10']);
  });

  it('does not list plain weekends', () => {
    expect(addWorkdays('2026-11-02', 20, nationalCalendar).skipped).toEqual([]);
  });

  it('does not count paused days', () => {
    const asked = (day: string) => day > '2026-11-26' && day <= '2026-12-03';
    expect(addWorkdays('2026-11-24', 3, nationalCalendar, asked).due).toBe('2026-12-04');
  });

  it('always ends on a working day after the start', () => {
    fc.assert(
      fc.property(anyStart, anyCount, (start, count) => {
        const { due } = addWorkdays(start, count, nationalCalendar);
        return nationalCalendar.isWorkday(due) && (count === 0 ? due >= start : due > start);
      }),
    );
  });

  it('is undone by counting back', () => {
    fc.assert(
      fc.property(anyStart, fc.integer({ min: 1, max: 60 }), (start, count) => {
        const { due } = addWorkdays(start, count, nationalCalendar);
        return (
          workdaysBetween(start, due, nationalCalendar) === count &&
          workdaysBetween(due, start, nationalCalendar) === -count
        );
      }),
    );
  });

  it('can be counted in two pieces', () => {
    fc.assert(
      fc.property(
        anyStart,
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 1, max: 30 }),
        (start, first, second) => {
          const middle = addWorkdays(start, first, nationalCalendar).due;
          return (
            addWorkdays(middle, second, nationalCalendar).due ===
            addWorkdays(start, first + second, nationalCalendar).due
          );
        },
      ),
    );
  });

  it('never ends earlier for a later start', () => {
    fc.assert(
      fc.property(anyStart, anyCount, (start, count) => {
        const next = addDays(start, 1);
        return (
          addWorkdays(start, count, nationalCalendar).due <=
          addWorkdays(next, count, nationalCalendar).due
        );
      }),
    );
  });

  it('counts as many as whoever walks from day to day, whatever the years between', () => {
    const anyDay = fc.integer({ min: 0, max: 12_000 }).map((n) => addDays('2002-06-01', n));
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 1500 }), (from, length) => {
        const to = addDays(from, length);
        let walked = 0;
        for (let day = from; day < to;) {
          day = addDays(day, 1);
          if (nationalCalendar.isWorkday(day)) walked += 1;
        }
        return (
          workdaysBetween(from, to, nationalCalendar) === walked &&
          workdaysBetween(to, from, nationalCalendar) === 0 - walked
        );
      }),
    );
  });

  it('counts to the last day that can be written', () => {
    expect(workdaysBetween('9999-12-24', '9999-12-31', nationalCalendar)).toBe(5);
    expect(() => workdaysBetween('2026-02-30', '2026-03-02', nationalCalendar)).toThrow(
      InvalidDayError,
    );
  });

  it('finds no days between a day and itself', () => {
    expect(workdaysBetween('2026-11-24', '2026-11-24', nationalCalendar)).toBe(0);
  });

  it.each([-1, 1.5, Number.NaN, 1001])('refuses a count of %s', (count) => {
    expect(() => addWorkdays('2026-11-24', count, nationalCalendar)).toThrow(RangeError);
  });

  it('refuses a start that is no day', () => {
    expect(() => addWorkdays('2026-02-30', 1, nationalCalendar)).toThrow(InvalidDayError);
  });

  it('stops on a calendar without working days', () => {
    const closed: Calendar = {
      isWorkday: () => false,
      coversYear: () => true,
      holidayOn: () => undefined,
    };
    expect(() => addWorkdays('2026-11-24', 1, closed)).toThrow(RangeError);
  });
});
