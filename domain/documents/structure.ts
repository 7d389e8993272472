import { runsToText, type Block, type Run } from './blocks';
import { markerOf, type Marker } from './markers';

export type Role =
  | 'part'
  | 'subpart'
  | 'chapter'
  | 'section'
  | 'article'
  | 'level'
  | 'annex'
  | 'heading'
  | 'contents'
  | 'text';

/** A block, and what it is in the text. The block itself is unchanged. */
export type StructuredBlock = {
  block: Block;
  role: Role;
  /** The anchor of the block, unique in the text and the same on every reading of it. */
  id?: string;
  /** The marker without blanks: 第二章, 第一百二十条之一, （一）. */
  label?: string;
  /** Of a level: 1 for 一、, 2 for （一）, 3 for 1., 4 for （1）. */
  depth?: 1 | 2 | 3 | 4;
  /** Whether the block, or its `lead`, is a heading over what follows. */
  isHeading: boolean;
  /** The start that is set apart: 第三十三条, or the run-in heading （一）目标任务。 */
  lead?: Run[];
  /** What follows the lead in the same paragraph, without the blanks between. */
  rest?: Run[];
};

export type OutlineEntry = { id: string; level: number; text: string };

export type ArticleEntry = { id: string; label: string; number: number; sub?: number };

export type Structure = {
  blocks: StructuredBlock[];
  /** Headings in order; level 1 is the top, and none skips a level. Articles are in `articles`. */
  outline: OutlineEntry[];
  articles: ArticleEntry[];
};

/**
 * Finds the parts, chapters, sections, articles and numbered levels of an official text, so that
 * a page can show an outline and a reader can link to an article (#article-33, #article-120-1,
 * #chapter-2, #section-2-1, #section-1-2, #annex-1; other headings #h-…).
 *
 * Inside an article （一） and 1. are its items, not headings, and get no anchor. The lines of a
 * table of contents are told apart from the chapters that they name.
 */
export function structureOf(blocks: readonly Block[]): Structure {
  const walk = new Walk();
  const contents = contentsOf(blocks);
  const structured = blocks.map((block, i) =>
    contents.has(i)
      ? { block, role: 'contents' as const, isHeading: false }
      : walk.read(block, blocks[i + 1]),
  );
  return { blocks: structured, outline: nested(walk.outline), articles: walk.articles };
}

/** 主送机关: the line that names whom a notice is for stands without an indent. Asked of the first block. */
export const isSalutation = (block: Block): block is Block & { kind: 'paragraph' } =>
  block.kind === 'paragraph' &&
  !block.align &&
  /^[^。；]{1,120}[：:]\s*$/u.test(runsToText(block.runs));

/** Parts a run list at a number of characters; marks and links stay with their characters. */
export function splitRuns(runs: readonly Run[], at: number): [Run[], Run[]] {
  const before: Run[] = [];
  const after: Run[] = [];
  let left = at;
  for (const run of runs) {
    if (left > 0) before.push({ ...run, text: run.text.slice(0, left) });
    if (run.text.length > left) after.push({ ...run, text: run.text.slice(Math.max(left, 0)) });
    left -= run.text.length;
  }
  return [before, after];
}

/** How the roles outrank each other, 1 first; an h2 stands beside a chapter. */
const RANKS = { part: 1, subpart: 2, chapter: 3, annex: 3, section: 4 } as const;
const DIVISIONS = new Set<string>(['part', 'subpart', 'chapter', 'section']);
const LEVEL_RANK = 4;
const LONGEST_LEAD = 40;
const LONGEST_HEADING = 40;

/** The state of one reading: where the text is, and which anchors are taken. */
class Walk {
  readonly outline: OutlineEntry[] = [];
  readonly articles: ArticleEntry[] = [];
  private readonly taken = new Map<string, number>();
  private at: Partial<Record<'part' | 'subpart' | 'chapter', number>> = {};
  private levels: number[] = [];
  private readonly counted: number[] = [];
  private readonly isHeaded: boolean[] = [];
  private lastArticle = { number: 0, sub: 0 };
  private isInArticle = false;

  read(block: Block, next: Block | undefined): StructuredBlock {
    if (block.kind === 'list' || block.kind === 'table')
      return { block, role: 'text', isHeading: false };
    const text = runsToText(block.runs);
    const marker = markerOf(text);
    switch (marker?.kind) {
      case 'part':
      case 'subpart':
      case 'chapter':
      case 'section':
        return this.readDivision(block, marker, text);
      case 'article':
        return this.readArticle(block, marker, text);
      case 'annex':
        this.leaveArticle();
        return this.heading(block, 'annex', `annex-${marker.number}`, RANKS.annex, marker.label);
      case 'level':
        return this.readLevel(block, marker, text, next) ?? this.readOther(block, text);
      default:
        return this.readOther(block, text);
    }
  }

  private readDivision(
    block: Block,
    marker: Marker & { kind: 'part' | 'subpart' | 'chapter' | 'section' },
    text: string,
  ): StructuredBlock {
    this.leaveArticle();
    const { kind, number, label } = marker;
    const { part, subpart, chapter } = this.at;
    if (kind === 'part') this.at = { part: number };
    if (kind === 'subpart') this.at = { part, subpart: number };
    if (kind === 'chapter') this.at = { part, subpart, chapter: number };
    // Chapters mostly count through; where each part starts afresh, the part tells them apart.
    const within = [part, subpart].filter((value) => value !== undefined);
    const ids = {
      part: [`part-${number}`],
      subpart: [`subpart-${[part, number].filter(Boolean).join('-')}`],
      chapter: [`chapter-${number}`, `chapter-${[...within, number].join('-')}`],
      section: [
        `section-${[chapter, number].filter(Boolean).join('-')}`,
        `section-${[...within, chapter, number].filter(Boolean).join('-')}`,
      ],
    }[kind];
    const title = closeBlanks(text.slice(marker.end));
    const id = ids.find((candidate) => !this.taken.has(candidate)) ?? (ids[0] as string);
    return this.heading(block, kind, id, RANKS[kind], `${label} ${title}`.trim(), label);
  }

  private readArticle(
    block: Block & { runs: Run[] },
    marker: Marker & { kind: 'article' },
    text: string,
  ): StructuredBlock {
    const { number, sub = 0, label } = marker;
    const last = this.lastArticle;
    const isNext =
      number === last.number + 1 ||
      (number === last.number && sub === last.sub + 1) ||
      number === 1;
    // 第三条经营者应当… opens article 3 only where article 3 is due.
    if (marker.isTight && !isNext) return this.readOther(block, text);
    this.isInArticle = true;
    this.lastArticle = { number, sub };
    const id = this.take(`article-${number}${sub ? `-${sub}` : ''}`);
    this.articles.push({ id, label, number, ...(sub && { sub }) });
    const rest = splitRuns(block.runs, marker.end)[1];
    return { block, role: 'article', id, label, isHeading: false, lead: [{ text: label }], rest };
  }

  private readLevel(
    block: Block & { runs: Run[] },
    marker: Marker & { kind: 'level' },
    text: string,
    next: Block | undefined,
  ): StructuredBlock | undefined {
    const { depth, number, label } = marker;
    const isHeadingBlock = block.kind === 'heading';
    if (this.isInArticle && !isHeadingBlock) return undefined;
    // 三、四季度的工作 is no third point unless two came before it; the points of some texts count
    // on through their sections, so （三） may be the first under 二、.
    const isDue = [this.levels[depth - 1] ?? 0, this.counted[depth - 1] ?? 0].some(
      (last) => number > last && number <= last + 2,
    );
    if (number !== 1 && !isDue && !isHeadingBlock) return undefined;
    this.counted[depth - 1] = number;
    if (isHeadingBlock) this.isInArticle = false;
    this.levels = [...Array.from({ length: depth - 1 }, (_, i) => this.levels[i] ?? 0), number];
    const id = this.take(`section-${this.levels.join('-')}`);
    const isSibling = number === 1 || this.isHeaded[depth - 1] === true;
    const isWhole =
      isHeadingBlock ||
      isHeadline(text, marker.end) ||
      (isSibling && isHeadlineWithStop(text, marker.end) && isBelow(next, depth));
    const isTooDeep = depth > 2 && !isHeadingBlock;
    const lead = isTooDeep ? 0 : isWhole ? text.length : leadEnd(text, marker.end);
    this.isHeaded[depth - 1] = lead > 0;
    const own = { block, role: 'level' as const, id, label, depth };
    if (lead === 0) return { ...own, isHeading: false };
    const title = text.slice(marker.end, lead).replace(/[。.：:]\s*$/u, '');
    const entry = `${label}${label.endsWith('.') ? ' ' : ''}${closeBlanks(title)}`;
    this.outline.push({ id, level: LEVEL_RANK + depth, text: entry });
    if (lead >= text.length) return { ...own, isHeading: true };
    const [start, rest] = splitRuns(block.runs, lead);
    return { ...own, isHeading: true, lead: start, rest };
  }

  private readOther(block: Block, text: string): StructuredBlock {
    if (block.kind !== 'heading') return { block, role: 'text', isHeading: false };
    this.leaveArticle();
    const name = closeBlanks(text)
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-');
    const id = `h-${[...name.replace(/^-+/u, '')].slice(0, 24).join('').replace(/-+$/u, '') || 'heading'}`;
    return this.heading(block, 'heading', id, block.level + 1, closeBlanks(text));
  }

  private heading(
    block: Block,
    role: Role,
    wanted: string,
    level: number,
    text: string,
    label?: string,
  ): StructuredBlock {
    const id = this.take(wanted);
    this.outline.push({ id, level, text });
    return { block, role, id, isHeading: true, ...(label && { label }) };
  }

  private leaveArticle(): void {
    this.isInArticle = false;
    this.levels = [];
  }

  /** An anchor that no other block has: the second of a name is name--2. */
  private take(id: string): string {
    const count = (this.taken.get(id) ?? 0) + 1;
    this.taken.set(id, count);
    return count === 1 ? id : this.take(`${id}--${count}`);
  }
}

/** Whether all of a numbered line is a heading: short, one clause or two, no full stop. */
function isHeadline(text: string, from: number): boolean {
  const title = text.slice(from).trim();
  if (title === '' || [...title].length > LONGEST_HEADING) return false;
  return !/[。；;：:？?！!]|[，,、]$/u.test(title);
}

/**
 * （一）指导思想。 on a line of its own, over a paragraph without a number. The last item of an
 * enumeration looks the same, so the caller asks whether the item before it was a heading too.
 */
const isHeadlineWithStop = (text: string, from: number): boolean =>
  /。\s*$/u.test(text) && isHeadline(text.replace(/。\s*$/u, ''), from);

/** Whether a block belongs under a heading of a level: plain text, or a deeper level. */
function isBelow(block: Block | undefined, depth: number): boolean {
  if (block?.kind !== 'paragraph') return false;
  const marker = markerOf(runsToText(block.runs));
  return marker === undefined || (marker.kind === 'level' && marker.depth > depth);
}

/** Where a run-in heading ends, after its full stop; 0 when the line has none. */
function leadEnd(text: string, from: number): number {
  const stop = text.indexOf('。', from);
  const isLead = stop > from && stop - from <= LONGEST_LEAD && text.slice(stop + 1).trim() !== '';
  return isLead ? stop + 1 : 0;
}

/**
 * The blocks of a table of contents: 目录 and the divisions named after it, up to where the first
 * of them comes again. 目录 over divisions that come only once is over the text itself.
 */
function contentsOf(blocks: readonly Block[]): Set<number> {
  const lines = blocks.map((block) =>
    block.kind === 'heading' || block.kind === 'paragraph'
      ? runsToText(block.runs).replace(/\s+/gu, '')
      : '',
  );
  const start = lines.findIndex((line) => /^目[录次]$/u.test(line));
  const first = lines[start + 1];
  const again = first ? lines.indexOf(first, start + 2) : -1;
  if (start === -1 || again === -1) return new Set();
  const isAllDivisions = lines
    .slice(start + 1, again)
    .every((line) => DIVISIONS.has(markerOf(line)?.kind ?? '') || /^(附则|附件|序言)$/u.test(line));
  if (!isAllDivisions) return new Set();
  return new Set(Array.from({ length: again - start }, (_, i) => start + i));
}

/** 总　　则 → 总则; blanks between words elsewhere become one. */
function closeBlanks(text: string): string {
  const plain = text.replace(/\s+/gu, ' ').trim();
  return [...plain.replace(/ /g, '')].length <= 4
    ? plain.replace(/(\p{Script=Han}) (?=\p{Script=Han})/gu, '$1')
    : plain;
}

/** Nests entries by rank: each stands one below the nearest earlier entry that outranks it. */
function nested(entries: readonly OutlineEntry[]): OutlineEntry[] {
  const above: number[] = [];
  return entries.map((entry) => {
    while (above.length > 0 && (above.at(-1) as number) >= entry.level) above.pop();
    above.push(entry.level);
    return { ...entry, level: above.length };
  });
}
