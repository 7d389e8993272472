import { expect, test } from 'vitest';
import type { SearchRecord } from '../../search/engine';
import { Varied } from './varied';

const law = (title: string, subject: string): SearchRecord =>
  ({
    title,
    kind: 'local-regulation',
    category: null,
    passages: [1, 2, 3, 4, 5].map((n) => ({
      label: `第${n}条`,
      text: `第${n}条 本市的${subject}由第${n}队管理，期限为三十日。${subject}的费用，按照${n}00元收取；${subject}应当登记。`,
    })),
  }) as unknown as SearchRecord;

async function* few(): AsyncGenerator<SearchRecord> {
  yield law('甲市灯塔管理条例', '灯塔');
  yield law('乙省风车管理条例', '风车');
  yield law('丙县水渠管理条例', '水渠');
}

async function make(articles: number): Promise<SearchRecord[]> {
  const made: SearchRecord[] = [];
  for await (const record of (await Varied.from(few())).records(articles)) made.push(record);
  return made;
}

test('as many articles are made as are asked for, the same on every run', async () => {
  const made = await make(52);
  expect(made.flatMap(({ passages }) => passages)).toHaveLength(52);
  expect(await make(52)).toEqual(made);
});

test('no text and no title stands twice, and articles keep their numbers', async () => {
  const made = await make(100);
  const texts = made.flatMap(({ passages }) => passages.map(({ text }) => text));
  expect(new Set(texts).size).toBeGreaterThan(95);
  expect(new Set(made.map(({ title }) => title)).size).toBe(made.length);
  expect(made[0]?.passages[2]).toMatchObject({ label: '第3条', anchor: 'article-3' });
  expect(made[0]?.passages[2]?.text).toMatch(/^第3条　/u);
});

test('sentences of other laws are mixed in', async () => {
  const [first] = await make(5);
  const whole = first?.passages.map(({ text }) => text).join('') ?? '';
  const subjects = ['灯塔', '风车', '水渠'].filter((subject) => whole.includes(subject));
  expect(subjects.length).toBeGreaterThan(1);
});
