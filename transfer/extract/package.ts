import {
  openZip,
  ZipEntryError,
  ZipTooManyError,
  type Zip,
  type ZipEntry,
} from '../import/zip-entries';
import { LIMITS, UnreadableError, type Budget, type Reading } from './reading';

/**
 * Opens a package or an archive and looks at its directory before anything is unpacked.
 *
 * @throws UnreadableError
 */
export async function openPackage(bytes: Buffer, most: number): Promise<Zip> {
  try {
    return await openZip(bytes, most);
  } catch (error) {
    if (error instanceof ZipTooManyError) {
      throw new UnreadableError('too-many-parts', `包含 ${error.count} 个文件，上限 ${most} 个`);
    }
    throw new UnreadableError('damaged', '压缩目录读不出');
  }
}

/**
 * Unpacks one part within what is left for the whole file. What the directory claims of its size may
 * be a lie; the bound holds while unpacking.
 *
 * @throws UnreadableError
 */
export async function unpack(entry: ZipEntry, budget: Budget): Promise<Buffer> {
  if (entry.isEncrypted) throw new UnreadableError('encrypted');
  const most = Math.min(LIMITS.partBytes, budget.bytes);
  if (isBomb(entry.size, entry.packed) || entry.size > most)
    throw new UnreadableError('too-large', sizeOf(entry.size));
  try {
    // Whoever claims less than there is lies, and is found out at the first byte too many.
    const bytes = await entry.read(Math.min(most, Math.max(entry.size, entry.packed, 1)));
    budget.bytes -= bytes.length;
    return bytes;
  } catch (error) {
    if (!(error instanceof ZipEntryError)) throw error;
    if (error.reason === 'too-large') throw new UnreadableError('too-large', sizeOf(most));
    throw new UnreadableError('damaged');
  }
}

const isBomb = (size: number, packed: number): boolean =>
  size > LIMITS.ratioFrom && size / Math.max(1, packed) > LIMITS.ratio;

const sizeOf = (bytes: number): string => `解压后超过 ${Math.floor(bytes / 1024 / 1024)} MB`;

export const slashed = (name: string): string => name.replaceAll('\\', '/');

/** A name that leads out of the archive's own folder. Nothing is written to a disk here; it is a sign of ill will. */
export const isUnsafeName = (name: string): boolean =>
  name.includes('\0') || /^(?:\/|[a-z]:)|(?:^|\/)\.\.(?:\/|$)/iu.test(slashed(name));

/**
 * The parts that hold text, unpacked once within bounds, before a library opens the file with none.
 * All that the directory names counts, for the library may open any.
 */
export async function checkParts(
  entries: readonly ZipEntry[],
  names: RegExp,
  { budget }: Reading,
): Promise<Buffer[]> {
  const claimed = entries.reduce((sum, { size }) => sum + size, 0);
  if (claimed > LIMITS.unpackedBytes) throw new UnreadableError('too-large', '解压后太大');
  const parts: Buffer[] = [];
  for (const entry of entries) if (names.test(entry.name)) parts.push(await unpack(entry, budget));
  return parts;
}

/** What the libraries throw says nothing to a clerk, but for a password. */
export async function opened<T>(open: () => Promise<T>): Promise<T> {
  try {
    return await open();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new UnreadableError(/password|encrypt/iu.test(message) ? 'encrypted' : 'damaged');
  }
}
