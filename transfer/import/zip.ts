import { open, type FileHandle } from 'node:fs/promises';
import { promisify } from 'node:util';
import { crc32, inflateRaw } from 'node:zlib';
import { skip, type Skip } from './findings';
import type { SourceFile } from './sources';

const inflate = promisify(inflateRaw);

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const STORED = 0;
const DEFLATED = 8;
const UTF8_NAME = 0x800;
const ENCRYPTED = 0x1;

type Entry = {
  name: string;
  flags: number;
  method: number;
  packed: number;
  size: number;
  crc: number;
  at: number;
};

/**
 * The files of a ZIP archive, in the order of its directory, one in memory at a time. Names without
 * the UTF-8 flag are read as GB18030, which is how archives made on Chinese Windows write them.
 *
 * @param maxBytes the most one file may unpack to
 * @param refusalOf why a file is left alone by its name, or null
 */
export async function* readZip(
  path: string,
  maxBytes: number,
  refusalOf: (name: string) => Skip | null,
): AsyncGenerator<SourceFile> {
  const file = await open(path);
  try {
    let entries: Entry[];
    try {
      entries = await readDirectory(file);
    } catch (error) {
      yield { path, skip: skip('damaged-archive', (error as Error).message) };
      return;
    }
    for (const entry of entries) {
      if (/[\\/]$/u.test(entry.name)) continue;
      const refusal = refusalOf(entry.name);
      if (refusal) yield { path: entry.name, skip: refusal };
      else yield await readEntry(file, entry, maxBytes);
    }
  } finally {
    await file.close();
  }
}

async function readEntry(file: FileHandle, entry: Entry, maxBytes: number): Promise<SourceFile> {
  const { name: path, size, packed, method } = entry;
  if (entry.flags & ENCRYPTED) return { path, skip: skip('unreadable', '已加密') };
  if (size > maxBytes || packed > maxBytes) return { path, skip: skip('too-large') };
  if (method !== STORED && method !== DEFLATED) {
    return { path, skip: skip('unreadable', `不支持的压缩方式 ${method}`) };
  }
  try {
    const header = await read(file, entry.at, 30);
    const start = entry.at + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
    const raw = await read(file, start, packed);
    // The directory's size is only a claim; the limit holds while unpacking.
    const bytes = method === STORED ? raw : await inflate(raw, { maxOutputLength: maxBytes });
    if (!matches(bytes, entry)) return { path, skip: skip('cut-file', '校验码不符') };
    return { path: path.replaceAll('\\', '/'), bytes };
  } catch (error) {
    const isTooLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    const detail = error instanceof Error ? error.message : String(error);
    return { path, skip: isTooLarge ? skip('too-large') : skip('cut-file', detail) };
  }
}

/** Node 20.15 brought zlib.crc32; an older one checks the length alone. */
function matches(bytes: Buffer, entry: Entry): boolean {
  if (bytes.length !== entry.size) return false;
  return typeof crc32 !== 'function' || crc32(bytes) === entry.crc;
}

async function readDirectory(file: FileHandle): Promise<Entry[]> {
  const { size } = await file.stat();
  const tail = await read(file, Math.max(0, size - 65_557), Math.min(size, 65_557));
  let end = tail.length - 22;
  while (end >= 0 && tail.readUInt32LE(end) !== END_OF_DIRECTORY) end -= 1;
  if (end < 0) throw new Error('找不到目录');
  const count = tail.readUInt16LE(end + 10);
  const length = tail.readUInt32LE(end + 12);
  const start = tail.readUInt32LE(end + 16);
  if (start === 0xffffffff || count === 0xffff) throw new Error('不支持 ZIP64');
  if (start + length > size) throw new Error('目录不完整');
  const directory = await read(file, start, length);
  const entries: Entry[] = [];
  let at = 0;
  while (entries.length < count) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== DIRECTORY_ENTRY) {
      throw new Error('目录不完整');
    }
    const flags = directory.readUInt16LE(at + 8);
    const nameLength = directory.readUInt16LE(at + 28);
    const name = directory.subarray(at + 46, at + 46 + nameLength);
    entries.push({
      name: new TextDecoder(flags & UTF8_NAME ? 'utf-8' : nameEncoding(name)).decode(name),
      flags,
      method: directory.readUInt16LE(at + 10),
      crc: directory.readUInt32LE(at + 16),
      packed: directory.readUInt32LE(at + 20),
      size: directory.readUInt32LE(at + 24),
      at: directory.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

/** Some tools write UTF-8 names and forget to say so. */
function nameEncoding(name: Uint8Array): 'utf-8' | 'gb18030' {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(name);
    return 'utf-8';
  } catch {
    return 'gb18030';
  }
}

async function read(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, position);
  if (bytesRead < length) throw new Error('文件不完整');
  return buffer;
}
