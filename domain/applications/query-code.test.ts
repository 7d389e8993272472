import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatQueryCode, newQueryCode, parseQueryCode, queryCodeCharacters } from './query-code';

/** A source that gives the listed bytes again and again. */
const bytes = (list: readonly number[]) => {
  let next = 0;
  return (count: number) => Uint8Array.from({ length: count }, () => list[next++ % list.length]!);
};

const usable = fc
  .array(fc.integer({ min: 0, max: 255 }), { minLength: 1 })
  .filter((list) => list.some((byte) => byte < 248));

describe('query codes', () => {
  it('have eight characters that are not taken for one another', () => {
    fc.assert(
      fc.property(usable, (list) => /^[A-HJKMNP-Z2-9]{8}$/.test(newQueryCode(bytes(list)))),
    );
    expect(queryCodeCharacters).not.toMatch(/[01OIL]/);
  });

  it('pass over the bytes that would make some characters likelier', () => {
    expect(newQueryCode(bytes([248, 255, 0, 1, 2, 3]))).toBe('ABCDABCD');
    const counts = new Map<string, number>();
    for (let byte = 0; byte < 248; byte += 1) {
      const [first = ''] = newQueryCode(bytes([byte]));
      counts.set(first, (counts.get(first) ?? 0) + 1);
    }
    expect(new Set(counts.values())).toEqual(new Set([8]));
    expect(counts.size).toBe(queryCodeCharacters.length);
  });

  it('are read as people type them', () => {
    fc.assert(
      fc.property(usable, (list) => {
        const code = newQueryCode(bytes(list));
        expect(parseQueryCode(formatQueryCode(code))).toBe(code);
        expect(parseQueryCode(` ${code.toLowerCase()} `)).toBe(code);
      }),
    );
    expect(parseQueryCode('ＡＢＣＤ—２３４５')).toBe('ABCD2345');
    // Copied out of a mail.
    expect(parseQueryCode('\u200BABCD-2345\uFEFF')).toBe('ABCD2345');
  });

  it.each(['', 'ABCD234', 'ABCD23456', 'ABCD0345', 'ABCDI345', '查询码二三四五六'])(
    'are not read out of %j',
    (text) => {
      expect(parseQueryCode(text)).toBeNull();
    },
  );
});
