import fc from 'fast-check';
import { expect, it } from 'vitest';
import { UNREADABLE } from './unreadable.mjs';

// As Next makes it of the source: the name of the part goes, its pattern stays.
const taken = new RegExp(`^${UNREADABLE.replace(':path', '')}$`);

const isText = (path: string): boolean => {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
};

it('takes just the addresses that nobody can decode', () => {
  for (const path of ['/letters/%E0%A4%A', '/policies/%ff', '/%', '/api/%zz', '/a/%C0%80']) {
    expect([path, taken.test(path)]).toEqual([path, true]);
  }
  for (const path of ['/', '/letters/%E4%BD%A0', '/a%2Fb', '/search', '/%F0%9F%98%80.csv']) {
    expect([path, taken.test(path)]).toEqual([path, false]);
  }
  const byte = fc
    .integer({ min: 0, max: 255 })
    .map((one) => `%${one.toString(16).padStart(2, '0')}`);
  const sign = fc.oneof(byte, fc.constantFrom('%', '%4', 'a', '/b', '%E4%BD%A0', '%f0%9f%98%80'));
  fc.assert(
    fc.property(fc.array(sign, { minLength: 1, maxLength: 6 }), (signs) => {
      const path = `/letters/${signs.join('')}`;
      return taken.test(path) === !isText(path);
    }),
    { numRuns: 2000 },
  );
});

it('takes a long address', () => {
  expect(taken.test(`/${'%e4%bd%a0'.repeat(5000)}%`)).toBe(true);
});
