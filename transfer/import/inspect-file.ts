import path from 'node:path';
import { fileTypeFromBuffer } from 'file-type';
import { decodeText } from './decode';
import { skip, type Finding } from './findings';
import { activePage, activePicture } from './active-content';
import { inspectImage } from './inspect-image';
import { inspectOle } from './inspect-ole';
import { inspectZip } from './inspect-zip';
import { LIMITS, tooLarge } from './source-file';

/** What a file is by its content, whatever its name says. */
export type FileKind =
  | 'docx'
  | 'xlsx'
  | 'pptx'
  | 'ofd'
  | 'zip'
  | 'doc'
  | 'xls'
  | 'ppt'
  | 'pdf'
  | 'image'
  | 'svg'
  | 'media'
  | 'html'
  | 'text'
  | 'unknown';

export type Inspection = { kind: FileKind; findings: Finding[] };

/**
 * Looks at the bytes of a file before anything opens it: its real type, macros, passwords, bombs,
 * scripts. A finding with severity `skip` means that the file must be refused; `findingWords` tells
 * it to a person. Nothing is executed and no picture is decoded.
 *
 * @param name the name it was given, for its extension; a path will do
 * @param maxBytes the most it may have
 */
export async function inspectFile(
  bytes: Uint8Array,
  name: string,
  { maxBytes = LIMITS.packedBytes }: { maxBytes?: number } = {},
): Promise<Inspection> {
  if (bytes.length > maxBytes) {
    return { kind: 'unknown', findings: [tooLarge(bytes.length, maxBytes)] };
  }
  if (bytes.length === 0) return { kind: 'unknown', findings: [skip('empty-body', '0 B')] };
  const inspected = await byContent(bytes);
  const mismatch = mismatchOf(name, inspected.kind);
  // A refusal for what is inside tells more than that the name is wrong.
  const isRefused = inspected.findings.some(({ severity }) => severity === 'skip');
  return mismatch && !isRefused
    ? { kind: inspected.kind, findings: [mismatch, ...inspected.findings] }
    : inspected;
}

async function byContent(bytes: Uint8Array): Promise<Inspection> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (
    startsWith(buffer, [0x50, 0x4b, 0x03, 0x04]) ||
    startsWith(buffer, [0x50, 0x4b, 0x05, 0x06])
  ) {
    return inspectZip(buffer);
  }
  if (startsWith(buffer, [0xd0, 0xcf, 0x11, 0xe0])) return inspectOle(buffer);
  if (buffer.subarray(0, 1024).includes('%PDF-')) return { kind: 'pdf', findings: [] };
  const mime = (await fileTypeFromBuffer(buffer).catch(() => undefined))?.mime ?? '';
  if (mime.startsWith('image/') && mime !== 'image/svg+xml') return inspectImage(buffer);
  // The mark at the head of a text in UTF-16 is also how a rare kind of sound begins, for which Payload takes it too.
  if (
    mime.startsWith('audio/') &&
    startsWith(buffer, [0xff, 0xfe]) &&
    'text' in decodeText(buffer)
  ) {
    return { kind: 'text', findings: [skip('wrong-encoding')] };
  }
  if (/^(?:video|audio)\//u.test(mime)) return { kind: 'media', findings: [] };
  return inspectText(buffer);
}

function inspectText(buffer: Buffer): Inspection {
  const decoded = decodeText(buffer);
  if ('skip' in decoded) return { kind: 'unknown', findings: [decoded.skip] };
  const head = decoded.text.slice(0, 4096);
  if (
    /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[\s\S])*-->\s*)*(?:<!doctype svg[^>]*>\s*)?<svg[\s>]/iu.test(
      head,
    )
  ) {
    const isActive = activePicture(decoded.text).length > 0;
    return { kind: 'svg', findings: isActive ? [skip('has-scripts')] : [] };
  }
  if (!/<(?:!doctype html|html|head|body|script|div|p|table|meta|iframe)[\s>/]/iu.test(head)) {
    return { kind: 'text', findings: [] };
  }
  return { kind: 'html', findings: activePage(decoded.text) };
}

const startsWith = (bytes: Buffer, magic: readonly number[]): boolean =>
  magic.every((byte, at) => bytes[at] === byte);

const TEXTS: readonly FileKind[] = ['text', 'html'];

/** What a name promises. WPS writes Microsoft's own formats under names of its own. */
const PROMISED: Record<string, readonly FileKind[]> = {
  '.docx': ['docx'],
  '.xlsx': ['xlsx'],
  '.pptx': ['pptx'],
  '.doc': ['doc'],
  '.xls': ['xls'],
  '.ppt': ['ppt'],
  '.wps': ['doc', 'docx'],
  '.et': ['xls', 'xlsx'],
  '.dps': ['ppt', 'pptx'],
  '.ofd': ['ofd'],
  '.pdf': ['pdf'],
  '.zip': ['zip'],
  '.svg': ['svg'],
  ...Object.fromEntries(
    ['.png', '.jpg', '.jpeg', '.gif', '.webp', '.bmp', '.tif', '.tiff', '.avif'].map((type) => [
      type,
      ['image'] as const,
    ]),
  ),
  ...Object.fromEntries(
    ['.mp4', '.m4v', '.webm', '.mov', '.mp3', '.m4a', '.wav'].map((type) => [
      type,
      ['media'] as const,
    ]),
  ),
  ...Object.fromEntries(
    ['.html', '.htm', '.md', '.txt', '.csv', '.vtt', '.jsonl', '.ndjson', '.json', '.xml'].map(
      (type) => [type, TEXTS],
    ),
  ),
};

function mismatchOf(name: string, kind: FileKind): Finding | null {
  const type = path.extname(name).toLowerCase();
  const promised = PROMISED[type];
  if (!promised) return skip('unknown-type', type || name);
  if (promised.includes(kind)) return null;
  return skip('wrong-extension', `${type} ≠ ${kind.toUpperCase()}`);
}
