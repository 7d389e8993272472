import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * The items of a batch between their reading and their turn, in a file of their own and not in memory.
 * Items are plain data, as JSON keeps it.
 */
export class Spool<T> {
  private readonly folder = mkdtempSync(path.join(tmpdir(), 'gongkai-import-'));
  private readonly file = openSync(path.join(this.folder, 'waiting'), 'w+');
  private readonly places: { at: number; length: number }[] = [];
  private end = 0;

  get size(): number {
    return this.places.length;
  }

  add(item: T): void {
    const bytes = Buffer.from(JSON.stringify(item));
    writeSync(this.file, bytes, 0, bytes.length, this.end);
    this.places.push({ at: this.end, length: bytes.length });
    this.end += bytes.length;
  }

  /** @param index counted from 0 in the order of adding */
  get(index: number): T {
    const { at, length } = this.places[index] as { at: number; length: number };
    const bytes = Buffer.alloc(length);
    readSync(this.file, bytes, 0, length, at);
    return JSON.parse(bytes.toString()) as T;
  }

  remove(): void {
    closeSync(this.file);
    rmSync(this.folder, { recursive: true, force: true });
  }
}
