import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, weekdayOf } from '../workdays/days';
import { deskGroup, endOfWeek } from './desk';
import { isWorthPublishing } from './same-request';
import { isOpen, statuses } from './statuses';

// 26 November 2026 is a Thursday.
test.each([
  ['2026-11-25', 'overdue'],
  ['2026-11-26', 'today'],
  ['2026-11-27', 'week'],
  ['2026-11-29', 'week'],
  ['2026-11-30', 'later'],
  [null, 'stopped'],
] as const)('on a Thursday a case due on %s lies under %s', (due, group) => {
  expect(deskGroup({ status: 'in-progress', due }, '2026-11-26')).toBe(group);
});

test('a week ends on its Sunday, also for the Sunday itself', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4000 }), (days) => {
      const day = addDays('2020-01-01', days);
      const end = endOfWeek(day);
      expect(weekdayOf(end)).toBe(0);
      expect(end >= day && end < addDays(day, 7)).toBe(true);
    }),
  );
});

test('what is answered, however late, waits to be filed away, and what is filed lies nowhere', () => {
  for (const status of statuses.filter((each) => !isOpen(each))) {
    const group = deskGroup({ status, due: '2020-01-02' }, '2026-11-26');
    expect(group).toBe(status === 'archived' ? null : 'closed');
  }
});

test('two applicants are a coincidence, three are a reason to publish', () => {
  expect([1, 2, 3, 4].map(isWorthPublishing)).toEqual([false, false, true, true]);
});
