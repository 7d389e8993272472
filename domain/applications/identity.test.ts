import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idTypes } from './applicants';
import { creditCodeCharacters, creditCodeCheck, mod11Check } from './check-digits';
import {
  normaliseIdNumber,
  problemOfCreditCode,
  problemOfDocument,
  problemOfIdCard,
} from './identity';
import { casesOf } from './cases.fixture';

const birthDate = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2025-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10).replaceAll('-', ''));

/** Numbers built as GB 11643 says, of a region that exists and a real birth date. */
const idCard = fc
  .tuple(fc.constantFrom('110105', '360924', '820000'), birthDate, fc.integer({ min: 0, max: 999 }))
  .map(([region, birth, serial]) => `${region}${birth}${String(serial).padStart(3, '0')}`)
  .map((body) => body + mod11Check(body));

const creditCode = fc
  .array(fc.constantFrom(...creditCodeCharacters), { minLength: 17, maxLength: 17 })
  .map((characters) => characters.join(''))
  .map((body) => body + creditCodeCheck(body));

const replaceAt = (text: string, index: number, character: string) =>
  text.slice(0, index) + character + text.slice(index + 1);

const read = (name: string) =>
  casesOf(readFileSync(new URL(`./cases/${name}.txt`, import.meta.url), 'utf8'));

describe('numbers of identity papers', () => {
  it.each(read('identity-numbers'))('%s %j: %s', (type, number, expected) => {
    const known = idTypes.find((code) => code === type)!;
    expect(problemOfDocument(known, normaliseIdNumber(number!), '2026-11-24') ?? 'ok').toBe(
      expected,
    );
  });

  it('accepts every number that is built by the rule', () => {
    fc.assert(fc.property(idCard, (number) => problemOfIdCard(number) === null));
  });

  it('finds any one wrong digit', () => {
    fc.assert(
      fc.property(idCard, fc.nat({ max: 16 }), fc.nat({ max: 9 }), (number, index, digit) => {
        fc.pre(number[index] !== String(digit));
        return problemOfIdCard(replaceAt(number, index, String(digit))) !== null;
      }),
    );
  });

  it('finds any two neighbours swapped', () => {
    fc.assert(
      fc.property(idCard, fc.nat({ max: 15 }), (number, index) => {
        const [a, b] = [number[index]!, number[index + 1]!];
        fc.pre(a !== b);
        return problemOfIdCard(replaceAt(replaceAt(number, index, b), index + 1, a)) !== null;
      }),
    );
  });

  it('does not let anybody be born after today', () => {
    const body = '11010520261125001';
    const number = body + mod11Check(body);
    expect(problemOfIdCard(number, '2026-11-24')).toBe('idCardBirthDate');
    expect(problemOfIdCard(number, '2026-11-25')).toBeNull();
  });

  it('answers for any text', () => {
    fc.assert(
      fc.property(fc.constantFrom(...idTypes), fc.string(), (type, text) => {
        const problem = problemOfDocument(type, text);
        return problem === null || typeof problem === 'string';
      }),
    );
  });
});

describe('unified social credit codes', () => {
  it.each(read('credit-codes'))('%j: %s', (code, expected) => {
    expect(problemOfCreditCode(normaliseIdNumber(code!)) ?? 'ok').toBe(expected);
  });

  it('accepts every code that is built by the rule, and finds any one wrong character', () => {
    fc.assert(
      fc.property(
        creditCode,
        fc.nat({ max: 16 }),
        fc.constantFrom(...creditCodeCharacters),
        (code, index, character) => {
          fc.pre(code[index] !== character);
          return (
            problemOfCreditCode(code) === null &&
            problemOfCreditCode(replaceAt(code, index, character)) === 'creditCodeCheck'
          );
        },
      ),
    );
  });
});
