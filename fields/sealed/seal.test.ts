import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import {
  isSealed,
  isSealedAs,
  keyedHash,
  keyedHashes,
  resealed,
  seal,
  unseal,
  UnsealError,
} from './seal';

beforeEach(() => {
  process.env.SEAL_KEY = randomBytes(32).toString('base64');
  delete process.env.SEAL_KEY_PREVIOUS;
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

describe('when the key is changed', () => {
  const turnKey = () => {
    process.env.SEAL_KEY_PREVIOUS = process.env.SEAL_KEY;
    process.env.SEAL_KEY = randomBytes(32).toString('base64');
  };

  test('what the previous key sealed can still be read, and is sealed anew once', () => {
    const old = seal('宜丰县', 'address');
    turnKey();
    expect(unseal(old, 'address')).toBe('宜丰县');
    const fresh = resealed(old, 'address');
    expect(fresh).not.toBe(old);
    expect(resealed(fresh, 'address')).toBe(fresh);
    delete process.env.SEAL_KEY_PREVIOUS;
    expect(unseal(fresh, 'address')).toBe('宜丰县');
    expect(() => resealed(old, 'address')).toThrow(UnsealError);
  });

  test('a look-up asks for the hashes of all keys, the one in use first', () => {
    const old = keyedHash('13800000000', 'phone');
    turnKey();
    expect(keyedHashes('13800000000', 'phone')).toEqual([keyedHash('13800000000', 'phone'), old]);
  });

  test('a previous key of the wrong length is named', () => {
    process.env.SEAL_KEY_PREVIOUS = 'short';
    expect(() => unseal(seal('x', 'phone'), 'phone')).toThrow(/SEAL_KEY_PREVIOUS/);
  });
});

test('what only looks sealed is told from what was sealed as this field', () => {
  expect(isSealedAs(seal('x', 'phone'), 'phone')).toBe(true);
  for (const typed of ['sealed.v1.', 'sealed.v1.AAAA', `sealed.v1.${'A'.repeat(60)}`, '', null]) {
    expect(isSealedAs(typed, 'phone')).toBe(false);
  }
  expect(isSealedAs(seal('x', 'phone'), 'email')).toBe(false);
});
