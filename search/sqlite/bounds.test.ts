import { describe, expect, it } from 'vitest';
import type { Passage } from '../engine';
import { MAX_TEXT, withinBounds } from './bounds';

const passages = (characters: number, file?: string, of = 1_000): Passage[] =>
  Array.from({ length: Math.ceil(characters / of) }, () => ({
    text: '车'.repeat(of),
    ...(file && { file }),
  }));

const kept = (found: readonly Passage[], file?: string): number =>
  found.filter((one) => one.file === file).reduce((sum, { text }) => sum + text.length, 0);

describe('what the index takes of one record', () => {
  it('is all of it, in its order, where it is not too much', () => {
    const given = [...passages(3_000), ...passages(5_000, '一.pdf'), ...passages(2_000, '二.pdf')];
    expect(withinBounds(given)).toEqual(given);
    expect(withinBounds([])).toEqual([]);
  });

  it('is its own text and the short files whole, behind however long a file', () => {
    const found = withinBounds([
      ...passages(50_000),
      ...passages(MAX_TEXT, '名单.xlsx'),
      ...passages(4_000, '办法.docx'),
      ...passages(MAX_TEXT, '明细.xlsx'),
      ...passages(1_000, '表.csv'),
    ]);
    expect([kept(found), kept(found, '办法.docx'), kept(found, '表.csv')]).toEqual([
      50_000, 4_000, 1_000,
    ]);
    const long = (MAX_TEXT - 55_000) / 2;
    expect([kept(found, '名单.xlsx'), kept(found, '明细.xlsx')]).toEqual([long, long]);
  });

  it('is bounded in passages too, which a file of short lines has many of', () => {
    const found = withinBounds([
      ...passages(30_000, '短句.txt', 1),
      ...passages(2_000, '办法.docx'),
    ]);
    expect(found).toHaveLength(20_000);
    expect(kept(found, '办法.docx')).toBe(2_000);
  });

  it('ends before half a character', () => {
    const [first] = withinBounds([{ text: `${'车'.repeat(MAX_TEXT - 1)}𠮷` }]);
    expect(first?.text.isWellFormed()).toBe(true);
    expect(first?.text).toHaveLength(MAX_TEXT);
  });
});
