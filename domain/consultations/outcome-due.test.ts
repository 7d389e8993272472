import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nationalCalendar } from '../workdays/national-calendar';
import { addDays } from '../workdays/days';
import { lateSince, moderationDue, outcomeDue } from './outcome-due';

describe('the day of the outcome', () => {
  it('comes so many working days after the day of the close, over a holiday', () => {
    expect(outcomeDue('2026-09-30T09:00:00.000Z', 5, nationalCalendar)).toBe('2026-10-13');
  });

  it('counts from the day of the close in Shanghai, not in the machine’s zone', () => {
    expect(outcomeDue('2026-11-02T15:59:00.000Z', 1, nationalCalendar)).toBe('2026-11-03');
    expect(outcomeDue('2026-11-02T16:00:00.000Z', 1, nationalCalendar)).toBe('2026-11-04');
  });
});

describe('comments that wait too long', () => {
  it('are those of a day whose period has run out, and of no later one', () => {
    const anyDay = fc.integer({ min: 0, max: 700 }).map((n) => addDays('2025-01-10', n));
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 15 }), (today, days) => {
        const late = lateSince(today, days, nationalCalendar);
        const dueOf = (day: string) => moderationDue(`${day}T02:00:00Z`, days, nationalCalendar);
        expect(dueOf(late) < today).toBe(true);
        expect(dueOf(addDays(late, 1)) >= today).toBe(true);
      }),
    );
  });
});
