import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentSlug, isSlug } from './slug';

describe('documentSlug', () => {
  it('is the index number where there is one', () => {
    expect(documentSlug({ indexNumber: '000014349/2019-00007', fallback: '通知' })).toBe(
      '000014349-2019-00007',
    );
  });

  it('is the fallback otherwise, in characters that an address can carry', () => {
    expect(documentSlug({ fallback: '宜府办发〔2020〕12号' })).toBe('宜府办发-2020-12号');
    expect(documentSlug({ indexNumber: null, fallback: ' Notice  No. 5 (2020)/../x ' })).toBe(
      'notice-no-5-2020-x',
    );
    expect(documentSlug({ indexNumber: '无', fallback: '关于　印发' })).toBe('关于-印发');
  });

  it('keeps an index number that it cannot read when nothing else is given', () => {
    expect(documentSlug({ indexNumber: 'YF-001', fallback: '' })).toBe('yf-001');
  });

  it('says so when there is nothing to make an address from', () => {
    expect(() => documentSlug({ fallback: '——' })).toThrow(RangeError);
  });

  it('never holds a slash, a dot, a space or a hyphen too many, and is at rest', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), (text) => {
        const slug = documentSlug({ fallback: `a${text}` });
        expect(slug).toMatch(/^[\p{L}\p{N}]+(-[\p{L}\p{N}]+)*$/u);
        expect([...slug].length).toBeLessThanOrEqual(80);
        expect(documentSlug({ fallback: slug })).toBe(slug);
        expect(isSlug(slug)).toBe(true);
      }),
    );
  });

  it('tells an address from other text', () => {
    for (const text of ['', 'A', 'a/b', 'a--b', '-a', 'a-', 'a b'])
      expect(isSlug(text)).toBe(false);
  });
});
