import { runsToText, type Block, type Cell, type Run } from '../blocks';
import { markerOf } from '../markers';
import { structureOf, type StructuredBlock } from '../structure';

/** One comparable piece of a text: a heading, a paragraph, an item of a list, a row of a table. */
export type Line = {
  /** Its place among the lines of its side, from 0. */
  index: number;
  kind: 'heading' | 'paragraph' | 'item' | 'row';
  /** The words, blanks made one; the cells of a row are parted by a tab. */
  text: string;
  /** How much of `text` is its number (第三条, （一）, a serial): it changes when others are put in. */
  labelEnd: number;
  /** Where it stands by the text's own numbers, where it has one: article-33-item-1. Once a side. */
  key?: string;
  /** The article, level or heading under which it stands, for words like “原在第三条”. */
  place?: string;
};

/** The lines of a text in order. Marks, links, alignment and blanks are no words: they don't count. */
export function linesOf(blocks: readonly Block[]): Line[] {
  const lines: Omit<Line, 'index'>[] = [];
  let place: string | undefined;
  let tables = 0;
  for (const part of structureOf(blocks).blocks) {
    const { block } = part;
    if (part.role === 'article' || part.role === 'level' || part.isHeading) {
      place = part.label ?? plainText(textOf(part));
    }
    if (block.kind === 'table') {
      tables += 1;
      lines.push(...rowsOf(block.rows, tables).map((row) => ({ ...row, place })));
    } else if (block.kind === 'list') {
      lines.push(
        ...block.items.map((item, i) => ({
          ...lineOf('item', item),
          key: part.itemIds?.[i],
          place,
        })),
      );
    } else {
      const kind = block.kind === 'heading' ? 'heading' : 'paragraph';
      lines.push({ ...lineOf(kind, block.runs), key: part.id, place });
    }
  }
  return withOwnKeys(lines.filter((line) => line.text !== '')).map((line, index) => ({
    ...line,
    index,
  }));
}

function lineOf(kind: Line['kind'], runs: readonly Run[]): Omit<Line, 'index'> {
  const text = plainText(runsToText(runs));
  return { kind, text, labelEnd: markerOf(text)?.end ?? 0 };
}

function rowsOf(rows: readonly Cell[][], table: number): Omit<Line, 'index'>[] {
  return rows.map((row) => {
    const cells = row.map((cell) => plainText(runsToText(cell.runs)));
    const isBlank = cells.every((cell) => cell === '');
    const first = cells[0] ?? '';
    const isSerial =
      cells.length > 1 && /^[0-9０-９一二三四五六七八九十]{1,4}[.、．]?$/u.test(first);
    const name = isSerial ? cells[1] : first;
    return {
      kind: 'row',
      text: isBlank ? '' : cells.join('\t'),
      labelEnd: isSerial ? first.length + 1 : 0,
      key: name ? `table-${table}-${name}` : undefined,
    };
  });
}

/** A name that two rows bear tells neither. */
function withOwnKeys<T extends { key?: string }>(lines: T[]): T[] {
  const counts = new Map<string, number>();
  for (const { key } of lines) if (key) counts.set(key, (counts.get(key) ?? 0) + 1);
  return lines.map((line) => (line.key && counts.get(line.key) === 1 ? line : omitKey(line)));
}

const omitKey = <T extends { key?: string }>(line: T): T => ({ ...line, key: undefined });

const textOf = ({ block }: StructuredBlock): string =>
  block.kind === 'heading' || block.kind === 'paragraph' ? runsToText(block.runs) : '';

const plainText = (text: string): string => text.replace(/\s+/gu, ' ').trim();
