import { blockToText, type Block, type Run } from '../blocks';

/**
 * A stretch of a block's plain text that leads somewhere; `label` says where, `marker` what must be
 * known of it first (已废止).
 */
export type TextLink = {
  block: number;
  start: number;
  end: number;
  href: string;
  label: string;
  marker?: string;
};

/**
 * The same text with links on the words that cite. Not a letter changes; an editor's own link stays
 * as it is, and a link across the cells of a table or the items of a list is left out.
 */
export function linkBlocks(blocks: readonly Block[], links: readonly TextLink[]): Block[] {
  const byBlock = new Map<number, TextLink[]>();
  for (const link of links) byBlock.set(link.block, [...(byBlock.get(link.block) ?? []), link]);
  return blocks.map((block, at) => {
    const own = byBlock.get(at);
    return own ? linkBlock(block, own) : block;
  });
}

function linkBlock(block: Block, links: readonly TextLink[]): Block {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return { ...block, runs: linkRuns(block.runs, links, 0) };
    case 'list': {
      let at = 0;
      const items = block.items.map((item, i) => {
        // An item's words begin after its number: blockToText counts it.
        const line = blockToText({ ...block, items: [item], start: (block.start ?? 1) + i });
        const length = lengthOf(item);
        const start = at + line.length - length;
        at += line.length + 1;
        return linkRuns(item, links, start);
      });
      return { ...block, items };
    }
    case 'table': {
      let at = 0;
      const rows = block.rows.map((row) =>
        row.map((cell) => {
          const runs = linkRuns(cell.runs, links, at);
          at += lengthOf(cell.runs) + 1;
          return { ...cell, runs };
        }),
      );
      return { ...block, rows };
    }
    default:
      return block;
  }
}

/** @param from where the runs begin in the block's plain text */
function linkRuns(runs: readonly Run[], links: readonly TextLink[], from: number): Run[] {
  const end = from + lengthOf(runs);
  const own = links.filter((link) => link.start >= from && link.end <= end);
  if (own.length === 0) return [...runs];
  const linked: Run[] = [];
  let at = from;
  for (const run of runs) {
    let done = 0;
    for (const link of run.href ? [] : own) {
      const [start, stop] = [link.start - at, link.end - at];
      if (stop <= done || start >= run.text.length) continue;
      const [cutStart, cutEnd] = [Math.max(start, done), Math.min(stop, run.text.length)];
      if (cutStart > done) linked.push({ ...run, text: run.text.slice(done, cutStart) });
      linked.push({
        ...run,
        text: run.text.slice(cutStart, cutEnd),
        href: link.href,
        cites: { label: link.label, ...(link.marker && { marker: link.marker }) },
      });
      done = cutEnd;
    }
    if (done < run.text.length) linked.push({ ...run, text: run.text.slice(done) });
    at += run.text.length;
  }
  return linked;
}

const lengthOf = (runs: readonly Run[]): number =>
  runs.reduce((sum, { text }) => sum + text.length, 0);
