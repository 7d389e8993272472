import type { Block } from '../blocks';
import { structureOf, type Structure } from '../structure';

/** The anchors of a text's articles, paragraphs and items, to which a citation may lead. */
export function anchorsOf(
  blocks: readonly Block[],
  structure: Structure = structureOf(blocks),
): ReadonlySet<string> {
  const anchors = new Set<string>();
  for (const { id, itemIds = [] } of structure.blocks)
    for (const one of id ? [id, ...itemIds] : itemIds)
      if (one.startsWith('article-')) anchors.add(one);
  return anchors;
}
