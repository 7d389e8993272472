import Database from 'libsql';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { SearchBusyError, type RebuildReason } from '../engine';
import { createTables, FORMAT, getInfo, rows, TABLE_NAMES } from './schema';

const BUSY_TIMEOUT_MS = 5_000;
const MAGIC = 'SQLite format 3\0';
const HEADER_BYTES = 100;

/** Why a file can't be used at all; thrown by openIndexFile. */
export class UnusableIndexError extends Error {
  override name = 'UnusableIndexError';

  constructor(
    readonly reason: Extract<RebuildReason, 'old-format' | 'damaged' | 'missing'>,
    message: string,
  ) {
    super(message);
  }
}

/**
 * A newer version has made the index and may be using it: its file is replaced by a rebuild alone, at a start or by
 * command. Until then whoever searches is asked to try again.
 */
export class NewerFormatError extends SearchBusyError {}

/** Makes an empty index in a new file. */
export function createIndexFile(
  file: string,
  dictionaryVersion: string,
  mode: 'live' | 'bulk',
): Database.Database {
  const db = new Database(file);
  // A build that breaks off is thrown away, so it needs no log; it is written to disk before it is used.
  if (mode === 'bulk') db.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;');
  else setLive(db);
  db.exec('PRAGMA cache_size = -65536');
  createTables(db, dictionaryVersion);
  return db;
}

/**
 * Opens an index that exists.
 * @throws UnusableIndexError when the file is not there, is damaged or has another format
 */
export function openIndexFile(file: string): Database.Database {
  const flaw = flawOf(file);
  if (flaw) throw new UnusableIndexError(flaw === 'missing' ? 'missing' : 'damaged', flaw);
  let db: Database.Database | undefined;
  try {
    // mode=rw: a file that another process has just removed must not come back empty.
    db = new Database(`${pathToFileURL(file).href}?mode=rw`);
    setLive(db);
    const format = getInfo(db, 'format');
    if (Number(format) > FORMAT) {
      throw new NewerFormatError(
        `a newer version made it, of format ${format} instead of ${FORMAT}`,
      );
    }
    if (format !== String(FORMAT)) {
      throw new UnusableIndexError('old-format', `format ${format ?? 'unknown'}, not ${FORMAT}`);
    }
    for (const table of TABLE_NAMES) {
      rows(db, `SELECT * FROM ${table} LIMIT 1`);
    }
    return db;
  } catch (error) {
    db?.close();
    if (error instanceof UnusableIndexError) throw error;
    if (!isDamage(error)) throw error;
    throw new UnusableIndexError('damaged', messageOf(error));
  }
}

export function setLive(db: Database.Database): void {
  db.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS}`);
  // Both answer with a row, which exec passes over.
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -32768;');
}

/** Whether an error says that the file is broken, not that the request or the moment was bad. */
export const isDamage = (error: unknown): boolean =>
  /SQLITE_(CORRUPT|NOTADB)/.test(codeOf(error)) ||
  /malformed|not a database|no such table|database disk image|fts5: corrupt/i.test(
    messageOf(error),
  );

/** A look at the first bytes: a cut file is noticed before a search meets the missing pages. */
function flawOf(file: string): string | null {
  let handle: number;
  try {
    handle = openSync(file, 'r');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return 'missing';
    throw error;
  }
  try {
    const header = Buffer.alloc(HEADER_BYTES);
    const read = readSync(handle, header, 0, HEADER_BYTES, 0);
    if (read < HEADER_BYTES) return 'the file is empty or cut short';
    if (header.toString('latin1', 0, 16) !== MAGIC) return 'the file is no database';
    const pageSize = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16);
    const expected = pageSize * header.readUInt32BE(28);
    const { size } = fstatSync(handle);
    return size < expected ? `the file has ${size} bytes of ${expected}` : null;
  } finally {
    closeSync(handle);
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
