import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { SearchRecord } from '../../search/engine';
import { answerOf, JUDGED, judgedOf, readLines } from './judged';

const law = (title: string, ...texts: string[]): SearchRecord =>
  ({ title, passages: texts.map((text) => ({ text })) }) as unknown as SearchRecord;

test('every other question of a class is held out', () => {
  const lines = readLines('# words\n[one]\na | b\n\nc | d\ne | f\n[two]\ng | h\n');
  expect(lines.map(({ isHeldOut }) => isHeldOut)).toEqual([false, true, false, false]);
  expect(lines.map((line) => line.class)).toEqual(['one', 'one', 'one', 'two']);
});

test('a line without an answer, or before the first class, is told', () => {
  expect(() => readLines('[one]\na question alone')).toThrow('a question alone');
  expect(() => readLines('a | b')).toThrow('a | b');
});

test('a name means a law with the name of the state and without it, and a star any words', () => {
  expect(answerOf('民法典 总则').isMeant('民法典总则')).toBe(true);
  expect(answerOf('中华人民共和国劳动法').isMeant('劳动法')).toBe(true);
  expect(answerOf('劳动法').isMeant('劳动合同法')).toBe(false);
  expect(answerOf('*养犬*').isMeant('洛阳市市区养犬管理规定')).toBe(true);
  expect(answerOf('*物业管理条例').isMeant('上海市住宅物业管理规定')).toBe(false);
  expect(answerOf('劳动法#第四十四条')).toMatchObject({ name: '劳动法', article: '第四十四条' });
});

test('a phrase is cut out of its article by letters, whatever passages it lies in', () => {
  const lines = readLines('[phrases]\n@ 甲法 | 第二条 | 2 | 3\n@ 甲法 | 第二条 | 0 | 2 | 6 | 2\n');
  const records = [law('甲法', '第一条 天地', '第二条 玄黄，宇宙', '洪荒。\n日月\n第三条 盈昃')];
  expect(judgedOf(lines, records).map(({ text }) => text)).toEqual(['宇宙洪', '玄黄 日月']);
  expect(judgedOf(lines, [])).toEqual([]);
  expect(() => judgedOf(readLines('[a]\n@ 甲法 | 第九条 | 0 | 1'), records)).toThrow('第九条');
});

test('the judged set has the questions of every kind, and none twice', () => {
  const lines = readLines(readFileSync(JUDGED, 'utf8'));
  const count = (name: string) => lines.filter((line) => line.class === name).length;
  expect(lines.length).toBeGreaterThanOrEqual(600);
  expect(count('plain')).toBeGreaterThanOrEqual(150);
  expect(new Set(lines.map(({ line }) => line.split(' | ').slice(0, 4).join())).size).toBe(
    lines.length,
  );
});
