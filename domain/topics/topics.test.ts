import { describe, expect, it } from 'vitest';
import { fillSection, isRule, mostOf, wordsOf } from './rule';
import { topicState } from './state';

describe('topicState', () => {
  const dates = { openedOn: '2020-03-01T12:00:00.000Z', closedOn: '2023-01-08T12:00:00.000Z' };

  it('follows the days of opening and closing', () => {
    expect(topicState(dates, '2020-02-29')).toBe('upcoming');
    expect(topicState(dates, '2020-03-01')).toBe('open');
    expect(topicState(dates, '2023-01-07')).toBe('open');
    expect(topicState(dates, '2023-01-08')).toBe('archived');
  });

  it('is open where no day is set', () => {
    expect(topicState({}, '2026-11-24')).toBe('open');
    expect(topicState({ closedOn: '2026-11-24' }, '2026-11-24')).toBe('archived');
  });
});

describe('a rule', () => {
  it('takes in nothing without a condition, or with dates alone', () => {
    expect(isRule(undefined)).toBe(false);
    expect(isRule({ themes: [], words: [' '], from: '2020-01-01', most: 5 })).toBe(false);
    expect(isRule({ words: ['停车'] })).toBe(true);
    expect(isRule({ agencies: [1] })).toBe(true);
  });

  it('is bounded', () => {
    expect([undefined, 0, 7.9, 10_000].map((most) => mostOf({ most }))).toEqual([50, 1, 7, 200]);
    expect(wordsOf({ words: [' 停车 ', ''] })).toEqual(['停车']);
  });

  it('adds after the chosen items what stands nowhere else in the topic', () => {
    const taken = new Set(['a', 'b', 'x']);
    expect(fillSection(['b', 'a'], ['a', 'c', 'x', 'c'], (item) => item, taken)).toEqual([
      'b',
      'a',
      'c',
    ]);
    expect(fillSection([], ['c', 'd'], (item) => item, taken)).toEqual(['d']);
  });
});
