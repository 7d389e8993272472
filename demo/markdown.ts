import type { Block, Cell, Run } from '../domain/documents/blocks';

/** A text that the small Markdown of the demo county does not allow, with the line where it went wrong. */
export class MarkdownError extends Error {
  constructor(
    message: string,
    readonly line: number,
  ) {
    super(`line ${line}: ${message}`);
    this.name = 'MarkdownError';
  }
}

/**
 * Reads the small Markdown in which the demo texts are written into blocks.
 *
 * Known: `##` to `####` headings, paragraphs (lines that follow each other are one),
 * `- ` and `1. ` lists, pipe tables with a header row, `**bold**`, `[text](address)`,
 * a backslash before a mark that is meant as a character, and `> ` for a line set to the
 * right (signatures and dates). Anything else that looks like Markdown is refused rather
 * than shown to readers as stray marks.
 *
 * @throws {MarkdownError} with the line number (from 1) of what could not be read
 */
export function parseMarkdown(text: string): Block[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  const blocks: Block[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] ?? '';
    if (line.trim() === '') {
      at += 1;
      continue;
    }
    const [block, next] = readBlock(lines, at);
    blocks.push(block);
    at = next;
  }
  return blocks;
}

/**
 * Reads the marks inside one line: bold, links, escapes.
 *
 * @param line the line number named in errors
 * @throws {MarkdownError} when bold is left open or an address is not one a reader may follow
 */
export function parseRuns(text: string, line = 1): Run[] {
  const runs: Run[] = [];
  let bold = false;
  let plain = '';
  const flush = () => {
    if (plain !== '') runs.push(bold ? { text: plain, bold: true } : { text: plain });
    plain = '';
  };
  let at = 0;
  while (at < text.length) {
    const rest = text.slice(at);
    const escaped = /^\\([!-/:-@[-`{-~])/.exec(rest);
    if (escaped) {
      plain += escaped[1];
      at += 2;
      continue;
    }
    if (rest.startsWith('**')) {
      flush();
      bold = !bold;
      at += 2;
      continue;
    }
    if (rest.startsWith('![')) throw new MarkdownError('images are not part of a text here', line);
    const link = /^\[([^[\]]+)\]\(([^()\s]*)\)/.exec(rest);
    if (link) {
      flush();
      const href = checkAddress(link[2] ?? '', line);
      runs.push({ text: link[1] ?? '', ...(bold ? { bold: true } : {}), href });
      at += link[0].length;
      continue;
    }
    plain += text[at];
    at += 1;
  }
  if (bold) throw new MarkdownError('bold is opened with ** and not closed', line);
  flush();
  return runs;
}

const HEADING = /^(#+)(\s+|$)(.*)$/;
const BULLET = /^- +(.*)$/;
const NUMBERED = /^(\d{1,3})\. +(.*)$/;
const RIGHT = /^> ?(.*)$/;

function readBlock(lines: readonly string[], start: number): [Block, number] {
  const line = lines[start] ?? '';
  refuseUnknown(line, start + 1);
  if (HEADING.test(line)) return [readHeading(line, start + 1), start + 1];
  const right = RIGHT.exec(line);
  if (right) {
    const runs = parseRuns((right[1] ?? '').trim(), start + 1);
    if (runs.length === 0)
      throw new MarkdownError('a line set to the right has no words', start + 1);
    return [{ kind: 'paragraph', runs, align: 'right' }, start + 1];
  }
  if (line.startsWith('|')) return readTable(lines, start);
  if (BULLET.test(line) || NUMBERED.test(line)) return readList(lines, start);
  return readParagraph(lines, start);
}

function readHeading(line: string, number: number): Block {
  const match = HEADING.exec(line);
  const level = match?.[1]?.length ?? 0;
  const words = (match?.[3] ?? '').trim();
  if (level !== 2 && level !== 3 && level !== 4) {
    // The title of the page is the only first level, and it is a field of its own.
    throw new MarkdownError(`a heading has two to four marks, not ${level}`, number);
  }
  if (words === '') throw new MarkdownError('a heading has no words', number);
  return { kind: 'heading', level, runs: parseRuns(words, number) };
}

function readParagraph(lines: readonly string[], start: number): [Block, number] {
  let at = start;
  let text = '';
  while (at < lines.length) {
    const line = lines[at] ?? '';
    if (line.trim() === '' || (at > start && startsOtherBlock(line))) break;
    refuseUnknown(line, at + 1);
    text = joinLines(text, line.trim());
    at += 1;
  }
  return [{ kind: 'paragraph', runs: parseRuns(text, start + 1) }, at];
}

function readList(lines: readonly string[], start: number): [Block, number] {
  const ordered = NUMBERED.test(lines[start] ?? '');
  const items: { text: string; line: number }[] = [];
  let at = start;
  while (at < lines.length) {
    const line = lines[at] ?? '';
    const match = (ordered ? NUMBERED : BULLET).exec(line);
    if (match) {
      // A block has no first number, so a list that starts elsewhere would be renumbered in silence.
      if (ordered && Number(match[1]) !== items.length + 1) {
        throw new MarkdownError(
          `a numbered list runs 1, 2, 3: expected ${items.length + 1}, found ${match[1]}`,
          at + 1,
        );
      }
      items.push({ text: (ordered ? match[2] : match[1])?.trim() ?? '', line: at + 1 });
      at += 1;
      continue;
    }
    if (/^\s+(- |\d{1,3}\. )/.test(line)) {
      throw new MarkdownError('a list inside a list is not known here', at + 1);
    }
    const last = items.at(-1);
    if (/^\s+\S/.test(line) && last) {
      last.text = joinLines(last.text, line.trim());
      at += 1;
      continue;
    }
    const next = nextWritten(lines, at);
    if (line.trim() === '' && next !== undefined && continuesList(lines[next] ?? '', ordered)) {
      at = next;
      continue;
    }
    break;
  }
  for (const item of items) {
    if (item.text === '') throw new MarkdownError('a list item has no words', item.line);
  }
  return [
    { kind: 'list', ordered, items: items.map((item) => parseRuns(item.text, item.line)) },
    at,
  ];
}

/** A second list that begins again at 1 after a blank line is a list of its own. */
function continuesList(line: string, ordered: boolean): boolean {
  if (!ordered) return BULLET.test(line);
  const match = NUMBERED.exec(line);
  return match !== null && match[1] !== '1';
}

function readTable(lines: readonly string[], start: number): [Block, number] {
  const header = splitRow(lines[start] ?? '', start + 1);
  const rule = lines[start + 1] ?? '';
  if (!/^\|(\s*:?-{3,}:?\s*\|)+\s*$/.test(rule)) {
    throw new MarkdownError('a table needs a line of |---| under its header', start + 2);
  }
  const width = header.length;
  if (splitRow(rule, start + 2).length !== width) {
    throw new MarkdownError('the line under the header has another number of cells', start + 2);
  }
  const rows: Cell[][] = [
    header.map((text) => ({ runs: parseRuns(text, start + 1), header: true })),
  ];
  let at = start + 2;
  while (at < lines.length && (lines[at] ?? '').startsWith('|')) {
    const cells = splitRow(lines[at] ?? '', at + 1);
    if (cells.length !== width) {
      throw new MarkdownError(
        `a row of ${cells.length} cells in a table of ${width} columns`,
        at + 1,
      );
    }
    const number = at + 1;
    rows.push(cells.map((text) => ({ runs: parseRuns(text, number) })));
    at += 1;
  }
  return [{ kind: 'table', rows }, at];
}

function splitRow(line: string, number: number): string[] {
  const trimmed = line.trim();
  if (!/(^|[^\\])\|$/.test(trimmed) || trimmed.length < 2) {
    throw new MarkdownError('a table row begins and ends with |', number);
  }
  return trimmed
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());
}

const startsOtherBlock = (line: string): boolean =>
  HEADING.test(line) ||
  RIGHT.test(line) ||
  BULLET.test(line) ||
  NUMBERED.test(line) ||
  line.startsWith('|');

function nextWritten(lines: readonly string[], from: number): number | undefined {
  for (let at = from; at < lines.length; at += 1) {
    if ((lines[at] ?? '').trim() !== '') return at;
  }
  return undefined;
}

/** Chinese lines join without a space, words in Latin letters with one. */
function joinLines(before: string, after: string): string {
  if (before === '') return after;
  return /[\x21-\x7e]$/.test(before) && /^[\x21-\x7e]/.test(after)
    ? `${before} ${after}`
    : before + after;
}

function refuseUnknown(line: string, number: number): void {
  if (/^(```|~~~)/.test(line)) throw new MarkdownError('code is not part of a text here', number);
  if (/^<\/?[a-z!][^>]*>/i.test(line)) throw new MarkdownError('HTML is not read here', number);
  if (/^([-*_])( *\1){2,}\s*$/.test(line)) {
    throw new MarkdownError('a rule across the page is not known here', number);
  }
}

/** An address in a demo text is a page of this portal, a part of the page, or https. */
function checkAddress(address: string, line: number): string {
  if (/^(\/(?!\/)|#\S|https:\/\/[^/\s]|http:\/\/[^/\s]|mailto:\S+@)/.test(address)) return address;
  throw new MarkdownError(`not an address a reader may follow: "${address}"`, line);
}
