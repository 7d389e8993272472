import type { Block, Cell, Run } from '../../domain/documents/blocks';
import { closeUp, tidy } from './text';

/**
 * The Markdown of a law's text as blocks. Every line is a paragraph of its own, as the sources
 * write it. `isTableOpen` tells that a table began and the file ended before it did.
 */
export function bodyBlocks(markdown: string): { blocks: Block[]; isTableOpen: boolean } {
  const blocks: Block[] = [];
  let rows: Cell[][] = [];
  let isInTable = false;
  let chapterLevel = 0;
  const endTable = () => {
    if (rows.length > 0) blocks.push({ kind: 'table', rows: squared(rows) });
    rows = [];
  };
  for (const raw of markdown.split('\n')) {
    const line = tidy(raw);
    const comment = /^<!--\s*(.*?)\s*-->$/u.exec(line);
    if (comment) {
      if (comment[1] === 'TABLE') isInTable = true;
      if (comment[1] === 'TABLE END') isInTable = false;
      endTable();
      continue;
    }
    if (line.startsWith('|')) {
      addRow(rows, line);
      continue;
    }
    if (line === '') {
      if (!isInTable) endTable();
      continue;
    }
    endTable();
    const heading = /^(#{1,6})\s+(.*)$/u.exec(line);
    if (heading) {
      const words = closeUp(tidy(heading[2] ?? ''));
      let depth = Math.max(2, heading[1]?.length ?? 2);
      if (/^第\S+[章编]/u.test(words)) chapterLevel = depth;
      // Some files write chapters and their sections with the same mark.
      else if (/^第\S+节/u.test(words) && depth <= chapterLevel) depth = chapterLevel + 1;
      if (words !== '') {
        blocks.push({ kind: 'heading', level: level(depth), runs: [{ text: words }] });
      }
      continue;
    }
    blocks.push({ kind: 'paragraph', runs: paragraphRuns(line) });
  }
  endTable();
  return { blocks, isTableOpen: isInTable };
}

const level = (depth: number): 2 | 3 | 4 => (depth <= 2 ? 2 : depth === 3 ? 3 : 4);

/** The number of an article stands out, as in every printed edition, with a full-width space after it. */
function paragraphRuns(line: string): Run[] {
  const article =
    /^(第\s*[零〇○一二三四五六七八九十百千\d]+\s*条(?:之[一二三四五六七八九十]+)?)[\s\u3000]+(.*)$/u.exec(
      line,
    );
  if (!article) return inlineRuns(line);
  const [, number = '', words = ''] = article;
  return [{ text: number.replace(/\s/gu, ''), bold: true }, ...inlineRuns(`　${words}`)];
}

/** `**bold**` and links to the web; everything else in a law is meant as it stands. */
function inlineRuns(text: string): Run[] {
  const runs: Run[] = [];
  let rest = 0;
  for (const match of text.matchAll(/\*\*([^*]+)\*\*|\[([^\]]+)\]\((https?:\/\/[^\s)]+)\)/gu)) {
    if (match.index > rest) runs.push({ text: text.slice(rest, match.index) });
    const [whole, bold, label, href] = match;
    if (bold !== undefined) runs.push({ text: bold, bold: true });
    else if (label !== undefined && href !== undefined) runs.push({ text: label, href });
    rest = match.index + whole.length;
  }
  if (rest < text.length) runs.push({ text: text.slice(rest) });
  return runs;
}

function addRow(rows: Cell[][], line: string): void {
  const cells = line
    .replace(/^\||(?<!\\)\|$/gu, '')
    .split(/(?<!\\)\|/u)
    .map((cell) => tidy(cell.replace(/\\\|/gu, '|')));
  // The line of dashes under a first row makes that row a header.
  if (cells.every((cell) => /^:?-{2,}:?$/u.test(cell))) {
    const above = rows.length === 1 ? rows[0] : undefined;
    for (const cell of above ?? []) cell.header = true;
    return;
  }
  rows.push(cells.map((text) => ({ runs: text === '' ? [] : [{ text }] })));
}

/** Every row as wide as the widest, so that a cell stands under its heading. */
function squared(rows: Cell[][]): Cell[][] {
  const width = Math.max(...rows.map((row) => row.length));
  return rows.map((row) => [
    ...row,
    ...Array.from({ length: width - row.length }, (): Cell => ({ runs: [] })),
  ]);
}
