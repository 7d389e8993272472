import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentSlug, isSlug } from './slug';

describe('documentSlug', () => {
  it('is the index number where there is one', () => {
    expect(documentSlug({ indexNumber: '000014349/2019-00007', fallback: '通知' })).toBe(
      '000014349-2019-00007',
    );
  });

  it('keeps the letters and digits of the fallback otherwise', () => {
    expect(documentSlug({ indexNumber: null, fallback: ' Notice  No. 5 (2020)/../x ' })).toBe(
      'notice-no-5-2020-x',
    );
  });

  it('tells apart documents whose numbers differ only in Chinese characters', () => {
    const first = documentSlug({ fallback: '宜府发〔2020〕1号' });
    const second = documentSlug({ fallback: '宜府办发〔2020〕1号' });
    expect(first).toMatch(/^2020-1-[0-9a-f]{12}$/);
    expect(second).toMatch(/^2020-1-[0-9a-f]{12}$/);
    expect(first).not.toBe(second);
    expect(documentSlug({ fallback: '宜府发［２０２０］１号' })).toBe(first);
    expect(documentSlug({ indexNumber: '无', fallback: '关于印发办法的通知' })).toMatch(
      /^document-[0-9a-f]{12}$/,
    );
  });

  it('gives ten thousand titles ten thousand addresses', () => {
    const slugs = Array.from({ length: 10_000 }, (_, i) =>
      documentSlug({ fallback: `关于印发第${i}号办法的通知` }),
    );
    expect(new Set(slugs).size).toBe(10_000);
  });

  it('keeps an index number that it cannot read when nothing else is given', () => {
    expect(documentSlug({ indexNumber: 'YF-001', fallback: '' })).toBe('yf-001');
  });

  it('says so when there is nothing to make an address from', () => {
    expect(() => documentSlug({ fallback: '——' })).toThrow(RangeError);
  });

  it('always gives an address, and leaves an address as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const slug = documentSlug({ fallback: `文${text}` });
        expect(isSlug(slug)).toBe(true);
        expect(documentSlug({ fallback: slug })).toBe(slug);
      }),
    );
  });

  it('tells an address from other text', () => {
    for (const text of ['', 'A', 'a/b', 'a--b', '-a', 'a-', 'a b', '文', 'a'.repeat(81)]) {
      expect(isSlug(text)).toBe(false);
    }
  });
});
