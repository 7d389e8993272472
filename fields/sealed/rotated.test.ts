import { randomBytes } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { rotated } from './rotated';
import { seal, unseal, UnsealError } from './seal';

const asNamed = (key: string) => key;

beforeEach(() => {
  process.env.SEAL_KEY = randomBytes(32).toString('base64');
  delete process.env.SEAL_KEY_PREVIOUS;
});

const turnKey = () => {
  process.env.SEAL_KEY_PREVIOUS = process.env.SEAL_KEY;
  process.env.SEAL_KEY = randomBytes(32).toString('base64');
};

test('what is sealed deep inside a record is sealed anew, under its own name, and all else stays', () => {
  const on = new Date('2026-03-02T12:00:00Z');
  const record = {
    phone: seal('13800000000', 'phone'),
    history: [{ action: 'confirm', on, by: null }],
    consultations: [{ number: 1, party: seal('某商行', 'party') }],
    letters: [{ content: seal('{}', 'letter') }, { content: null }],
  };
  turnKey();
  const next = rotated(record, (key) => (key === 'content' ? 'letter' : key));
  delete process.env.SEAL_KEY_PREVIOUS;
  expect(unseal(next.phone, 'phone')).toBe('13800000000');
  expect(unseal(next.consultations[0]!.party, 'party')).toBe('某商行');
  expect(unseal(next.letters[0]!.content!, 'letter')).toBe('{}');
  expect(next.history).toBe(record.history);
});

test('where nothing is to be done, the very same value comes back', () => {
  const record = { phone: seal('13800000000', 'phone'), list: [1, null, { a: 'b' }], empty: {} };
  expect(rotated(record, asNamed)).toBe(record);
});

test('a field that is never sealed may hold what looks so', () => {
  const record = { description: 'sealed.v1.AAAA', phone: seal('13800000000', 'phone') };
  turnKey();
  const next = rotated(record, (key) => (key === 'phone' ? 'phone' : null));
  expect(next.description).toBe('sealed.v1.AAAA');
  expect(unseal(next.phone, 'phone')).toBe('13800000000');
});

test('what no key opens, or what was sealed under another name, is an error and not lost', () => {
  expect(() => rotated({ phone: seal('x', 'email') }, asNamed)).toThrow(UnsealError);
  expect(() => rotated(['sealed.v1.AAAA'], asNamed)).toThrow(UnsealError);
});
