import { describe, expect, it } from 'vitest';
import { nationalCalendar } from '../../workdays/national-calendar';
import { reckon, type CaseDates } from '../reckon';

const problemOf = (value: unknown) => {
  const result = reckon(value as CaseDates, nationalCalendar);
  return result.ok ? null : [result.problem.key, result.problem.event];
};
const base = { channel: 'internet', received: '2026-11-02' };

describe('what is no case', () => {
  it.each([
    [null, 'notACase', null],
    [[], 'notACase', null],
    ['2026-11-02', 'notACase', null],
    [42, 'notACase', null],
    [{}, 'unknownChannel', null],
    [{ channel: 'internet' }, 'noReceipt', null],
    [{ channel: 'internet', received: null, filed: null }, 'noReceipt', null],
    [{ channel: ['internet'], received: '2026-11-02' }, 'unknownChannel', null],
    [{ channel: 'toString', received: '2026-11-02' }, 'unknownChannel', null],
    [{ ...base, received: '2026-11-2' }, 'notADay', null],
    [{ ...base, received: 20261102 }, 'notADay', null],
    [{ ...base, received: '2026-11-02T00:00:00Z' }, 'notADay', null],
    [{ ...base, received: '1999-12-31' }, 'dayOutOfRange', null],
    [{ ...base, events: {} }, 'eventsNotAList', null],
    [{ ...base, events: 'extended' }, 'eventsNotAList', null],
    [{ ...base, events: [null] }, 'notAnEvent', 0],
    [{ ...base, events: [[]] }, 'notAnEvent', 0],
    [{ ...base, events: [{}] }, 'unknownEvent', 0],
    [{ ...base, events: [{ type: 'replied' }] }, 'notADay', 0],
    [
      { ...base, events: [{ type: 'agency-asked', date: '2026-11-04', party: 7 }] },
      'partyNotText',
      0,
    ],
    [
      { ...base, events: [{ type: 'extended', date: '2026-11-04', workingDays: '5' }] },
      'extensionDays',
      0,
    ],
    [{ ...base, filed: '2026-11-03' }, 'receivedBeforeFiled', null],
    [{ ...base, channel: 'oral', filed: '2026-10-30' }, 'receivedNotFiled', null],
  ])('%j is refused as %s', (value, key, event) => {
    expect(problemOf(value)).toEqual([key, event]);
  });

  it('names the event that is wrong, and the first of several', () => {
    const events = [
      { type: 'extended', date: '2026-11-04', workingDays: 5 },
      { type: 'no such', date: '2026-11-05' },
      { type: 'no such either', date: '2026-11-06' },
    ];
    expect(problemOf({ ...base, events })).toEqual(['unknownEvent', 1]);
  });
});

describe('what is a case', () => {
  it.each([
    [base],
    [{ ...base, events: null }],
    [{ ...base, filed: '2026-11-01', id: 17, note: 'passed over' }],
    [{ ...base, events: [{ type: 'replied', date: '2026-11-04', workingDays: 'none', until: 3 }] }],
  ])('%j is taken', (value) => {
    expect(problemOf(value)).toBeNull();
  });
});
