import { blockToText, normaliseBlocks, type Block, type Run } from '../../domain/documents/blocks';
import { plainRun, type Line, type Piece, type StyledRun } from './html-lines';
import { bare, closeUp } from './text';

export type Structured = {
  blocks: Block[];
  /** The repeated title and number that were left out: what a check of lost words must add again. */
  dropped: string;
};

/**
 * Tells the headings, signatures and paragraphs of an official text from each other. The title and
 * number above the text are left out, for the page shows them from the catalogue; a title set on
 * several lines is one heading.
 */
export function structured(
  pieces: readonly Piece[],
  { title, number }: { title: string; number?: string | undefined },
): Structured {
  const { rest, dropped } = withoutMasthead(pieces, title, number);
  const blocks: Block[] = [];
  // Pages that set no sizes tell a title only by its place in the middle.
  const hasSizes = pieces.some((piece) => piece.kind === 'line' && isLarge(piece));
  let base: 2 | 3 = 2;
  for (let at = 0; at < rest.length; at += 1) {
    const piece = rest[at] as Piece;
    if (piece.kind !== 'line') {
      blocks.push(piece);
      continue;
    }
    const titleLines = titleAt(rest, at, hasSizes);
    if (titleLines > 0) {
      const lines = rest.slice(at, at + titleLines) as Line[];
      blocks.push(heading(2, closeUp(lines.map((line) => closeUp(textOf(line))).join(''))));
      // What follows a title of its own (an annex, the measures that a notice issues) stands under it.
      base = 3;
      at += titleLines - 1;
      continue;
    }
    const level = markedLevel(piece, base) ?? levelOf(piece, base);
    blocks.push(level ? heading(level, closeUp(textOf(piece))) : paragraph(piece));
  }
  return { blocks: withoutContentsHeadings(normaliseBlocks(blocks)), dropped };
}

const textOf = (line: Line): string => line.runs.map((run) => run.text).join('');

const heading = (level: 2 | 3 | 4, text: string): Block => ({
  kind: 'heading',
  level,
  runs: [{ text }],
});

function paragraph(line: Line): Block {
  const runs = leadIn(line.runs);
  return { kind: 'paragraph', runs, ...(line.align && { align: line.align }) };
}

/** The title and the number at the head, each only when it is letter for letter the catalogue's. */
function withoutMasthead(
  pieces: readonly Piece[],
  title: string,
  number: string | undefined,
): { rest: readonly Piece[]; dropped: string } {
  let dropped = '';
  let rest = pieces;
  const titleLength = linesThatMake(rest, bare(title));
  dropped += textOfFirst(rest, titleLength);
  rest = rest.slice(titleLength);
  const numberLength = number === undefined ? 0 : linesThatMake(rest, bare(number));
  dropped += textOfFirst(rest, numberLength);
  return { rest: rest.slice(numberLength), dropped };
}

/** How many of the first lines, put together, make up exactly this text; 0 when they don't. */
function linesThatMake(pieces: readonly Piece[], wanted: string): number {
  let sofar = '';
  for (const [i, piece] of pieces.entries()) {
    if (piece.kind !== 'line') return 0;
    sofar += bare(textOf(piece));
    if (sofar === wanted) return i + 1;
    if (!wanted.startsWith(sofar)) return 0;
  }
  return 0;
}

const textOfFirst = (pieces: readonly Piece[], count: number): string =>
  pieces
    .slice(0, count)
    .map((piece) => (piece.kind === 'line' ? textOf(piece) : ''))
    .join('');

const NUMERALS = '[一二三四五六七八九十百]+';
const DIVISION = new RegExp(`^第${NUMERALS}(?:编|分编|章|部分)(?:[\\s　]|$)`, 'u');
const SECTION = new RegExp(`^第${NUMERALS}节(?:[\\s　]|$)`, 'u');
const FIRST = new RegExp(`^${NUMERALS}、`, 'u');
const SECOND = new RegExp(`^（${NUMERALS}）`, 'u');
const THIRD = /^\d{1,2}(?:\.\d{1,2})*[.．　\s]/u;

/** How many lines from here on are a title: centred and set large, in bold or 黑体, throughout. */
function titleAt(pieces: readonly Piece[], at: number, hasSizes: boolean): number {
  let count = 0;
  for (let piece = pieces[at]; piece?.kind === 'line'; piece = pieces[at + count]) {
    if (!isCentredMark(piece) || (hasSizes && !isLarge(piece))) break;
    count += 1;
  }
  return count;
}

const isCentredMark = (line: Line): boolean =>
  line.align === 'center' &&
  isSet(line, isStrong) &&
  !isDivision(textOf(line)) &&
  !isCaption(textOf(line));

const isLarge = (line: Line): boolean => isSet(line, (run) => run.isLarge === true);

const isCaption = (text: string): boolean => /^[图表]\s*\d/u.test(text);

/**
 * A table of contents repeats the headings of the text: until the first of them comes again,
 * its lines are lines.
 */
function withoutContentsHeadings(blocks: Block[]): Block[] {
  const start = blocks.findIndex((block) => bare(blockToText(block)) === '目录');
  if (start < 0) return blocks;
  const seen = new Set<string>();
  let end = start + 1;
  for (; end < blocks.length; end += 1) {
    const block = blocks[end] as Block;
    const text = bare(blockToText(block));
    if (block.kind === 'heading' && seen.has(text)) break;
    seen.add(text);
  }
  if (end === blocks.length) return blocks;
  return blocks.map((block, i) =>
    block.kind === 'heading' && i >= start && i < end
      ? { kind: 'paragraph', runs: block.runs }
      : block,
  );
}

const isDivision = (text: string): boolean => {
  const closed = closeUp(text);
  return DIVISION.test(closed) || SECTION.test(closed) || FIRST.test(closed);
};

/** The level that the source itself gives to a heading; a sentence set as one is still a sentence. */
function markedLevel(line: Line, base: 2 | 3): 2 | 3 | 4 | undefined {
  const text = textOf(line);
  if (!line.heading || text.length > 80 || /[。；]$/u.test(text)) return undefined;
  return Math.min(4, base + line.heading - 1) as 2 | 3 | 4;
}

/** The level of a line that heads a part of the text, from its mark and the way it is set. */
function levelOf(line: Line, base: 2 | 3): 2 | 3 | 4 | undefined {
  const text = closeUp(textOf(line));
  // A heading is a name, at most closed by a full stop; a whole sentence before more text is none.
  if (line.align === 'right' || /[。；].|，$/u.test(text)) return undefined;
  const isMarked = isSet(line, isStrong);
  const isKai = isSet(line, (run) => run.face === 'kai');
  const isBare = text.length <= 40 && !/[。；：，、,;:]$/u.test(text);
  const below = (base + 1) as 3 | 4;
  if (DIVISION.test(text) && text.length <= 60) return base;
  if (SECTION.test(text) && text.length <= 60) return below;
  if (FIRST.test(text) && (isMarked || isBare) && text.length <= 80) return base;
  if (SECOND.test(text) && (((isMarked || isKai) && text.length <= 80) || isBare)) return below;
  if (THIRD.test(text) && isMarked && text.length <= 60)
    return /^\d+[　\s]/u.test(text) ? base : below;
  if (isCentredMark(line) && text.length <= 60) return base;
  return undefined;
}

const isSet = (line: Line, isMeant: (run: StyledRun) => boolean): boolean =>
  line.runs.every((run) => run.text.trim() === '' || isMeant(run));

const isStrong = (run: StyledRun): boolean => run.bold === true || run.face === 'hei';

/**
 * Words set in another face at the beginning of a paragraph lead into it (（一）加大稳岗支持力度。);
 * they are kept apart by bold. A paragraph all in 楷体 is only a paragraph.
 */
function leadIn(runs: readonly StyledRun[]): Run[] {
  const firstPlain = runs.findIndex((run) => !run.face && run.text.trim() !== '');
  return runs.map((run, i) => {
    const isLeading = firstPlain > 0 && i < firstPlain && run.face !== undefined;
    return isLeading ? { ...plainRun(run), bold: true } : plainRun(run);
  });
}
