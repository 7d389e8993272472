import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitMarks } from './split-marks';

describe('splitMarks', () => {
  it('marks the words that were found', () => {
    expect(splitMarks('优化营商环境条例', [{ start: 2, end: 6 }])).toEqual([
      { text: '优化', marked: false },
      { text: '营商环境', marked: true },
      { text: '条例', marked: false },
    ]);
  });

  it('joins ranges that overlap or touch', () => {
    expect(
      splitMarks('营商环境', [
        { start: 1, end: 4 },
        { start: 0, end: 2 },
      ]),
    ).toEqual([{ text: '营商环境', marked: true }]);
  });

  it('keeps every character, whatever the ranges', () => {
    const range = fc.record({
      start: fc.integer({ min: -5, max: 60 }),
      end: fc.integer({ min: -5, max: 60 }),
    });
    fc.assert(
      fc.property(fc.string(), fc.array(range), (text, ranges) => {
        const pieces = splitMarks(text, ranges);
        expect(pieces.map((piece) => piece.text).join('')).toBe(text);
        expect(pieces.every((piece) => piece.text.length > 0)).toBe(true);
      }),
    );
  });
});
