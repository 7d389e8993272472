import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import fc from 'fast-check';
import Database from 'libsql';
import { afterAll, describe, expect, it } from 'vitest';
import {
  RebuildInProgressError,
  SearchBusyError,
  SearchIndexDamagedError,
  type SearchRecord,
} from '../engine';
import { describeSearchEngine } from '../engine.contract';
import { record } from '../engine.samples';
import { Words } from '../words';
import { openSqliteEngine, type SqliteEngine } from './engine';
import { setInfo } from './schema';

const words = new Words();
const root = mkdtempSync(join(tmpdir(), 'search-'));
let folders = 0;

afterAll(() => rmSync(root, { recursive: true, force: true }));

const freshPath = (): string => join(root, String((folders += 1)), 'search.db');

function open(path = freshPath(), log?: (message: string) => void): SqliteEngine {
  return openSqliteEngine({ path, words, log });
}

describeSearchEngine('SQLite', async () => open());

describe('any question at all', () => {
  it('is answered without an error', async () => {
    const engine = open();
    await engine.put(some(20));
    const sign = fc.constantFrom(
      '"',
      '-',
      '*',
      ':',
      '(',
      ')',
      '^',
      "'",
      ';',
      ' OR ',
      ' NEAR(',
      '{body}',
      '停车',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 10_000 }),
      fc.array(fc.oneof(sign, fc.string({ unit: 'grapheme' }))).map((parts) => parts.join('')),
    );
    await fc.assert(
      fc.asyncProperty(text, async (typed) => {
        const { total, hits } = await engine.search({ text: typed });
        expect(hits.length).toBe(Math.min(total, 20));
        await engine.suggest(typed);
      }),
      { numRuns: 300 },
    );
    await engine.close();
  }, 30_000);

  it('is answered with any text in the index', async () => {
    const engine = open();
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), async (text) => {
        await engine.put([record('any', { title: text, body: text, number: text, extra: text })]);
        expect((await engine.search({ text: '' })).total).toBe(1);
      }),
    );
    await engine.close();
  }, 30_000);
});

describe('the files of the index', () => {
  it('is empty and says that it has to be built when there is none', async () => {
    const said: string[] = [];
    const engine = open(freshPath(), (message) => said.push(message));
    expect(await engine.status()).toEqual({ records: 0, needsRebuild: 'missing' });
    expect(said).toEqual(['no search index yet: it has to be built']);
    await engine.close();
  });

  it('still has to be built after a start that did not build it', async () => {
    const path = freshPath();
    await open(path).close();
    expect((await open(path).status()).needsRebuild).toBe('missing');
  });

  it('is whole after a rebuild, also when it is opened again', async () => {
    const path = freshPath();
    const engine = open(path);
    await engine.rebuild(from([record('1', { title: '停车' })]));
    await engine.close();
    const again = open(path);
    expect(await again.status()).toEqual({ records: 1, needsRebuild: null });
    await again.close();
  });

  it.each([
    ['cut short', (file: string) => truncateSync(file, 20_000)],
    ['emptied', (file: string) => truncateSync(file, 0)],
    ['overwritten with something else', (file: string) => writeFileSync(file, 'x'.repeat(50_000))],
    ['removed', (file: string) => rmSync(file)],
  ])('is begun anew when its file was %s', async (_, damage) => {
    const path = freshPath();
    const engine = open(path);
    await engine.rebuild(from(some(50)));
    await engine.close();
    damage(fileOf(path));

    const said: string[] = [];
    const again = open(path, (message) => said.push(message));
    const { records, needsRebuild } = await again.status();
    expect(records).toBe(0);
    expect(['damaged', 'missing']).toContain(needsRebuild);
    expect(said.join()).toContain('it has to be built');
    await again.rebuild(from(some(3)));
    expect((await again.search({ text: '停车' })).total).toBe(3);
    await again.close();
  });

  it.each([
    ['is empty', ''],
    ['is zeroed', '\0'.repeat(30)],
    ['names a file that is gone', 'search.db.gone0000000000'],
    ['names a file of something else', 'gongkai.db'],
    ['leads out of the folder', '../gongkai.db'],
  ])(
    'is begun anew when the small file that names it %s, and touches no other',
    async (_, text) => {
      const path = freshPath();
      const engine = open(path);
      await engine.rebuild(from(some(5)));
      await engine.close();
      const others = [dirname(path), dirname(dirname(path))].map((at) => join(at, 'gongkai.db'));
      for (const other of others) writeFileSync(other, 'records');
      writeFileSync(`${path}.current`, text);

      const said: string[] = [];
      const again = open(path, (message) => said.push(message));
      expect(await again.status()).toEqual({ records: 0, needsRebuild: 'missing' });
      expect(said.join()).toContain('it has to be built');
      await again.rebuild(from(some(3)));
      expect((await again.search({ text: '停车' })).total).toBe(3);
      await again.close();
      for (const other of others) expect(readFileSync(other, 'utf8')).toBe('records');
    },
  );

  it('is begun anew when damage shows in the middle of the work, and the error says so', async () => {
    const path = freshPath();
    const engine = open(path);
    await engine.rebuild(from(some(400)));
    await engine.close();
    const content = readFileSync(fileOf(path));
    content.fill(0x5a, 4096 * 2);
    writeFileSync(fileOf(path), content);

    const again = open(path);
    const failure = await again
      .search({ text: '停车' })
      .then(() => null)
      .catch((error: unknown) => error);
    if (failure) expect(failure).toBeInstanceOf(SearchIndexDamagedError);
    expect((await again.search({ text: '停车' })).total).toBe(0);
    expect((await again.status()).needsRebuild).toBe('damaged');
    await again.close();
  });

  it('is begun anew when it has an older format', async () => {
    const path = freshPath();
    await open(path).close();
    const db = new Database(fileOf(path));
    db.exec("UPDATE info SET value = '0' WHERE name = 'format'");
    db.close();
    const engine = open(path);
    expect((await engine.status()).needsRebuild).toBe('old-format');
    await engine.close();
  });

  it('is left as it is when a newer version has made it, until it is built for this one', async () => {
    const path = freshPath();
    await open(path).close();
    const db = new Database(fileOf(path));
    db.exec("UPDATE info SET value = '9999' WHERE name = 'format'");
    db.close();
    const file = fileOf(path);
    const said: string[] = [];
    const engine = open(path, (message) => said.push(message));
    await expect(engine.search({ text: '停车' })).rejects.toThrow(SearchBusyError);
    await expect(engine.put(some(1))).rejects.toThrow(SearchBusyError);
    expect(await engine.status()).toEqual({ records: 0, needsRebuild: 'newer-format' });
    expect(fileOf(path)).toBe(file);
    expect(said).toEqual([expect.stringContaining('a newer version made it')]);

    await engine.rebuild(from(some(3)));
    expect((await engine.search({ text: '停车' })).total).toBe(3);
    expect((await engine.status()).needsRebuild).toBeNull();
    await engine.close();
  });

  it('answers on, but has to be built again, when the dictionary has changed', async () => {
    const path = freshPath();
    const engine = open(path);
    await engine.rebuild(from(some(2)));
    await engine.close();
    const db = new Database(fileOf(path));
    db.exec("UPDATE info SET value = 'other' WHERE name = 'dictionary'");
    db.close();
    const again = open(path);
    expect(await again.status()).toEqual({ records: 2, needsRebuild: 'old-format' });
    await again.close();
  });

  it('leaves one file after any number of rebuilds', async () => {
    const path = freshPath();
    const engine = open(path);
    for (let n = 0; n < 3; n += 1) await engine.rebuild(from(some(2)));
    await engine.close();
    const logs = /-(wal|shm)$/;
    const files = readdirSync(dirname(path)).filter((name) => !logs.test(name));
    expect(files.sort()).toEqual(['search.db.current', basename(fileOf(path))].sort());
  });
});

describe('several processes', () => {
  it('see at their next search what another has built and put', async () => {
    const path = freshPath();
    const [one, two] = [open(path), open(path)];
    await one.rebuild(from([record('1', { title: '停车甲' })]));
    expect((await two.search({ text: '停车' })).total).toBe(1);
    await two.put([record('2', { title: '停车乙' })]);
    expect((await one.search({ text: '停车' })).total).toBe(2);
    await Promise.all([one.close(), two.close()]);
  });

  it('lose nothing when both write while one of them rebuilds', async () => {
    const path = freshPath();
    const engine = open(path);
    await engine.rebuild(from(some(5)));
    const writer = another(path, '120');
    const exit = once(writer, 'exit');
    await once(writer.stdout, 'data');
    for (let round = 0; round < 3; round += 1) {
      await engine.rebuild(from(some(150)));
      for (let n = 0; n < 10; n += 1) {
        await engine.put([record(`mine-${round}-${n}`, { title: '停车，此处' })]);
      }
    }
    const [code] = (await exit) as [number];
    expect(code).toBe(0);
    const ids = await engine.ids();
    const mine = ids.filter((id) => id.startsWith('documents:mine-2'));
    const theirs = ids.filter((id) => id.startsWith('documents:theirs-'));
    // Each rebuild reads a source that does not know them, so only those written since its start stay.
    expect(mine).toHaveLength(10);
    expect(theirs.length).toBeGreaterThan(0);
    expect(theirs).toContain('documents:theirs-119');
    const last = theirs.map((id) => Number(id.split('-')[1])).sort((a, b) => a - b);
    expect(last).toEqual(Array.from({ length: last.length }, (_, n) => 120 - last.length + n));
    await engine.close();
  }, 60_000);

  it('build nothing that lacks what changed while one of them found the index damaged', async () => {
    const path = freshPath();
    const [builder, other] = [open(path), open(path)];
    await builder.rebuild(from(some(5)));
    const source = async function* () {
      yield* some(3);
      await other.put([record('early', { title: '停车，先前' })]);
      await other.close();
      writeFileSync(fileOf(path), 'x'.repeat(50_000));
      await other.put([record('late', { title: '停车，后来' })]);
    };
    await expect(builder.rebuild(source())).rejects.toThrow(SearchIndexDamagedError);
    expect((await builder.status()).needsRebuild).toBe('damaged');
    expect(await builder.ids()).toEqual(['documents:late']);
    await builder.rebuild(from(some(5)));
    expect(await builder.status()).toEqual({ records: 5, needsRebuild: null });
    await Promise.all([builder.close(), other.close()]);
  });

  it('tell why a build broke off, also where nothing can be cleared away after it', async () => {
    const [path, newer] = [freshPath(), freshPath()];
    await open(newer).close();
    const db = new Database(fileOf(newer));
    db.exec("UPDATE info SET value = '9999' WHERE name = 'format'");
    db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all();
    db.close();
    const said: string[] = [];
    const engine = open(path, (message) => said.push(message));
    const source = async function* () {
      yield* some(3);
      copyFileSync(fileOf(newer), `${path}.newer0000000000`);
      writeFileSync(`${path}.current`, `${basename(path)}.newer0000000000`);
      throw new Error('the database went away');
    };
    await expect(engine.rebuild(source())).rejects.toThrow('the database went away');
    expect(said.at(-1)).toMatch(/could not be cleared away: .*newer version/);
    await engine.close();
  });

  it('go on with the old index when one is killed in the middle of a rebuild', async () => {
    const path = freshPath();
    const engine = open(path);
    await engine.rebuild(from(some(5)));
    const kill = await startRebuild(path);
    await expect(engine.rebuild(from(some(2)))).rejects.toThrow(RebuildInProgressError);
    await kill();

    expect(await engine.status()).toEqual({ records: 5, needsRebuild: null });
    await engine.put([record('after', { title: '停车' })]);
    expect((await engine.search({ text: '停车' })).total).toBe(6);
    await engine.rebuild(from(some(2)));
    expect((await engine.search({ text: '停车' })).total).toBe(2);
    expect(readdirSync(dirname(path)).filter((name) => name.endsWith('.lock'))).toEqual([]);
    await engine.close();
  }, 60_000);

  it('clear away at their start what a rebuild left that was killed, and nothing of one that runs', async () => {
    const path = freshPath();
    const engine = open(path);
    await engine.rebuild(from(some(5)));
    const kill = await startRebuild(path);
    const builds = () =>
      readdirSync(dirname(path)).filter((name) => /\.(?:lock|[0-9a-z]{12,})$/.test(name));
    await open(path).close();
    expect(builds()).toHaveLength(3);
    await kill();
    await engine.put([record('after', { title: '停车' })]);
    await engine.close();

    const again = open(path);
    expect(builds()).toEqual([basename(fileOf(path))]);
    expect(await again.status()).toEqual({ records: 6, needsRebuild: null });
    const db = new Database(fileOf(path));
    expect(db.prepare('SELECT count(*) AS changes FROM change').all()).toEqual([{ changes: 0 }]);
    db.close();
    await again.close();
  }, 60_000);

  it('clear it away when asked how the index stands, where the lock was too fresh at the start', async () => {
    const path = freshPath();
    await open(path).close();
    const db = new Database(fileOf(path));
    setInfo(db, 'building', 'yes');
    // Of a container that has come back under another name.
    writeFileSync(`${path}.lock`, 'elsewhere 1\n');
    const engine = open(path);
    await engine.put(some(1));
    const changes = () => db.prepare('SELECT count(*) AS changes FROM change').all();
    await engine.status();
    expect(changes()).toEqual([{ changes: 1 }]);

    const earlier = new Date(Date.now() - 61_000);
    utimesSync(`${path}.lock`, earlier, earlier);
    await engine.status();
    await engine.put(some(1));
    expect(changes()).toEqual([{ changes: 0 }]);
    db.close();
    await engine.close();
  });

  it.each([
    ['of this very process', process.pid, ''],
    // Other systems do not tell when a process began.
    ...(process.platform === 'linux' ? [['of one that began later', process.ppid, ' 1']] : []),
  ])('take over a lock whose number is by now that %s', async (_, pid, began) => {
    const path = freshPath();
    const engine = open(path);
    writeFileSync(`${path}.lock`, `${hostname()} ${pid}${began}\n`);
    expect(await engine.rebuild(from(some(2)))).toBe(2);
    await engine.close();
  });
});

const another = (...args: string[]) =>
  spawn(
    process.execPath,
    ['--import', 'tsx', join(import.meta.dirname, 'engine.writer.ts'), ...args],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );

/** Another process that is in the middle of a rebuild; what it gives back kills it. */
async function startRebuild(path: string): Promise<() => Promise<unknown>> {
  const builder = another(path);
  const exit = once(builder, 'exit');
  await once(builder.stdout, 'data');
  return () => {
    builder.kill('SIGKILL');
    return exit;
  };
}

function fileOf(path: string): string {
  return join(dirname(path), readFileSync(`${path}.current`, 'utf8').trim());
}

function some(count: number): SearchRecord[] {
  return Array.from({ length: count }, (_, n) =>
    record(String(n), {
      title: `停车办法之${n}`,
      body: '为了规范停车秩序，制定本办法。'.repeat(5),
    }),
  );
}

async function* from(records: readonly SearchRecord[]): AsyncGenerator<SearchRecord> {
  yield* records;
}
