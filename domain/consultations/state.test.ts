import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../workdays/days';
import { CONSULTATION_STATES, stateAt, type ConsultationFacts } from './state';

const facts: ConsultationFacts = {
  opensAt: '2026-11-01T01:00:00.000Z',
  closesAt: '2026-11-30T09:00:00.000Z',
  outcomeOn: null,
  outcomeDueOn: '2026-12-28',
  isBrokenOff: false,
};

describe('where a consultation stands', () => {
  it.each([
    ['2026-11-01T00:59:59.999Z', 'announced'],
    ['2026-11-01T01:00:00.000Z', 'open'],
    ['2026-11-30T08:59:59.999Z', 'open'],
    ['2026-11-30T09:00:00.000Z', 'awaiting'],
    ['2026-12-28T15:59:59.999Z', 'awaiting'],
    ['2026-12-28T16:00:00.000Z', 'overdue'],
  ])('at %s is %s', (now, state) => {
    expect(stateAt(facts, now)).toBe(state);
  });

  it('ends with the outcome, and with giving it up, whatever the days say', () => {
    const now = '2027-03-01T00:00:00.000Z';
    expect(stateAt({ ...facts, outcomeOn: '2027-02-01' }, now)).toBe('published');
    expect(stateAt({ ...facts, isBrokenOff: true }, now)).toBe('broken-off');
    expect(stateAt({ ...facts, isBrokenOff: true }, '2026-11-10T00:00:00.000Z')).toBe('broken-off');
  });

  it('is one of the states for any facts at any moment, and never opens again once it closed', () => {
    const moment = fc
      .date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString());
    const day = fc.integer({ min: 0, max: 3000 }).map((n) => addDays('2020-01-01', n));
    const given = fc.record({
      opensAt: moment,
      closesAt: moment,
      outcomeOn: fc.option(day),
      outcomeDueOn: fc.option(day),
      isBrokenOff: fc.boolean(),
    });
    const order = ['announced', 'open', 'awaiting', 'overdue'];
    fc.assert(
      fc.property(given, moment, moment, (one, a, b) => {
        const [first, second] = [a, b].sort() as [string, string];
        const [before, after] = [stateAt(one, first), stateAt(one, second)];
        expect(CONSULTATION_STATES).toContain(before);
        expect(order.indexOf(before)).toBeLessThanOrEqual(order.indexOf(after));
      }),
    );
  });
});
