import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, weekdayOf } from '../workdays/days';
import { nationalCalendar } from '../workdays/national-calendar';
import { deskGroup, endOfWeek, filedBefore, waitOf, type WaitingCase } from './desk';
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
  expect(deskGroup({ status: 'in-progress', due, wait: null }, '2026-11-26')).toBe(group);
});

const WAIT = {
  for: 'opinion',
  day: '2026-12-02',
  days: 0,
  isOver: true,
  isLate: false,
} as const;

test('a case whose answer is being corrected is for the office, and never overdue', () => {
  for (const status of ['in-progress', 'drafted', 'approved'] as const) {
    const one = { status, due: '2026-10-14', wait: null, isAnswered: true };
    expect(deskGroup(one, '2026-11-26'), status).toBe('turn');
  }
  const wait = { ...WAIT, isOver: false };
  const asked = { status: 'consulting', due: '2026-10-14', wait, isAnswered: true } as const;
  expect(deskGroup(asked, '2026-11-26')).toBe('stopped');
  expect(deskGroup({ ...asked, wait: { ...wait, isOver: true } }, '2026-11-26')).toBe('turn');
  const served = { status: 'delivered', due: '2026-10-14', wait: null, isAnswered: true } as const;
  expect(deskGroup(served, '2026-11-26')).toBe('closed');
});

const TODAY = '2026-11-26';
const waiting = (more: Partial<WaitingCase>): WaitingCase => ({
  status: 'supplement-requested',
  channel: 'internet',
  filedOn: '2026-11-02',
  termOn: null,
  askedOn: [],
  ...more,
});
const lies = (more: Partial<WaitingCase>, due: string | null = null) => {
  const one = waiting(more);
  const wait = waitOf(one, nationalCalendar, TODAY);
  return [deskGroup({ status: one.status, due, wait }, TODAY), wait?.isLate];
};

test.each([
  ['a supplement with time left', { termOn: '2026-11-26' }, 'stopped', false],
  ['a supplement whose term is over', { termOn: '2026-11-25' }, 'turn', true],
  [
    'a fee whose term is over',
    { status: 'fee-notified', termOn: '2026-11-20' } as const,
    'turn',
    true,
  ],
  [
    'an opinion with time left',
    { status: 'consulting', askedOn: ['2026-11-05'] } as const,
    'stopped',
    false,
  ],
  [
    'an opinion of which one party has time left',
    { status: 'consulting', askedOn: ['2026-11-05', '2026-11-02'] } as const,
    'stopped',
    false,
  ],
  [
    'an opinion whose 15 working days are over',
    { status: 'consulting', askedOn: ['2026-11-04'] } as const,
    'turn',
    true,
  ],
  ['a filing of today', { status: 'received', filedOn: TODAY } as const, 'stopped', false],
  ['a filing of yesterday', { status: 'received', filedOn: '2026-11-25' } as const, 'turn', false],
  ['a filing of weeks ago', { status: 'received' } as const, 'turn', true],
  [
    'an ordinary letter of yesterday',
    { status: 'received', channel: 'unsigned-post', filedOn: '2026-11-25' } as const,
    'turn',
    true,
  ],
] as const)('%s lies where it belongs', (_, more, group, isLate) => {
  expect(lies(more)).toEqual([group, isLate]);
});

test('a filing of Friday waits over the weekend, and is the office’s on Monday', () => {
  const one = waiting({ status: 'received', filedOn: '2026-11-20' });
  const over = (today: string) => waitOf(one, nationalCalendar, today)?.isOver;
  expect(['2026-11-22', '2026-11-23'].map(over)).toEqual([false, true]);
});

test('what ran out is overdue, or due today, before anything else', () => {
  const silent = { status: 'consulting', askedOn: ['2026-10-12'] } as const;
  expect(lies(silent, '2026-11-25')[0]).toBe('overdue');
  expect(lies(silent, TODAY)[0]).toBe('today');
  expect(lies(silent, '2026-12-30')[0]).toBe('turn');
});

test('the filings that are for the office are found by one day', () => {
  fc.assert(
    fc.property(fc.nat({ max: 2000 }), fc.nat({ max: 12 }), (n, before) => {
      const today = addDays('2021-01-01', n);
      const filedOn = addDays(today, -before);
      const wait = waitOf(waiting({ status: 'received', filedOn }), nationalCalendar, today);
      expect(filedOn <= filedBefore(nationalCalendar, today)).toBe(wait?.isOver);
    }),
  );
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
    const group = deskGroup({ status, due: '2020-01-02', wait: null }, '2026-11-26');
    expect(group).toBe(status === 'archived' ? null : 'closed');
  }
});

test('two applicants are a coincidence, three are a reason to publish', () => {
  expect([1, 2, 3, 4].map(isWorthPublishing)).toEqual([false, false, true, true]);
});
