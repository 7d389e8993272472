import { randomBytes } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { keyedHash, resealed } from './seal';
import { isSecret, secretOf } from './secret';

const newKey = () => randomBytes(32).toString('base64');
const turnKey = () => {
  process.env.SEAL_KEY_PREVIOUS = process.env.SEAL_KEY;
  process.env.SEAL_KEY = newKey();
};

beforeEach(() => {
  process.env.SEAL_KEY = newKey();
  delete process.env.SEAL_KEY_PREVIOUS;
});

test('a secret is known again, and no other one is', () => {
  const stored = secretOf('ABCD2345', 'query-code');
  expect(isSecret('ABCD2345', stored, 'query-code')).toBe(true);
  for (const wrong of ['ABCD2346', 'abcd2345', '', ' ABCD2345', stored]) {
    expect(isSecret(wrong, stored, 'query-code')).toBe(false);
  }
});

test('the same secret is stored as another text each time, and never in the clear', () => {
  const [a, b] = [secretOf('ABCD2345', 'query-code'), secretOf('ABCD2345', 'query-code')];
  expect(a).not.toBe(b);
  expect(a).not.toContain('ABCD2345');
});

test('a secret kept for one purpose serves no other', () => {
  expect(isSecret('ABCD2345', secretOf('ABCD2345', 'query-code'), 'draft')).toBe(false);
});

test('where nothing or nonsense is stored, nothing is right', () => {
  for (const stored of [null, undefined, '', '.', 'sealed.v1.', 'sealed.v1.AAAA', 'x']) {
    for (const given of ['', '.', 'ABCD2345']) {
      expect(isSecret(given, stored, 'query-code')).toBe(false);
    }
  }
});

test('a secret passes to a new key without anybody typing it, and the old key can go', () => {
  const before = secretOf('ABCD2345', 'query-code');
  turnKey();
  expect(isSecret('ABCD2345', before, 'query-code')).toBe(true);
  const after = resealed(before, 'query-code');
  delete process.env.SEAL_KEY_PREVIOUS;
  expect(isSecret('ABCD2345', after, 'query-code')).toBe(true);
  expect(isSecret('ABCD2346', after, 'query-code')).toBe(false);
  expect(isSecret('ABCD2345', before, 'query-code')).toBe(false);
});

test('a plain keyed hash of an earlier version opens as long as its key is there', () => {
  const hash = keyedHash('ABCD2345', 'query-code');
  expect(isSecret('ABCD2345', hash, 'query-code')).toBe(true);
  turnKey();
  expect(isSecret('ABCD2345', hash, 'query-code')).toBe(true);
  expect(isSecret(hash, hash, 'query-code')).toBe(false);
  delete process.env.SEAL_KEY_PREVIOUS;
  expect(isSecret('ABCD2345', hash, 'query-code')).toBe(false);
});
