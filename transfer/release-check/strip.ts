import { decodeText } from '../import/decode';
import type { FileKind } from '../import/inspect-file';
import { found, type ReleaseFinding } from './findings';
import { inspectForRelease, INVISIBLE } from './inspect';
import { stripOffice } from './office-strip';
import { runPdf, type PdfBounds } from './pdf-process';
import { restOf } from './picture-parts';

/** The file may not be released as it is; its hard findings say why. */
export class NotReleasableError extends Error {
  override name = 'NotReleasableError';
  constructor(readonly findings: readonly ReleaseFinding[]) {
    super(`not to be released: ${findings.map(({ key }) => key).join(', ')}`);
  }
}

const NAMES: Partial<Record<FileKind, string>> = { text: 'release.txt' };

/**
 * The copy that may go out: the same pages, words and pictures without what programs wrote about
 * their makers. The copy is looked at once more before it is given back.
 *
 * @param kind what `inspectForRelease` said it is
 * @throws NotReleasableError while a hard finding stands, before or after.
 * @throws PdfGivenUpError when a PDF takes too much time or memory.
 */
export async function stripMetadata(
  bytes: Uint8Array,
  kind: FileKind,
  bounds?: PdfBounds,
): Promise<Buffer> {
  if (kind === 'pdf') return releasePdf(bytes, bounds);
  await mustBeClean(bytes, kind);
  const copy = await strip(bytes, kind);
  await mustBeClean(copy, kind);
  return copy;
}

async function releasePdf(bytes: Uint8Array, bounds?: PdfBounds): Promise<Buffer> {
  const answer = await runPdf({ what: 'release', bytes }, bounds);
  if ('bytes' in answer) return Buffer.from(answer.bytes);
  const findings = 'findings' in answer ? answer.findings : [found('damaged')];
  throw new NotReleasableError(findings.filter(({ hard }) => hard));
}

async function mustBeClean(bytes: Uint8Array, kind: FileKind): Promise<void> {
  const isPng = bytes[0] === 0x89;
  const name = NAMES[kind] ?? `release.${kind === 'image' ? (isPng ? 'png' : 'jpg') : kind}`;
  const { findings } = await inspectForRelease(bytes, name);
  const hard = findings.filter((finding) => finding.hard);
  if (hard.length > 0) throw new NotReleasableError(hard);
}

async function strip(bytes: Uint8Array, kind: FileKind): Promise<Buffer> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (kind) {
    case 'docx':
    case 'xlsx':
    case 'pptx':
      return stripOffice(buffer, kind);
    case 'image':
      return Buffer.from(restOf(bytes)?.kept ?? buffer);
    default: {
      const decoded = decodeText(bytes);
      if ('skip' in decoded) return buffer;
      const visible = decoded.text.replace(INVISIBLE, '');
      return visible === decoded.text ? buffer : Buffer.from(visible);
    }
  }
}
