import WordExtractor from 'word-extractor';
import type { PaperContent } from './docx';
import { skip, warning, type Skip } from './findings';
import { textPieces } from './text-body';

/**
 * The words of a Word file of before 2007. Its tables and formatting can't be read, which the
 * finding says. Cells of a table come apart by tabs.
 *
 * @param bytes of a file that `inspectFile` has let through
 */
export async function readDoc(bytes: Uint8Array): Promise<PaperContent | { skip: Skip }> {
  try {
    const document = await new WordExtractor().extract(Buffer.from(bytes));
    const pieces = textPieces(document.getBody());
    return { pieces, attachments: [], warnings: [warning('formatting-lost')] };
  } catch (error) {
    return { skip: skip('damaged-file', error instanceof Error ? error.message : String(error)) };
  }
}
