import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Run } from '../../domain/documents/blocks';
import { isDivision, splitArticle } from './article';

const join = (runs: Run[]) => runs.map((run) => run.text).join('');

describe('splitArticle', () => {
  it('parts the number from the text and drops the space between', () => {
    expect(splitArticle([{ text: '第三十三条　行政机关收到申请' }])).toEqual({
      number: '第三十三条',
      rest: [{ text: '行政机关收到申请' }],
    });
  });

  it('reads a number that is a run of its own or is cut in two', () => {
    expect(splitArticle([{ text: '第二十条', bold: true }, { text: ' 下列信息' }])).toEqual({
      number: '第二十条',
      rest: [{ text: '下列信息' }],
    });
    expect(
      splitArticle([{ text: '第二' }, { text: '十条' }, { text: '下列', bold: true }]),
    ).toEqual({
      number: '第二十条',
      rest: [{ text: '下列', bold: true }],
    });
  });

  it('knows an article that was put in later', () => {
    expect(splitArticle([{ text: '第一百二十条之一　资助恐怖活动' }])?.number).toBe(
      '第一百二十条之一',
    );
  });

  it('leaves a paragraph that only mentions an article', () => {
    expect(splitArticle([{ text: '依照第三十三条的规定' }])).toBeNull();
    expect(splitArticle([{ text: '第三章　监督' }])).toBeNull();
    expect(splitArticle([])).toBeNull();
  });

  it('loses no character of the text, however the runs are cut', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.nat(40), { maxLength: 4 }), (tail, cuts) => {
        const body = `条文${tail}`;
        const text = `第七条　${body}`;
        const at = [...new Set(cuts.map((cut) => cut % text.length))].sort((a, b) => a - b);
        const runs = [0, ...at].map((from, i) => ({ text: text.slice(from, at[i]) }));
        const split = splitArticle(runs);
        expect(split?.number).toBe('第七条');
        expect(join(split?.rest ?? [])).toBe(body);
      }),
    );
  });
});

describe('isDivision', () => {
  it('tells a chapter from a numbered heading', () => {
    expect(isDivision('第一章　总　　则')).toBe(true);
    expect(isDivision('第二节 申请')).toBe(true);
    expect(isDivision('一、总体要求')).toBe(false);
  });
});
