import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { casesOf } from './cases.fixture';
import {
  formatLetterNumber,
  formatReceiptNumber,
  isReceiptNumber,
  parseReceiptNumber,
} from './receipt-number';

const anyNumber = fc.record({
  prefix: fc.constantFrom('YF', 'GA', 'D'),
  year: fc.integer({ min: 2000, max: 9999 }),
  serial: fc.integer({ min: 1, max: 99_999 }),
});

const read = (name: string) =>
  casesOf(readFileSync(new URL(`./cases/${name}.txt`, import.meta.url), 'utf8'));

describe('receipt numbers', () => {
  it.each(read('receipt-numbers'))('%j: %s', (text, expected) => {
    const read = parseReceiptNumber(text!, 'YF');
    expect(read.ok ? read.number : read.problem).toBe(expected);
  });

  it('are read back as they were made', () => {
    fc.assert(
      fc.property(anyNumber, (value) => {
        const number = formatReceiptNumber(value);
        expect(parseReceiptNumber(number, value.prefix)).toEqual({ ok: true, number, value });
      }),
    );
  });

  it('tell any one wrong digit from a case that is not there', () => {
    fc.assert(
      fc.property(anyNumber, fc.nat({ max: 8 }), fc.nat({ max: 9 }), (value, index, digit) => {
        const plain = formatReceiptNumber(value).replaceAll('-', '');
        const at = value.prefix.length + index;
        fc.pre(plain[at] !== String(digit));
        const wrong = plain.slice(0, at) + String(digit) + plain.slice(at + 1);
        expect(parseReceiptNumber(wrong, value.prefix)).toEqual({ ok: false, problem: 'check' });
      }),
    );
  });

  it('are never found in arbitrary text by accident of an error', () => {
    fc.assert(fc.property(fc.string(), (text) => typeof isReceiptNumber(text, 'YF') === 'boolean'));
  });

  it.each([
    { prefix: 'yf', year: 2026, serial: 1 },
    { prefix: '', year: 2026, serial: 1 },
    { prefix: 'YF', year: 26, serial: 1 },
    { prefix: 'YF', year: 2026, serial: 0 },
    { prefix: 'YF', year: 2026, serial: 100_000 },
    { prefix: 'YF', year: 2026, serial: 1.5 },
  ])('are not made of %j', (value) => {
    expect(() => formatReceiptNumber(value)).toThrow(RangeError);
  });
});

describe('letter numbers', () => {
  it('count the letters of one agency in a year', () => {
    expect(formatLetterNumber('宜府办依申请', 2026, 12)).toBe('宜府办依申请〔2026〕第12号');
  });
});
