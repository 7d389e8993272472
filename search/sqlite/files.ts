import {
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  closeSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { RebuildInProgressError } from '../engine';

const HEARTBEAT_MS = 5_000;
const STALE_AFTER_MS = 60_000;
/** The last step of a large build gives no sign of life; where no beginnings are told, its number may have gone to another process. */
const STALE_THOUGH_RUNNING_MS = 600_000;

/** The locks that this process holds itself. */
const HELD = new Set<string>();

/**
 * The files of one index. Each build of the index is a file of its own, named after the path with a
 * random ending; `<path>.current` names the one in use. Replacing that small file swaps the index for
 * every process at once. Renaming the database itself would not do: another process may have it
 * open, and its write-ahead log would be taken for the new file's.
 */
export class IndexFiles {
  readonly #path: string;
  readonly #pointer: string;

  constructor(path: string) {
    this.#path = path;
    this.#pointer = `${path}.current`;
    mkdirSync(dirname(path), { recursive: true });
  }

  /** Path of the file in use; null when there is none. */
  current(): string | null {
    const name = readIfThere(this.#pointer)?.trim();
    if (name === undefined) return null;
    const prefix = `${basename(this.#path)}.`;
    // Emptied or overwritten it names no file of this index; and none of another's is to be taken for one and removed.
    const isOurs = name.startsWith(prefix) && /^[0-9a-z]+$/.test(name.slice(prefix.length));
    return join(dirname(this.#path), isOurs ? name : `${prefix}nothing`);
  }

  /** Changes whenever another file is put to use. */
  stamp(): string {
    const stat = statSync(this.#pointer, { throwIfNoEntry: false });
    return stat ? `${stat.ino}:${stat.mtimeMs}` : '';
  }

  /** A path for a file to build. */
  fresh(): string {
    return `${this.#path}.${Date.now().toString(36)}${randomBytes(4).toString('hex')}`;
  }

  /** Puts a finished file to use. */
  publish(file: string): void {
    renameSync(this.#writeName(file), this.#pointer);
    sync(dirname(this.#path));
  }

  /** As publish, unless another process was first. @returns whether this file is now in use */
  publishFirst(file: string): boolean {
    const name = this.#writeName(file);
    try {
      linkSync(name, this.#pointer);
      return true;
    } catch (error) {
      if (codeOf(error) === 'EEXIST') return false;
      throw error;
    } finally {
      rmSync(name, { force: true });
    }
  }

  #writeName(file: string): string {
    const name = `${file}.name`;
    writeFileSync(name, `${basename(file)}\n`);
    sync(file);
    sync(name);
    return name;
  }

  /** Removes one build with its log files. A file that is still open elsewhere may stay until next time. */
  discard(file: string): void {
    for (const ending of ['', '-wal', '-shm', '-journal', '.name']) {
      try {
        rmSync(`${file}${ending}`, { force: true });
      } catch (error) {
        if (!['EBUSY', 'EPERM', 'EACCES'].includes(codeOf(error))) throw error;
      }
    }
  }

  /** Removes builds that broke off and builds no longer in use. Only while holding the lock. */
  discardOld(): void {
    const current = this.current();
    const prefix = `${basename(this.#path)}.`;
    const builds = readdirSync(dirname(this.#path))
      .filter((name) => name.startsWith(prefix) && /\.[0-9a-z]{12,}$/.test(name))
      .map((name) => join(dirname(this.#path), name));
    for (const file of builds) if (file !== current) this.discard(file);
  }

  /**
   * Lets one rebuild run at a time, over all processes. The lock of a process that died is taken
   * over: at once on the same machine, after a minute without a sign of life on another.
   * @returns a function that gives the lock back
   */
  lock(): () => void {
    const file = `${this.#path}.lock`;
    if (isAbandoned(file)) rmSync(file, { force: true });
    try {
      const holder = `${hostname()} ${process.pid} ${beginningOf(process.pid)}`;
      writeFileSync(file, `${holder.trim()}\n`, { flag: 'wx' });
    } catch (error) {
      if (codeOf(error) === 'EEXIST') {
        throw new RebuildInProgressError('another process is building the search index');
      }
      // On a full disk the file is there by now, with no process in it that anybody could ask after.
      rmSync(file, { force: true });
      throw error;
    }
    HELD.add(file);
    const beat = setInterval(() => {
      if (existsSync(file)) utimesSync(file, new Date(), new Date());
    }, HEARTBEAT_MS);
    beat.unref();
    return () => {
      clearInterval(beat);
      HELD.delete(file);
      rmSync(file, { force: true });
    };
  }
}

function isAbandoned(lock: string): boolean {
  const [host, pid, began] = readIfThere(lock)?.trim().split(' ') ?? [];
  const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
  if (host !== hostname()) return age > STALE_AFTER_MS;
  // After a restart the numbers begin anew, and another process has that of the dead one.
  if (Number(pid) === process.pid && !HELD.has(lock)) return true;
  if (!isRunning(Number(pid)) || age > STALE_THOUGH_RUNNING_MS) return true;
  const begins = beginningOf(Number(pid));
  return began !== undefined && begins !== '' && began !== begins;
}

/** When a process began, as Linux counts it; empty on other systems, and where it may not be seen. */
function beginningOf(pid: number): string {
  const stat = readIfThere(`/proc/${pid}/stat`) ?? '';
  // Its name stands in brackets and may hold blanks; this is the 20th field after it.
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    // The second of a process that ends while it is asked after.
    if (['ENOENT', 'ESRCH'].includes(codeOf(error))) return null;
    throw error;
  }
}

function sync(file: string): void {
  // Windows can't open a folder for this; it orders the two writes by itself.
  if (process.platform === 'win32') return;
  const handle = openSync(file, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';
