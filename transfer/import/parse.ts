import { decodeText } from './decode';
import { skip, type Parsed } from './findings';
import type { ImportedDocument } from './imported-document';
import { parseLaw } from './law';
import type { SourceFile } from './sources';
import { parseStateCouncilPage } from './state-council';

/** One file as a document, or why not. The type of the file chooses the format. */
export function parseFile(file: SourceFile): Parsed<ImportedDocument> {
  if ('skip' in file) return { skip: file.skip };
  if (file.bytes.length === 0) return { skip: skip('empty-body', '空文件') };
  const decoded = decodeText(file.bytes);
  if ('skip' in decoded) return { skip: decoded.skip };
  const parsed = /\.md$/iu.test(file.path)
    ? parseLaw(file.path, decoded.text)
    : parseStateCouncilPage(file.path, decoded.text);
  if ('skip' in parsed) return parsed;
  return { document: parsed.document, warnings: [...decoded.warnings, ...parsed.warnings] };
}
