import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAddress, without, writeAddress, type AddressValues } from './search-address';

const valuesOf = (address: string): AddressValues => {
  const values: AddressValues = {};
  for (const [name, value] of new URL(address, 'http://x').searchParams) {
    const before = values[name];
    values[name] = before === undefined ? value : [before, value].flat();
  }
  return values;
};

test('an address that was written reads as the same search', () => {
  const search = {
    text: '营商 环境&q=1',
    filters: { kind: ['notice', 'plan'], year: ['2020'], publishedFrom: '2020-01-01' },
    sort: 'newest' as const,
    page: 3,
  };
  expect(readAddress(valuesOf(writeAddress('/search', search)))).toEqual(search);
});

test('anything may stand in an address and none of it is an error', () => {
  const value = fc.oneof(fc.string(), fc.array(fc.string()), fc.constant(undefined));
  fc.assert(
    fc.property(fc.dictionary(fc.string(), value), (values) => {
      const { page } = readAddress(values);
      expect(page).toBeGreaterThan(0);
    }),
  );
});

test.each(['0', '-1', 'NaN', '1.5', '../..'])('page=%s is the first page', (page) => {
  expect(readAddress({ page }).page).toBe(1);
});

test('a day that is none is left out', () => {
  expect(readAddress({ from: '2020-13-45', to: 'now' }).filters).toEqual({});
});

test('characters that turn the direction of writing are no part of a question', () => {
  expect(readAddress({ q: '\u202e停\u2066车\u200f ' }).text).toBe('停车');
});

test('a sort of record that is none is left out', () => {
  const filters = readAddress({ collection: ['users', 'documents'] }).filters;
  expect(filters).toEqual({ collection: ['documents'] });
  expect(readAddress({ collection: 'users' }).filters).toEqual({});
});

test('a code that is none is left out, and so is what can be no year and no type of file', () => {
  const values = {
    kind: ['zzz', 'notice'],
    theme: 'zzz',
    category: 'zzz',
    validity: 'gone',
    hasInterpretation: 'maybe',
    year: ['20', '2020'],
    fileType: ['<b>', 'pdf'],
    agency: 'urban',
  };
  expect(readAddress(values).filters).toEqual({
    kind: ['notice'],
    year: ['2020'],
    fileType: ['pdf'],
    agency: ['urban'],
  });
});

test('two days the wrong way round are the days between them', () => {
  expect(readAddress({ from: '2026-02-01', to: '2025-01-01' }).filters).toEqual({
    publishedFrom: '2025-01-01',
    publishedTo: '2026-02-01',
  });
});

test('taking the last value of a facet away leaves no trace of it in the address', () => {
  const filters = without({ kind: ['notice'] }, 'kind', 'notice');
  expect(writeAddress('/documents', { filters })).toBe('/documents');
});
