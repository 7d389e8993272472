import { blockToText, type Block } from '../domain/documents/blocks';
import { structureOf, type StructuredBlock } from '../domain/documents/structure';
import type { Passage } from './engine';

/**
 * Characters of a passage, about: once it holds the least, it takes nothing that leads past the most.
 * An article stays whole unless it is a list of definitions.
 */
const SIZES = { text: { least: 300, most: 600 }, article: { least: 600, most: 1200 } } as const;

type Place = Omit<Passage, 'text'>;

/**
 * A text in passages: each article one, what is no article in stretches that begin at a heading where
 * there is one. Anchors are those that components/OfficialText gives to the same blocks. Together the
 * passages hold every character of the text once and in order, but for blanks at their ends.
 */
export function blockPassages(blocks: readonly Block[]): Passage[] {
  const { blocks: parts, outline } = structureOf(blocks);
  const titles = new Map(outline.map(({ id, text }) => [id, text]));
  const cutter = new Cutter();
  let above: Place = {};
  for (const part of parts) {
    const text = blockToText(part.block);
    if (text.trim() === '') continue;
    const own = part.id ?? part.itemIds?.[0];
    if (part.role === 'article') {
      cutter.open('article', { anchor: part.id, label: part.label });
    } else if (part.isHeading) {
      above = { anchor: part.id, label: labelOf(part, titles) };
      if (!isMinor(part) || cutter.isFull || cutter.isEmpty) cutter.openUnlessHeadings(above);
    } else if (cutter.isEmpty || (cutter.isArticle && !isInArticle(part))) {
      cutter.open('text', above);
    }
    const isBareHeading = part.isHeading && !part.rest;
    const place = cutter.isArticle
      ? { ...cutter.place, ...(own && { anchor: own }) }
      : { ...above, ...(own && { anchor: own }) };
    cutter.add(text, place, isBareHeading);
  }
  return cutter.end();
}

/**
 * A text that is no part of the record's page, or stands there without anchors of its own: its lines
 * are read as those of an official text, so that its articles keep their labels.
 */
export function passagesOf(text: string, place: Place = {}): Passage[] {
  const blocks = text
    .split(/\r\n?|\n/u)
    .map((line): Block => ({ kind: 'paragraph', runs: [{ text: line }] }));
  return blockPassages(blocks).map(({ text: own, label }) => ({
    text: own,
    ...(label && { label }),
    ...place,
  }));
}

const LONGEST_LABEL = 30;

function labelOf({ id, label }: StructuredBlock, titles: ReadonlyMap<string, string>) {
  const title = titles.get(id ?? '');
  return title && title.length <= LONGEST_LABEL ? title : label;
}

/** （一） and what is below it is not worth a passage of its own. */
const isMinor = ({ role, depth }: StructuredBlock): boolean => role === 'level' && depth !== 1;

const isInArticle = ({ role, block }: StructuredBlock): boolean =>
  role === 'clause' || role === 'item' || !['heading', 'paragraph'].includes(block.kind);

/** The passage that is being filled, and those that are done. */
class Cutter {
  place: Place = {};
  private readonly done: Passage[] = [];
  private kind: keyof typeof SIZES = 'text';
  private text = '';
  private hasHeadingsOnly = true;

  get isArticle(): boolean {
    return this.kind === 'article';
  }

  get isEmpty(): boolean {
    return this.text === '';
  }

  get isFull(): boolean {
    return this.isArticle || this.text.length >= SIZES[this.kind].least;
  }

  open(kind: keyof typeof SIZES, place: Place): void {
    this.close();
    this.kind = kind;
    this.place = place;
  }

  /** A chapter and its first section are one passage, found and shown under the chapter. */
  openUnlessHeadings(place: Place): void {
    if (this.isArticle || this.isEmpty || !this.hasHeadingsOnly) this.open('text', place);
  }

  /** @param place of what begins here, should a passage begin here */
  add(text: string, place: Place, isHeading: boolean): void {
    const { least, most } = SIZES[this.kind];
    cut(text, most).forEach((piece, i) => {
      const isTooMuch = this.text.length >= least && this.text.length + piece.length > most;
      if (isTooMuch) this.open(this.kind, place);
      this.text += this.text !== '' && i === 0 ? `\n${piece}` : piece;
      this.hasHeadingsOnly &&= isHeading;
    });
  }

  end(): Passage[] {
    this.close();
    return this.done;
  }

  private close(): void {
    const text = this.text.trim();
    const { anchor, label } = this.place;
    if (text !== '') this.done.push({ text, ...(anchor && { anchor }), ...(label && { label }) });
    this.text = '';
    this.hasHeadingsOnly = true;
  }
}

/** Pieces no longer than `most` that make up the text again, parted at ends of lines and sentences where it has them. */
function cut(text: string, most: number): string[] {
  if (text.length <= most) return [text];
  const pieces: string[] = [];
  let piece = '';
  for (const sentence of text.match(/[^。！？；!?;\n]*(?:[。！？；!?;\n]+[”’」』）)》]*|$)/gu) ??
    []) {
    for (const part of slices(sentence, most)) {
      if (piece !== '' && piece.length + part.length > most) {
        pieces.push(piece);
        piece = '';
      }
      piece += part;
    }
  }
  return piece === '' ? pieces : [...pieces, piece];
}

/** A sentence without an end, cut where it has a comma or a blank, else anywhere but inside a character. */
function slices(sentence: string, most: number): string[] {
  const parts: string[] = [];
  let rest = sentence;
  while (rest.length > most) {
    const window = rest.slice(0, most);
    const seam =
      Math.max(...['，', '、', '：', ',', ' ', '\t'].map((mark) => window.lastIndexOf(mark))) + 1;
    let at = seam > most / 2 ? seam : most;
    if (/[\uD800-\uDBFF]/u.test(rest.charAt(at - 1))) at -= 1;
    parts.push(rest.slice(0, at));
    rest = rest.slice(at);
  }
  return [...parts, rest];
}
