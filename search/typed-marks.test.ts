import { describe, expect, it } from 'vitest';
import { asItStands, plainWords } from './typed-marks';

describe('the words of a question', () => {
  it.each([
    ['停车 收费', ['停车', '收费']],
    ['"停车 不存在的词语"', ['停车', '不存在的词语']],
    ['“停车”「收费」', ['停车', '收费']],
    ['-停车 收费', ['收费']],
    ['－“停车 收费” 标准', ['标准']],
    ['2019-05 title:停车', ['2019-05', 'title:停车']],
    ['？ - ""', []],
  ])('of %s are %j', (typed, words) => {
    expect(plainWords(typed)).toEqual(words);
  });
});

describe('a question as it stands', () => {
  it.each([
    ['停车官理', '"停车官理"'],
    ['“停车 官理', '"停车 官理"'],
    ['title:停车官理', 'title:"停车官理"'],
    ['标题：停车官理 收费', '标题："停车官理" 收费'],
  ])('of %s is %s', (typed, written) => {
    expect(asItStands(typed)).toBe(written);
  });
});
