import { createReadStream } from 'node:fs';
import { lstat, opendir, open, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import * as tar from 'tar-stream';
import { skip, type Skip } from './findings';
import {
  isLinesType,
  isListType,
  LIMITS,
  limitOf,
  tooLarge,
  typeRefusal,
  type SourceFile,
} from './source-file';
import { readZip } from './zip';

// The package is CommonJS whose names Node can't see, so an import by name fails outside a bundler.
const { XzReadableStream } = createRequire(import.meta.url)(
  'xz-decompress',
) as typeof import('xz-decompress');

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
    yield* bounded(readFolder(full, path.basename(full), new Set()));
    return;
  }
  if (!info.isFile()) throw new SourceError(`“${target}”不是文件，也不是文件夹。`);
  if (/\.zip$/iu.test(full)) {
    yield* bounded(readZip(full, entryRefusal));
  } else if (/\.(?:tar|tar\.gz|tgz|tar\.xz|txz)$/iu.test(full)) {
    yield* bounded(readTar(full));
  } else {
    // The last folders of the path tell the kind of a law, as they do inside a whole collection.
    yield await readOne(full, full.split(path.sep).slice(-6).join('/'), new Set());
  }
}

/** Why an entry is refused by its name alone: it tries to leave the archive, or it is no text. */
export function entryRefusal(name: string): Skip | null {
  const parts = name.split(/[\\/]/u);
  const isAbsolute = name.startsWith('/') || name.startsWith('\\') || /^[a-z]:/iu.test(name);
  if (isAbsolute || parts.includes('..') || name.includes('\0')) return skip('unsafe-path');
  return typeRefusal(name);
}

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

/** @param used full paths that a list has taken as the texts of its rows */
async function* readFolder(
  folder: string,
  shown: string,
  used: Set<string>,
): AsyncGenerator<SourceFile> {
  const names: { name: string; isFolder: boolean }[] = [];
  for await (const entry of await opendir(folder)) {
    // Links are not followed: a folder handed over from elsewhere must not reach outside itself.
    if (entry.isDirectory()) names.push({ name: entry.name, isFolder: true });
    else if (entry.isFile()) names.push({ name: entry.name, isFolder: false });
  }
  // Lists first, so that the files they name are known before they are met.
  const rank = ({ name, isFolder }: (typeof names)[number]) =>
    !isFolder && isListType(name) ? 0 : 1;
  names.sort((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1));
  for (const { name, isFolder } of names) {
    const full = path.join(folder, name);
    const shownPath = `${shown}/${name}`;
    if (isFolder) yield* readFolder(full, shownPath, used);
    else if (!used.has(full)) yield await readOne(full, shownPath, used);
  }
}

async function readOne(full: string, shown: string, used: Set<string>): Promise<SourceFile> {
  const refusal = typeRefusal(full);
  if (refusal) return { path: shown, skip: refusal };
  try {
    const handle = await open(full);
    try {
      const { size } = await handle.stat();
      if (isLinesType(full)) return { path: shown, chunks: chunksOf(full) };
      if (size > limitOf(full)) return { path: shown, skip: tooLarge(size, limitOf(full)) };
      const bytes = await handle.readFile();
      if (!isListType(full)) return { path: shown, bytes };
      return { path: shown, bytes, sibling: (name) => readSibling(full, shown, name, used) };
    } finally {
      await handle.close();
    }
  } catch (error) {
    return { path: shown, skip: skip('unreadable', messageOf(error)) };
  }
}

/** A file that a list names. Only below the list's own folder, and never through a link. */
async function readSibling(
  list: string,
  shown: string,
  name: string,
  used: Set<string>,
): Promise<SourceFile | undefined> {
  const folder = path.dirname(list);
  const full = path.resolve(folder, name.replaceAll('\\', '/'));
  if (!full.startsWith(folder + path.sep)) return { path: name, skip: skip('unsafe-path') };
  const info = await lstat(full).catch(() => null);
  if (!info?.isFile()) return undefined;
  used.add(full);
  const place = shown.replace(/[^/]*$/u, '') + path.relative(folder, full).replaceAll('\\', '/');
  return readOne(full, place, used);
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
          ? (entryRefusal(name) ?? sizeRefusal(name, size))
          : skip('unsafe-path', `${String(type)} 不是普通文件`);
      if (refusal) {
        entry.resume();
        yield { path: name, skip: refusal };
        continue;
      }
      if (isLinesType(name)) {
        yield { path: name.replace(/^\.\//u, ''), chunks: entry };
        // A reader that stopped early leaves the rest, which must be passed over to reach the next.
        entry.resume();
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

const sizeRefusal = (name: string, size: number): Skip | null =>
  !isLinesType(name) && size > limitOf(name) ? tooLarge(size, limitOf(name)) : null;

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

/** Opened only when read. */
async function* chunksOf(full: string): AsyncGenerator<Uint8Array> {
  for await (const chunk of createReadStream(full)) yield chunk as Uint8Array;
}
