/**
 * The structure of an official text, independent of how it is stored (Lexical JSON)
 * or shown (HTML, DOCX, plain text). Importers produce blocks; every output is made
 * from blocks, so a heading is the same heading on the page and in the download.
 */
export type Run = { text: string; bold?: boolean; italic?: boolean; href?: string };

export type Cell = { runs: Run[]; header?: boolean; colSpan?: number; rowSpan?: number };

export type Block =
  | { kind: 'heading'; level: 2 | 3 | 4; runs: Run[] }
  | { kind: 'paragraph'; runs: Run[]; align?: 'center' | 'right' }
  | { kind: 'list'; ordered: boolean; items: Run[][] }
  | { kind: 'table'; rows: Cell[][] };

/** The characters of a run list, without marks or links. */
export const runsToText = (runs: readonly Run[]): string => runs.map((run) => run.text).join('');

/** One block as plain text: list items and table rows on lines of their own, cells parted by a tab. */
export function blockToText(block: Block): string {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return runsToText(block.runs);
    case 'list':
      return block.items
        .map((item, i) => `${block.ordered ? `${i + 1}. ` : ''}${runsToText(item)}`)
        .join('\n');
    case 'table':
      return block.rows
        .map((row) => row.map((cell) => runsToText(cell.runs)).join('\t'))
        .join('\n');
  }
}

/** A whole text as plain text, one block a line. */
export const blocksToText = (blocks: readonly Block[]): string =>
  blocks.map(blockToText).join('\n');
