import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterAll, describe, expect, it } from 'vitest';
import { record } from '../engine.samples';
import { Lexicon } from '../lexicon';
import { parseQuery } from '../query';
import { Words } from '../words';
import { openSqliteEngine } from './engine';
import { corrections, isSoundTyped, readSound } from './spell';

const TITLES = [
  '中华人民共和国劳动法',
  '中华人民共和国劳动合同法',
  '中华人民共和国劳动合同法实施条例',
  '中华人民共和国社会保险法',
  '中华人民共和国行政复议法',
  '中华人民共和国行政许可法',
  '中华人民共和国民法典',
  '中华人民共和国律师法',
  '中华人民共和国银行业监督管理法',
  '中华人民共和国政府信息公开条例',
  '河南省物业管理条例',
  '重庆市停车管理办法',
  '宜丰县人民政府办公室关于印发宜丰县停车管理办法的通知',
  '关于做好规划方案编制工作的通知',
];

const words = new Words();
const lexicon = new Lexicon(words);
const root = mkdtempSync(join(tmpdir(), 'spell-'));
const path = join(root, 'search.db');
const engine = openSqliteEngine({ path, words, lexicon });
await engine.put(
  TITLES.map((title, at) => record(String(at), { title, body: '加班费按照规定支付。' })),
);
const db = new Database(join(root, readFileSync(`${path}.current`, 'utf8').trim()));

afterAll(async () => {
  db.close();
  await engine.close();
  rmSync(root, { recursive: true, force: true });
});

const cases = (name: string): [typed: string, meant: string][] =>
  readFileSync(new URL(`../cases/${name}`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => line.split(' => ') as [string, string]);

describe('letters typed for Chinese', () => {
  it.each(cases('sounds.txt'))('%s stands for %s', (typed, meant) => {
    expect(isSoundTyped(typed)).toBe(true);
    expect(readSound(db, typed, words, lexicon)[0]).toBe(meant);
  });

  it.each([
    'qqqqqqqqqqqqqqqqqqqqqqq',
    'zh',
    'x',
    '',
    'a'.repeat(10_000),
    '劳动',
    'pm2.5',
    '5g',
    'a OR b*',
  ])('%.12s stands for nothing, or for little, without an error', (typed) => {
    expect(readSound(db, typed, words, lexicon).length).toBeLessThanOrEqual(5);
  });

  it('answers in place of the letters, and says what for', async () => {
    const { answeredFor, hits } = await engine.search({ text: 'ldf' });
    expect(answeredFor).toBe('劳动法');
    expect(hits[0]?.title.text).toBe('中华人民共和国劳动法');
  });
});

describe('a slip of the pen', () => {
  it.each(cases('slips.txt'))('%s may have meant %s', (typed, meant) => {
    const parsed = parseQuery(typed, { lexicon });
    expect(corrections(db, parsed, words, lexicon)[0] ?? '无').toBe(meant);
  });

  it('is put right where nothing is found as typed', async () => {
    const {
      answeredFor,
      corrections: proposed,
      hits,
    } = await engine.search({ text: '行证复议法' });
    expect([answeredFor, ...proposed]).toContain('行政复议法');
    expect(hits[0]?.title.text).toBe('中华人民共和国行政复议法');
  });
});
