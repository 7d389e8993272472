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
