import { blocksToText, runsToText } from '../documents/blocks';
import type { Structure, StructuredBlock } from '../documents/structure';
import { placeById, passageText } from '../interpretations/places';

export type PassageCheck =
  | { found: 'here' }
  /** It stands in the text, at another place; without an anchor where that place has none. */
  | { found: 'elsewhere'; anchor?: string }
  | { found: 'nowhere' };

/**
 * Whether a quoted passage stands in its document at the place that is given. Blanks, line breaks and
 * width of characters don't count; every other character does. `……` leaves something out.
 */
export function checkPassage(
  structure: Structure,
  anchor: string | null | undefined,
  passage: string,
): PassageCheck {
  const parts = plain(passage)
    .split(/…+|\.{3,}/u)
    .filter(Boolean);
  if (parts.length === 0) return { found: 'nowhere' };
  const place = anchor ? placeById(structure, anchor.trim().replace(/^#/, '')) : undefined;
  if (place && standsIn(plain(passageText(place)), parts)) return { found: 'here' };
  const whole = structure.blocks.map(textOf).map(plain);
  if (!standsIn(whole.join(''), parts)) return { found: 'nowhere' };
  const at = whole.findIndex((text) => text.includes(parts[0] as string));
  // A passage over several blocks begins in none of them alone: its place stays open.
  const holder = at < 0 ? undefined : structure.blocks.slice(0, at + 1).findLast(({ id }) => id);
  return { found: 'elsewhere', ...(holder?.id && { anchor: holder.id }) };
}

/**
 * What a place is called: 第五条, 第五条第（二）项, 二、（三）; a heading by its words.
 * @returns undefined where the text has no such place, or the place no name
 */
export function placeName(structure: Structure, anchor: string): string | undefined {
  const index = structure.blocks.findIndex(
    ({ id, itemIds }) => id === anchor || itemIds?.includes(anchor),
  );
  const block = structure.blocks[index];
  if (!block) return undefined;
  const article = structure.articles.findLast(({ id }) => anchor.startsWith(`${id}-`))?.label;
  if (article && block.role !== 'clause') {
    return block.role === 'item' && block.label ? `${article}第${block.label}项` : article;
  }
  const heading = structure.outline.find(({ id }) => id === anchor);
  if (heading?.level === 1 && block.role === 'level') return heading.text;
  if (block.role !== 'level') return block.label ?? heading?.text;
  const above = structure.blocks
    .slice(0, index)
    .findLast(({ role, depth = 1 }) => role === 'level' && depth < (block.depth ?? 1));
  return `${above?.label ?? ''}${block.label ?? ''}` || undefined;
}

/** Whether the parts stand in the text one after another. */
function standsIn(text: string, parts: readonly string[]): boolean {
  let from = 0;
  for (const part of parts) {
    const at = text.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return true;
}

const textOf = ({ block }: StructuredBlock): string =>
  'runs' in block ? runsToText(block.runs) : blocksToText([block]);

const plain = (text: string): string =>
  text.normalize('NFKC').replace(/\s+/gu, '').replace(/[“”"]/gu, '"').replace(/[‘’']/gu, "'");
