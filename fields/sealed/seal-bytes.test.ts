import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { UnsealError } from './seal';
import { SEALED_HEAD, sealBytes, sealStateOf, unsealBytes } from './seal-bytes';

const plain = Buffer.from('证件扫描件 110105194912310021');

beforeEach(() => {
  process.env.SEAL_KEY = randomBytes(32).toString('base64');
  delete process.env.SEAL_KEY_PREVIOUS;
});

const turnKey = () => {
  process.env.SEAL_KEY_PREVIOUS = process.env.SEAL_KEY;
  process.env.SEAL_KEY = randomBytes(32).toString('base64');
};

test.each([0, 1, 100_000])('a file of %i bytes comes back as it was', (size) => {
  const bytes = randomBytes(size);
  expect(unsealBytes(sealBytes(bytes, 'a.pdf'), 'a.pdf').equals(bytes)).toBe(true);
});

test('nothing of the content stands in the sealed file, and the same file is sealed differently each time', () => {
  const [a, b] = [sealBytes(plain, 'a.pdf'), sealBytes(plain, 'a.pdf')];
  expect(a.includes(Buffer.from('110105194912310021'))).toBe(false);
  expect(a.subarray(SEALED_HEAD).equals(b.subarray(SEALED_HEAD))).toBe(false);
});

test('a file that was never sealed is given as it is', () => {
  expect(unsealBytes(plain, 'a.pdf').equals(plain)).toBe(true);
  expect(sealStateOf(plain)).toBe('clear');
  expect(sealStateOf(Buffer.alloc(0))).toBe('clear');
});

test('a file put in the place of another, or altered anywhere, or cut, can’t be read', () => {
  const sealed = sealBytes(plain, 'a.pdf');
  expect(() => unsealBytes(sealed, 'b.pdf')).toThrow(UnsealError);
  for (const at of [9, 17, 30, SEALED_HEAD, sealed.length - 1]) {
    const altered = Buffer.from(sealed);
    altered[at]! ^= 1;
    expect(() => unsealBytes(altered, 'a.pdf')).toThrow(UnsealError);
  }
  expect(() => unsealBytes(sealed.subarray(0, SEALED_HEAD - 1), 'a.pdf')).toThrow(UnsealError);
  expect(() => unsealBytes(sealed.subarray(0, -1), 'a.pdf')).toThrow(UnsealError);
});

describe('when the key is changed', () => {
  test('a file of the previous key is read and told from one of the key in use by its head alone', () => {
    const old = sealBytes(plain, 'a.pdf');
    expect(sealStateOf(old.subarray(0, SEALED_HEAD))).toBe('current');
    turnKey();
    expect(sealStateOf(old.subarray(0, SEALED_HEAD))).toBe('previous');
    expect(unsealBytes(old, 'a.pdf').equals(plain)).toBe(true);
    delete process.env.SEAL_KEY_PREVIOUS;
    expect(sealStateOf(old.subarray(0, SEALED_HEAD))).toBe('unknown');
    expect(() => unsealBytes(old, 'a.pdf')).toThrow(UnsealError);
  });
});
