import { existsSync } from 'node:fs';
import path from 'node:path';
import type { SearchRecord } from '../../search/engine';
import { asLines, askJudged, failuresOf, reportOf } from './ask';
import { readRecords } from './corpus';
import { isNewerThan, keepRecords, keptRecords, nameKey } from './kept-records';
import { openSqliteEngine } from '../../search/sqlite/engine';
import { enter } from './gongkai';
import { readJudged } from './judged';
import { percentile } from './metrics';

/** The records of the corpus in a file of the folder, made once. @returns the file */
export async function recordsFile(
  corpus: string,
  folder: string,
  isFresh = false,
): Promise<string> {
  const file = path.join(folder, 'records.jsonl');
  if (isFresh || !isNewerThan(file, corpus)) await keepRecords(await readRecords(corpus), file);
  return file;
}

export async function allRecords(file: string): Promise<SearchRecord[]> {
  const records: SearchRecord[] = [];
  for await (const record of keptRecords(file)) records.push(record);
  return records;
}

/** The judged set asked of the portal's engine alone, its index kept in the folder: for tuning. */
export async function runQuality(
  corpus: string,
  folder: string,
  { isFresh = false, showsFailures = false } = {},
): Promise<void> {
  const records = await allRecords(await recordsFile(corpus, folder, isFresh));
  await buildUnlessThere(records, folder, isFresh);
  const judged = readJudged(records);
  const contestant = enter(folder);
  await contestant.open();
  const laws = [...new Set(records.map(({ title }) => nameKey(title)))];
  const verdicts = await askJudged(contestant, judged, laws);
  await contestant.close();
  if (showsFailures) console.log(failuresOf(judged, verdicts).join('\n'), '\n');
  console.log(asLines(reportOf(judged, verdicts)).join('\n'));
  const times = verdicts.map(({ ms }) => ms);
  console.log(
    `ms p50 ${percentile(times, 0.5).toFixed(1)} p95 ${percentile(times, 0.95).toFixed(1)} longest ${Math.max(...times).toFixed(1)}`,
  );
}

/** Builds when the index is missing, of another format, or of other records. */
async function buildUnlessThere(
  records: readonly SearchRecord[],
  folder: string,
  isFresh: boolean,
): Promise<void> {
  const index = path.join(folder, 'search.db');
  const engine = openSqliteEngine({ path: index });
  try {
    const status = await engine.status();
    const isThere = existsSync(`${index}.current`) && !status.needsRebuild;
    if (isThere && !isFresh && status.records === records.length) return;
    const began = performance.now();
    await engine.rebuild(listed(records));
    console.log(`index built in ${((performance.now() - began) / 1000).toFixed(1)} s`);
  } finally {
    await engine.close();
  }
}

async function* listed(records: readonly SearchRecord[]): AsyncGenerator<SearchRecord> {
  yield* records;
}
