import { decodeText } from '../import/decode';
import { inspectFile } from '../import/inspect-file';
import type { SkipReason } from '../import/findings';
import { found, type HardKey, type ReleaseFinding, type ReleaseInspection } from './findings';
import { inspectOffice } from './office';
import { runPdf, PdfGivenUpError, type PdfBounds } from './pdf-process';
import { restOf } from './picture-parts';

/**
 * What stands against giving a file to a citizen: words that are only covered or hidden, comments,
 * tracked changes, hidden sheets, what programs wrote about the author. Told by keys, places and
 * numbers; never the words themselves. It never throws for what the file holds: what can't be read
 * is a finding.
 *
 * @param name the file's name, for its extension
 */
export async function inspectForRelease(
  bytes: Uint8Array,
  name: string,
  bounds?: PdfBounds,
): Promise<ReleaseInspection> {
  const { kind, findings } = await inspectFile(bytes, name);
  const refused = findings.find(({ severity }) => severity === 'skip');
  if (refused) {
    const key = REFUSALS[refused.code as SkipReason] ?? 'damaged';
    // An old file is not to be mended by its name.
    const isOld = ['doc', 'xls', 'ppt'].includes(kind) && key !== 'encrypted';
    return { kind, findings: [found(isOld ? 'old-format' : key)] };
  }
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (kind) {
    case 'pdf':
      return { kind, findings: await inspectApart(bytes, bounds) };
    case 'docx':
    case 'xlsx':
    case 'pptx':
      return { kind, findings: await inspectOffice(buffer, kind) };
    case 'image':
      return { kind, findings: inspectPicture(bytes) };
    case 'text':
      return { kind, findings: inspectText(bytes) };
    case 'doc':
    case 'xls':
    case 'ppt':
      return { kind, findings: [found('old-format')] };
    default:
      return { kind, findings: [found('other-format')] };
  }
}

const REFUSALS: Partial<Record<SkipReason, HardKey>> = {
  'empty-body': 'empty',
  'too-large': 'too-large',
  encrypted: 'encrypted',
  'damaged-file': 'damaged',
  'unpacks-too-large': 'bomb',
  'too-many-parts': 'bomb',
  'archive-too-deep': 'bomb',
  'archive-unreadable': 'bomb',
  'image-too-large': 'bomb',
  'has-macros': 'macros',
  'has-scripts': 'other-format',
  'wrong-extension': 'wrong-extension',
  'unknown-type': 'other-format',
  'wrong-encoding': 'not-text',
  'cut-file': 'not-text',
};

async function inspectApart(bytes: Uint8Array, bounds?: PdfBounds): Promise<ReleaseFinding[]> {
  try {
    const answer = await runPdf({ what: 'inspect', bytes }, bounds);
    return 'findings' in answer ? answer.findings : [found('damaged')];
  } catch (error) {
    if (error instanceof PdfGivenUpError) return [found('too-long')];
    throw error;
  }
}

function inspectPicture(bytes: Uint8Array): ReleaseFinding[] {
  const isKnown = (bytes[0] === 0xff && bytes[1] === 0xd8) || bytes[0] === 0x89;
  if (!isKnown) return [found('other-format')];
  const parts = restOf(bytes);
  if (!parts) return [found('damaged')];
  return [
    ...(parts.hasMetadata ? [found('picture-metadata')] : []),
    ...(parts.hasRest ? [found('picture-rest')] : []),
  ];
}

/** Letters that take no room, and marks that turn the direction of reading round. */
export const INVISIBLE =
  /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufff9-\ufffb\u{e0000}-\u{e007f}]|(?!^)\ufeff/gu;

function inspectText(bytes: Uint8Array): ReleaseFinding[] {
  const decoded = decodeText(bytes);
  if ('skip' in decoded) return [found('not-text')];
  const count = decoded.text.match(INVISIBLE)?.length ?? 0;
  return count > 0 ? [found('invisible-characters', undefined, { count })] : [];
}
