import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HeldTitles, isSafeToTake, suggestRelations } from './suggest-relations';

const lines = readFileSync(new URL('./cases/suggested-relations.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '' && !line.startsWith('#'));

describe('suggestRelations', () => {
  for (const line of lines) {
    it(`reads ${line}`, () => {
      const [title, text, expected] = line.split(' | ') as [string, string, string];
      const suggested = suggestRelations({ title, text: text === '-' ? '' : text });
      expect(
        suggested
          .map(({ verb, title: named, number }) => [verb, named, number].filter(Boolean).join(' '))
          .join('; ') || '-',
      ).toBe(expected);
    });
  }

  it('never throws, never names the document itself and names no other twice', () => {
    const piece = fc.constantFrom(
      ...'《》〈〉关于修改废止根据制定本同时印发的通知决定，。办法实施条例\n（）',
    );
    const words = fc.string({ unit: piece, maxLength: 60 });
    fc.assert(
      fc.property(words, words, (title, text) => {
        const keys = suggestRelations({ title, text }).map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
      }),
      { numRuns: 2000 },
    );
  });

  it('stays quick on an endless text', () => {
    const text = '根据《'.repeat(50_000) + '废止'.repeat(50_000);
    expect(suggestRelations({ title: text, text })).toEqual([]);
  }, 2_000);

  it('leaves to a person what decides about validity', () => {
    const of = (title: string) => suggestRelations({ title, text: '' }).map(isSafeToTake);
    expect(of('关于废止《甲办法》的决定')).toEqual([false]);
    expect(of('关于修改《甲办法》的决定')).toEqual([false]);
    expect(of('江西省实施《甲条例》办法')).toEqual([true]);
  });
});

describe('HeldTitles', () => {
  const held = new HeldTitles([
    { id: 1, title: '中华人民共和国公司法', madeOn: '2013-12-28' },
    { id: 2, title: '中华人民共和国公司法', madeOn: '2018-10-26' },
    { id: 3, title: '停车管理办法', number: '宜府发〔2020〕1号' },
    { id: 4, title: '停车管理办法', number: '宜府发〔2024〕9号' },
    { id: 5, title: '城市道路管理条例' },
  ]);
  const find = (key: string, day?: string, number?: string) =>
    held.find({ key, ...(number && { number }) }, day)?.id;

  it('finds a document by its title, with or without the state before it', () => {
    expect(find('城市道路管理条例')).toBe(5);
    expect(find('公司法', '2020-01-01')).toBe(2);
  });

  it('takes of several editions the last one before the day', () => {
    expect(find('公司法', '2015-01-01')).toBe(1);
    expect(find('公司法', '2010-01-01')).toBeUndefined();
  });

  it('takes the number where one is given, and nothing where two are as likely', () => {
    expect(find('停车管理办法', undefined, '宜府发〔2020〕1号')).toBe(3);
    expect(find('停车管理办法')).toBeUndefined();
  });

  it('forgets nothing and doubles nothing when a document is added again', () => {
    const titles = new HeldTitles([{ id: 1, title: '甲办法' }]);
    titles.add({ id: 1, title: '甲办法' });
    expect(titles.find({ key: '甲办法' })?.id).toBe(1);
  });
});
