import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { SearchRecord } from '../../search/engine';
import { openSqliteEngine } from '../../search/sqlite/engine';
import { askJudged, failuresOf, reportOf } from './ask';
import type { Contestant } from './contestant';
import { CORPUS, readRecords } from './corpus';
import { countyPapers, countyQuestions } from './county.fixture';
import { enter } from './gongkai';
import { nameKey } from './kept-records';
import { answerOf, JUDGED, judgedOf, readLines, type JudgedLine } from './judged';

const folder = mkdtempSync(path.join(tmpdir(), 'search-quality-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** MRR@10 below which no class of questions may fall, over the laws that these classes name. */
const FLOORS: Record<string, number> = {
  'short-titles': 0.95,
  plain: 0.7,
  articles: 0.97,
  typos: 0.95,
  pinyin: 0.93,
  traditional: 0.95,
};

async function index(name: string, records: readonly SearchRecord[]): Promise<Contestant> {
  const its = path.join(folder, name);
  const engine = openSqliteEngine({ path: path.join(its, 'search.db') });
  await engine.rebuild(
    (async function* () {
      yield* records;
    })(),
  );
  await engine.close();
  return enter(its);
}

test('the papers of an invented county are found by what people ask there', async () => {
  const contestant = await index('county', countyPapers);
  const judged = countyQuestions.map(([text, title]) => ({
    class: 'county',
    text,
    answers: [answerOf(title!)],
    isHeldOut: false,
  }));
  const laws = countyPapers.map(({ title }) => nameKey(title));
  const verdicts = await askJudged(contestant, judged, laws);
  await contestant.close();
  const { all } = reportOf(judged, verdicts);
  expect(all.mrr, failuresOf(judged, verdicts).join('\n')).toBeGreaterThanOrEqual(0.95);
}, 60_000);

if (existsSync(CORPUS)) {
  test('questions about national laws are answered as well as they were, class by class', async () => {
    const lines = readLines(readFileSync(JUDGED, 'utf8')).filter((line) => line.class in FLOORS);
    const named = namesIn(lines);
    const records = await readRecords(CORPUS, (file) => named.has(keyOfFile(file)));
    const contestant = await index('laws', records);
    const laws = [...new Set(records.map(({ title }) => nameKey(title)))];
    const judged = judgedOf(lines, records).filter(({ answers }) =>
      laws.some((key) => answers.some(({ isMeant }) => isMeant(key))),
    );
    const verdicts = await askJudged(contestant, judged, laws);
    await contestant.close();
    const { classes } = reportOf(judged, verdicts);
    const told = failuresOf(judged, verdicts).join('\n');
    for (const [name, floor] of Object.entries(FLOORS)) {
      expect(classes[name]?.mrr, `${name}\n${told}`).toBeGreaterThanOrEqual(floor);
    }
  }, 180_000);
} else {
  console.log(`corpus absent: ${CORPUS} — the questions about laws were not asked`);
}

/** Keys of the laws that lines name without a star. */
function namesIn(lines: readonly JudgedLine[]): Set<string> {
  const names = lines.flatMap(({ line }) => line.split(' | ')[1]?.split(';') ?? []);
  const whole = names.filter((name) => !name.includes('*'));
  return new Set(whole.map((name) => nameKey(answerOf(name).name)));
}

/** A file is named after its law and the day of the version. */
const keyOfFile = (file: string): string => {
  const name = path.basename(file, '.md').replace(/\(\d{4}-\d{2}-\d{2}\)$/u, '');
  return nameKey(file.includes('/民法典/') ? `民法典${name}` : name);
};
