import { describe, expect, it } from 'vitest';
import { countsUnder, passes, type Filtered } from './filters';

const policies: Filtered[] = [
  { fits: { trades: ['farming'], needs: ['funding'] }, agency: 'agriculture', standing: 'open' },
  { fits: { trades: [], needs: ['loan'] }, agency: 'human-resources', standing: 'closing' },
  { fits: { trades: ['retail'], needs: ['loan'] }, agency: 'human-resources', standing: 'expired' },
];

describe('the filters of the list', () => {
  it('show under a trade also what takes any trade', () => {
    expect(policies.map((policy) => passes(policy, { trade: 'farming' }))).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('all hold at once', () => {
    expect(policies.map((policy) => passes(policy, { need: 'loan', standing: 'expired' }))).toEqual(
      [false, false, true],
    );
  });

  it('count what a choice would show beside the other choices', () => {
    const filters = { agency: 'human-resources', trade: 'farming' };
    expect(countsUnder(policies, filters, 'trade', ['farming', 'retail'])).toEqual(
      new Map([
        ['farming', 1],
        ['retail', 2],
      ]),
    );
    expect(countsUnder(policies, {}, 'size', ['micro'])).toEqual(new Map([['micro', 3]]));
    for (const trade of ['farming', 'retail']) {
      const shown = policies.filter((policy) => passes(policy, { ...filters, trade }));
      expect(countsUnder(policies, filters, 'trade', [trade]).get(trade)).toBe(shown.length);
    }
  });
});
