import { decodeText } from '../decode';
import { readDoc } from '../doc';
import { htmlOf } from '../docx';
import { skip, type Skip } from '../findings';
import { runsToText } from '../../../domain/documents/blocks';
import { inspectFile } from '../inspect-file';
import { LIMITS, tooLarge } from '../source-file';
import type { ReportFinding } from './findings';
import { htmlSource } from './html-source';
import { sheetSource } from './sheet-source';
import { textSource } from './text-source';
import type { Source } from './source';

export type Refused = { refused: ReportFinding };

/**
 * What a file holds, by its content and not its name: offices save pages as .xls and .doc. Nothing in
 * it is run, and nothing is unpacked beyond bounds.
 */
export async function readSource(bytes: Uint8Array, name: string): Promise<Source | Refused> {
  if (isTooDeep(bytes)) return refused(skip('too-many-parts', 'HTML'));
  const { kind, findings } = await inspectFile(bytes, name);
  const refusal = findings.find(
    (one): one is Skip => one.severity === 'skip' && !NAMES.has(one.code),
  );
  if (refusal) return refused(refusal);
  const misnamed = findings.find(({ code }) => code === 'wrong-extension');
  const source = await byKind(bytes, kind);
  if ('refused' in source || !misnamed) return source;
  return {
    ...source,
    findings: [{ severity: 'note', code: 'wrong-extension' }, ...source.findings],
  };
}

/** Elements that stay open until they are closed: parsing takes the square of how deep they nest. */
const STAYS_OPEN =
  /<(\/?)(?:div|span|font|b|i|u|strong|em|center|section|table|blockquote|a|ul|ol)[\s>]/giu;
const DEEPEST = 3_000;

function isTooDeep(bytes: Uint8Array): boolean {
  if (bytes.length > LIMITS.fileBytes || bytes[0] === 0x50 || bytes[0] === 0xd0) return false;
  const text = new TextDecoder('latin1').decode(bytes);
  let depth = 0;
  for (const [, slash] of text.matchAll(STAYS_OPEN)) {
    depth = Math.max(0, depth + (slash ? -1 : 1));
    if (depth > DEEPEST) return true;
  }
  return false;
}

/** What the name says of a file matters less than what it is. */
const NAMES: ReadonlySet<string> = new Set(['wrong-extension', 'unknown-type']);

async function byKind(bytes: Uint8Array, kind: string): Promise<Source | Refused> {
  switch (kind) {
    case 'docx':
      return wordSource(bytes);
    case 'doc':
      return oldWordSource(bytes);
    case 'xlsx':
    case 'xls': {
      const source = sheetSource(bytes);
      return 'skip' in source ? refused(source.skip) : source;
    }
    case 'html':
    case 'text':
      return decoded(bytes, kind);
    case 'pdf':
      return { refused: { severity: 'refused', code: 'pdf-not-read' } };
    case 'image':
      return { refused: { severity: 'refused', code: 'scan' } };
    default:
      return refused(skip('unknown-type', kind));
  }
}

async function wordSource(bytes: Uint8Array): Promise<Source | Refused> {
  try {
    return htmlSource(await htmlOf(Buffer.from(bytes)));
  } catch (error) {
    return refused(skip('damaged-file', error instanceof Error ? error.message : String(error)));
  }
}

async function oldWordSource(bytes: Uint8Array): Promise<Source | Refused> {
  const content = await readDoc(bytes);
  if ('skip' in content) return refused(content.skip);
  const lines = content.pieces.map((piece) =>
    piece.kind === 'line' ? runsToText(piece.runs) : '',
  );
  const source = textSource(lines.join('\n'));
  return { ...source, findings: [{ severity: 'note', code: 'formatting-lost' }] };
}

function decoded(bytes: Uint8Array, kind: 'html' | 'text'): Source | Refused {
  if (bytes.length > LIMITS.fileBytes) return refused(tooLarge(bytes.length, LIMITS.fileBytes));
  const text = decodeText(bytes);
  if ('skip' in text) return refused(text.skip);
  return kind === 'html' ? htmlSource(text.text) : textSource(text.text);
}

const refused = ({ code, detail }: Skip): Refused => ({
  refused: { severity: 'refused', code, ...(detail !== undefined && { detail: { detail } }) },
});
