import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { isSealed, keyedHash, seal, unseal, UnsealError } from './seal';

beforeEach(() => {
  process.env.SEAL_KEY = randomBytes(32).toString('base64');
});

test('what was sealed can be read again, whatever its characters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (plain) => {
      const wellFormed = plain.toWellFormed();
      expect(unseal(seal(wellFormed, 'idNumber'), 'idNumber')).toBe(wellFormed);
    }),
  );
});

test('the same number is sealed differently each time and never stands in the clear', () => {
  const [a, b] = [seal('110101199003070000', 'idNumber'), seal('110101199003070000', 'idNumber')];
  expect(a).not.toBe(b);
  expect(a).not.toContain('110101');
  expect(isSealed(a)).toBe(true);
});

test('a value moved to another field can’t be read', () => {
  expect(() => unseal(seal('13800000000', 'phone'), 'email')).toThrow(UnsealError);
});

test('an altered value can’t be read', () => {
  const sealed = seal('宜丰县新昌镇', 'address');
  const altered = sealed.slice(0, -2) + (sealed.endsWith('AA') ? 'BB' : 'AA');
  expect(() => unseal(altered, 'address')).toThrow(UnsealError);
});

test('another key can’t read it', () => {
  const sealed = seal('宜丰县', 'address');
  process.env.SEAL_KEY = randomBytes(32).toString('base64');
  expect(() => unseal(sealed, 'address')).toThrow(UnsealError);
});

test('a key of the wrong length is refused with a sentence', () => {
  process.env.SEAL_KEY = 'short';
  expect(() => seal('x', 'phone')).toThrow(/SEAL_KEY/);
});

test('the keyed hash depends on the purpose', () => {
  expect(keyedHash('ABCD2345', 'query-code')).not.toBe(keyedHash('ABCD2345', 'idNumber'));
});
