import { LIMITS } from '../extract/reading';
import { skip, type Finding, type Skip } from './findings';
import type { FileKind, Inspection } from './inspect-file';
import { inspectImage } from './inspect-image';
import { inspectOle } from './inspect-ole';
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

/**
 * What a ZIP is and whether it may be opened: DOCX, XLSX, PPTX and OFD are ZIPs of known parts. What a plain
 * archive holds is looked into likewise, within the bounds of the whole.
 */
export function inspectZip(bytes: Buffer): Promise<Inspection> {
  return inspectLevel(bytes, { entries: ZIP_LIMITS.entries, bytes: ZIP_LIMITS.unpackedBytes }, 1);
}

/** What the file as a whole may still hold. */
type Left = { entries: number; bytes: number };

async function inspectLevel(bytes: Buffer, left: Left, level: number): Promise<Inspection> {
  let zip: Zip;
  try {
    zip = await openZip(bytes, left.entries);
  } catch (error) {
    const finding =
      error instanceof ZipTooManyError
        ? skip('too-many-parts', `${countWith(error.count, left)} > ${ZIP_LIMITS.entries}`)
        : skip('damaged-file', (error as Error).message);
    return { kind: 'zip', findings: [finding] };
  }
  try {
    const kind = zipKindOf(zip.entries.map(({ name }) => name.replaceAll('\\', '/')));
    left.entries -= zip.entries.length;
    return { kind, findings: await findingsOf(zip.entries, kind, left, level) };
  } finally {
    zip.close();
  }
}

const countWith = (count: number, left: Left): number => ZIP_LIMITS.entries - left.entries + count;

const ARCHIVE = /\.(?:zip|rar|7z|gz|xz|bz2|tar)$/iu;
const ZIP = /\.zip$/iu;
const IMAGE = /\.(?:png|jpe?g|gif|webp|bmp|tiff?)$/iu;

async function findingsOf(
  entries: readonly ZipEntry[],
  kind: FileKind,
  left: Left,
  level: number,
): Promise<Finding[]> {
  if (kind === 'zip' && level > LIMITS.depth) {
    return [skip('archive-too-deep', `> ${LIMITS.depth}`)];
  }
  if (entries.some(({ isEncrypted }) => isEncrypted)) return [skip('encrypted')];
  if (entries.some(({ name }) => /vbaproject\.bin$/iu.test(name))) return [skip('has-macros')];
  const closed = entries.find(
    ({ name }) => ARCHIVE.test(name) && !(kind === 'zip' && ZIP.test(name)),
  );
  if (closed) return [skip('archive-unreadable', closed.name)];
  const claimed = entries.reduce((sum, { size }) => sum + size, 0);
  const tooMuch = (bytes: number): Finding[] => [
    skip('unpacks-too-large', `${Math.round(bytes / 1024 / 1024)} MB`),
  ];
  if (claimed > left.bytes) return tooMuch(ZIP_LIMITS.unpackedBytes - left.bytes + claimed);
  // What the directory claims may be a lie: each part is unpacked once, within what is left.
  for (const entry of entries) {
    try {
      const part = await entry.read(left.bytes);
      left.bytes -= part.length;
      const ratio = part.length / Math.max(1, entry.packed);
      if (part.length > ZIP_LIMITS.ratioFrom && ratio > ZIP_LIMITS.ratio) {
        return tooMuch(part.length);
      }
      const refusal = await refusalOf(entry.name, part, kind, left, level);
      if (refusal) return [refusal];
    } catch (error) {
      if (!(error instanceof ZipEntryError)) throw error;
      if (error.reason === 'too-large') return tooMuch(ZIP_LIMITS.unpackedBytes);
      return [skip('damaged-file', `${entry.name}：${error.message}`)];
    }
  }
  return [];
}

/** What stands against a file for one of its parts: a picture of a document, a file of an archive. */
async function refusalOf(
  name: string,
  part: Buffer,
  kind: FileKind,
  left: Left,
  level: number,
): Promise<Skip | null> {
  let found: Finding[] = [];
  if (kind !== 'zip') {
    if (!IMAGE.test(name)) return null;
    found = (await inspectImage(part)).findings.filter(({ code }) => code === 'image-too-large');
  } else if (part.subarray(0, 4).equals(MAGIC)) {
    found = (await inspectLevel(part, left, level + 1)).findings;
  } else if (part.subarray(0, 4).equals(OLE_MAGIC)) {
    found = inspectOle(part).findings;
  }
  // A broken file beside whole ones harms nobody; whoever reads its text notes it.
  const refusal = found.find(
    (finding): finding is Skip => finding.severity === 'skip' && finding.code !== 'damaged-file',
  );
  return refusal ? skip(refusal.code, [name, refusal.detail].filter(Boolean).join('：')) : null;
}

const MAGIC = Buffer.from('PK\u0003\u0004', 'latin1');
/** DOC and XLS. */
const OLE_MAGIC = Buffer.from('d0cf11e0', 'hex');
