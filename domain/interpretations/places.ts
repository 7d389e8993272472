import { blocksToText, runsToText } from '../documents/blocks';
import { parseChineseNumeral } from '../documents/chinese-numerals';
import type { Structure, StructuredBlock } from '../documents/structure';

export type Place = {
  /** The anchor of the place in the text. */
  id: string;
  /** The blocks of the passage: those of the place and of what stands under it. */
  passage: StructuredBlock[];
};

/** A passage is shown beside an explanation; a whole chapter is what the document's page is for. */
export const MOST_PASSAGE_BLOCKS = 30;

/**
 * Finds a place that an explanation names as the text itself does: 第十二条, 第12条第二款,
 * 第三条第（二）项, 第一百二十条之一, 第二章, 二、, 二、（三）, 附件2, or the words of a heading.
 *
 * @returns undefined when the text has no such place
 */
export function placeIn(structure: Structure, name: string): Place | undefined {
  const plain = name.normalize('NFKC').replace(/\s+/gu, '');
  if (plain === '') return undefined;
  return articleIn(structure, plain) ?? divisionIn(structure, plain) ?? levelIn(structure, plain);
}

/** The place that an anchor names. @returns undefined when the text has no such anchor */
export const placeById = (structure: Structure, id: string): Place | undefined => at(structure, id);

const N = '[〇零○一二两三四五六七八九十百千0-9]+';
const ARTICLE = new RegExp(`^第(${N})条(?:之(${N}))?(?:第(${N})款)?(?:第?\\(?(${N})\\)?项)?$`, 'u');

function articleIn(structure: Structure, plain: string): Place | undefined {
  const match = ARTICLE.exec(plain);
  if (!match) return undefined;
  const [number, sub, clause, item] = match.slice(1, 5).map(numberOf);
  const article = structure.articles.find(
    (entry) => entry.number === number && entry.sub === sub,
  )?.id;
  if (!article) return undefined;
  // The first 款 has no anchor of its own: it bears the number of its article.
  const within = clause && clause > 1 ? `${article}-clause-${clause}` : article;
  const candidates = item
    ? [`${within}-item-${item}`, ...(clause ? [`${article}-clause-${clause}-item-${item}`] : [])]
    : [within];
  for (const id of candidates) {
    const place = at(structure, id);
    if (place) return place;
  }
  return undefined;
}

/** 第二章, 附件2, or a heading by its words. */
function divisionIn(structure: Structure, plain: string): Place | undefined {
  const block = structure.blocks.find((part) => {
    if (!part.id || !part.isHeading) return false;
    const text = squeezed(blocksToText([part.block]));
    return squeezed(part.label ?? '') === plain || text === plain;
  });
  return block?.id ? at(structure, block.id) : undefined;
}

/** 二、 and 二、（三）: each step is looked for under the one before. */
function levelIn(structure: Structure, plain: string): Place | undefined {
  const steps = plain.match(
    /[一二三四五六七八九十百]+、|\([一二三四五六七八九十百\d]+\)|\d+[.、]/gu,
  );
  if (!steps || steps.join('') !== plain) return undefined;
  let from = 0;
  let to = structure.blocks.length;
  let found: StructuredBlock | undefined;
  for (const step of steps) {
    const index = structure.blocks.findIndex(
      (part, i) => i >= from && i < to && squeezed(part.label ?? '') === step,
    );
    found = structure.blocks[index];
    if (!found?.id) return undefined;
    to = index + passageFrom(structure, index).length;
    from = index + 1;
  }
  return found?.id ? at(structure, found.id) : undefined;
}

function at(structure: Structure, id: string): Place | undefined {
  const index = structure.blocks.findIndex((part) => part.id === id || part.itemIds?.includes(id));
  if (index < 0) return undefined;
  return { id, passage: passageFrom(structure, index).slice(0, MOST_PASSAGE_BLOCKS) };
}

/** The block and those that stand under it, up to the next one of its rank or above. */
function passageFrom(structure: Structure, index: number): StructuredBlock[] {
  const first = structure.blocks[index];
  if (!first) return [];
  const rank = rankOf(first);
  const rest = structure.blocks.slice(index + 1);
  const end = rest.findIndex((part) => rankOf(part) <= rank);
  return [first, ...(end < 0 ? rest : rest.slice(0, end))];
}

const RANKS: Partial<Record<StructuredBlock['role'], number>> = {
  part: 1,
  annex: 1,
  subpart: 2,
  chapter: 3,
  section: 4,
  heading: 4,
  article: 9,
  clause: 10,
  item: 11,
};

function rankOf(part: StructuredBlock): number {
  if (part.role === 'level') return 4 + (part.depth ?? 1);
  // A signature below the last article belongs to no article.
  const isAligned = part.block.kind === 'paragraph' && part.block.align !== undefined;
  if (isAligned && part.role === 'text') return 1;
  return RANKS[part.role] ?? 20;
}

const squeezed = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '');

const numberOf = (text: string | undefined): number | undefined =>
  text ? parseChineseNumeral(text) : undefined;

/** The words of a passage in one line, for a list or a check. */
export const passageText = ({ passage }: Place): string =>
  passage
    .map(({ block }) => ('runs' in block ? runsToText(block.runs) : blocksToText([block])))
    .join('');
