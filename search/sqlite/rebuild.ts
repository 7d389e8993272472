import type Database from 'libsql';
import { SearchIndexDamagedError, type RebuildOptions, type SearchRecord } from '../engine';
import type { Words } from '../words';
import type { IndexFiles } from './files';
import { createIndexFile, openIndexFile } from './index-file';
import { rows, setInfo } from './schema';
import { Writer } from './write';

const PAUSE_AFTER_MS = 40;
const BATCH = 500;

type Rebuild = {
  files: IndexFiles;
  words: Words;
  /** The file in use, which may change hands while the build runs. */
  live: () => Database.Database;
  source: AsyncIterable<SearchRecord>;
  options: RebuildOptions;
  log: (message: string) => void;
};

/**
 * Builds a whole index in a file of its own and puts it to use. Broken off at any point, the old
 * file stays in use. The caller holds the lock of IndexFiles.
 * @returns records read from the source
 * @throws SearchIndexDamagedError when the old file was replaced meanwhile: what changed since the beginning is not known
 */
export async function rebuildIndex(rebuild: Rebuild): Promise<number> {
  const { files, words, live, log } = rebuild;
  files.discardOld();
  const file = files.fresh();
  startJournal(live());
  const journaled = files.current();
  try {
    const done = await fill(file, rebuild);
    const db = openIndexFile(file);
    try {
      const writer = new Writer(db, words);
      const seq = replay(live(), db, writer, 0);
      swap({ ...rebuild, journaled }, file, db, writer, seq);
    } finally {
      db.close();
    }
    files.discardOld();
    return done;
  } catch (error) {
    files.discard(file);
    try {
      endJournal(live());
    } catch (failure) {
      // Why the build broke off says what is to be done; the journal is cleared away at a later start.
      log(`what a broken-off rebuild left could not be cleared away: ${String(failure)}`);
    }
    throw error;
  }
}

async function fill(file: string, { words, source, options }: Rebuild): Promise<number> {
  const db = createIndexFile(file, words.dictionary.version, 'bulk');
  try {
    const writer = new Writer(db, words);
    let done = 0;
    let lastPause = performance.now();
    db.exec('BEGIN');
    for await (const record of source) {
      options.signal?.throwIfAborted();
      writer.put(record);
      done += 1;
      if (done % BATCH === 0) db.exec('COMMIT; BEGIN');
      if (performance.now() - lastPause < PAUSE_AFTER_MS) continue;
      options.onProgress?.(done);
      // The web process may be the one that builds: it answers its visitors in between.
      await new Promise((resume) => setImmediate(resume));
      lastPause = performance.now();
    }
    db.exec('COMMIT');
    db.exec(
      "INSERT INTO words (words) VALUES ('optimize'); INSERT INTO heads (heads) VALUES ('optimize');",
    );
    db.exec('ANALYZE');
    setInfo(db, 'complete', 'yes');
    options.signal?.throwIfAborted();
    options.onProgress?.(done);
    return done;
  } finally {
    db.close();
  }
}

/** No rebuild needs it any more. */
export const endJournal = (live: Database.Database): void => emptyJournal(live, 'no');

const startJournal = (live: Database.Database): void => emptyJournal(live, 'yes');

function emptyJournal(live: Database.Database, building: 'yes' | 'no'): void {
  live.exec('BEGIN IMMEDIATE');
  try {
    live.exec('DELETE FROM change');
    setInfo(live, 'building', building);
    live.exec('COMMIT');
  } catch (error) {
    if (live.inTransaction) live.exec('ROLLBACK');
    throw error;
  }
}

/** Brings what was written to the old file since `after` into the new one. @returns the last number seen */
function replay(
  from: Database.Database,
  to: Database.Database,
  writer: Writer,
  after: number,
): number {
  const sql = 'SELECT seq, record, content FROM change WHERE seq > ? ORDER BY seq';
  const changes = rows<{ seq: number; record: string; content: string | null }>(from, sql, after);
  if (!changes.length) return after;
  to.exec('BEGIN IMMEDIATE');
  for (const { record, content } of changes) {
    if (content === null) writer.remove(record);
    else writer.put(JSON.parse(content) as SearchRecord);
  }
  to.exec('COMMIT');
  return changes.at(-1)?.seq ?? after;
}

/**
 * The last changes are taken over and the files exchanged while nobody can write to the old one. A
 * writer who waits meanwhile finds the new file in use and turns to it.
 */
function swap(
  { files, live, journaled }: Rebuild & { journaled: string | null },
  file: string,
  db: Database.Database,
  writer: Writer,
  seq: number,
): void {
  const old = live();
  old.exec('BEGIN IMMEDIATE');
  try {
    // The changes since the beginning went with the damaged file, and those to the empty one are in no journal.
    if (files.current() !== journaled) {
      throw new SearchIndexDamagedError('the search index was begun anew while it was being built');
    }
    replay(old, db, writer, seq);
    rows(db, 'PRAGMA wal_checkpoint(TRUNCATE)');
    files.publish(file);
  } finally {
    old.exec('ROLLBACK');
  }
}
