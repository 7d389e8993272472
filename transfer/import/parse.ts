import { decodeText } from './decode';
import { readDoc } from './doc';
import { readDocx, type PaperContent } from './docx';
import { skip, type Parsed, type Skip, type Warning } from './findings';
import { genericHtml } from './html-page';
import { inspectFile } from './inspect-file';
import type { Attachment, ImportedDocument } from './imported-document';
import type { Block } from '../../domain/documents/blocks';
import { parseLaw } from './law';
import { bodyBlocks } from './law-body';
import { bodyOfPaper, paperFrom } from './official-paper';
import type { Heading } from './record';
import { isWordType, type SourceFile } from './source-file';
import { parseStateCouncilPage } from './state-council';
import { structured } from './structure';
import { textPieces } from './text-body';

/** One file as a document, or why not. The type of the file chooses the format. */
export async function parseFile(file: SourceFile): Promise<Parsed<ImportedDocument>> {
  if ('skip' in file) return { skip: file.skip };
  if (!('bytes' in file)) return { skip: skip('unknown-type') };
  if (isWordType(file.path)) {
    const content = await readWord(file);
    return 'skip' in content ? content : paperFrom(file.path, content);
  }
  const text = textOf(file);
  if ('skip' in text) return text;
  const parsed = parseText(file.path, text.text);
  if ('skip' in parsed) return parsed;
  return { document: parsed.document, warnings: [...text.warnings, ...parsed.warnings] };
}

function parseText(path: string, text: string): Parsed<ImportedDocument> {
  if (/\.md$/iu.test(path)) return parseLaw(path, text);
  if (!/\.txt$/iu.test(path)) return parseStateCouncilPage(path, text);
  return paperFrom(path, { pieces: textPieces(text), attachments: [], warnings: [] });
}

/** What a list needs of the file that it names for a text: its own facts go before the file's. */
export async function readBody(
  file: { path: string; bytes: Uint8Array },
  heading: Heading,
): Promise<Parsed<{ blocks: Block[]; attachments: Attachment[]; madeOn?: string | undefined }>> {
  if (isWordType(file.path)) {
    const content = await readWord(file);
    if ('skip' in content) return content;
    const body = bodyOfPaper(content.pieces, heading);
    if ('skip' in body) return body;
    return { document: { attachments: content.attachments, ...body }, warnings: content.warnings };
  }
  const decoded = textOf(file);
  if ('skip' in decoded) return decoded;
  const { text, warnings } = decoded;
  if (/\.md$/iu.test(file.path)) {
    return { document: { blocks: bodyBlocks(text).blocks, attachments: [] }, warnings };
  }
  if (/\.html?$/iu.test(file.path)) {
    const { warnings: found, ...page } = genericHtml(text, heading);
    return { document: page, warnings: [...warnings, ...found] };
  }
  const { blocks } = structured(textPieces(text, heading.agencyName), heading);
  return { document: { blocks, attachments: [] }, warnings };
}

async function readWord(file: {
  path: string;
  bytes: Uint8Array;
}): Promise<PaperContent | { skip: Skip }> {
  const { kind, findings } = await inspectFile(file.bytes, file.path);
  const refusal = findings.find((finding): finding is Skip => finding.severity === 'skip');
  if (refusal) return { skip: refusal };
  return kind === 'doc' ? readDoc(file.bytes) : readDocx(file.bytes);
}

function textOf(file: {
  bytes: Uint8Array;
}): { text: string; warnings: Warning[] } | { skip: Skip } {
  if (file.bytes.length === 0) return { skip: skip('empty-body', '空文件') };
  return decodeText(file.bytes);
}
