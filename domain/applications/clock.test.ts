import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../workdays/days';
import { nationalCalendar } from '../workdays/national-calendar';
import {
  channels,
  dueDate,
  receiptDay,
  supplementNoticeDue,
  type ClockFacts,
  type Filing,
} from './clock';

const due = (facts: ClockFacts) => dueDate(facts, nationalCalendar);
const confirmed = (day: string): Filing => ({
  channel: 'internet',
  filedOn: day,
  confirmedOn: day,
});

describe('the day of receipt', () => {
  it.each([
    [{ channel: 'in-person', filedOn: '2026-11-20' }, '2026-11-20'],
    [{ channel: 'oral', filedOn: '2026-11-20' }, '2026-11-20'],
    [{ channel: 'signed-post', filedOn: '2026-11-20', signedOn: '2026-11-23' }, '2026-11-23'],
    [{ channel: 'signed-post', filedOn: '2026-11-20' }, null],
    [{ channel: 'unsigned-post', filedOn: '2026-11-20', confirmedOn: '2026-11-24' }, '2026-11-24'],
    [{ channel: 'unsigned-post', filedOn: '2026-11-20', signedOn: '2026-11-23' }, null],
    [{ channel: 'internet', filedOn: '2026-11-20', confirmedOn: '2026-11-23' }, '2026-11-23'],
    [{ channel: 'internet', filedOn: '2026-11-20' }, null],
    [{ channel: 'fax', filedOn: '2026-11-20', confirmedOn: null }, null],
  ] as [Filing, string | null][])('of %j is %s', (filing, day) => {
    expect(receiptDay(filing)).toBe(day);
  });
});

describe('the day a reply is due', () => {
  it('is the twentieth working day after receipt, with what was and was not counted', () => {
    expect(due({ channel: 'internet', filedOn: '2026-09-17', confirmedOn: '2026-09-18' })).toEqual({
      receivedOn: '2026-09-18',
      due: '2026-10-22',
      provisional: false,
      steps: [
        { key: 'filed', values: { day: '2026-09-17' } },
        { key: 'receivedConfirmed', values: { day: '2026-09-18' } },
        { key: 'period', values: { workdays: 20, day: '2026-09-19' } },
        { key: 'skipped', values: { from: '2026-09-25', to: '2026-09-27', holiday: 'mid-autumn' } },
        {
          key: 'skipped',
          values: { from: '2026-10-01', to: '2026-10-07', holiday: 'national-day' },
        },
        { key: 'makeUp', values: { day: '2026-09-20' } },
        { key: 'makeUp', values: { day: '2026-10-10' } },
        { key: 'due', values: { day: '2026-10-22' } },
      ],
    });
  });

  it('is not known before an online filing is confirmed or a letter signed for', () => {
    expect(due({ channel: 'internet', filedOn: '2026-11-24' })).toMatchObject({
      receivedOn: null,
      due: null,
      steps: [{ key: 'filed' }, { key: 'awaitingConfirmation' }],
    });
    expect(due({ channel: 'signed-post', filedOn: '2026-11-24' }).steps.at(-1)?.key).toBe(
      'awaitingSignature',
    );
  });

  it('waits for the supplement and then counts afresh from the day it came', () => {
    const asked = { ...confirmed('2026-11-02'), supplementRequestedOn: '2026-11-05' };
    expect(due(asked)).toMatchObject({ receivedOn: '2026-11-02', due: null });
    expect(due({ ...asked, supplementReceivedOn: '2026-11-24' })).toMatchObject({
      receivedOn: '2026-11-02',
      due: '2026-12-22',
    });
  });

  it('moves by the working days of an extension, at most twenty', () => {
    expect(due({ ...confirmed('2026-11-02'), extensionWorkdays: 20 }).due).toBe(
      due(confirmed('2026-11-30')).due,
    );
    expect(() => due({ ...confirmed('2026-11-02'), extensionWorkdays: 21 })).toThrow(RangeError);
    expect(() => due({ ...confirmed('2026-11-02'), extensionWorkdays: 0.5 })).toThrow(RangeError);
  });

  it('does not count the time in which others are asked', () => {
    const pauses = [
      { askedOn: '2026-11-04', answeredOn: '2026-11-11', of: 'third-party' as const },
    ];
    const paused = due({ ...confirmed('2026-11-02'), pauses });
    expect(due(confirmed('2026-11-02')).due).toBe('2026-11-30');
    expect(paused.due).toBe('2026-12-07');
    expect(paused.steps).toContainEqual({
      key: 'pausedThirdParty',
      values: { from: '2026-11-05', to: '2026-11-11' },
    });
  });

  it('counts a day once that two inquiries share', () => {
    const pauses = [
      { askedOn: '2026-11-04', answeredOn: '2026-11-11', of: 'third-party' as const },
      { askedOn: '2026-11-06', answeredOn: '2026-11-11', of: 'agency' as const },
    ];
    expect(due({ ...confirmed('2026-11-02'), pauses }).due).toBe('2026-12-07');
  });

  it('is provisional when it runs into a year without a holiday notice, and says which', () => {
    const clock = due(confirmed('2026-12-07'));
    expect(clock).toMatchObject({ due: '2027-01-05', provisional: true });
    expect(clock.steps).toContainEqual({ key: 'provisional', values: { year: 2027 } });
    expect(due(confirmed('2026-11-30')).steps).toContainEqual({
      key: 'provisional',
      values: { year: 2027 },
    });
  });

  it('always lies on a working day, whatever the channel', () => {
    fc.assert(
      fc.property(fc.constantFrom(...channels), fc.nat({ max: 6000 }), (channel, n) => {
        const day = addDays('2010-01-01', n);
        const clock = due({ channel, filedOn: day, signedOn: day, confirmedOn: day });
        return clock.due !== null && nationalCalendar.isWorkday(clock.due) && clock.due > day;
      }),
    );
  });

  it('gives seven working days to ask for a supplement', () => {
    expect(supplementNoticeDue('2026-11-24', nationalCalendar)).toBe('2026-12-03');
  });
});
