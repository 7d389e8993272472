import * as z from 'zod';
import { describe, expect, it } from 'vitest';
import { KINDS } from '../catalogue/codes';
import { DATASETS } from './datasets';
import { mayBeNull, meaningsIn, typeIn, wordsIn, type FieldSchema } from './described';
import { coded, maybeDay } from './fields';

describe('the words about a field', () => {
  it('come in the reader’s language', () => {
    expect(wordsIn('Made on. 成文日期', 'zh-CN')).toBe('成文日期');
    expect(wordsIn('Made on. 成文日期', 'en')).toBe('Made on');
    expect(wordsIn('一、总体情况', 'en')).toBe('一、总体情况');
    expect(wordsIn('Only English.', 'zh-CN')).toBe('Only English.');
    const since = 'Changed since, such as 2026-11-25T00:00:00Z. 何时以后有变化';
    expect(wordsIn(since, 'en')).toBe('Changed since, such as 2026-11-25T00:00:00Z');
  });

  it('leave out the list of codes, which can be read as well', () => {
    const { description = '' } = coded('Kind 体裁', KINDS);
    expect(wordsIn(description, 'zh-CN')).toBe('体裁');
    expect(wordsIn(description, 'en')).toBe('Kind');
    expect(meaningsIn(description).get('notice')).toBe('通知公告');
    expect(meaningsIn(description).size).toBe(KINDS.length);
    expect(meaningsIn('newest 最近发布在前; oldest 最早发布在前').get('oldest')).toBe(
      '最早发布在前',
    );
    expect(meaningsIn('Made on. 成文日期').size).toBe(0);
  });

  it('say the type, and whether it may be missing', () => {
    const schema = z.toJSONSchema(z.object({ a: maybeDay('Day'), b: z.array(z.string()) }));
    const { a, b } = schema.properties as Record<string, FieldSchema>;
    expect([typeIn(a ?? {}), mayBeNull(a ?? {})]).toEqual(['date', true]);
    expect([typeIn(b ?? {}), mayBeNull(b ?? {})]).toEqual(['array of string', false]);
  });

  it('stand at every field that is given away, in both languages', () => {
    for (const [name, record] of Object.entries(DATASETS)) {
      const { properties = {} } = z.toJSONSchema(record);
      for (const [field, schema] of Object.entries(properties)) {
        const { description = '' } = schema as FieldSchema;
        const words = wordsIn(description, 'zh-CN');
        expect([name, field, /[\u4e00-\u9fff]/.test(words)]).toEqual([name, field, true]);
        expect([name, field, wordsIn(description, 'en') !== '']).toEqual([name, field, true]);
      }
    }
  });
});
