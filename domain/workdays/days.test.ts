import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  assertDay,
  dayOf,
  daysBetween,
  formatDay,
  InvalidDayError,
  isDay,
  parseDay,
  weekdayOf,
} from './days';

const cases = readFileSync(new URL('./cases/days.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split('|').map((part) => part.trim()) as [string, string]);

const anyDay = fc.integer({ min: 0, max: 60_000 }).map((n) => addDays('1950-01-01', n));

describe('reading a day', () => {
  it.each(cases)('reads %j as %s', (text, day) => {
    expect(parseDay(text)).toBe(day === '-' ? null : day);
  });

  it('reads back every day it formats', () => {
    fc.assert(fc.property(anyDay, (day) => parseDay(formatDay(day)) === day));
  });

  it('never throws and never gives a day that does not exist', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const day = parseDay(text);
        return day === null || isDay(day);
      }),
    );
  });

  it('refuses what is no day by name', () => {
    expect(() => assertDay('2026-02-30')).toThrow(InvalidDayError);
    expect(() => assertDay(20261124)).toThrow(InvalidDayError);
  });
});

describe('the Shanghai day of a moment', () => {
  it('keeps the day of noon UTC, as date fields are stored', () => {
    expect(dayOf('2026-11-24T12:00:00.000Z')).toBe('2026-11-24');
  });

  it('turns over at 16:00 UTC, midnight in Shanghai', () => {
    expect(dayOf('2026-11-24T15:59:59.999Z')).toBe('2026-11-24');
    expect(dayOf('2026-11-24T16:00:00.000Z')).toBe('2026-11-25');
    expect(dayOf(new Date('2026-12-31T16:00:00Z'))).toBe('2027-01-01');
  });

  it('understands a time with an offset', () => {
    expect(dayOf('2026-11-25T00:30:00+08:00')).toBe('2026-11-25');
  });

  it('returns a day as it is', () => {
    expect(dayOf('2026-11-24')).toBe('2026-11-24');
  });

  it.each(['2026-11-24T12:00:00', 'yesterday', '', '2026-02-30', '2026-11-24T99:00:00Z'])(
    'refuses %j, whose day is not certain',
    (text) => {
      expect(() => dayOf(text)).toThrow(InvalidDayError);
    },
  );

  it('refuses a Date that holds no time', () => {
    expect(() => dayOf(new Date('no'))).toThrow(InvalidDayError);
  });
});

describe('moving along the calendar', () => {
  it('gives back the distance it moved', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: -4000, max: 4000 }),
        (day, count) => daysBetween(day, addDays(day, count)) === count,
      ),
    );
  });

  it('knows the weekday', () => {
    expect(weekdayOf('2026-11-24')).toBe(2);
    expect(weekdayOf('2026-10-10')).toBe(6);
  });

  it('ends a month early where the later month has no such date', () => {
    expect(addMonths('2026-08-31', 6)).toBe('2027-02-28');
    expect(addMonths('2026-11-24', 6)).toBe('2027-05-24');
    expect(addMonths('2023-08-31', 6)).toBe('2024-02-29');
    expect(addMonths('2026-01-31', -1)).toBe('2025-12-31');
  });
});
