import { createReadStream } from 'node:fs';
import { opendir, open, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import * as tar from 'tar-stream';
import { skip, type Skip } from './findings';
import { readZip } from './zip';

// The package is CommonJS whose names Node can't see, so an import by name fails outside a bundler.
const { XzReadableStream } = createRequire(import.meta.url)(
  'xz-decompress',
) as typeof import('xz-decompress');

/** One file of a batch: its bytes, or why they can't be used. The path always uses `/`. */
export type SourceFile = { path: string; bytes: Uint8Array } | { path: string; skip: Skip };

/** Bounds that keep memory flat and a hostile archive harmless. */
export const LIMITS = {
  /** The longest corpus document is under 0.4 MB; a page saved with pictures inside stays below this. */
  fileBytes: 8 * 1024 * 1024,
  files: 500_000,
} as const;

export const TEXT_TYPES = ['.html', '.htm', '.md'] as const;

/** A path that can't be read at all; its message is meant for the person at the keyboard. */
export class SourceError extends Error {
  override name = 'SourceError';
}

/**
 * The files of a folder, of an archive (.tar, .tar.gz, .tgz, .tar.xz, .zip) or one file by itself,
 * one after another; an archive is never unpacked to disk and never held whole in memory.
 *
 * @throws SourceError when the path doesn't exist or is no such thing.
 */
export async function* readSources(target: string): AsyncGenerator<SourceFile> {
  const full = path.resolve(target);
  const info = await stat(full).catch(() => null);
  if (!info) throw new SourceError(`找不到“${target}”。请检查路径。`);
  if (info.isDirectory()) {
    yield* bounded(readFolder(full, path.basename(full)));
    return;
  }
  if (!info.isFile()) throw new SourceError(`“${target}”不是文件，也不是文件夹。`);
  if (/\.zip$/iu.test(full)) {
    yield* bounded(readZip(full, LIMITS.fileBytes, entryRefusal));
  } else if (/\.(?:tar|tar\.gz|tgz|tar\.xz|txz)$/iu.test(full)) {
    yield* bounded(readTar(full));
  } else {
    // The last folders of the path tell the kind of a law, as they do inside a whole collection.
    yield await readOne(full, full.split(path.sep).slice(-6).join('/'), info.size);
  }
}

/** Why an entry is refused by its name alone: it tries to leave the archive, or it is no text. */
export function entryRefusal(name: string): Skip | null {
  const parts = name.split(/[\\/]/u);
  const isAbsolute = name.startsWith('/') || name.startsWith('\\') || /^[a-z]:/iu.test(name);
  if (isAbsolute || parts.includes('..') || name.includes('\0')) return skip('unsafe-path');
  return isTextType(name) ? null : skip('unknown-type');
}

const isTextType = (name: string): boolean =>
  (TEXT_TYPES as readonly string[]).includes(path.extname(name).toLowerCase());

/** Files that systems leave behind and nobody means to import. */
const isLitter = (name: string): boolean =>
  name.split('/').some((part) => part.startsWith('.') || part === '__MACOSX') ||
  /(?:^|\/)(?:Thumbs\.db|desktop\.ini)$/iu.test(name);

async function* bounded(files: AsyncIterable<SourceFile>): AsyncGenerator<SourceFile> {
  let count = 0;
  for await (const file of files) {
    if (isLitter(file.path) && !('skip' in file && file.skip.code === 'unsafe-path')) continue;
    count += 1;
    if (count > LIMITS.files) {
      yield { path: file.path, skip: skip('too-large', `一批最多 ${LIMITS.files} 个文件`) };
      return;
    }
    yield file;
  }
}

async function* readFolder(folder: string, shown: string): AsyncGenerator<SourceFile> {
  const names: { name: string; isFolder: boolean }[] = [];
  for await (const entry of await opendir(folder)) {
    // Links are not followed: a folder handed over from elsewhere must not reach outside itself.
    if (entry.isDirectory()) names.push({ name: entry.name, isFolder: true });
    else if (entry.isFile()) names.push({ name: entry.name, isFolder: false });
  }
  names.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const { name, isFolder } of names) {
    const full = path.join(folder, name);
    const shownPath = `${shown}/${name}`;
    if (isFolder) yield* readFolder(full, shownPath);
    else yield await readOne(full, shownPath);
  }
}

async function readOne(full: string, shown: string, size?: number): Promise<SourceFile> {
  if (!isTextType(full)) return { path: shown, skip: skip('unknown-type', path.extname(full)) };
  try {
    const handle = await open(full);
    try {
      const bytes = size ?? (await handle.stat()).size;
      if (bytes > LIMITS.fileBytes) return { path: shown, skip: tooLarge(bytes) };
      return { path: shown, bytes: await handle.readFile() };
    } finally {
      await handle.close();
    }
  } catch (error) {
    return { path: shown, skip: skip('unreadable', messageOf(error)) };
  }
}

async function* readTar(full: string): AsyncGenerator<SourceFile> {
  const extract = tar.extract();
  // The pipeline hands a broken stream's error to `extract`, where the loop below meets it.
  const flow = unpacked(full, extract).catch((error: unknown) => {
    extract.destroy(error instanceof Error ? error : new Error(String(error)));
  });
  let last = path.basename(full);
  try {
    for await (const entry of extract) {
      const { name, type, size = 0 } = entry.header;
      if (type === 'directory') {
        entry.resume();
        continue;
      }
      last = name;
      const refusal =
        type === 'file' || type === 'contiguous-file' || type === null
          ? (entryRefusal(name) ?? (size > LIMITS.fileBytes ? tooLarge(size) : null))
          : skip('unsafe-path', `${String(type)} 不是普通文件`);
      if (refusal) {
        entry.resume();
        yield { path: name, skip: refusal };
        continue;
      }
      const chunks: Uint8Array[] = [];
      for await (const chunk of entry) chunks.push(chunk as Uint8Array);
      yield { path: name.replace(/^\.\//u, ''), bytes: Buffer.concat(chunks) };
    }
    await flow;
  } catch (error) {
    yield { path: last, skip: skip('damaged-archive', messageOf(error)) };
  } finally {
    extract.destroy();
  }
}

async function unpacked(full: string, sink: NodeJS.WritableStream): Promise<void> {
  const file = createReadStream(full);
  if (/\.(?:tar\.xz|txz)$/iu.test(full)) {
    const packed = Readable.toWeb(file) as ReadableStream<Uint8Array>;
    const plain = new XzReadableStream(packed);
    await pipeline(Readable.fromWeb(plain as Parameters<typeof Readable.fromWeb>[0]), sink);
  } else {
    await pipeline(file, /\.tar$/iu.test(full) ? new PassThrough() : createGunzip(), sink);
  }
}

const tooLarge = (bytes: number): Skip =>
  skip(
    'too-large',
    `${(bytes / 1024 / 1024).toFixed(1)} MB，上限 ${LIMITS.fileBytes / 1024 / 1024} MB`,
  );

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
