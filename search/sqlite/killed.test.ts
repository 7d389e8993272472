import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import Database from 'libsql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Words } from '../words';
import { openSqliteEngine, type SqliteEngine } from './engine';

/** See killed.writer.ts. */
const LOT = 5;
const BUILT = 200;
const ROUNDS = 5;
/** A write takes some milliseconds and a rebuild some tens of them: within this time lies every point of both. */
const LONGEST_MS = { put: 60, rebuild: 250 };

const words = new Words();
const folder = mkdtempSync(join(tmpdir(), 'search-killed-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Task = 'put' | 'rebuild';

describe.each<[Task, string]>([
  ['put', 'in the middle of its writes'],
  ['rebuild', 'in the middle of a rebuild'],
])('an index whose process is killed: %s', (task) => {
  const path = join(folder, task, 'search.db');
  let engine: SqliteEngine;

  beforeAll(async () => {
    // Open all the while, as in the portal beside a command.
    engine = openSqliteEngine({ path, words });
    await engine.rebuild((async function* () {})());
  });
  afterAll(() => engine.close());

  it('holds at every point what was written, and nothing by halves', async () => {
    const kills: string[] = [];
    let next = writer(path, task, 0);
    let last = -1;
    for (let round = 0; round < ROUNDS; round += 1) {
      const { child, told } = next;
      await told.first;
      const delay = Math.random() * LONGEST_MS[task];
      await wait(delay);
      child.kill('SIGKILL');
      await once(child, 'close');
      kills.push(`${delay.toFixed(1)} ms: ${told.last}`);
      expect(told.last, kills.join(', ')).toBeGreaterThan(last);

      // What the dead one has not told may be whole all the same.
      const held = await heldIn(engine, task);
      expect(held, kills.join(', ')).toBeGreaterThanOrEqual(told.last);
      expect(held, kills.join(', ')).toBeLessThanOrEqual(told.last + 1);
      expect((await engine.status()).needsRebuild).toBeNull();
      last = held;
      if (round + 1 < ROUNDS) next = writer(path, task, held + 1);
      // Somebody who opens it afresh finds the same.
      const fresh = openSqliteEngine({ path, words });
      expect(await heldIn(fresh, task)).toBe(held);
      await fresh.close();
    }
    expect(soundness(path)).toBe('ok');
  }, 60_000);

  it('goes on, and is left with one file and no lock after the next rebuild', async () => {
    await engine.rebuild((async function* () {})());
    expect(await engine.status()).toEqual({ records: 0, needsRebuild: null });
    const files = readdirSync(join(folder, task)).filter((name) => !/-(wal|shm)$/.test(name));
    expect(files.sort()).toEqual(['search.db.current', basename(fileOf(path))].sort());
  });
});

/** The number of the last write that the index holds; every write is whole, and all before it are there. */
async function heldIn(engine: SqliteEngine, task: Task): Promise<number> {
  const ids = await engine.ids();
  const { total } = await engine.search({ text: '停车', facets: false });
  expect(total).toBe(ids.length);
  if (task === 'rebuild') {
    if (ids.length === 0) return -1;
    expect(ids).toHaveLength(BUILT);
    const { hits } = await engine.search({ text: '停车', limit: 100 });
    const numbers = new Set(hits.map(({ number }) => number));
    expect(numbers.size).toBe(1);
    return Number(/\d+/.exec([...numbers][0] ?? '')?.[0]);
  }
  const lots = new Map<number, number>();
  for (const id of ids) {
    const lot = Number(/:(\d+)-/.exec(id)?.[1]);
    lots.set(lot, (lots.get(lot) ?? 0) + 1);
  }
  expect([...lots.values()].every((size) => size === LOT)).toBe(true);
  const last = Math.max(-1, ...lots.keys());
  expect(lots.size).toBe(last + 1);
  return last;
}

function writer(path: string, task: Task, from: number) {
  const program = join(import.meta.dirname, 'killed.writer.ts');
  const child: ChildProcess = spawn(
    process.execPath,
    ['--import', 'tsx', program, path, task, String(from)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const lines = createInterface({ input: child.stdout! });
  const told = { last: -1, first: once(lines, 'line') };
  lines.on('line', (line) => (told.last = Number(line)));
  return { child, told };
}

/** What SQLite itself says of the file in use, and its full-text tables of themselves. */
function soundness(path: string): string {
  const db = new Database(fileOf(path));
  try {
    const tables = db
      .prepare("SELECT name FROM sqlite_master WHERE sql LIKE '%USING fts5%'")
      .all() as { name: string }[];
    expect(tables.length).toBeGreaterThan(0);
    for (const { name } of tables)
      db.exec(`INSERT INTO ${name} (${name}) VALUES ('integrity-check')`);
    const [row] = db.prepare('PRAGMA integrity_check').all() as { integrity_check: string }[];
    return row?.integrity_check ?? '';
  } finally {
    db.close();
  }
}

const fileOf = (path: string): string =>
  join(path, '..', readFileSync(`${path}.current`, 'utf8').trim());
