import { partOf } from './narrative';
import { isTitle } from './title';
import type { TextLine } from './source';

type Tree = { parentNode?: Tree | null };

/**
 * The lines of a page that belong to its report: those inside the innermost element that holds all
 * its headings and tables. Menus, related pages and the foot of the page stand outside. The title
 * may stand outside too, and is kept.
 */
export function withinReport(
  blocks: readonly { block: { node?: object }; lines: TextLine[]; isTable: boolean }[],
): TextLine[] {
  const marks = blocks.filter(
    ({ isTable, lines }) => isTable || lines.some(({ text }) => partOf(text) !== null),
  );
  const paths = marks.map(({ block }) => pathOf(block.node));
  const shared = paths
    .slice(1)
    .reduce<readonly object[]>(
      (common, path) => common.filter((node, i) => path[i] === node),
      paths[0] ?? [],
    );
  // One heading or table alone would leave out the text beside it.
  const root = marks.length > 1 ? shared.at(-1) : undefined;
  const lines = blocks.flatMap((one) => {
    const isInside = !root || pathOf(one.block.node).includes(root);
    return isInside ? one.lines : one.lines.filter(({ text }) => isTitle(text));
  });
  return lines;
}

/** From the page down to an element. */
function pathOf(node: object | undefined): object[] {
  const path: object[] = [];
  for (let at = node as Tree | null | undefined; at; at = at.parentNode) path.push(at);
  return path.reverse();
}
