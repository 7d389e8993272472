import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InvalidDayError } from '../workdays/days';
import { RELATIONS, type RelationVerb } from './relations';
import {
  isSpent,
  pendingChanges,
  standingOf,
  validityOn,
  type Incoming,
  type OwnFacts,
  type Standing,
} from './validity';

const linesOf = (name: string) =>
  readFileSync(new URL(`./cases/${name}`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'));

const dayIn = (offset: number) =>
  new Date(Date.UTC(2020, 0, 1 + offset)).toISOString().slice(0, 10);
const someDay = fc.integer({ min: 0, max: 60 }).map(dayIn);
const effect = fc.constantFrom('amended' as const, 'repealed' as const);
const standing: fc.Arbitrary<Standing> = fc.record({
  effectiveOn: fc.option(someDay),
  lapsesOn: fc.option(someDay),
  changes: fc.array(fc.record({ status: effect, on: fc.option(someDay) }), { maxLength: 4 }),
});
const own: fc.Arbitrary<OwnFacts> = fc.record({
  effectiveOn: fc.option(someDay),
  lapsesOn: fc.option(someDay),
  change: fc.option(
    fc.record({
      status: fc.constantFrom('none' as const, 'amended' as const, 'repealed' as const),
      on: fc.option(someDay),
    }),
  ),
});
const incoming: fc.Arbitrary<Incoming> = fc.record({
  verb: fc.constantFrom(...RELATIONS.map(({ code }) => code)),
  on: fc.option(someDay),
  provisions: fc.option(fc.constantFrom('第三条', '')),
  by: fc.record({
    effectiveOn: fc.option(someDay),
    madeOn: fc.option(someDay),
    publishedOn: someDay,
  }),
});
const others = fc.array(incoming, { maxLength: 4 });
const offset = fc.integer({ min: 0, max: 60 });

describe('validityOn', () => {
  for (const line of linesOf('validity.txt')) {
    it(`holds for ${line}`, () => {
      const [day, effective, lapses, change, validity, pending] = line
        .split('|')
        .map((part) => part.trim().replace(/^-$/, '')) as [
        string,
        string,
        string,
        string,
        string,
        string,
      ];
      const changes = change
        .split(', ')
        .filter(Boolean)
        .map((each) => {
          const [status, on = null] = each.split(' ');
          return { status: status as 'amended', on };
        });
      const recorded = { effectiveOn: effective || null, lapsesOn: lapses || null, changes };
      expect(validityOn(day, recorded)).toBe(validity);
      expect(
        pendingChanges(day, recorded)
          .map((next) => `${next.to} ${next.on}`)
          .join(', '),
      ).toBe(pending);
    });
  }

  it('refuses what is no day', () => {
    expect(() => validityOn('2020-02-30', {})).toThrow(InvalidDayError);
    expect(() => validityOn('2020-02-01', { lapsesOn: '1 March' })).toThrow(InvalidDayError);
  });

  it('never brings a spent document back to life', () => {
    fc.assert(
      fc.property(standing, offset, (recorded, at) => {
        if (isSpent(validityOn(dayIn(at), recorded))) {
          expect(isSpent(validityOn(dayIn(at + 1), recorded))).toBe(true);
        }
      }),
    );
  });
});

describe('pendingChanges', () => {
  it('names every day on which the validity turns, and no other', () => {
    fc.assert(
      fc.property(standing, (recorded) => {
        const pending = pendingChanges(dayIn(0), recorded);
        let current = validityOn(dayIn(0), recorded);
        const turns: unknown[] = [];
        for (let offset = 1; offset <= 61; offset += 1) {
          const next = validityOn(dayIn(offset), recorded);
          if (next !== current) turns.push({ to: next, on: dayIn(offset) });
          current = next;
        }
        expect(pending).toEqual(turns);
      }),
    );
  });
});

describe('standingOf', () => {
  for (const line of linesOf('standing.txt')) {
    it(`gives ${line}`, () => {
      const [day, days, relations, validity] = line.split('|').map((part) => part.trim()) as [
        string,
        string,
        string,
        string,
      ];
      const given = (text: string | undefined) => (text === '-' || !text ? null : text);
      const [effectiveOn, lapsesOn] = days.split('/').map(given);
      const read = (text: string): Incoming => {
        const [verb, on, acting = '', provisions] = text.split(' ');
        const [effective, madeOn, publishedOn] = acting.split('/').map(given);
        const by = { effectiveOn: effective, madeOn, publishedOn };
        return { verb: verb as RelationVerb, on: given(on), provisions: given(provisions), by };
      };
      const incoming = relations === '-' ? [] : relations.split('; ').map(read);
      expect(validityOn(day, standingOf({ effectiveOn, lapsesOn }, incoming))).toBe(validity);
    });
  }

  it('counts a change by a document that is not held here like one by a document that is', () => {
    fc.assert(
      fc.property(own, effect, someDay, offset, (facts, status, on, at) => {
        const verb = status === 'amended' ? 'amends' : 'repeals';
        const bare = { ...facts, change: null };
        expect(validityOn(dayIn(at), standingOf({ ...facts, change: { status, on } }, []))).toBe(
          validityOn(dayIn(at), standingOf(bare, [{ verb, on, by: {} }])),
        );
      }),
    );
  });

  it('restores what a document had done when that document is withdrawn, whatever else is recorded', () => {
    fc.assert(
      fc.property(own, others, incoming, offset, (facts, before, acting, at) => {
        const withIt = [...before, acting];
        const withoutIt = withIt.filter((each) => each !== acting);
        expect(validityOn(dayIn(at), standingOf(facts, withoutIt))).toBe(
          validityOn(dayIn(at), standingOf(facts, before)),
        );
      }),
    );
  });

  it('depends on nothing that takes effect after the day, except a start still to come', () => {
    fc.assert(
      fc.property(own, others, offset, (facts, all, at) => {
        const day = dayIn(at);
        const past = all.filter((each) => {
          const on = each.on ?? each.by.effectiveOn ?? each.by.madeOn ?? each.by.publishedOn;
          return !on || on <= day;
        });
        const known: OwnFacts = {
          effectiveOn: facts.effectiveOn,
          lapsesOn: facts.lapsesOn && facts.lapsesOn <= day ? facts.lapsesOn : null,
          change: facts.change?.on && facts.change.on > day ? null : facts.change,
        };
        expect(validityOn(day, standingOf(known, past))).toBe(
          validityOn(day, standingOf(facts, all)),
        );
      }),
    );
  });

  it('does not change by a relation that decides nothing, nor by the order of relations', () => {
    const idle = incoming.filter(({ verb }) => !['amends', 'repeals', 'replaces'].includes(verb));
    fc.assert(
      fc.property(own, others, idle, offset, (facts, all, unrelated, at) => {
        const validity = validityOn(dayIn(at), standingOf(facts, all));
        expect(validityOn(dayIn(at), standingOf(facts, [...all, unrelated]))).toBe(validity);
        expect(validityOn(dayIn(at), standingOf(facts, [...all].reverse()))).toBe(validity);
      }),
    );
  });

  it('takes the earliest of several repeals', () => {
    fc.assert(
      fc.property(fc.array(someDay, { minLength: 1, maxLength: 4 }), (days) => {
        const repeals = days.map((on): Incoming => ({ verb: 'repeals', on, by: {} }));
        const first = [...days].sort()[0] as string;
        const facts = standingOf({}, repeals);
        expect(validityOn(first, facts)).toBe('repealed');
        expect(pendingChanges('2019-12-31', facts)).toEqual([{ to: 'repealed', on: first }]);
      }),
    );
  });
});
