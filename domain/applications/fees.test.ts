import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { feeByNumber, feeByPages, feeForRequest } from './fees';
import { casesOf } from './cases.fixture';

const read = (name: string) =>
  casesOf(readFileSync(new URL(`./cases/${name}.txt`, import.meta.url), 'utf8'));

describe('the fee for processing information', () => {
  it.each(read('fees'))('for %s: %s cost %s yuan', (what, count, yuan) => {
    const fee = what === 'pages' ? feeByPages : feeByNumber;
    expect(fee(Number(count))).toBe(Number(yuan));
  });

  it('never falls as the count grows, and charges each part at its own rate', () => {
    fc.assert(
      fc.property(fc.nat({ max: 500 }), (count) => {
        expect(feeByNumber(count + 1) - feeByNumber(count)).toBe(feeForRequest(count + 1));
        const page = feeByPages(count + 1) - feeByPages(count);
        expect(page).toBe(count < 30 ? 0 : count < 100 ? 10 : count < 200 ? 20 : 40);
      }),
    );
  });

  it.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('is not reckoned for %s', (count) => {
    expect(() => feeByNumber(count)).toThrow(RangeError);
    expect(() => feeByPages(count)).toThrow(RangeError);
  });
});
