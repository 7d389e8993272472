import { skip, type Finding } from './findings';
import type { FileKind, Inspection } from './inspect-file';
import { inspectImage } from './inspect-image';
import { openZip, ZipEntryError, ZipTooManyError, type Zip, type ZipEntry } from './zip-entries';
import { zipKindOf } from './zip-kind';

export const ZIP_LIMITS = {
  /** A document of a thousand pictures stays far below. */
  entries: 10_000,
  unpackedBytes: 300 * 1024 * 1024,
  /** Deflate reaches 1,032 at most; text and XML seldom pass 30, spreadsheets of zeros 100. */
  ratio: 200,
  /** Small parts of one repeated byte pack well without harm. */
  ratioFrom: 10 * 1024 * 1024,
} as const;

/** What a ZIP is and whether it may be opened: DOCX, XLSX, PPTX and OFD are ZIPs of known parts. */
export async function inspectZip(bytes: Buffer): Promise<Inspection> {
  let zip: Zip;
  try {
    zip = await openZip(bytes, ZIP_LIMITS.entries);
  } catch (error) {
    const { message } = error as Error;
    const finding =
      error instanceof ZipTooManyError
        ? skip('too-many-parts', `${message} > ${ZIP_LIMITS.entries}`)
        : skip('damaged-file', message);
    return { kind: 'zip', findings: [finding] };
  }
  try {
    const kind = zipKindOf(zip.entries.map(({ name }) => name.replaceAll('\\', '/')));
    return { kind, findings: await findingsOf(zip.entries, kind) };
  } finally {
    zip.close();
  }
}

const ARCHIVE = /\.(?:zip|rar|7z|gz|xz|bz2|tar)$/iu;
const IMAGE = /\.(?:png|jpe?g|gif|webp|bmp|tiff?)$/iu;

async function findingsOf(entries: readonly ZipEntry[], kind: FileKind): Promise<Finding[]> {
  if (entries.some(({ isEncrypted }) => isEncrypted)) return [skip('encrypted')];
  if (entries.some(({ name }) => /vbaproject\.bin$/iu.test(name))) return [skip('has-macros')];
  const nested = entries.find(({ name }) => ARCHIVE.test(name));
  if (nested) return [skip('too-many-parts', nested.name)];
  const claimed = entries.reduce((sum, { size }) => sum + size, 0);
  const tooMuch = (bytes: number): Finding[] => [
    skip('unpacks-too-large', `${Math.round(bytes / 1024 / 1024)} MB`),
  ];
  if (claimed > ZIP_LIMITS.unpackedBytes) return tooMuch(claimed);
  // What the directory claims may be a lie: each part is unpacked once, within what is left.
  let unpacked = 0;
  for (const entry of entries) {
    try {
      const part = await entry.read(ZIP_LIMITS.unpackedBytes - unpacked);
      unpacked += part.length;
      const ratio = part.length / Math.max(1, entry.packed);
      if (part.length > ZIP_LIMITS.ratioFrom && ratio > ZIP_LIMITS.ratio) {
        return tooMuch(part.length);
      }
      if (kind === 'zip' || !IMAGE.test(entry.name)) continue;
      const { findings } = await inspectImage(part);
      const bomb = findings.find(({ code }) => code === 'image-too-large');
      if (bomb) return [{ ...bomb, detail: `${entry.name}：${bomb.detail ?? ''}` }];
    } catch (error) {
      if (!(error instanceof ZipEntryError)) throw error;
      if (error.reason === 'too-large') return tooMuch(ZIP_LIMITS.unpackedBytes);
      return [skip('damaged-file', `${entry.name}：${error.message}`)];
    }
  }
  return [];
}
