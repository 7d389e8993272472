import { describe, expect, test } from 'vitest';
import { withNotice } from '../workdays/calendar';
import { nationalCalendar } from '../workdays/national-calendar';
import { clockOfCase, judge, type CaseFacts, type NewAct } from './case';

const calendar = nationalCalendar;
const today = '2027-03-31';

const facts = (more: Partial<CaseFacts> = {}): CaseFacts => ({
  status: 'in-progress',
  channel: 'in-person',
  filedOn: '2027-01-08',
  signedOn: null,
  history: [{ action: 'register', on: '2027-01-08', by: null }],
  consultations: [],
  termOn: null,
  ...more,
});

const act = (action: NewAct['action'], on: string, more: Partial<NewAct> = {}): NewAct => ({
  action,
  on,
  actor: 'officer',
  by: 'a',
  ...more,
  // Most of these days lie weeks back: late-entry.test.ts has what that asks for.
  given: { lateReason: '补录', ...more.given },
});

describe('the day of a step', () => {
  const drafted = facts({
    status: 'approved',
    history: [
      { action: 'register', on: '2027-01-08', by: null },
      { action: 'draft', on: '2027-01-20', by: 'a' },
      { action: 'review', on: '2027-01-21', by: 'b' },
      { action: 'approve', on: '2027-01-22', by: 'c' },
    ],
  });

  test('does not lie before the step that it builds on: no reply goes out before it is approved', () => {
    expect(judge(drafted, act('issue', '2027-01-21'), calendar, today)).toEqual({
      key: 'tooEarly',
      values: { day: '2027-01-22', after: 'approve' },
    });
    expect(judge(drafted, act('issue', '2027-01-22'), calendar, today)).toBeNull();
  });

  test('of service does not lie before the reply, or its personal data would be erased too early', () => {
    const answered = facts({
      status: 'answered',
      history: [...drafted.history, { action: 'issue', on: '2027-01-25', by: 'a' }],
    });
    for (const on of ['1900-01-01', '2027-01-24']) {
      expect(judge(answered, act('deliver', on), calendar, today)?.key).toBe('tooEarly');
    }
    expect(judge(answered, act('deliver', '2027-01-25'), calendar, today)).toBeNull();
  });

  test('does not lie before the filing, whatever the step', () => {
    expect(
      judge(facts(), act('note', '2027-01-07', { given: { reason: 'x' } }), calendar, today)?.key,
    ).toBe('tooEarly');
  });

  test('of a later round is held against that round', () => {
    const again = facts({
      status: 'reviewed',
      history: [
        ...drafted.history,
        { action: 'return', on: '2027-01-26', by: 'c' },
        { action: 'draft', on: '2027-01-27', by: 'a' },
        { action: 'review', on: '2027-01-28', by: 'b' },
      ],
    });
    const approve = (on: string) => act('approve', on, { actor: 'leader', by: 'c' });
    expect(judge(again, approve('2027-01-22'), calendar, today)?.key).toBe('tooEarly');
    expect(judge(again, approve('2027-01-28'), calendar, today)).toBeNull();
  });
});

test('what a step needs is not told by marks that nobody sees', () => {
  const asked = facts({ status: 'supplement-requested', termOn: '2027-02-26' });
  const came = act('receive-supplement', '2027-02-01', { given: { text: ' \u200b\u2060' } });
  expect(judge(asked, came, calendar, today)?.key).toBe('needs');
});

test('a supplement has a term after the day of its notice', () => {
  const ask = (termOn: string) =>
    act('request-supplement', '2027-01-12', { given: { missing: '年份', termOn } });
  for (const termOn of ['1900-01-01', '2027-01-12']) {
    expect(judge(facts(), ask(termOn), calendar, today)?.key).toBe('termNotLater');
  }
  expect(judge(facts(), ask('2027-01-21'), calendar, today)).toBeNull();
});

test('a supplement has 7 working days, and 3 more by post, or somebody says why not', () => {
  const ask = (termOn: string, reason?: string) =>
    act('request-supplement', '2027-01-12', { given: { missing: '年份', termOn, reason } });
  const refused = (termOn: string, isPosted: boolean, reason?: string) =>
    judge(facts({ isPosted }), ask(termOn, reason), calendar, '2027-01-12');
  // From Tuesday 12 January: the 7th working day is Thursday the 21st, the 10th Tuesday the 26th.
  expect(refused('2027-01-13', false)).toEqual({ key: 'termShort', values: { day: '2027-01-21' } });
  expect(refused('2027-01-20', false)?.key).toBe('termShort');
  expect(refused('2027-01-21', false)).toBeNull();
  expect(refused('2027-01-21', true)).toEqual({ key: 'termShort', values: { day: '2027-01-26' } });
  expect(refused('2027-01-26', true)).toBeNull();
  expect(refused('2027-01-13', true, '申请人当面说明天交来')).toBeNull();
  expect(refused('2027-01-13', true, ' \u200b')?.key).toBe('termShort');
});

describe('a third party that keeps silent', () => {
  // Received on Friday 8 January 2027, asked on Monday the 11th: its 15 working days end on 1 February.
  const consulting = facts({
    status: 'consulting',
    history: [
      { action: 'register', on: '2027-01-08', by: null },
      { action: 'ask-third-party', on: '2027-01-11', by: 'a', consultation: 1 },
    ],
    consultations: [
      { number: 1, of: 'third-party', askedOn: '2027-01-11', answeredOn: null },
    ] as unknown as CaseFacts['consultations'],
  });
  const clockOn = (day: string, of = consulting) => {
    const reckoned = clockOfCase(of, calendar, day);
    return reckoned.ok ? [reckoned.clock.due, reckoned.clock.stopped] : null;
  };

  test('stops the clock through its 15 working days and no longer, whether or not anybody closes it', () => {
    expect(clockOn('2027-02-01')).toEqual([null, 'third-party']);
    expect(clockOn('2027-02-02')).toEqual(['2027-02-26', null]);
    const closed = {
      ...consulting,
      history: [
        ...consulting.history,
        { action: 'close-consultation' as const, on: '2027-03-30', by: 'a', consultation: 1 },
      ],
    };
    expect(clockOn('2027-03-31', closed)).toEqual(['2027-02-26', null]);
  });

  test('gives the leader no day more to extend', () => {
    const extend = (on: string) =>
      judge(
        consulting,
        act('extend', on, { actor: 'leader', by: 'c', given: { workingDays: 5, reason: '量大' } }),
        calendar,
        today,
      );
    expect(extend('2027-02-26')).toBeNull();
    expect(extend('2027-03-01')).toMatchObject({ values: { problem: { key: 'afterDue' } } });
  });

  test('may still be closed, and still answer', () => {
    const on = '2027-03-30';
    const closing = act('close-consultation', on, { given: { consultation: 1 } });
    expect(judge(consulting, closing, calendar, today)).toBeNull();
    const came = act('receive-opinion', on, { given: { consultation: 1, outcome: 'consent' } });
    expect(judge(consulting, came, calendar, today)).toBeNull();
  });
});

test('no fee is notified where none is due, and the officer is told so', () => {
  const charge = (feeBasis: string, feeCount: number) =>
    judge(facts(), act('charge', '2027-01-20', { given: { feeBasis, feeCount } }), calendar, today);
  expect(charge('requests', 5)?.key).toBe('noFee');
  expect(charge('pages', 30)?.key).toBe('noFee');
  expect(charge('requests', 11)).toBeNull();
  expect(charge('pages', 31)).toBeNull();
});

describe('a holiday notice that comes after a step', () => {
  // Received on Friday 8 January: without a notice the 7th working day is Tuesday the 19th.
  const later = withNotice(calendar, {
    year: 2027,
    off: [{ holiday: 'new-year', from: '2027-01-01', to: '2027-01-03' }],
    worked: ['2027-01-09', '2027-01-10'],
  });
  const asked = facts({
    status: 'supplement-requested',
    termOn: '2027-02-26',
    history: [
      { action: 'register', on: '2027-01-08', by: null },
      { action: 'request-supplement', on: '2027-01-19', by: 'a' },
    ],
  });

  test('locks no case: what was in time by the calendar of then stays done', () => {
    expect(clockOfCase(asked, calendar, today).ok).toBe(true);
    expect(clockOfCase(asked, later, today)).toMatchObject({
      ok: true,
      clock: { stopped: 'supplement' },
    });
    const came = act('receive-supplement', '2027-02-01', { given: { text: '2026年' } });
    expect(judge(asked, came, later, today)).toBeNull();
    expect(judge(asked, act('withdraw', '2027-02-01'), later, today)).toBeNull();
  });

  test('keeps an extension of the last day and a deferral, and the next step is still judged', () => {
    const lastDay = '2027-02-05';
    const extended = facts({
      history: [
        { action: 'register', on: '2027-01-08', by: null },
        { action: 'extend', on: lastDay, by: 'c', workingDays: 5 },
      ],
    });
    expect(clockOfCase(extended, later, today).ok).toBe(true);
    const late = act('request-supplement', '2027-01-20', {
      given: { missing: '年份', termOn: '2027-03-01' },
    });
    expect(judge(facts(), late, later, today)).toMatchObject({
      key: 'clock',
      values: { problem: { key: 'supplementLate' } },
    });
  });
});
