import path from 'node:path';
import { zipKindOf } from '../import/zip-kind';
import type { ZipEntry } from '../import/zip-entries';
import { readOfd } from './ofd';
import { isUnsafeName, openPackage, slashed, unpack } from './package';
import type { Reading } from './reading';
import { noteUnseen } from './unseen';
import { LIMITS, UnreadableError } from './reading';
import { markupText, plainText } from './text';

/**
 * Reads the text out of a file of any kind, told by its content and not by its name. Hostile files may
 * need much time and memory: the portal runs this in a process of its own (extract.ts).
 *
 * @param depth how many archives hold it
 * @throws UnreadableError when nothing can be read out of it; what is missing of the rest stands in the notes
 */
export async function readFileText(
  bytes: Buffer,
  name: string,
  reading: Reading,
  depth = 0,
): Promise<void> {
  if (bytes.length === 0) return;
  if (bytes.length > LIMITS.fileBytes && depth === 0) {
    throw new UnreadableError('too-large', `超过 ${LIMITS.fileBytes / 1024 / 1024} MB`);
  }
  if (startsWith(bytes, 'PK\u0003\u0004') || startsWith(bytes, 'PK\u0005\u0006'))
    return readZip(bytes, reading, depth);
  if (startsWith(bytes, '\u00d0\u00cf\u0011\u00e0')) return readOle(bytes, reading);
  if (bytes.subarray(0, 1024).includes('%PDF-')) return (await pdf()).readPdf(bytes, reading);
  const type = path.extname(name).toLowerCase();
  const isNamedText = TEXTS.includes(type);
  if (!isNamedText && (await isKnownBinary(bytes))) throw new UnreadableError('not-text');
  const text = plainText(bytes, isNamedText);
  const isMarkup = MARKUP.includes(type) || /^\s*<(?:!doctype html|html)[\s>]/iu.test(text);
  reading.add(isMarkup ? markupText(text) : text);
}

// Their libraries take a while to load, and a process reads one file.
const pdf = () => import('./pdf');
const word = () => import('./word');
const sheets = () => import('./sheets');

async function isKnownBinary(bytes: Buffer): Promise<boolean> {
  const { fileTypeFromBuffer } = await import('file-type');
  return (await fileTypeFromBuffer(bytes).catch(() => undefined)) !== undefined;
}

const TEXTS = ['.txt', '.csv', '.tsv', '.md', '.vtt', '.json', '.html', '.htm', '.xml'];
const MARKUP = ['.html', '.htm', '.xml'];

const startsWith = (bytes: Buffer, magic: string): boolean =>
  bytes.subarray(0, magic.length).equals(Buffer.from(magic, 'latin1'));

async function readOle(bytes: Buffer, reading: Reading): Promise<void> {
  const { inspectOle } = await import('../import/inspect-ole');
  const { kind, findings } = inspectOle(bytes);
  const codes = findings.map(({ code }) => code);
  if (codes.includes('encrypted')) throw new UnreadableError('encrypted');
  if (codes.includes('damaged-file')) throw new UnreadableError('damaged');
  if (kind === 'doc') return (await word()).readDoc(bytes, reading);
  if (kind === 'xls') return (await sheets()).readXls(bytes, reading);
  throw new UnreadableError('not-text');
}

async function readZip(bytes: Buffer, reading: Reading, depth: number): Promise<void> {
  const zip = await openPackage(bytes, LIMITS.parts);
  try {
    const kind = zipKindOf(zip.entries.map(({ name }) => slashed(name)));
    if (kind === 'docx') {
      await (await word()).readDocx(bytes, zip.entries, reading);
      return await noteUnseen(bytes, kind, zip.entries, reading);
    }
    if (kind === 'xlsx') {
      await (await sheets()).readXlsx(bytes, zip.entries, reading);
      return await noteUnseen(bytes, kind, zip.entries, reading);
    }
    if (kind === 'ofd') return await readOfd(zip.entries, reading);
    if (kind !== 'zip') throw new UnreadableError('not-text');
    const packed = zip.entries.filter(({ name }) => !LEFT_BEHIND.test(slashed(name)));
    await readArchive(packed, reading, depth);
  } finally {
    zip.close();
  }
}

/** What macOS and Windows put beside the files of a folder; nobody packed it. */
const LEFT_BEHIND = /(?:^|\/)(?:__MACOSX\/|\._|(?:\.DS_Store|Thumbs\.db|desktop\.ini)$)/iu;

/** Each file of an archive by itself: one that can't be read is noted and does not stop the others. */
async function readArchive(
  entries: readonly ZipEntry[],
  reading: Reading,
  depth: number,
): Promise<void> {
  const { budget } = reading;
  if (depth >= LIMITS.depth)
    throw new UnreadableError('too-many-parts', `压缩包层次超过 ${LIMITS.depth} 层`);
  if (entries.length > budget.files) {
    throw new UnreadableError(
      'too-many-parts',
      `包含 ${entries.length} 个文件，上限 ${LIMITS.files} 个`,
    );
  }
  budget.files -= entries.length;
  let last: UnreadableError | undefined;
  let first: string | undefined;
  let failed = 0;
  const { within } = reading;
  for (const entry of entries) {
    if (reading.isFull) return;
    if (reading.isLate) return reading.note(`读取时间太长，“${nameFor(entry.name)}”以后的没有读`);
    try {
      reading.within = `${within}${nameFor(entry.name)}：`;
      if (isUnsafeName(entry.name)) throw new UnreadableError('unsafe');
      const bytes = await unpack(entry, budget);
      const name = slashed(entry.name);
      reading.add(path.posix.basename(name));
      await readFileText(bytes, name, reading, depth + 1);
    } catch (error) {
      // A library that breaks off in its own way tells as much as a damaged file.
      const reason = error instanceof UnreadableError ? error : new UnreadableError('damaged');
      if (reason.reason === 'not-text') continue;
      failed += 1;
      last = reason;
      const words = `${WORDS[reason.reason]}${reason.detail ? `（${reason.detail}）` : ''}`;
      first ??= `${nameFor(entry.name)}：${words}`;
      reading.note(words);
    } finally {
      reading.within = within;
    }
  }
  if (last && failed === entries.length) throw new UnreadableError(last.reason, first);
}

/** A name as it stands before a note, without what would end the note in the database. */
function nameFor(name: string): string {
  const shown = name.replace(/\p{Cc}/gu, ' ');
  return shown.length > 60 ? `…${shown.slice(-59).replace(/^\p{Cs}/u, '')}` : shown;
}

/** In the words of the collection file-texts. */
const WORDS: Record<UnreadableError['reason'], string> = {
  encrypted: '加了密码',
  damaged: '已损坏',
  'too-large': '内容太大',
  'too-many-parts': '包含的文件太多或层次太深',
  unsafe: '路径不安全，没有读',
  'timed-out': '读取超时',
  'not-text': '不是文字类文件',
};
