import { skip, type Parsed } from './findings';
import type { ImportedDocument } from './imported-document';

/**
 * A page must stay readable and light: 2,000 rows are some 60 printed pages. A longer table is a
 * list to be searched, and is better attached as a spreadsheet.
 */
export const TABLE_ROWS = 2_000;

/** What must hold of a document whatever format it was read from. */
export function finalise(parsed: Parsed<ImportedDocument>): Parsed<ImportedDocument> {
  if ('skip' in parsed) return parsed;
  for (const block of parsed.document.blocks) {
    if (block.kind === 'table' && block.rows.length > TABLE_ROWS) {
      return {
        skip: skip('table-too-long', `${block.rows.length} 行 rows，上限 limit ${TABLE_ROWS}`),
      };
    }
  }
  return parsed;
}
