import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decidingOn, decisionsAbout, historyOf, type IncomingFrom } from './history';
import { RELATIONS } from './relations';
import { standingOf, validityOn } from './validity';

type By = { title: string };
const by = (title: string, days = {}) => ({ title, ...days });

/** `2020-01-01 made`, with `?` before what is still to come and the acting document behind it. */
const told = (entries: ReturnType<typeof historyOf<By>>) =>
  entries.map(
    ({ isPending, on, kind, by: acting, byName }) =>
      `${isPending ? '?' : ''}${on ?? '-'} ${kind}${acting ? ` ${acting.title}` : ''}${byName ? ` (${byName})` : ''}`,
  );

describe('historyOf', () => {
  it('tells a whole life in order, and what is still to come', () => {
    const incoming: IncomingFrom<By>[] = [
      { verb: 'repeals', on: '2027-01-01', reason: '由新办法代替', by: by('D') },
      { verb: 'amends', by: by('B', { effectiveOn: '2021-06-01', madeOn: '2021-04-26' }) },
      { verb: 'repeals', on: '2022-01-01', provisions: '第三条', by: by('C') },
      { verb: 'corrects', on: '2019-07-01', by: by('K') },
      { verb: 'based-on', by: by('E', { madeOn: '2020-01-01' }) },
    ];
    const facts = {
      madeOn: '2019-04-08',
      publishedOn: '2019-04-15',
      effectiveOn: '2019-05-15',
      lapsesOn: '2030-01-01',
    };
    const events = [{ kind: 'corrected' as const, on: '2019-06-01', reason: '更正附件' }];
    expect(told(historyOf(facts, incoming, events, '2026-11-24'))).toEqual([
      '2019-04-08 made',
      '2019-04-15 published',
      '2019-05-15 effective',
      '2019-06-01 corrected',
      '2019-07-01 corrects K',
      '2021-06-01 amended B',
      '2022-01-01 partly-repealed C',
      '?2027-01-01 repealed D',
    ]);
  });

  it('says that a document lapsed, and that it was repealed after that', () => {
    const facts = { madeOn: '2019-01-01', lapsesOn: '2020-01-01' };
    const late: IncomingFrom<By>[] = [{ verb: 'replaces', on: '2021-01-01', by: by('A') }];
    expect(told(historyOf(facts, late, [], '2022-01-01'))).toEqual([
      '2019-01-01 made',
      '2020-01-01 lapsed',
      '2021-01-01 replaced A',
    ]);
  });

  it('names a deciding document that is not held, and leaves out a start after the repeal', () => {
    const facts = {
      madeOn: '2019-01-01',
      effectiveOn: '2020-01-01',
      change: { status: 'repealed' as const, on: '2019-06-01', byName: '国发〔2019〕1号' },
    };
    expect(told(historyOf<By>(facts, [], [], '2022-01-01'))).toEqual([
      '2019-01-01 made',
      '2019-06-01 repealed (国发〔2019〕1号)',
    ]);
  });

  it('puts what falls on one day in the order of a life', () => {
    const day = '2020-01-01';
    const facts = { madeOn: day, publishedOn: day, effectiveOn: day };
    const incoming: IncomingFrom<By>[] = [{ verb: 'amends', on: day, by: by('A') }];
    expect(historyOf(facts, incoming, [], day).map(({ kind }) => kind)).toEqual([
      'made',
      'published',
      'effective',
      'amended',
    ]);
  });
});

const day = fc
  .integer({ min: 0, max: 60 })
  .map((offset) => new Date(Date.UTC(2020, 0, 1 + offset)).toISOString().slice(0, 10));
const facts = fc.record({
  madeOn: fc.option(day),
  effectiveOn: fc.option(day),
  lapsesOn: fc.option(day),
  change: fc.option(
    fc.record({
      status: fc.constantFrom('none' as const, 'amended' as const, 'repealed' as const),
      on: fc.option(day),
    }),
  ),
});
const incoming = fc.array(
  fc.record({
    verb: fc.constantFrom(...RELATIONS.map(({ code }) => code)),
    on: fc.option(day),
    provisions: fc.option(fc.constant('第三条')),
    by: fc.record({ title: fc.constantFrom('A', 'B'), madeOn: fc.option(day) }),
  }),
  { maxLength: 5 },
);

describe('decidingOn', () => {
  it('gives a reason exactly where validity says that something was decided', () => {
    fc.assert(
      fc.property(facts, incoming, day, (own, others, today) => {
        const deciding = decidingOn(today, decisionsAbout(own, others));
        const validity = validityOn(today, standingOf(own, others));
        if (validity === 'repealed') expect(deciding?.effect).toBe('repealed');
        if (validity === 'amended') expect(deciding?.effect).toBe('amended');
        if (validity === 'in-force') expect(deciding).toBeUndefined();
      }),
    );
  });

  it('agrees with the history: what is pending has decided nothing yet', () => {
    fc.assert(
      fc.property(facts, incoming, day, (own, others, today) => {
        const history = historyOf(own, others, [], today);
        const past = history.filter(({ isPending }) => !isPending);
        const isRepealed = past.some(({ kind }) => kind === 'repealed' || kind === 'replaced');
        expect(validityOn(today, standingOf(own, others)) === 'repealed').toBe(isRepealed);
        const days = history.map(({ on }) => on ?? '');
        expect(days).toEqual([...days].sort());
      }),
    );
  });
});
