import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nationalCalendar } from '@/domain/workdays/national-calendar';
import { workdaysBetween } from '@/domain/workdays/count';
import { addDays } from '@/domain/workdays/days';
import { workdayBefore } from './workday-before';

it('steps back over weekends', () => {
  expect(workdayBefore('2026-11-24', 0)).toBe('2026-11-24');
  expect(workdayBefore('2026-11-24', -1)).toBe('2026-11-23');
  expect(workdayBefore('2026-11-24', -2)).toBe('2026-11-20');
});

it('takes the working day before a seed on a day off', () => {
  expect(workdayBefore('2026-11-22', 0)).toBe('2026-11-20');
});

it('finds a working day that lies as many working days back as asked', () => {
  fc.assert(
    fc.property(fc.nat(1000), fc.nat(60), (later, back) => {
      const today = addDays('2023-03-01', later);
      const found = workdayBefore(today, -back);
      expect(nationalCalendar.isWorkday(found)).toBe(true);
      expect(workdaysBetween(found, workdayBefore(today, 0), nationalCalendar)).toBe(back);
    }),
  );
});
