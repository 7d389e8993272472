import fc from 'fast-check';
import { expect, test } from 'vitest';
import { correctedCitations, standsIn, targetsOf, type Correction } from './corrections';
import type { Citation } from './mention';

const TEXTS = ['依照水渠法第三条和闸门法第三条处罚。', '水渠法第三条另有规定的，从其规定。'];
const found: Citation<string>[] = [
  { block: 0, start: 2, end: 8, quote: '水渠法第三条', kind: 'article', target: '渠' },
  { block: 0, start: 9, end: 15, quote: '闸门法第三条', kind: 'article', target: '闸' },
  { block: 1, start: 0, end: 6, quote: '水渠法第三条', kind: 'article', target: '渠' },
];
const corrected = (...corrections: Correction<string>[]): string[] =>
  correctedCitations(found, corrections, TEXTS).map(
    ({ block, quote, target, anchor }) =>
      `${block} ${quote} ${target}${anchor ? `#${anchor}` : ''}`,
  );

test('a removal takes every citation of exactly those words', () => {
  expect(corrected({ action: 'remove', quote: '水渠法第三条' })).toEqual(['0 闸门法第三条 闸']);
});

test('a removal of longer words takes only what stands inside them', () => {
  expect(corrected({ action: 'remove', quote: '依照水渠法第三条' })).toEqual([
    '0 闸门法第三条 闸',
    '1 水渠法第三条 渠',
  ]);
});

test('a link holds wherever its words stand and outweighs what was found there', () => {
  expect(corrected({ action: 'link', quote: '水渠法', target: '新', anchor: 'article-4' })).toEqual(
    ['0 水渠法 新#article-4', '0 闸门法第三条 闸', '1 水渠法 新#article-4'],
  );
});

test('a link that leads nowhere, and words that the text no longer has, change nothing', () => {
  expect(corrected({ action: 'link', quote: '处罚' }, { action: 'remove', quote: '没有' })).toEqual(
    corrected(),
  );
  expect(standsIn('从其规定', TEXTS)).toBe(true);
  expect(standsIn('', TEXTS)).toBe(false);
});

test('what was found in an older text is left out where its words have moved', () => {
  expect(correctedCitations(found, [], ['新的第一段。', TEXTS[0] as string])).toEqual([]);
});

test('names each target once, and no text as its own target', () => {
  const own: Citation<string> = { ...found[0], target: null } as Citation<string>;
  expect(targetsOf([...found, own])).toEqual(['渠', '闸']);
});

test('whatever the corrections, links stand in the text and never overlap', () => {
  const quote = fc.constantFrom('水渠法', '第三条', '渠法第', '三条和闸', '。', '', '另有规定');
  const correction = fc.record({
    action: fc.constantFrom('link' as const, 'remove' as const),
    quote,
    target: fc.constantFrom(null, '新'),
    anchor: fc.constantFrom(null, 'article-1'),
  });
  fc.assert(
    fc.property(fc.array(correction, { maxLength: 6 }), (corrections) => {
      const links = correctedCitations(found, corrections, TEXTS);
      for (const [i, link] of links.entries()) {
        expect(TEXTS[link.block]?.slice(link.start, link.end)).toBe(link.quote);
        const next = links[i + 1];
        if (next?.block === link.block) expect(next.start).toBeGreaterThanOrEqual(link.end);
      }
    }),
  );
});
