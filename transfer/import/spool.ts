import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * Items that must wait for their turn, in a file of their own and not in memory: of a large batch,
 * most documents may wait for one another. Items are plain data, as JSON keeps it.
 */
export class Spool<T> {
  private readonly folder = mkdtempSync(path.join(tmpdir(), 'gongkai-import-'));
  private readonly file = openSync(path.join(this.folder, 'waiting'), 'w+');
  private readonly places: { rank: number; at: number; length: number }[] = [];
  private end = 0;

  add(item: T, rank: number): void {
    const bytes = Buffer.from(JSON.stringify(item));
    writeSync(this.file, bytes, 0, bytes.length, this.end);
    this.places.push({ rank, at: this.end, length: bytes.length });
    this.end += bytes.length;
  }

  /** By rank, and within one as they came. */
  *inOrder(): Generator<T> {
    for (const { at, length } of [...this.places].sort((a, b) => a.rank - b.rank)) {
      const bytes = Buffer.alloc(length);
      readSync(this.file, bytes, 0, length, at);
      yield JSON.parse(bytes.toString()) as T;
    }
  }

  remove(): void {
    closeSync(this.file);
    rmSync(this.folder, { recursive: true, force: true });
  }
}
