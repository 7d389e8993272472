import { describe, expect, it } from 'vitest';
import { changesOf } from './year-changes';

const kinds = (...given: Parameters<typeof changesOf<{ title: string }>>) =>
  changesOf(...given).map(({ kind, on }) => `${on} ${kind}`);
const by = { title: 'A' };

describe('changesOf', () => {
  it('lists what was decided and the lapse, by day', () => {
    expect(
      kinds({ lapsesOn: '2026-06-01' }, [
        { verb: 'amends', on: '2026-03-01', by },
        { verb: 'repeals', on: '2026-02-01', provisions: '第三条', by },
        { verb: 'based-on', on: '2026-01-01', by },
      ]),
    ).toEqual(['2026-02-01 partly-repealed', '2026-03-01 amended', '2026-06-01 lapsed']);
  });

  it('lets nothing lapse that was repealed before', () => {
    const facts = { lapsesOn: '2026-06-01' };
    expect(kinds(facts, [{ verb: 'replaces', on: '2026-06-01', by }])).toEqual([
      '2026-06-01 replaced',
    ]);
    expect(kinds(facts, [{ verb: 'repeals', on: '2026-07-01', by }])).toEqual([
      '2026-06-01 lapsed',
      '2026-07-01 repealed',
    ]);
  });

  it('leaves out what has no day', () => {
    expect(kinds({ change: { status: 'amended' } }, [])).toEqual([]);
  });
});
