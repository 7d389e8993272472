import { describe, expect, it } from 'vitest';
import type { Block } from '../documents/blocks';
import { structureOf } from '../documents/structure';
import { checkPassage, placeName } from './passage';

const paragraph = (text: string): Block => ({ kind: 'paragraph', runs: [{ text }] });
const measures = structureOf([
  paragraph('第一条　为了支持创业，制定本办法。'),
  paragraph('第二条　首次创业的，给予一次性补贴5000元。'),
  paragraph('补贴在登记满一年后申请，期限为“两年”。'),
  paragraph('第三条　企业可以申请：'),
  paragraph('（一）场地租金补贴；'),
  paragraph('（二）贷款贴息。'),
]);

describe('a quoted passage', () => {
  it('is found at its article, whatever blanks and widths it was typed with', () => {
    expect(checkPassage(measures, 'article-2', '首次创业的， 给予一次性补贴５０００元。')).toEqual({
      found: 'here',
    });
    expect(checkPassage(measures, '#article-2', '第二条 首次创业的')).toEqual({ found: 'here' });
    expect(checkPassage(measures, 'article-2', '补贴在登记满一年后申请，期限为"两年"。')).toEqual({
      found: 'here',
    });
  });

  it('may run over an article’s items and leave words out', () => {
    expect(checkPassage(measures, 'article-3', '企业可以申请：……（二）贷款贴息。')).toEqual({
      found: 'here',
    });
    expect(checkPassage(measures, 'article-3', '贷款贴息……企业可以申请')).toEqual({
      found: 'nowhere',
    });
  });

  it('is told its place where it stands elsewhere, or where none was given', () => {
    expect(checkPassage(measures, 'article-1', '给予一次性补贴5000元')).toEqual({
      found: 'elsewhere',
      anchor: 'article-2',
    });
    expect(checkPassage(measures, '', '场地租金补贴')).toMatchObject({
      found: 'elsewhere',
      anchor: 'article-3-item-1',
    });
  });

  it('is nowhere when a figure is another', () => {
    expect(checkPassage(measures, 'article-2', '给予一次性补贴6000元')).toEqual({
      found: 'nowhere',
    });
    expect(checkPassage(measures, 'article-2', '……')).toEqual({ found: 'nowhere' });
  });
});

describe('the name of a place', () => {
  it('is the one that the text itself gives it', () => {
    expect(placeName(measures, 'article-2')).toBe('第二条');
    expect(placeName(measures, 'article-2-clause-2')).toBe('第二条第二款');
    expect(placeName(measures, 'article-3-item-1')).toBe('第三条第（一）项');
    expect(placeName(measures, 'article-9')).toBeUndefined();
    const levels = structureOf([
      paragraph('一、总体要求'),
      paragraph('二、补贴标准'),
      paragraph('（一）个人：最高30万元。'),
      paragraph('（二）企业：最高400万元。'),
    ]);
    expect(placeName(levels, 'section-2')).toBe('二、补贴标准');
    expect(placeName(levels, 'section-2-2')).toBe('二、（二）');
  });
});
