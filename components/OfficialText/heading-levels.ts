import type { Structure, StructuredBlock } from '../../domain/documents/structure';

/** Whether a block is a heading by itself, and not a paragraph that begins with one. */
export const isOwnHeading = (part: StructuredBlock): boolean => part.isHeading && !part.lead;

/**
 * The level of each heading of a text, 1 for the highest, by anchor. The outline also counts
 * headings that run into their paragraph (一、目标。到2025年……); on the page these are no heading
 * elements, so what stands below them moves up, and a screen reader meets no gap.
 */
export function headingLevels(structure: Structure): Map<string, number> {
  const own = new Set(structure.blocks.filter(isOwnHeading).map(({ id }) => id));
  const levels = new Map<string, number>();
  const above: number[] = [];
  for (const { id, level } of structure.outline) {
    if (!own.has(id)) continue;
    while (above.length > 0 && (above[above.length - 1] as number) >= level) above.pop();
    above.push(level);
    levels.set(id, above.length);
  }
  return levels;
}

/**
 * The depths (1 for 一、, 2 for （一）) at which every point begins with a heading of its own. Only
 * there the headings that run into their paragraph are set bold: two bold points among five would
 * say that the others matter less.
 */
export function evenDepths(structure: Structure): Set<number> {
  const even = new Set<number>([1, 2, 3, 4]);
  for (const part of structure.blocks) {
    if (part.role === 'level' && part.depth && !part.isHeading) even.delete(part.depth);
  }
  return even;
}
