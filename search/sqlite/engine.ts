import type Database from 'libsql';
import {
  RebuildInProgressError,
  SearchIndexDamagedError,
  type EngineStatus,
  type IndexEntry,
  type RebuildOptions,
  type RebuildReason,
  type SearchCollection,
  type SearchEngine,
  type SearchQuery,
  type SearchRecord,
  type SearchResult,
  type Suggestion,
} from '../engine';
import { Lexicon } from '../lexicon';
import { Words } from '../words';
import { IndexFiles } from './files';
import { Finder } from './find';
import {
  createIndexFile,
  isDamage,
  NewerFormatError,
  openIndexFile,
  UnusableIndexError,
} from './index-file';
import { endJournal, rebuildIndex } from './rebuild';
import { getInfo, rows, setInfo } from './schema';
import { suggestTitles } from './suggest';
import { Writer } from './write';

export type SqliteEngineOptions = {
  /** Path of the index. Its files are named after it, in the same folder (see files.ts). */
  path: string;
  /** Told, in a sentence, of everything an operator should know: a missing or damaged file, a swap. */
  log?: (message: string) => void;
  words?: Words;
  lexicon?: Lexicon;
};

type Open = {
  file: string;
  stamp: string;
  db: Database.Database;
  writer: Writer;
  finder: Finder;
};

/** Opens the index at a path; one that is missing or can't be used is begun anew, empty. */
export function openSqliteEngine(options: SqliteEngineOptions): SqliteEngine {
  return new SqliteEngine(options);
}

/**
 * Full-text search in one SQLite file. Every process that has the index open may read and write;
 * each notices at its next call when another has swapped the file.
 */
export class SqliteEngine implements SearchEngine {
  readonly #files: IndexFiles;
  readonly #words: Words;
  readonly #lexicon: Lexicon;
  readonly #log: (message: string) => void;
  #open: Open | null = null;
  /** The file of a newer version of which the log has told. */
  #newer = '';

  constructor(options: SqliteEngineOptions) {
    this.#files = new IndexFiles(options.path);
    this.#words = options.words ?? new Words();
    this.#lexicon = options.lexicon ?? new Lexicon(this.#words);
    this.#log = options.log ?? (() => undefined);
    if (!this.#isNewer()) this.#clearAway();
  }

  async put(records: readonly SearchRecord[]): Promise<void> {
    if (!records.length) return;
    this.#write((open, isBuilding) => {
      for (const record of records) {
        open.writer.put(record);
        if (isBuilding) note(open.db, record.id, JSON.stringify(record));
      }
    });
  }

  async remove(ids: readonly string[]): Promise<void> {
    if (!ids.length) return;
    this.#write((open, isBuilding) => {
      for (const id of ids) {
        open.writer.remove(id);
        if (isBuilding) note(open.db, id, null);
      }
    });
  }

  async search(query: SearchQuery): Promise<SearchResult> {
    return this.#guard(({ finder }) => finder.search(query));
  }

  async suggest(prefix: string, limit = 8): Promise<Suggestion[]> {
    return this.#guard(({ db }) => suggestTitles(db, prefix, limit));
  }

  async ids(collection?: SearchCollection): Promise<string[]> {
    return this.#guard(({ db }) => {
      const all = rows<{ record: string }>(db, 'SELECT record FROM ids ORDER BY record');
      const ids = all.map(({ record }) => record);
      return collection ? ids.filter((id) => id.startsWith(`${collection}:`)) : ids;
    });
  }

  async entries(after: string | null, limit: number): Promise<IndexEntry[]> {
    return this.#guard(({ db }) => {
      const sql = `SELECT i.record AS id, json_extract(d.head, '$.title') AS title, i.digest AS digest
        FROM ids i JOIN doc d ON d.id = i.id WHERE i.record > ? ORDER BY i.record LIMIT ?`;
      return rows<IndexEntry>(db, sql, after ?? '', Math.max(1, Math.floor(limit)));
    });
  }

  async digests(ids: readonly string[]): Promise<Map<string, string>> {
    return this.#guard(({ db }) => {
      const one = db.prepare('SELECT digest FROM ids WHERE record = ?');
      const found = ids.flatMap((id) =>
        (one.all(id) as { digest: string }[]).map(({ digest }) => [id, digest] as const),
      );
      return new Map(found);
    });
  }

  async status(): Promise<EngineStatus> {
    if (this.#isNewer()) return { records: 0, needsRebuild: 'newer-format' };
    // At the start its lock may have been too fresh to be taken for abandoned.
    this.#clearAway();
    return this.#guard(({ db }) => {
      const [row] = rows<{ count: number }>(db, 'SELECT count(*) AS count FROM meta');
      return { records: row?.count ?? 0, needsRebuild: this.#needsRebuild(db) };
    });
  }

  async rebuild(
    source: AsyncIterable<SearchRecord>,
    options: RebuildOptions = {},
  ): Promise<number> {
    const unlock = this.#files.lock();
    try {
      if (this.#isNewer()) {
        this.#replace('newer-format', 'made by a newer version', this.#files.current() ?? '');
      }
      const done = await rebuildIndex({
        files: this.#files,
        words: this.#words,
        live: () => this.#current().db,
        source,
        options,
        log: this.#log,
      });
      this.#log(`search index built: ${done} records`);
      return done;
    } finally {
      unlock();
    }
  }

  async close(): Promise<void> {
    this.#open?.db.close();
    this.#open = null;
  }

  #needsRebuild(db: Database.Database): RebuildReason | null {
    if (getInfo(db, 'complete') !== 'yes') {
      return (getInfo(db, 'reason') as RebuildReason | null) ?? 'unfinished';
    }
    const isSameDictionary = getInfo(db, 'dictionary') === this.#words.dictionary.version;
    return isSameDictionary ? null : 'old-format';
  }

  /**
   * One transaction that writes. A rebuild swaps files while it holds the lock of the old one, so
   * whoever gets that lock looks again whether the file is still the one in use.
   */
  #write(work: (open: Open, isBuilding: boolean) => void): void {
    this.#guard(() => {
      for (;;) {
        const open = this.#current();
        open.db.exec('BEGIN IMMEDIATE');
        try {
          if (this.#files.stamp() !== open.stamp) {
            open.db.exec('ROLLBACK');
            continue;
          }
          work(open, getInfo(open.db, 'building') === 'yes');
          open.db.exec('COMMIT');
          return;
        } catch (error) {
          if (open.db.inTransaction) open.db.exec('ROLLBACK');
          open.writer.forget();
          throw error;
        }
      }
    });
  }

  /** Runs work on the open file. A file found to be broken is replaced at once, so that the next call works. */
  #guard<T>(work: (open: Open) => T): T {
    const open = this.#current();
    try {
      return work(open);
    } catch (error) {
      if (!isDamage(error)) throw error;
      const message = error instanceof Error ? error.message : String(error);
      this.#replace('damaged', message, open.file);
      throw new SearchIndexDamagedError(`the search index was damaged (${message})`, {
        cause: error,
      });
    }
  }

  /** Whether the file in use is of a newer version. */
  #isNewer(): boolean {
    try {
      this.#current();
      return false;
    } catch (error) {
      if (!(error instanceof NewerFormatError)) throw error;
      const file = this.#files.current() ?? '';
      if (file !== this.#newer) this.#log(`search index can't be used: ${error.message}`);
      this.#newer = file;
      return true;
    }
  }

  /** The file in use, opened again when another process has swapped it. */
  #current(): Open {
    const stamp = this.#files.stamp();
    if (this.#open && this.#open.stamp === stamp && stamp) return this.#open;
    this.#open?.db.close();
    this.#open = null;
    for (let attempt = 0; attempt < 10; attempt += 1) {
      const before = this.#files.stamp();
      const file = this.#files.current();
      if (!file) {
        this.#begin('missing');
        continue;
      }
      try {
        const db = openIndexFile(file);
        if (this.#files.stamp() !== before) {
          db.close();
          continue;
        }
        return (this.#open = {
          file,
          stamp: before,
          db,
          writer: new Writer(db, this.#words),
          finder: new Finder(db, this.#words, this.#lexicon),
        });
      } catch (error) {
        if (!(error instanceof UnusableIndexError)) throw error;
        // Removed between reading its name and opening it: the name has changed by now.
        if (this.#files.stamp() !== before) continue;
        this.#replace(error.reason, error.message, file);
      }
    }
    throw new SearchIndexDamagedError('the search index could not be opened');
  }

  /** Begins an empty index where there was none; the first of several processes wins. */
  #begin(reason: RebuildReason): void {
    const file = this.#empty(reason);
    if (this.#files.publishFirst(file)) this.#log('no search index yet: it has to be built');
    else this.#files.discard(file);
  }

  /** What a rebuild left that was killed: the half file, and the journal, which would take in every change from then on. */
  #clearAway(): void {
    const { db } = this.#current();
    if (getInfo(db, 'building') !== 'yes') return;
    try {
      const unlock = this.#files.lock();
      try {
        endJournal(db);
        this.#files.discardOld();
      } finally {
        unlock();
      }
    } catch (error) {
      // It runs and was not killed.
      if (error instanceof RebuildInProgressError) return;
      this.#log(`what a broken-off rebuild left could not be cleared away: ${String(error)}`);
    }
  }

  #replace(reason: RebuildReason, message: string, broken: string): void {
    this.#log(`search index can't be used (${message}): it has to be built again`);
    this.#open?.db.close();
    this.#open = null;
    this.#files.publish(this.#empty(reason));
    this.#files.discard(broken);
  }

  #empty(reason: RebuildReason): string {
    const file = this.#files.fresh();
    const db = createIndexFile(file, this.#words.dictionary.version, 'live');
    setInfo(db, 'reason', reason);
    db.close();
    return file;
  }
}

function note(db: Database.Database, record: string, content: string | null): void {
  db.prepare('INSERT INTO change (record, content) VALUES (?, ?)').run(record, content);
}
