import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import {
  RebuildInProgressError,
  SearchBusyError,
  type SearchEngine,
  type SearchRecord,
} from '../engine';
import { describeSearchEngine } from '../engine.contract';
import { record } from '../engine.samples';
import { openSqliteEngine } from '../sqlite/engine';
import { openProcessEngine, type ProcessEngine, type ProcessEngineOptions } from './engine';

// A process starts in half a second, and in several where many tests run beside each other.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

const folder = mkdtempSync(join(tmpdir(), 'search-process-'));
let opened = 0;
const open = (options: Partial<ProcessEngineOptions> = {}): ProcessEngine =>
  openProcessEngine({ path: join(folder, String((opened += 1)), 'search.db'), ...options });

// One process for the whole suite: it empties its index for each test instead of starting anew.
const shared = open();

afterEach(() => void vi.unstubAllEnvs());

afterAll(async () => {
  await shared.close();
  rmSync(folder, { recursive: true, force: true });
});

describeSearchEngine('the process', async () => {
  await shared.remove(await shared.ids());
  return keptOpen(shared);
});

describe('the process that holds the index', () => {
  it('answers in the order of the questions, writes between them', async () => {
    await shared.remove(await shared.ids());
    const answers = await Promise.all([
      shared.search({ text: '停车' }),
      shared.put([record('1', { title: '停车办法' })]),
      shared.search({ text: '停车' }),
      shared.remove(['documents:1']),
      shared.search({ text: '停车' }),
    ]);
    expect(answers.map((answer) => answer?.total)).toEqual([0, undefined, 1, undefined, 0]);
  });

  it('is started again when it is killed, and asked again what it was at and what waited behind that', async () => {
    const said: string[] = [];
    const engine = open({ log: (message) => said.push(message) });
    await engine.put([record('1', { title: '停车办法' })]);
    const first = pidOf(engine);
    process.kill(first, 'SIGSTOP');
    const [one, two] = [engine.search({ text: '停车' }), engine.search({ text: '停车' })];
    process.kill(first, 'SIGKILL');
    expect([(await one).total, (await two).total]).toEqual([1, 1]);
    expect(pidOf(engine)).not.toBe(first);
    expect(said.at(-1)).toBe('the search process ended: SIGKILL');
    await engine.close();
  });

  it('answers what is asked at once after it was killed while idle', async () => {
    const engine = open();
    await engine.put([record('1', { title: '停车办法' })]);
    process.kill(pidOf(engine), 'SIGKILL');
    const answers = await Promise.all(['停车', '办法'].map((text) => engine.search({ text })));
    expect(answers.map(({ total }) => total)).toEqual([1, 1]);
    await engine.close();
  });

  it('asks nothing a third time over which it ended twice', async () => {
    // The engine knows no question that ends a process; this one takes its place and does.
    const root = join(folder, 'deadly');
    mkdirSync(join(root, 'search/process'), { recursive: true });
    writeFileSync(
      join(root, 'search/process/child.ts'),
      `process.on('disconnect', () => process.exit());
       process.on('message', ({ id, args, close }) => {
         if (close) return process.disconnect();
         if (args[0].text === 'deadly') return process.exit(9);
         process.send({ id, value: { total: 1 } });
       });
       process.send({ ready: true });`,
    );
    symlinkSync(join(process.cwd(), 'node_modules'), join(root, 'node_modules'));
    vi.stubEnv('GONGKAI_ROOT', root);
    const said: string[] = [];
    const engine = open({ log: (message) => said.push(message) });
    const [one, two] = [engine.search({ text: 'deadly' }), engine.search({ text: '停车' })];
    await expect(one).rejects.toThrow('the search process ended: code 9');
    expect((await two).total).toBe(1);
    expect(said).toHaveLength(2);
    await engine.close();
  });

  it('is ended when a search takes too long, and the others are answered by another', async () => {
    const engine = open({ timeout: 300 });
    await engine.put([record('1', { title: '停车办法' })]);
    const first = pidOf(engine);
    process.kill(first, 'SIGSTOP');
    const [one, two] = [engine.search({ text: '停车' }), engine.suggest('停车')];
    await expect(one).rejects.toThrow(/took more than 300 ms/);
    expect(await two).toHaveLength(1);
    expect(() => process.kill(first, 0)).toThrow('ESRCH');
    await engine.close();
  });

  it('refuses a search at once when too many wait, but never a write', async () => {
    const engine = open({ most: 2 });
    const waiting = [engine.search({ text: 'a' }), engine.search({ text: 'b' })];
    await expect(engine.search({ text: 'c' })).rejects.toThrow(SearchBusyError);
    await engine.put([record('1', { title: '停车办法' })]);
    expect(await Promise.all(waiting)).toHaveLength(2);
    expect((await engine.search({ text: '停车' })).total).toBe(1);
    await engine.close();
  });

  it('says why the index can not be opened, and does not try at every question', async () => {
    const said: string[] = [];
    const engine = open({ path: '/dev/null/search.db', log: (message) => said.push(message) });
    const failure = engine.search({ text: '停车' });
    await expect(failure).rejects.toThrow(/EEXIST|ENOTDIR/);
    await expect(failure).rejects.toThrow(SearchBusyError);
    expect(said).toEqual([expect.stringMatching(/can't start: (?:EEXIST|ENOTDIR)/)]);
    expect(engine.pid).toBeUndefined();
    await expect(engine.status()).rejects.toThrow(/EEXIST|ENOTDIR/);
    expect(engine.pid).toBeUndefined();
    await engine.close();
  });

  it('ends with close, and starts again when it is asked afterwards', async () => {
    const engine = open();
    await engine.put([record('1', { title: '停车办法' })]);
    const first = pidOf(engine);
    await engine.close();
    expect(() => process.kill(first, 0)).toThrow('ESRCH');
    expect((await engine.search({ text: '停车' })).total).toBe(1);
    await engine.close();
  });
});

describe('a rebuild in a process of its own', () => {
  it('reads the source no further ahead than two batches', async () => {
    const progress: number[] = [];
    let read = 0;
    let mostAhead = 0;
    await shared.rebuild(
      (async function* () {
        for (; read < 2_000; read += 1) {
          mostAhead = Math.max(mostAhead, read - (progress.at(-1) ?? 0));
          yield record(String(read), { title: `停车办法之${read}`, body: '停车秩序。'.repeat(50) });
        }
      })(),
      { onProgress: (done) => progress.push(done) },
    );
    expect(progress.at(-1)).toBe(2_000);
    expect((await shared.status()).records).toBe(2_000);
    expect(mostAhead).toBeLessThan(2_000);
  });

  it('is told when another process builds the same index', async () => {
    const engine = open({ path: join(folder, 'locked', 'search.db') });
    const other = openSqliteEngine({ path: join(folder, 'locked', 'search.db') });
    await other.rebuild(
      (async function* () {
        yield record('1', { title: '停车' });
        await expect(engine.rebuild(nothing())).rejects.toThrow(RebuildInProgressError);
      })(),
    );
    await Promise.all([engine.close(), other.close()]);
  });

  it('rejects with the reason of the signal and closes the source', async () => {
    const abort = new AbortController();
    const reason = new Error('the office closes');
    let isClosed = false;
    const source = (async function* () {
      try {
        for (let n = 0; ; n += 1) {
          if (n === 300) abort.abort(reason);
          yield record(`n${n}`, { title: '停车' });
        }
      } finally {
        isClosed = true;
      }
    })();
    await expect(shared.rebuild(source, { signal: abort.signal })).rejects.toBe(reason);
    expect(isClosed).toBe(true);
  });

  it('is broken off by close', async () => {
    const engine = open();
    const source = (async function* () {
      yield record('1', { title: '停车' });
      void engine.close();
      await new Promise(() => undefined);
    })();
    await expect(engine.rebuild(source)).rejects.toThrow('closed');
    expect((await engine.status()).records).toBe(0);
    await engine.close();
  });
});

function pidOf(engine: ProcessEngine): number {
  if (!engine.pid) throw new Error('no process');
  return engine.pid;
}

/** The same engine, which the suite can't close. */
function keptOpen(engine: SearchEngine): SearchEngine {
  return {
    put: (records) => engine.put(records),
    remove: (ids) => engine.remove(ids),
    search: (query) => engine.search(query),
    suggest: (prefix, limit) => engine.suggest(prefix, limit),
    ids: (collection) => engine.ids(collection),
    entries: (after, limit) => engine.entries(after, limit),
    digests: (ids) => engine.digests(ids),
    status: () => engine.status(),
    rebuild: (source, options) => engine.rebuild(source, options),
    close: async () => undefined,
  };
}

async function* nothing(): AsyncGenerator<SearchRecord> {
  // A source without records.
}
