import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day } from '../workdays/days';
import { isOver, standing, STANDINGS, type SourceStanding } from './standing';

const TODAY = '2026-11-24';
const holds: SourceStanding = { id: 'measures', effectiveOn: '2024-01-01' };

describe('whether a policy can still be had', () => {
  it('is open as long as its documents hold and its days run', () => {
    expect(standing({}, [holds], TODAY)).toEqual({ state: 'open', amended: [] });
    expect(standing({ endsOn: '2027-06-30' }, [holds], TODAY)).toEqual({
      state: 'open',
      lastDay: '2027-06-30',
      amended: [],
    });
  });

  it('closes soon in its last thirty days, the last day itself included', () => {
    expect(standing({ endsOn: '2026-12-24' }, [], TODAY)).toMatchObject({
      state: 'closing',
      daysLeft: 30,
    });
    expect(standing({ endsOn: '2026-12-25' }, [], TODAY).state).toBe('open');
    expect(standing({ endsOn: TODAY }, [], TODAY)).toMatchObject({ state: 'closing', daysLeft: 0 });
    expect(standing({ endsOn: '2026-11-23' }, [], TODAY)).toEqual({
      state: 'closed',
      lastDay: '2026-11-23',
      amended: [],
    });
  });

  it('is not yet open before its first day, or before its document comes into force', () => {
    expect(standing({ startsOn: '2026-11-25' }, [holds], TODAY)).toMatchObject({
      state: 'not-yet',
      opensOn: '2026-11-25',
    });
    const coming = { id: 'new', effectiveOn: '2027-01-01' };
    expect(standing({ startsOn: '2026-11-01' }, [holds, coming], TODAY)).toMatchObject({
      state: 'not-yet',
      opensOn: '2027-01-01',
    });
  });

  it('expires with the first of its documents, and says which and since when', () => {
    const lapsed = { id: 'old', lapsesOn: '2026-11-01' };
    const repealed: SourceStanding = {
      id: 'gone',
      changes: [
        { status: 'repealed', on: '2026-10-01' },
        { status: 'repealed', on: '2027-01-01' },
      ],
    };
    expect(standing({ endsOn: '2027-01-01' }, [holds, lapsed, repealed], TODAY)).toEqual({
      state: 'expired',
      expired: { source: 'gone', how: 'repealed', since: '2026-10-01' },
      amended: [],
    });
    expect(standing({}, [lapsed], TODAY).expired).toEqual({
      source: 'old',
      how: 'lapsed',
      since: '2026-11-01',
    });
    const undated: SourceStanding = { id: 'x', changes: [{ status: 'repealed' }] };
    expect(standing({}, [undated], TODAY).expired).toEqual({ source: 'x', how: 'repealed' });
  });

  it('ends with its document even where it names a later day, and says with which', () => {
    const ending = { id: 'measures', lapsesOn: '2026-12-10' };
    expect(standing({ endsOn: '2027-03-31' }, [ending], TODAY)).toEqual({
      state: 'closing',
      lastDay: '2026-12-09',
      daysLeft: 15,
      endsWith: 'measures',
      amended: [],
    });
  });

  it('flags a document that was amended and stays open', () => {
    const amended: SourceStanding = {
      id: 'measures',
      changes: [{ status: 'amended', on: '2026-01-01' }],
    };
    expect(standing({}, [amended, holds], TODAY)).toEqual({
      state: 'open',
      amended: ['measures'],
    });
  });
});

const day = fc.integer({ min: -400, max: 400 }).map((count): Day => addDays(TODAY, count));
const maybe = fc.option(day, { nil: undefined });
const source = fc.record({
  id: fc.string(),
  effectiveOn: maybe,
  lapsesOn: maybe,
  changes: fc.array(
    fc.record({ status: fc.constantFrom('amended' as const, 'repealed' as const), on: maybe }),
    { maxLength: 3 },
  ),
});
const days = fc.record({ startsOn: maybe, endsOn: maybe });

describe('the standing of any policy on any day', () => {
  it('is one of the five, with the facts that its sentence needs', () => {
    fc.assert(
      fc.property(days, fc.array(source, { maxLength: 4 }), day, (own, sources, today) => {
        const found = standing(own, sources, today);
        expect(STANDINGS).toContain(found.state);
        if (found.state === 'closing') expect(found.daysLeft).toBeGreaterThanOrEqual(0);
        if (found.state === 'closed') expect(found.lastDay! < today).toBe(true);
        if (found.state === 'not-yet') expect(found.opensOn! > today).toBe(true);
        if (found.state === 'expired') {
          expect(sources.map(({ id }) => id)).toContain(found.expired?.source);
          expect((found.expired?.since ?? today) <= today).toBe(true);
        }
        if (found.lastDay && !isOver(found.state)) expect(found.lastDay >= today).toBe(true);
      }),
    );
  });

  it('once over stays over, and another document never brings it back', () => {
    fc.assert(
      fc.property(
        days,
        fc.array(source, { maxLength: 3 }),
        source,
        day,
        fc.nat({ max: 300 }),
        (own, sources, more, today, later) => {
          if (!isOver(standing(own, sources, today).state)) return;
          expect(isOver(standing(own, sources, addDays(today, later)).state)).toBe(true);
          expect(isOver(standing(own, [...sources, more], today).state)).toBe(true);
        },
      ),
    );
  });

  it('is over on the day after the last day that it names', () => {
    fc.assert(
      fc.property(days, fc.array(source, { maxLength: 3 }), day, (own, sources, today) => {
        const { state, lastDay } = standing(own, sources, today);
        if (!lastDay || isOver(state)) return;
        expect(isOver(standing(own, sources, lastDay).state)).toBe(false);
        expect(isOver(standing(own, sources, addDays(lastDay, 1)).state)).toBe(true);
      }),
    );
  });
});
