import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestPassage, markWords } from './passage';

const filler = '此处另说别的事情。'.repeat(40);

describe('the best passage of a body', () => {
  it('is where most of the words stand together, not where one stands first', () => {
    const body = `发票。${filler}电子发票与纸质发票具有同等效力。${filler}`;
    const { text, marks } = bestPassage(body, ['纸质', '发票', '效力'], 60);
    expect(text.startsWith('电子发票')).toBe(true);
    expect(marks.map(([start, end]) => text.slice(start, end))).toEqual([
      '发票',
      '纸质发票',
      '效力',
    ]);
  });

  it('prefers a long word to the short ones inside it', () => {
    const body = `政府的信息。${filler}政府信息公开。${filler}`;
    expect(bestPassage(body, ['政府信息公开', '政府', '信息'], 40).text).toContain('政府信息公开');
  });

  it('is the beginning when none of the words stands in it', () => {
    const snippet = bestPassage(`\n\n第一条 为了规范。${filler}`, ['税'], 30);
    expect(snippet.text.startsWith('第一条')).toBe(true);
    expect(snippet).toMatchObject({ marks: [], cutBefore: false, cutAfter: true });
  });

  it('is the whole of a short body, on one line', () => {
    expect(bestPassage('第一条\n停车。', ['停车'], 100)).toEqual({
      text: '第一条 停车。',
      marks: [[4, 6]],
      cutBefore: false,
      cutAfter: false,
    });
  });

  it('marks letters and digits in the width and case in which they were written', () => {
    expect(markWords('ＰＭ２.5 Monitoring', ['2', '5', 'monitoring']).marks).toEqual([
      [2, 3],
      [4, 5],
      [6, 16],
    ]);
  });

  it('joins marks that touch or overlap', () => {
    expect(markWords('政府信息公开条例', ['政府信息', '信息公开', '条例']).marks).toEqual([[0, 8]]);
  });

  it('takes any text: marks stand in order, inside the passage, round one of the words', () => {
    const words = fc.array(fc.constantFrom('公开', '信息', 'a', '5', '𠮷', '条'), { minLength: 1 });
    const body = fc
      .array(
        fc.oneof(fc.constantFrom('公开', '信息', 'Ａ', '5', '𠮷', '条', '。', '\n'), fc.string()),
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(body, words, fc.integer({ min: 5, max: 200 }), (text, wanted, length) => {
        const snippet = bestPassage(text, wanted, length);
        let end = -1;
        for (const [from, to] of snippet.marks) {
          expect(from).toBeGreaterThan(end);
          expect(to).toBeGreaterThan(from);
          end = to;
        }
        expect(end).toBeLessThanOrEqual(snippet.text.length);
        expect(snippet.text.length).toBeLessThanOrEqual(length + 1);
      }),
    );
  });
});
