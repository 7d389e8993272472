/**
 * The structure of an official text, independent of how it is stored (Lexical JSON)
 * or shown (HTML, DOCX, plain text). Importers produce blocks; every output is made
 * from blocks, so a heading is the same heading on the page and in the download.
 *
 * A line break inside a run is `\n`; show it as one.
 */
export type Run = {
  text: string;
  bold?: boolean;
  italic?: boolean;
  href?: string;
  /**
   * Of a link that a page adds where the words cite (citations/link-blocks.ts): where it leads, and
   * what a reader must know of it first (已废止). Never stored.
   */
  cites?: { label: string; marker?: string };
};

export type Cell = { runs: Run[]; header?: boolean; colSpan?: number; rowSpan?: number };

export type Block =
  | { kind: 'heading'; level: 2 | 3 | 4; runs: Run[] }
  | { kind: 'paragraph'; runs: Run[]; align?: 'center' | 'right' }
  /** `start` is the first item's number where it is not 1: a list that goes on after a table. */
  | { kind: 'list'; ordered: boolean; items: Run[][]; start?: number }
  | { kind: 'table'; rows: Cell[][] }
  /**
   * A picture in the text. `runs` are what it shows, in words, and stand for it wherever no picture
   * can be; `media` is the record that holds it.
   */
  | {
      kind: 'image';
      runs: Run[];
      media: number | string;
      src?: string;
      width?: number;
      height?: number;
    };

/** The characters of a run list, without marks or links. */
export const runsToText = (runs: readonly Run[]): string => runs.map((run) => run.text).join('');

/** One block as plain text: list items and table rows on lines of their own, cells parted by a tab. */
export function blockToText(block: Block): string {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
    case 'image':
      return runsToText(block.runs);
    case 'list':
      return block.items
        .map((item, i) => {
          const number = block.ordered ? `${(block.start ?? 1) + i}. ` : '';
          return `${number}${runsToText(item)}`;
        })
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

/**
 * Whether a reader may be sent to an address: web, mail, telephone, a page of this site, or a
 * place on the same page. Everything else (`javascript:`, `data:`, `//host`) is text only.
 */
export function isSafeHref(href: string): boolean {
  if (/[\s\p{Cc}\\]/u.test(href)) return false;
  return /^(https?:\/\/[^/]|mailto:[^:]|tel:[+\d]|\/(?!\/)|#.)/iu.test(href);
}

/**
 * The same text in its simplest form, so that two ways of writing it compare equal: neighbouring
 * runs with the same marks are one, empty runs and blocks are gone, line ends are `\n`, spans of 1
 * and marks that are off are left out, addresses that no reader may follow are dropped.
 */
export function normaliseBlocks(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block): Block[] => {
    if (block.kind === 'table') {
      const rows = block.rows.filter((row) => row.length > 0).map((row) => row.map(normaliseCell));
      return rows.length > 0 ? [{ kind: 'table', rows }] : [];
    }
    if (block.kind === 'list') {
      const items = block.items.map(normaliseRuns).filter(hasWords);
      if (items.length === 0) return [];
      const isLate = block.ordered && block.start !== undefined && block.start !== 1;
      const list: Block = { kind: 'list', ordered: block.ordered, items };
      return [isLate ? { ...list, start: block.start } : list];
    }
    const runs = normaliseRuns(block.runs);
    if (block.kind === 'image') return [{ ...block, runs }];
    if (!hasWords(runs)) return [];
    if (block.kind === 'heading') return [{ kind: 'heading', level: block.level, runs }];
    return [{ kind: 'paragraph', runs, ...(block.align && { align: block.align }) }];
  });
}

/**
 * As {@link normaliseBlocks}, for the runs of one paragraph. A line break has no look of its own:
 * it takes the marks of the text before it.
 */
export function normaliseRuns(runs: readonly Run[]): Run[] {
  const merged: Run[] = [];
  for (const piece of runs.flatMap(splitAtBreaks)) {
    const last = merged.at(-1);
    const isBreak = piece.text === '\n';
    if (last && last.href === piece.href && (isBreak || hasSameMarks(last, piece))) {
      last.text += piece.text;
    } else {
      merged.push(isBreak ? { text: '\n', ...(piece.href && { href: piece.href }) } : piece);
    }
  }
  return merged;
}

const hasSameMarks = (a: Run, b: Run): boolean => a.bold === b.bold && a.italic === b.italic;

function splitAtBreaks(run: Run): Run[] {
  const marks: Omit<Run, 'text'> = {};
  if (run.bold) marks.bold = true;
  if (run.italic) marks.italic = true;
  if (run.href && isSafeHref(run.href)) marks.href = run.href;
  return run.text
    .replace(/\r\n?/g, '\n')
    .split(/(\n)/)
    .filter((text) => text !== '')
    .map((text) => ({ text, ...marks }));
}

const hasWords = (runs: readonly Run[]): boolean => /\S/u.test(runsToText(runs));

function normaliseCell(cell: Cell): Cell {
  const plain: Cell = { runs: normaliseRuns(cell.runs) };
  if (cell.header) plain.header = true;
  if (cell.colSpan && cell.colSpan > 1) plain.colSpan = Math.floor(cell.colSpan);
  if (cell.rowSpan && cell.rowSpan > 1) plain.rowSpan = Math.floor(cell.rowSpan);
  return plain;
}
