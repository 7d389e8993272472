import { describe, expect, it } from 'vitest';
import { nationalCalendar } from '../workdays/national-calendar';
import { channels } from './clock';
import { clockEventTypes, reckon, type CaseDates, type ClockEvent } from './reckon';
import { clockCases as cases, datesOf } from './reckon/clock-cases.fixture';
import { problemKeys } from './reckon/problem';

/** What came out, written as the case file writes it. */
function outcomeOf(dates: CaseDates): string {
  const result = reckon(dates, nationalCalendar);
  if (!result.ok) return `! ${result.problem.key} ${result.problem.event ?? '-'}`;
  const { due, stopped, latest, closed, provisional } = result.clock;
  const certainty = provisional ? 'p' : 'c';
  if (due) return `${due} ${certainty}`;
  const standing = stopped ? ['stopped', stopped, latest] : [closed && 'closed'];
  return [...standing, certainty].filter(Boolean).join(' ');
}

const steps = (dates: CaseDates) => {
  const result = reckon(dates, nationalCalendar);
  return result.ok ? result.clock.steps : [];
};

const clock = (dates: CaseDates) => {
  const result = reckon(dates, nationalCalendar);
  if (!result.ok) throw new Error(result.problem.key);
  return result.clock;
};

describe('the clock of a case', () => {
  it.each(cases)('%s, %s, %s: %s, %s', (...one) => {
    expect(outcomeOf(datesOf(one))).toBe(one[3]);
  });

  it('has cases for every channel, every kind of event and every rule that can be broken', () => {
    const text = cases.map((one) => one.join(' | ')).join('\n');
    expect(channels.filter((channel) => !text.includes(`| ${channel} |`))).toEqual([]);
    expect(clockEventTypes.filter((type) => !text.includes(type))).toEqual([]);
    const shapes = ['notACase', 'noReceipt', 'eventsNotAList', 'tooManyEvents', 'notAnEvent'];
    const elsewhere = [...shapes, 'partyNotText', 'receivedBeforeFiled', 'receivedNotFiled'];
    const missing = problemKeys.filter((key) => !text.includes(`! ${key} `));
    expect(missing.sort()).toEqual(elsewhere.sort());
    const years = new Set(cases.map(([receipt]) => /(?:^|filed )(\d{4})/.exec(receipt)?.[1]));
    for (let year = 2019; year <= 2026; year += 1) expect(years).toContain(String(year));
  });
});

describe('the steps of the clock', () => {
  it('tell receipt, supplement, extension, pauses, holidays and make-up days in their order', () => {
    const events: ClockEvent[] = [
      { type: 'supplement-requested', date: '2026-09-10' },
      { type: 'supplement-received', date: '2026-09-17' },
      { type: 'third-party-asked', date: '2026-09-21' },
      { type: 'third-party-answered', date: '2026-09-23' },
      { type: 'extended', date: '2026-10-09', workingDays: 5 },
    ];
    const dates: CaseDates = {
      channel: 'fax',
      filed: '2026-09-04',
      received: '2026-09-07',
      events,
    };
    expect(steps(dates)).toEqual([
      { key: 'filed', values: { day: '2026-09-04' } },
      { key: 'receivedConfirmed', values: { day: '2026-09-07' } },
      { key: 'supplementRequested', values: { day: '2026-09-10' } },
      { key: 'supplemented', values: { day: '2026-09-17' } },
      { key: 'period', values: { day: '2026-09-18', workdays: 20 } },
      { key: 'extended', values: { day: '2026-10-09', workdays: 5 } },
      { key: 'pausedThirdParty', values: { from: '2026-09-22', to: '2026-09-23' } },
      {
        key: 'skipped',
        values: { from: '2026-09-25', to: '2026-09-27', holidays: ['mid-autumn'] },
      },
      {
        key: 'skipped',
        values: { from: '2026-10-01', to: '2026-10-07', holidays: ['national-day'] },
      },
      { key: 'makeUp', values: { day: '2026-09-20' } },
      { key: 'makeUp', values: { day: '2026-10-10' } },
      { key: 'due', values: { day: '2026-10-30' } },
    ]);
  });

  it('name both holidays of days off in a row', () => {
    expect(steps({ channel: 'internet', received: '2023-09-20', events: [] })).toContainEqual({
      key: 'skipped',
      values: { from: '2023-09-29', to: '2023-10-06', holidays: ['mid-autumn', 'national-day'] },
    });
  });

  it('leave out of a new period only what of a pause lies in it', () => {
    const events: ClockEvent[] = [
      { type: 'third-party-asked', date: '2026-11-03' },
      { type: 'supplement-requested', date: '2026-11-05' },
      { type: 'supplement-received', date: '2026-11-10' },
      { type: 'third-party-answered', date: '2026-11-13' },
    ];
    const keys = steps({ channel: 'internet', received: '2026-11-02', events });
    expect(keys.filter(({ key }) => key.startsWith('paused'))).toEqual([
      { key: 'pausedThirdParty', values: { from: '2026-11-11', to: '2026-11-13' } },
    ]);
  });

  it('tell of no pause after the last day counted, and keep it off the small calendar', () => {
    const events: ClockEvent[] = [
      { type: 'reasons-asked', date: '2026-11-05' },
      { type: 'reasons-received', date: '2026-11-12' },
      { type: 'deferred', date: '2026-11-16', until: '2026-12-18' },
      { type: 'agency-asked', date: '2026-12-01' },
      { type: 'agency-answered', date: '2026-12-04' },
    ];
    const found = clock({ channel: 'internet', received: '2026-11-02', events });
    expect(found.steps.map(({ key }) => key)).not.toContain('pausedAgency');
    expect(found.days.map(({ kind }) => kind)).not.toContain('paused');
    expect(found.days.at(-1)).toEqual({ day: '2026-12-18', kind: 'due' });
  });

  it('never say who was asked', () => {
    const events: ClockEvent[] = [
      { type: 'third-party-asked', date: '2026-11-04', party: '某某公司' },
    ];
    const found = clock({ channel: 'internet', received: '2026-11-02', events });
    expect(JSON.stringify(found)).not.toContain('某某公司');
    const again = [...events, ...events];
    const refused = reckon(
      { channel: 'internet', received: '2026-11-02', events: again },
      nationalCalendar,
    );
    expect(JSON.stringify(refused)).not.toContain('某某公司');
  });

  it('tell the last day to pay while a fee is awaited', () => {
    const events: ClockEvent[] = [{ type: 'fee-notified', date: '2026-11-10' }];
    expect(steps({ channel: 'internet', received: '2026-11-02', events }).at(-1)).toEqual({
      key: 'awaitingFee',
      values: { day: '2026-12-08', workdays: 20 },
    });
  });

  it('tell a reply in time from a late one', () => {
    const replied = (date: string) =>
      steps({ channel: 'internet', received: '2026-11-02', events: [{ type: 'replied', date }] });
    expect(replied('2026-11-30').at(-1)?.key).toBe('replied');
    expect(replied('2026-12-01').at(-1)).toEqual({
      key: 'repliedLate',
      values: { day: '2026-12-01', due: '2026-11-30' },
    });
  });
});

describe('the days of the small calendar', () => {
  const kinds = (dates: CaseDates) =>
    clock(dates).days.map(({ day, kind, nth }) => `${day.slice(5)} ${kind}${nth ? ` ${nth}` : ''}`);

  it('run from receipt to the due day and number what is counted', () => {
    const events: ClockEvent[] = [
      { type: 'agency-asked', date: '2026-10-08' },
      { type: 'agency-answered', date: '2026-10-09' },
    ];
    const days = kinds({ channel: 'internet', received: '2026-09-18', events });
    expect(days.slice(0, 4)).toEqual([
      '09-18 received',
      '09-19 off',
      '09-20 make-up 1',
      '09-21 counted 2',
    ]);
    expect(days).toContain('09-26 holiday');
    expect(days).toContain('10-09 paused');
    expect(days).toContain('10-10 make-up 10');
    expect(days.at(-1)).toBe('10-23 due 20');
  });

  it('begin anew with a supplement', () => {
    const events: ClockEvent[] = [
      { type: 'supplement-requested', date: '2026-11-05' },
      { type: 'supplement-received', date: '2026-11-24' },
    ];
    const days = kinds({ channel: 'internet', received: '2026-11-02', events });
    expect([days[0], days.at(-1)]).toEqual(['11-24 received', '12-22 due 20']);
  });

  it('run to the latest day while others are asked, and are none while the applicant is awaited', () => {
    const asked: ClockEvent[] = [{ type: 'agency-asked', date: '2026-11-04' }];
    const days = kinds({ channel: 'internet', received: '2026-11-02', events: asked });
    expect(days.at(-1)).toBe('12-21 due 20');
    expect(days.filter((day) => day.includes('paused'))).toHaveLength(21);
    const awaited: ClockEvent[] = [{ type: 'supplement-requested', date: '2026-11-04' }];
    expect(kinds({ channel: 'internet', received: '2026-11-02', events: awaited })).toEqual([]);
  });
});
