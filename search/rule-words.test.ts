import { describe, expect, it } from 'vitest';
import { problemOfWords, ruleKey, ruleWord } from './rule-words';

it('takes two spellings for the same whatever their blanks, width and case', () => {
  expect(ruleKey(' ＷＴＯ　规 则')).toBe(ruleKey('wto规则'));
  expect(ruleKey('房产证')).not.toBe(ruleKey('房权证'));
});

it('keeps a word without the blanks around it, and takes what is no text for none', () => {
  expect([' 房产证\n', 7, null, { word: '房' }].map(ruleWord)).toEqual(['房产证', '', '', '']);
});

describe('the words of a rule', () => {
  it.each([
    [['房产证', '不动产权证书'], null],
    [['房产证'], 'tooFew'],
    [[], 'tooFew'],
    [['房产证', '——'], 'noLetters'],
    [['房产证', ''], 'noLetters'],
    [['房产证', '房 产 证'], 'twice'],
    [['ETC', 'ｅｔｃ'], 'twice'],
    [['房产证', '证'.repeat(31)], 'tooLong'],
    [['房产证', '𠮷'.repeat(30)], null],
  ] as const)('%j: %s', (words, problem) => {
    expect(problemOfWords(words, 2)?.key ?? null).toBe(problem);
  });
});
