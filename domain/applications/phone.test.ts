import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { casesOf } from './cases.fixture';
import { parsePhone } from './phone';

const cases = casesOf(readFileSync(new URL('./cases/phones.txt', import.meta.url), 'utf8'));

describe('phone numbers', () => {
  it.each(cases)('%j is kept as %s', (text, kept) => {
    expect(parsePhone(text!)).toBe(kept === '-' ? null : kept);
  });

  it('are read out of what a telephone copies from its contacts, marks that nobody sees and all', () => {
    expect(parsePhone('\u202D138 1234 5678\u202C')).toBe('13812345678');
    expect(parsePhone('\u200E+852 2123 4567')).toBe('+85221234567');
  });

  it('stay as they are when read again', () => {
    const digits = fc.stringMatching(/^[+\d() -]{3,16}(?:转\d{1,4})?$/);
    fc.assert(
      fc.property(digits, (text) => {
        const kept = parsePhone(text);
        return kept === null || parsePhone(kept) === kept;
      }),
    );
  });

  it('answer for any text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const kept = parsePhone(text);
        return kept === null || /^[+\d][\d-]*$/.test(kept);
      }),
    );
  });
});
