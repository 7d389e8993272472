import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nationalCalendar } from '../workdays/national-calendar';
import { workdaysBetween } from '../workdays/count';
import { addDays } from '../workdays/days';
import { letterActions, letterActors, type LetterAction } from './actions';
import { judgeLetter, statusAfterLetter, type LetterFacts } from './case';
import { letterClock, limitOf } from './clock';
import { LETTER_PURPOSES, LETTER_STATUSES } from './codes';
import { letterMailFor } from './mails';
import { formatLetterReceipt, parseLetterReceipt } from './receipt';
import { eraseLetterFrom } from './retention';
import { letterFigures } from './statistics';
import { byDue, spanDays } from './waiting';

const facts = (more: Partial<LetterFacts> = {}): LetterFacts => ({
  status: 'received',
  purpose: 'letter',
  complexity: 'other',
  agency: null,
  history: [],
  isRated: false,
  isDeletionAsked: false,
  ...more,
});
const drafted = facts({
  status: 'drafted',
  history: [
    {
      action: 'draft',
      status: 'drafted',
      on: '2026-11-20',
      at: '2026-11-20T02:00:00Z',
      by: '甲',
      byId: '7',
      role: 'officer',
    },
  ],
});

describe('what may be done to a letter', () => {
  it('asks for all that an action needs', () => {
    const act = { action: 'reroute', actor: 'officer', by: '7', given: {} } as const;
    expect(judgeLetter(facts({ status: 'routed' }), act)).toEqual({
      key: 'needs',
      values: { action: 'reroute', fields: ['agency', 'reason'] },
    });
  });

  it('is not to send the reply that oneself worded', () => {
    const issue = (by: string) =>
      judgeLetter(drafted, { action: 'issue', actor: 'officer', by, given: {} });
    expect(issue('7')?.key).toBe('samePerson');
    expect(issue('8')).toBeNull();
  });

  it('takes of coded fields nothing but their codes, and for other reasons any words', () => {
    const discard = (reason: string) =>
      judgeLetter(facts(), { action: 'discard', actor: 'officer', by: '1', given: { reason } });
    expect(discard('because')).toEqual({ key: 'choice', values: { field: 'reason' } });
    expect(discard('spam')).toBeNull();
    const reroute = { agency: '2', reason: '不归我们管' };
    expect(
      judgeLetter(facts({ status: 'routed', agency: '1' }), {
        action: 'reroute',
        actor: 'officer',
        by: '1',
        given: reroute,
      }),
    ).toBeNull();
  });

  it('needs of a record a result, and closes a page’s correction alone without a second person', () => {
    const draft = {
      action: 'draft',
      actor: 'officer',
      by: '1',
      given: { text: '已更正' },
    } as const;
    expect(judgeLetter(facts({ status: 'routed', purpose: 'record' }), draft)?.key).toBe('needs');
    const close = {
      action: 'close',
      actor: 'officer',
      by: '1',
      given: { result: 'corrected' },
    } as const;
    expect(judgeLetter(facts({ purpose: 'correction' }), close)).toBeNull();
    expect(judgeLetter(facts(), close)?.key).toBe('state');
  });

  it('never leads out of the end, whatever is done by whomever', () => {
    const open = ['received', 'routed', 'drafted'];
    const given = {
      agency: '9',
      reason: 'spam',
      text: 't',
      complexity: 'simple',
      result: 'corrected',
      channel: 'petition',
      score: '5',
    };
    fc.assert(
      fc.property(
        fc.constantFrom(...LETTER_STATUSES.map(({ code }) => code)),
        fc.constantFrom(...LETTER_PURPOSES.map(({ code }) => code)),
        fc.constantFrom(...(Object.keys(letterActions) as LetterAction[])),
        fc.constantFrom(...letterActors),
        (status, purpose, action, actor) => {
          const seen = facts({ status, purpose });
          if (judgeLetter(seen, { action, actor, by: '1', given })) return true;
          const next = statusAfterLetter(seen, action);
          return open.includes(status) || next === status;
        },
      ),
    );
  });
});

describe('the clock of a letter', () => {
  it('counts so many working days after the day on which it came, whatever day that is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 700 }), fc.constantFrom(1, 3, 5, 15, 20), (n, days) => {
        const received = addDays('2025-01-02', n);
        const clock = letterClock(received, { days, routingDays: 1 }, nationalCalendar);
        expect(nationalCalendar.isWorkday(clock.due)).toBe(true);
        expect(workdaysBetween(received, clock.due, nationalCalendar)).toBe(days);
        expect(clock.routeBy <= clock.due).toBe(true);
      }),
    );
  });

  it('goes by what it is and how hard it is', () => {
    expect(limitOf('letter', 'simple')).toBe('simpleLetterDays');
    expect(limitOf('letter', 'other')).toBe('otherLetterDays');
    expect(limitOf('correction', 'simple')).toBe('correctionDays');
    expect(limitOf('record', 'other')).toBe('recordDays');
  });
});

describe('what is kept, told and counted of a letter', () => {
  it('has a number that tells its kind and notices a wrong digit', () => {
    const number = formatLetterReceipt('correction', 2026, 12);
    expect(number).toMatch(/^JC2026-00012-[\dX]$/);
    expect(parseLetterReceipt(` ${number.toLowerCase().replaceAll('-', ' ')} `)).toMatchObject({
      number,
      purpose: 'correction',
    });
    expect(parseLetterReceipt('JC2026-00013-0')).toBeNull();
  });

  it('is erased the day after the writer asked, else three years after it was closed', () => {
    const closed = {
      status: 'answered',
      closedOn: '2026-03-02',
      askedOn: null,
      erasedOn: null,
    } as const;
    expect(eraseLetterFrom(closed)).toEqual({ day: '2029-03-03', ground: 'term' });
    expect(eraseLetterFrom({ ...closed, askedOn: '2026-04-01' })).toEqual({
      day: '2026-04-02',
      ground: 'asked',
    });
    expect(eraseLetterFrom({ ...closed, status: 'routed' })).toBeNull();
    expect(eraseLetterFrom({ ...closed, erasedOn: '2026-05-01' })).toBeNull();
  });

  it('tells nobody which office puts a page right', () => {
    expect(letterMailFor('route', 'letter')).toBe('letter-routed');
    expect(letterMailFor('route', 'correction')).toBeNull();
    expect(letterMailFor('note', 'letter')).toBeNull();
  });

  it('is on time by its due day, and neither answered nor open when it was withdrawn', () => {
    const row = {
      agency: 'a',
      purpose: 'letter',
      status: 'answered',
      receivedOn: '2026-11-02',
      dueOn: '2026-11-23',
      closedOn: '2026-11-23',
    } as const;
    const { all, agencies } = letterFigures(
      [
        row,
        { ...row, closedOn: '2026-11-24' },
        { ...row, status: 'routed', closedOn: null, agency: 'b' },
        { ...row, status: 'withdrawn' },
        { ...row, receivedOn: '2025-01-06' },
      ],
      { from: '2026-01-01', to: '2026-12-31', today: '2026-11-26' },
      nationalCalendar,
    );
    expect(all).toEqual({
      received: 4,
      answered: 2,
      onTime: 1,
      onTimeRate: 0.5,
      averageDays: 15.5,
      open: 1,
      overdue: 1,
    });
    expect(agencies.map(({ agency, received }) => [agency, received])).toEqual([
      ['a', 3],
      ['b', 1],
    ]);
  });

  it('stands on the desk with the late first and what has no day last', () => {
    const rows = [{ due: null }, { due: '2026-12-01' }, { due: '2026-11-01' }];
    expect(rows.toSorted(byDue).map(({ due }) => due)).toEqual(['2026-11-01', '2026-12-01', null]);
    expect(spanDays('overdue', '2026-11-26')).toEqual({ from: null, to: '2026-11-25' });
    expect(spanDays('week', '2026-11-26')).toEqual({ from: '2026-11-26', to: '2026-12-03' });
  });
});
