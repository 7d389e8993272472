import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { titleLines } from './title-lines';

const width = (line: string) =>
  [...line].reduce((sum, letter) => sum + (/[\u0020-\u024f]/u.test(letter) ? 0.5 : 1), 0);

describe('titleLines', () => {
  it('leaves a title that fits on one line', () => {
    expect(titleLines('青禾县信息公开办法', 20)).toEqual(['青禾县信息公开办法']);
  });

  it('breaks before 关于 and keeps words whole, in lines of like length', () => {
    expect(titleLines('青禾县人民政府办公室关于同意设立工业园区的复函', 20)).toEqual([
      '青禾县人民政府办公室',
      '关于同意设立工业园区的复函',
    ]);
    const lines = titleLines(
      '青禾县人民政府关于印发《青禾县政府信息公开工作管理办法（试行）》的通知',
      20,
    );
    expect(lines).toHaveLength(2);
    expect(lines.every((line) => width(line) <= 20)).toBe(true);
  });

  it('begins no line with a stop and ends none with a bracket', () => {
    for (const line of titleLines(
      '关于（一）甲、乙、丙、丁、戊、己、庚、辛、壬、癸的规定（试行）的通知',
      12,
    )) {
      expect(line).not.toMatch(/^[，。、；：！？）》]/u);
      expect(line).not.toMatch(/[（《]$/u);
    }
  });

  it('loses no letter and passes no line by more than a letter that cannot be broken', () => {
    const title = fc.string({
      unit: fc.constantFrom(...'青禾县人民政府关于的通知《》（）、，a1 '),
      maxLength: 80,
    });
    fc.assert(
      fc.property(title, fc.integer({ min: 5, max: 30 }), (text, perLine) => {
        const lines = titleLines(text, perLine);
        expect(lines.join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
        for (const line of lines) expect(width(line)).toBeLessThanOrEqual(perLine);
      }),
    );
  });
});
