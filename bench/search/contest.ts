import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { loadavg } from 'node:os';
import path from 'node:path';
import type { SearchRecord } from '../../search/engine';
import { root } from '../server';
import { reportOf, type Report } from './ask';
import type { Answered, Built, Outcome, Task } from './task';
import { contestants } from './contestant';
import { keptRecords } from './kept-records';
import { readJudged } from './judged';

export type Entrant = {
  key: string;
  name: string;
  version: string;
  setup: string;
  built: Built;
  answered: Omit<Answered, 'verdicts'>;
  report: Report | null;
  /** Load of the machine over the last minute before it began. */
  load: number;
};

/** Each contestant over the same records and questions, one at a time, each in processes of its own. */
export async function contest(
  names: readonly string[],
  file: string,
  folder: string,
  told: (entrant: Entrant) => void,
): Promise<void> {
  const records: SearchRecord[] = [];
  for await (const record of keptRecords(file)) records.push(record);
  const judged = readJudged(records);
  for (const key of names) {
    const task = { contestant: key, records: file, laws: records.length, isJudged: true };
    const { outcome, load } = await enterOne(task, path.join(folder, key));
    told({ ...entrantOf(key, outcome, load), report: reportOf(judged, outcome.answered.verdicts) });
  }
}

/** The portal's engine over as many varied articles as each number says. */
export async function grow(
  sizes: readonly number[],
  file: string,
  folder: string,
  told: (entrant: Entrant, size: number) => void,
): Promise<void> {
  for (const size of sizes) {
    const task = { contestant: 'gongkai', records: file, laws: 0, varied: size, isJudged: false };
    const { outcome, load } = await enterOne(task, path.join(folder, `growth-${size}`));
    told(entrantOf('gongkai', outcome, load), size);
  }
}

type Done = Outcome & { built: Built; answered: Answered };

/** Built by one process and answered from by another where that can be, so that its memory is the answering's. */
async function enterOne(
  task: Omit<Task, 'does' | 'folder' | 'result'>,
  folder: string,
): Promise<{ outcome: Done; load: number }> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const load = loadavg()[0] ?? 0;
  const contestant = await contestants[task.contestant]!(folder);
  await contestant.close();
  try {
    if (!contestant.isOnDisk) {
      return { outcome: (await inProcess({ ...task, does: 'both', folder })) as Done, load };
    }
    const first = await inProcess({ ...task, does: 'build', folder });
    const second = await inProcess({ ...task, does: 'answer', folder });
    return { outcome: { ...second, built: first.built } as Done, load };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @throws Error when the process ends with a fault */
async function inProcess(task: Omit<Task, 'result'>): Promise<Outcome> {
  const result = path.join(path.dirname(task.folder), `${path.basename(task.folder)}.json`);
  const argv = ['--conditions=production', '--max-old-space-size=12000', '--import', 'tsx'];
  const child = spawn(
    process.execPath,
    [...argv, path.join(root, 'bench/search/child.ts'), JSON.stringify({ ...task, result })],
    { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] },
  );
  const [status] = (await once(child, 'close')) as [number | null];
  if (status !== 0) throw new Error(`${task.contestant} (${task.does}) ended with ${status}`);
  const outcome = JSON.parse(readFileSync(result, 'utf8')) as Outcome;
  rmSync(result);
  return outcome;
}

function entrantOf(key: string, outcome: Done, load: number): Entrant {
  const { name, version, setup, built, answered } = outcome;
  const { verdicts: _, ...rest } = answered;
  return { key, name, version, setup, built, answered: rest, report: null, load };
}
