import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** A kept file by what it is of (`owner`), which of its kinds it is (`kind`), and what it was made from. */
export type KeptKey = {
  /** What stays the same as the text changes: `documents/slug`. */
  owner: string;
  /** `zh-CN.pdf`: what may stand in a file name. */
  kind: string;
  /** Changes whenever the file would come out differently: see {@link fingerprintOf}. */
  fingerprint: string;
};

const DAY = 86_400_000;

/**
 * Files that are made once and kept in a folder: `<ab>/<hash of owner>/<fingerprint>.<kind>`. A file
 * has its name only when it is whole. When the fingerprint changes, the new file replaces the old.
 */
export class KeptFiles {
  private readonly making = new Map<string, Promise<Buffer>>();

  constructor(private readonly folder: string) {}

  /** The kept bytes, or those that `make` gives; who asks meanwhile waits for the same making. */
  async get(
    key: KeptKey,
    make: () => Promise<Buffer>,
  ): Promise<{ bytes: Buffer; wasKept: boolean }> {
    const file = this.pathOf(key);
    const kept = await readKept(file);
    if (kept) return { bytes: kept, wasKept: true };
    const under = this.making.get(file);
    if (under) return { bytes: await under, wasKept: true };
    const made = this.make(key, file, make).finally(() => this.making.delete(file));
    this.making.set(file, made);
    return { bytes: await made, wasKept: false };
  }

  /** Whether a file is there already; nothing is made. */
  async has(key: KeptKey): Promise<boolean> {
    return (await stat(this.pathOf(key)).catch(absent)) !== undefined;
  }

  /** How many bytes a kept file has; nothing is made. */
  async sizeOf(key: KeptKey): Promise<number | undefined> {
    return (await stat(this.pathOf(key)).catch(absent))?.size;
  }

  /** Forgets everything that was made of an owner: it is no longer public. */
  async forget(owner: string): Promise<void> {
    await rm(this.folderOf(owner), { recursive: true, force: true });
  }

  /**
   * Removes what nobody asked for in `days`, and what a crash left behind.
   *
   * @param isKnown which owners' folders stay; all when left out. Takes the hash of the owner.
   * @returns how many files went.
   */
  async sweep(
    days: number,
    now: number,
    isKnown: (hash: string) => boolean = () => true,
  ): Promise<number> {
    let removed = 0;
    for (const part of await list(this.folder)) {
      for (const hash of await list(path.join(this.folder, part))) {
        const folder = path.join(this.folder, part, hash);
        const names = await list(folder);
        for (const name of names) {
          const file = path.join(folder, name);
          const { mtimeMs } = (await stat(file).catch(absent)) ?? { mtimeMs: now };
          const isStale = now - mtimeMs > (name.startsWith('.') ? DAY : days * DAY);
          if (!isStale && isKnown(hash)) continue;
          await rm(file, { force: true });
          removed += 1;
        }
      }
    }
    return removed;
  }

  private async make(key: KeptKey, file: string, make: () => Promise<Buffer>): Promise<Buffer> {
    const bytes = await make();
    const folder = path.dirname(file);
    await mkdir(folder, { recursive: true });
    const temporary = path.join(folder, `.${randomUUID()}`);
    try {
      await writeFile(temporary, bytes, { flush: true });
      await rename(temporary, file);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
    const name = path.basename(file);
    const old = (await list(folder)).filter(
      (other) => other !== name && other.endsWith(`.${key.kind}`) && !other.startsWith('.'),
    );
    await Promise.all(old.map((other) => rm(path.join(folder, other), { force: true })));
    return bytes;
  }

  private folderOf(owner: string): string {
    const hash = ownerHash(owner);
    return path.join(this.folder, hash.slice(0, 2), hash);
  }

  private pathOf({ owner, kind, fingerprint }: KeptKey): string {
    return path.join(this.folderOf(owner), `${fingerprint}.${kind}`);
  }
}

/** The name of an owner's folder. */
export const ownerHash = (owner: string): string => hashOf(owner).slice(0, 32);

/** A short, sure name for everything that a file is made of. Functions and undefined do not count. */
export const fingerprintOf = (...parts: unknown[]): string =>
  hashOf(JSON.stringify(parts)).slice(0, 32);

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The bytes; being asked for counts as use, noted once a day. */
async function readKept(file: string): Promise<Buffer | undefined> {
  const bytes = await readFile(file).catch(absent);
  if (!bytes) return undefined;
  const now = new Date();
  const found = await stat(file).catch(absent);
  if (found && now.getTime() - found.mtimeMs > DAY) await utimes(file, now, now).catch(absent);
  return bytes;
}

const list = async (folder: string): Promise<string[]> =>
  (await readdir(folder).catch(absent)) ?? [];

/** Nothing there is an answer; anything else is an error. */
function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT') return undefined;
  throw error;
}
