import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { SearchRecord } from '../../search/engine';
import { askJudged } from './ask';
import { contestants, type Contestant } from './contestant';
import { keptRecords, nameKey } from './kept-records';
import { readLines, JUDGED, readJudged, type Judged } from './judged';
import { percentile } from './metrics';
import { Samples, timedQuestions, typedPrefixes, type Timed } from './speed-questions';
import type { Answered, Built, Outcome, Task, Times } from './task';
import { Varied } from './varied';

/** Milliseconds of one question, on the clock and of the processor. */
type Took = { ms: number; cpu: number };

/** What the process that answers has to know of the records that were built. */
type Left = { questions: Timed[]; prefixes: string[]; laws: string[] };

/** Does the task that this process was started for and writes the outcome to its file. */
async function runTask(task: Task): Promise<void> {
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
  const before = process.cpuUsage();
  await contestant.build(counted());
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(before);
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
    cpuSeconds: (user + system) / 1e6,
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
  const times: (Timed & Took)[] = [];
  for (const question of questions) {
    times.push({ ...question, ...(await timed(() => contestant.find(question.text))) });
  }
  const suggest = contestant.suggest?.bind(contestant);
  const suggested: Took[] = [];
  if (suggest) for (const text of prefixes) suggested.push(await timed(() => suggest(text)));
  collectGarbage();
  const residentMB = process.memoryUsage.rss() / 1e6;
  const judged = task.isJudged ? await judgedOfFile(task.records) : [];
  return {
    all: timesOf(times),
    kinds: Object.fromEntries(
      [...new Set(questions.map(({ kind }) => kind))].map((kind) => [
        kind,
        timesOf(times.filter((one) => one.kind === kind)),
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

async function timed(work: () => Promise<unknown>): Promise<Took> {
  const before = process.cpuUsage();
  const began = performance.now();
  await work();
  const ms = performance.now() - began;
  const { user, system } = process.cpuUsage(before);
  return { ms, cpu: (user + system) / 1000 };
}

function timesOf(took: readonly Took[]): Times {
  const clock = took.map(({ ms }) => ms);
  const cpu = took.map((one) => one.cpu);
  return {
    questions: took.length,
    p50: percentile(clock, 0.5),
    p95: percentile(clock, 0.95),
    longest: percentile(clock, 1),
    cpu50: percentile(cpu, 0.5),
    cpu95: percentile(cpu, 0.95),
  };
}

/** What a question left behind is no memory that the engine needs. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}

const sizeOf = (folder: string): number =>
  readdirSync(folder).reduce((sum, name) => sum + statSync(path.join(folder, name)).size, 0);

await runTask(JSON.parse(process.argv[2]!) as Task);
process.exit(0);
