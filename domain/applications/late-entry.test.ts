import { describe, expect, test } from 'vitest';
import { nationalCalendar } from '../workdays/national-calendar';
import { judge, type CaseFacts, type NewAct } from './case';
import { earliestEntry, isLateEntry } from './late-entry';

/** A Friday. */
const today = '2026-11-27';

const approved: CaseFacts = {
  status: 'approved',
  channel: 'in-person',
  filedOn: '2026-09-01',
  signedOn: null,
  history: [
    { action: 'register', on: '2026-09-01', by: null },
    { action: 'draft', on: '2026-09-03', by: 'a' },
    { action: 'review', on: '2026-09-04', by: 'b' },
    { action: 'approve', on: '2026-09-05', by: 'c' },
  ],
  consultations: [],
  termOn: null,
};

const issue = (on: string, more: Partial<NewAct> = {}) =>
  judge(
    approved,
    { action: 'issue', actor: 'officer', by: 'a', on, given: {}, ...more },
    nationalCalendar,
    today,
  );

describe('a letter that bears a day of weeks ago', () => {
  test('needs a reason why it is written down only now', () => {
    expect(issue('2026-09-28')).toEqual({ key: 'backdated', values: { day: '2026-11-24' } });
    expect(issue('2026-09-28', { given: { lateReason: ' ' } })?.key).toBe('backdated');
    expect(issue('2026-09-28', { given: { lateReason: '停电期间手工发出' } })).toBeNull();
  });

  test('of three working days ago, over a weekend, needs none', () => {
    expect(issue('2026-11-24')).toBeNull();
    expect(issue('2026-11-23')?.key).toBe('backdated');
    expect(earliestEntry(today, nationalCalendar)).toBe('2026-11-24');
    expect(earliestEntry('2026-11-23', nationalCalendar)).toBe('2026-11-18');
    // Before the holiday of October: those days are none that anybody works on.
    expect(earliestEntry('2026-10-08', nationalCalendar)).toBe('2026-09-28');
  });

  test('is what it is about: a step without a letter tells what happened earlier', () => {
    expect(isLateEntry('receive-supplement', '2026-09-28', today, nationalCalendar)).toBe(false);
    expect(isLateEntry('extend', '2026-09-28', today, nationalCalendar)).toBe(true);
    expect(isLateEntry('request-supplement', '2026-09-28', today, nationalCalendar)).toBe(true);
  });

  test('of a sample is none', () => {
    expect(issue('2026-09-28', { isSample: true })).toBeNull();
  });
});
