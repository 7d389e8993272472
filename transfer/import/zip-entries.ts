import { promisify } from 'node:util';
import { crc32, inflateRaw } from 'node:zlib';
import * as yauzl from 'yauzl';

const inflate = promisify(inflateRaw);

const STORED = 0;
const DEFLATED = 8;
const UTF8_NAME = 0x800;
const FOLDER = /[\\/]$/u;

/** Why the bytes of one entry can't be had; `reason` is the code of the finding. */
export class ZipEntryError extends Error {
  override name = 'ZipEntryError';
  constructor(
    readonly reason: 'too-large' | 'unreadable' | 'cut-file',
    detail: string,
  ) {
    super(detail);
  }
}

export type ZipEntry = {
  /** As written, `/` or `\`; names without the UTF-8 flag are GB18030, as Chinese Windows writes them. */
  name: string;
  isEncrypted: boolean;
  packed: number;
  /** What the directory claims; only `read` tells the truth. */
  size: number;
  /** @throws ZipEntryError */
  read: (maxBytes: number) => Promise<Buffer>;
  /** The unpacked bytes as they come, for files of any size. */
  stream: () => Promise<AsyncIterable<Uint8Array>>;
};

export type Zip = { entries: ZipEntry[]; close: () => void };

/**
 * The files of a ZIP in the order of its directory. Nothing is unpacked before it is asked for.
 *
 * @param from a path, or the bytes of a whole archive
 * @param maxEntries more than this many are an error, before they are read
 * @throws Error when the directory can't be read
 */
export async function openZip(from: string | Buffer, maxEntries: number): Promise<Zip> {
  const options = { autoClose: false, decodeStrings: false, validateEntrySizes: false };
  const zip =
    typeof from === 'string'
      ? await yauzl.openPromise(from, options)
      : await yauzl.fromBufferPromise(from, options);
  try {
    if (zip.entryCount > maxEntries) throw new ZipTooManyError(zip.entryCount);
    const entries: ZipEntry[] = [];
    for await (const entry of zip.eachEntry()) {
      const name = nameOf(entry);
      if (!FOLDER.test(name)) entries.push(entryOf(zip, entry, name));
    }
    return { entries, close: () => zip.close() };
  } catch (error) {
    zip.close();
    throw error;
  }
}

export class ZipTooManyError extends Error {
  override name = 'ZipTooManyError';
  constructor(readonly count: number) {
    super(`${count}`);
  }
}

function entryOf(zip: yauzl.ZipFile, entry: yauzl.Entry, name: string): ZipEntry {
  return {
    name,
    isEncrypted: entry.isEncrypted(),
    packed: entry.compressedSize,
    size: entry.uncompressedSize,
    read: (maxBytes) => readEntry(zip, entry, maxBytes),
    stream: async () => {
      checkMethod(entry);
      return zip.openReadStreamPromise(entry);
    },
  };
}

function checkMethod(entry: yauzl.Entry): void {
  if (entry.isEncrypted()) throw new ZipEntryError('unreadable', '已加密');
  const { compressionMethod: method } = entry;
  if (method !== STORED && method !== DEFLATED) {
    throw new ZipEntryError('unreadable', `不支持的压缩方式 ${method}`);
  }
}

async function readEntry(
  zip: yauzl.ZipFile,
  entry: yauzl.Entry,
  maxBytes: number,
): Promise<Buffer> {
  checkMethod(entry);
  if (entry.uncompressedSize > maxBytes || entry.compressedSize > maxBytes) {
    throw new ZipEntryError('too-large', '');
  }
  try {
    const chunks: Uint8Array[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry, { decodeFileData: false })) {
      chunks.push(chunk as Uint8Array);
    }
    const raw = Buffer.concat(chunks);
    // The directory's size is only a claim; the limit holds while unpacking.
    const isStored = entry.compressionMethod === STORED;
    const bytes = isStored ? raw : await inflate(raw, { maxOutputLength: maxBytes });
    if (!matches(bytes, entry)) throw new ZipEntryError('cut-file', '校验码不符');
    return bytes;
  } catch (error) {
    if (error instanceof ZipEntryError) throw error;
    const isTooLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    const detail = error instanceof Error ? error.message : String(error);
    throw new ZipEntryError(isTooLarge ? 'too-large' : 'cut-file', isTooLarge ? '' : detail);
  }
}

/** Node 20.15 brought zlib.crc32; an older one checks the length alone. */
function matches(bytes: Buffer, entry: yauzl.Entry): boolean {
  if (bytes.length !== entry.uncompressedSize) return false;
  return typeof crc32 !== 'function' || crc32(bytes) === entry.crc32;
}

function nameOf({ fileNameRaw, generalPurposeBitFlag }: yauzl.Entry): string {
  const encoding = generalPurposeBitFlag & UTF8_NAME ? 'utf-8' : nameEncoding(fileNameRaw);
  return new TextDecoder(encoding).decode(fileNameRaw);
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
