import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distance, isLikelySlip, likestStretch, pairsOf, withoutOne } from './spelling';

describe('the changes between two texts', () => {
  it.each([
    ['劳动合同法', '劳动合同法', 0],
    ['劳动合法', '劳动合同法', 1],
    ['劳动合同法法', '劳动合同法', 1],
    ['劳动台同法', '劳动合同法', 1],
    ['劳动同合法', '劳动合同法', 1],
    ['劳动法', '劳动合同法', 2],
    ['社会保险', '劳动合同法', 3],
  ])('from %s to %s are %d, counted up to 2', (from, to, changes) => {
    expect(distance(from, to, 2)).toBe(changes);
  });

  it('are as many there as back, and none to itself', () => {
    const text = fc.string({ unit: fc.constantFrom('劳', '动', '合', '同', '法'), maxLength: 8 });
    fc.assert(
      fc.property(text, text, (one, other) => {
        expect(distance(one, other, 9)).toBe(distance(other, one, 9));
        expect(distance(one, one, 9)).toBe(0);
      }),
    );
  });

  it('are found by what both are without one character', () => {
    expect(withoutOne('劳动合法')).toContain('劳动合法');
    expect(withoutOne('劳动合同法')).toContain('劳动合法');
  });
});

describe('the likest stretch of a title', () => {
  it('begins and ends with words, and of equals as what was typed', () => {
    const title = ['中华', '政府', '信息', '公开', '条例', '实施', '办法'];
    expect(likestStretch('政府信公开条例', title, 1)).toEqual({
      text: '政府信息公开条例',
      distance: 1,
    });
    expect(likestStretch('劳动合法', ['劳动', '合同', '法'], 1)?.text).toBe('劳动合同法');
    expect(likestStretch('社会保险', title, 1)).toBeNull();
  });

  it('shares pairs of characters with what was typed', () => {
    expect(pairsOf('《劳动法》 A')).toEqual(['劳动', '动法', '法a']);
    expect(pairsOf('法')).toEqual([]);
  });
});

describe('a slip', () => {
  const isCommon = (word: string) => '不被的法'.includes(word);
  it.each([
    ['劳动 台 同 法', '劳动合同法', true],
    ['政府 信息 分开 条例', '政府信息公开条例', true],
    ['政府 信息 公 公开 条例', '政府信息公开条例', true],
    ['网路 安全 法', '网络安全法', true],
    ['土地 承包期', '土地承包法', false],
    ['信息 公开 被', '信息公开法', false],
    ['行政机关 不 履行 职责', '行政机关履行职责', false],
  ])('of %s for %s: %s', (cut, meant, isLikely) => {
    expect(isLikelySlip(cut.split(' '), meant, isCommon)).toBe(isLikely);
  });
});
