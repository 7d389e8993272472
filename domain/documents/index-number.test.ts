import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatIndexNumber, indexNumberSlug, parseIndexNumber } from './index-number';

const lines = (name: string) =>
  readFileSync(new URL(`./cases/${name}`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'));

describe('parseIndexNumber', () => {
  for (const line of lines('index-numbers-valid.txt')) {
    it(`reads ${line}`, () => {
      const [written, stored, slug] = line.split(' => ') as [string, string, string];
      const number = parseIndexNumber(written);
      expect(number && formatIndexNumber(number)).toBe(stored);
      expect(number && indexNumberSlug(number)).toBe(slug);
    });
  }

  for (const line of lines('index-numbers-invalid.txt')) {
    it(`refuses ${line}`, () => {
      expect(parseIndexNumber(line)).toBeUndefined();
    });
  }

  it('reads back both forms of every number', () => {
    const code = fc.string({
      unit: fc.constantFrom(...'0123456789ABCX'),
      minLength: 6,
      maxLength: 18,
    });
    fc.assert(
      fc.property(
        code,
        fc.integer({ min: 1949, max: 2099 }),
        fc.integer({ min: 1, max: 99_999 }),
        (agency, year, serial) => {
          const number = { agency, year, serial };
          expect(parseIndexNumber(formatIndexNumber(number))).toEqual(number);
          expect(parseIndexNumber(indexNumberSlug(number))).toEqual(number);
        },
      ),
    );
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => void parseIndexNumber(text)));
  });
});
