import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Words } from './words';

const words = new Words();

describe('cutting text into words', () => {
  it.each(['一网通办', '依申请公开', '营商环境', '政府信息公开条例', '无障碍环境建设法', '宜丰县'])(
    'keeps %s whole, alone and inside a sentence',
    (term) => {
      expect(words.cut(term)).toEqual([term]);
      expect(words.cut(`各单位要落实${term}的要求`)).toContain(term);
    },
  );

  it('leaves the words of the language as they are counted', () => {
    expect(words.cut('其中考虑到实际情况')).toEqual(['其中', '考虑', '到', '实际', '情况']);
  });

  it.each([
    ['抚养子女', '抚养/子女'],
    ['申请人民法院强制执行', '申请/人民法院/强制执行'],
    ['财产期限', '财产/期限'],
  ])('adds no term that would tear %s', (text, cut) => {
    expect(words.cut(text).join('/')).toBe(cut);
  });

  it('reads letters and digits in any width and case, apart from each other', () => {
    expect(words.cut('ＰＭ２．５ 和 5G')).toEqual(['pm', '2', '5', '和', '5', 'g']);
    expect(words.cut('国发〔2019〕5号')).toEqual(words.cut('国发 2019 5 号'));
  });

  it('parts runs at punctuation and drops it', () => {
    expect(words.runs('《办法》，停车。')).toEqual([['办法'], ['停车']]);
    expect(words.cut('，。！——…')).toEqual([]);
  });

  it('never guesses a word, so that a name is cut alike wherever it stands', () => {
    expect(words.cut('由彧翀负责')).toEqual(['由', '彧', '翀', '负责']);
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        for (const word of words.cut(text)) {
          expect(word).toMatch(/^[\p{L}\p{N}]+$/u);
          words.parts(word);
        }
      }),
    );
  });
});

describe('the parts of a long word', () => {
  it('are the words of which it is made, also joined', () => {
    const parts = words.parts('政府信息公开条例');
    expect(parts).toEqual(expect.arrayContaining(['政府', '信息公开', '公开', '条例']));
  });

  it('end where a part ends: 人民政府 holds no 民政', () => {
    expect([...words.parts('人民政府')].sort()).toEqual(['人民', '政府']);
  });

  it.each([
    ['中医院', ['中医', '医院']],
    ['停车场', ['停车', '车场']],
    ['大学生', ['大学', '学生']],
  ])('are those of every way to part %s into as few', (word, parts) => {
    expect([...words.parts(word)].sort()).toEqual([...parts].sort());
  });

  it('are a place and what is of it: 市政府 holds no 市政', () => {
    expect(words.parts('市政府')).toEqual(['政府']);
  });

  it('are a place and what sort of place it is', () => {
    expect(words.parts('上海市')).toEqual(['上海']);
    expect(words.parts('郑州市')).toEqual(['郑州']);
  });

  it('are none for a short word, a number and a character outside the basic plane', () => {
    expect(words.parts('条例')).toEqual([]);
    expect(words.parts('20190101')).toEqual([]);
    expect(words.parts('𠮷𠮷𠮷')).toEqual([]);
  });
});
