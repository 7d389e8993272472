import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fingerprintOf, KeptFiles, ownerHash } from './kept-files';

let folder: string;
let files: KeptFiles;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kept-'));
  files = new KeptFiles(folder);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const key = (fingerprint = 'a', kind = 'zh-CN.pdf', owner = 'documents/x') => ({
  owner,
  kind,
  fingerprint,
});
const names = async () =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);
const bytes = (text: string) => async () => Buffer.from(text);

describe('KeptFiles', () => {
  it('makes a file once and keeps it', async () => {
    expect(await files.get(key(), bytes('one'))).toEqual({
      bytes: Buffer.from('one'),
      wasKept: false,
    });
    expect(await files.get(key(), bytes('two'))).toEqual({
      bytes: Buffer.from('one'),
      wasKept: true,
    });
    expect(await new KeptFiles(folder).get(key(), bytes('two'))).toMatchObject({ wasKept: true });
  });

  it('makes it once for all who ask at the same time', async () => {
    let made = 0;
    const make = async () => Buffer.from(`${(made += 1)}`);
    const all = await Promise.all(Array.from({ length: 20 }, () => files.get(key(), make)));
    expect(made).toBe(1);
    expect(new Set(all.map((each) => each.bytes.toString()))).toEqual(new Set(['1']));
  });

  it('replaces the old file when the text has changed, and leaves other formats alone', async () => {
    await files.get(key('a'), bytes('old'));
    await files.get(key('a', 'zh-CN.txt'), bytes('text'));
    expect((await files.get(key('b'), bytes('new'))).bytes.toString()).toBe('new');
    expect((await names()).sort()).toEqual(['a.zh-CN.txt', 'b.zh-CN.pdf']);
  });

  it('keeps nothing of a making that failed, and tries again', async () => {
    const fail = () => Promise.reject(new Error('no'));
    await expect(files.get(key(), fail)).rejects.toThrow('no');
    expect(await names()).toEqual([]);
    expect((await files.get(key(), bytes('yes'))).bytes.toString()).toBe('yes');
  });

  it('forgets what is of one owner', async () => {
    await files.get(key(), bytes('x'));
    await files.get(key('a', 'zh-CN.pdf', 'documents/y'), bytes('y'));
    await files.forget('documents/x');
    expect(await files.has(key())).toBe(false);
    expect(await files.has(key('a', 'zh-CN.pdf', 'documents/y'))).toBe(true);
  });

  it('sweeps what nobody asked for, what no owner has, and what a crash left', async () => {
    const now = Date.now();
    await files.get(key(), bytes('fresh'));
    await files.get(key('a', 'en.pdf'), bytes('stale'));
    await files.get(key('a', 'zh-CN.pdf', 'documents/gone'), bytes('gone'));
    const hash = ownerHash('documents/x');
    const at = path.join(folder, hash.slice(0, 2), hash);
    await writeFile(path.join(at, '.half'), 'ha');
    const long = new Date(now - 100 * 86_400_000);
    await utimes(path.join(at, 'a.en.pdf'), long, long);
    await utimes(path.join(at, '.half'), long, long);
    expect(await files.sweep(90, now, (owner) => owner === hash)).toBe(3);
    expect(await names()).toEqual(['a.zh-CN.pdf']);
  });
});

describe('fingerprintOf', () => {
  it('changes with every part', () => {
    expect(fingerprintOf({ a: 1 }, 2)).toBe(fingerprintOf({ a: 1 }, 2));
    expect(fingerprintOf({ a: 1 }, 2)).not.toBe(fingerprintOf({ a: 2 }, 2));
  });
});
