import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatChineseNumeral, parseChineseNumeral } from './chinese-numerals';

describe('parseChineseNumeral', () => {
  it('reads numbers as articles and chapters write them', () => {
    const cases: [string, number][] = [
      ['一', 1],
      ['十', 10],
      ['十二', 12],
      ['二十', 20],
      ['三十三', 33],
      ['一百', 100],
      ['一百零一', 101],
      ['一百一十', 110],
      ['一百二十', 120],
      ['一百二十三', 123],
      ['一千零一', 1001],
      ['一千二百六十', 1260],
      ['一千零一十', 1010],
      ['两百', 200],
    ];
    for (const [text, value] of cases)
      expect([text, parseChineseNumeral(text)]).toEqual([text, value]);
  });

  it('reads digits one by one, and Arabic digits of either width', () => {
    expect(parseChineseNumeral('一二〇')).toBe(120);
    expect(parseChineseNumeral('二○一九')).toBe(2019);
    expect(parseChineseNumeral('33')).toBe(33);
    expect(parseChineseNumeral('３３')).toBe(33);
    expect(parseChineseNumeral('〇')).toBe(0);
  });

  it('refuses what is not a number that anyone writes', () => {
    const wrong = [
      '',
      ' ',
      '百',
      '千',
      '十百',
      '二二十',
      '一百零',
      '零十',
      '百二',
      '十十',
      '一万',
      'ten',
      '12345',
      '一二三四五',
      '-1',
      '1.5',
      '第一',
    ];
    for (const text of wrong) expect([text, parseChineseNumeral(text)]).toEqual([text, undefined]);
  });

  it('reads back every number that it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), (value) => {
        expect(parseChineseNumeral(formatChineseNumeral(value))).toBe(value);
      }),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'〇零一二两三九十百千万0１第 ') }),
        (text) => {
          const value = parseChineseNumeral(text);
          expect(value === undefined || (Number.isInteger(value) && value >= 0)).toBe(true);
        },
      ),
    );
  });
});

describe('formatChineseNumeral', () => {
  it('refuses numbers that it cannot write', () => {
    for (const value of [0, -1, 10_000, 1.5, Number.NaN]) {
      expect(() => formatChineseNumeral(value)).toThrow(RangeError);
    }
  });
});
