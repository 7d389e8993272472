import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { SearchRecord } from '../../search/engine';
import { askJudged, type Verdict } from './ask';
import { contestants, type Contestant } from './contestant';
import { keptRecords, nameKey } from './corpus';
import { readLines, JUDGED, readJudged, type Judged } from './judged';
import { percentile } from './metrics';
import { Samples, timedQuestions, typedPrefixes, type Timed } from './speed-questions';
import { Varied } from './varied';

/** What a process of its own is asked to do with one contestant; its answer is `result` as JSON. */
export type Task = {
  contestant: string;
  /** Builds an index and leaves it in the folder; answers from the one that is there; or both. */
  does: 'build' | 'answer' | 'both';
  folder: string;
  /** Records as JSON Lines, and how many. */
  records: string;
  laws: number;
  /** Makes this many articles out of the records instead of taking them as they are. */
  varied?: number;
  /** Asks the judged set too. */
  isJudged: boolean;
  result: string;
};

export type Built = {
  laws: number;
  articles: number;
  characters: number;
  seconds: number;
  /** Seconds of these in which the records were made or read, which is no part of the building. */
  readingSeconds: number;
  peakMB: number;
  indexMB: number;
};

export type Times = { questions: number; p50: number; p95: number; longest: number };

export type Answered = {
  all: Times;
  kinds: Record<string, Times>;
  suggestions: Times | null;
  openSeconds: number;
  residentMB: number;
  verdicts: Verdict[];
};

export type Outcome = {
  name: string;
  version: string;
  setup: string;
  built: Built | null;
  answered: Answered | null;
};

/** What the process that answers has to know of the records that were built. */
type Left = { questions: Timed[]; prefixes: string[]; laws: string[] };

/** Does a task in this process and writes the outcome to its file. */
export async function runTask(task: Task): Promise<void> {
  const contestant = await contestants[task.contestant]!(task.folder);
  const left = path.join(task.folder, 'questions.json');
  let built: Built | null = null;
  let answered: Answered | null = null;
  try {
    if (task.does !== 'answer') built = await build(contestant, task, left);
    if (task.does !== 'build') answered = await answer(contestant, task, left);
  } finally {
    await contestant.close();
  }
  const { name, version, setup } = contestant;
  const outcome: Outcome = { name, version, setup, built, answered };
  writeFileSync(task.result, JSON.stringify(outcome));
}

async function build(contestant: Contestant, task: Task, left: string): Promise<Built> {
  const source = task.varied
    ? (await Varied.from(keptRecords(task.records))).records(task.varied)
    : keptRecords(task.records);
  const samples = new Samples(task.varied ? task.varied / Varied.ARTICLES : task.laws);
  const laws = new Set<string>();
  const counts = { laws: 0, articles: 0, characters: 0 };
  let reading = 0;
  async function* counted(): AsyncGenerator<SearchRecord> {
    for (;;) {
      const began = performance.now();
      const next = await source.next();
      reading += performance.now() - began;
      if (next.done) return;
      const { value } = next;
      samples.see(value);
      if (task.isJudged) laws.add(nameKey(value.title));
      counts.laws += 1;
      counts.articles += value.passages.length;
      for (const { text } of value.passages) counts.characters += text.length;
      yield value;
    }
  }
  const began = performance.now();
  await contestant.build(counted());
  const seconds = (performance.now() - began) / 1000;
  const plain = readLines(readFileSync(JUDGED, 'utf8')).filter((one) => one.class === 'plain');
  const questions = timedQuestions(
    samples.taken,
    plain.map(({ line }) => line.split(' | ')[0]!),
  );
  const kept: Left = { questions, prefixes: typedPrefixes(samples.taken), laws: [...laws] };
  writeFileSync(left, JSON.stringify(kept));
  return {
    ...counts,
    seconds,
    readingSeconds: reading / 1000,
    peakMB: process.resourceUsage().maxRSS / 1000,
    indexMB: contestant.isOnDisk ? sizeOf(task.folder) / 1e6 : 0,
  };
}

async function answer(contestant: Contestant, task: Task, left: string): Promise<Answered> {
  const { questions, prefixes, laws } = JSON.parse(readFileSync(left, 'utf8')) as Left;
  const began = performance.now();
  await contestant.open();
  const openSeconds = (performance.now() - began) / 1000;
  // Once unmeasured, as the portal is once warm.
  for (const { text } of questions.filter((_, n) => n % 10 === 0)) await contestant.find(text);
  const times: (Timed & { ms: number })[] = [];
  for (const question of questions) {
    times.push({ ...question, ms: await timed(() => contestant.find(question.text)) });
  }
  const suggest = contestant.suggest?.bind(contestant);
  const suggested: number[] = [];
  if (suggest) for (const text of prefixes) suggested.push(await timed(() => suggest(text)));
  collectGarbage();
  const residentMB = process.memoryUsage.rss() / 1e6;
  const judged = task.isJudged ? await judgedOfFile(task.records) : [];
  return {
    all: timesOf(times.map(({ ms }) => ms)),
    kinds: Object.fromEntries(
      [...new Set(questions.map(({ kind }) => kind))].map((kind) => [
        kind,
        timesOf(times.filter((one) => one.kind === kind).map(({ ms }) => ms)),
      ]),
    ),
    suggestions: suggest ? timesOf(suggested) : null,
    openSeconds,
    residentMB,
    verdicts: await askJudged(contestant, judged, laws),
  };
}

async function judgedOfFile(file: string): Promise<Judged[]> {
  const records: SearchRecord[] = [];
  for await (const record of keptRecords(file)) records.push(record);
  return readJudged(records);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

const timesOf = (values: readonly number[]): Times => ({
  questions: values.length,
  p50: percentile(values, 0.5),
  p95: percentile(values, 0.95),
  longest: percentile(values, 1),
});

/** What a question left behind is no memory that the engine needs. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}

const sizeOf = (folder: string): number =>
  readdirSync(folder).reduce((sum, name) => sum + statSync(path.join(folder, name)).size, 0);
