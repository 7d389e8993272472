import { runsToText, type Block, type Run } from './blocks';
import { formatChineseNumeral } from './chinese-numerals';
import { markerOf, type Marker } from './markers';
import {
  closeBlanks,
  contentsOf,
  isBelow,
  isHeadline,
  isHeadlineWithStop,
  leadEnd,
} from './structure-lines';

export type Role =
  | 'part'
  | 'subpart'
  | 'chapter'
  | 'section'
  | 'article'
  | 'clause'
  | 'item'
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
  /** The marker without blanks: 第二章, 第一百二十条之一, （一）; of a 款, which has none: 第三条第二款. */
  label?: string;
  /** Where the marker ends in the block's text: what is before it is the number, and links to `id`. */
  labelEnd?: number;
  /** Of an ordered list: an anchor for each item. */
  itemIds?: string[];
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
 * a page can show an outline and a reader can link to a place in it.
 *
 * An anchor is made of the numbers that the text itself gives to the place and to what holds it, so
 * that an edit elsewhere doesn't move it:
 *
 * - #part-2, #chapter-3, #chapter-2-3 (of part 2), #section-3-1 (of chapter 3)
 * - #article-33, #article-120-1 (第一百二十条之一), #article-33-clause-2 (第二款),
 *   #article-33-item-1 (第（一）项), #article-33-clause-2-item-1-2
 * - #section-1-2 (一、（二）), #chapter-2-section-1 (一、 in chapter 2), #section-1-item-3 (of a list)
 * - #annex-1, #annex-1-article-1 and so on for all that an annex holds
 * - #h-… by its words for a heading without a number
 *
 * Only where one number stands twice in one place do the later ones take --2, --3 by their order.
 *
 * Inside an article （一） and 1. are its items, not headings. The lines of a table of contents are
 * told apart from the chapters that they name.
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
const LEVEL_RANK = 4;
/** 附件：1.…… after the last article names the annexes; it is no 款 of that article. */
const NAMES_ANNEXES = /^\s*附\s*[件表录图]?\s*[:：]/u;

const MOST_CLAUSES = 999;

/** The state of one reading: where the text is, and which anchors are taken. */
class Walk {
  readonly outline: OutlineEntry[] = [];
  readonly articles: ArticleEntry[] = [];
  private readonly taken = new Map<string, number>();
  /** `annex-1-` in the first annex, before every anchor there. */
  private prefix = '';
  private at: Partial<Record<'part' | 'subpart' | 'chapter', number>> = {};
  /** The division in which levels stand, and the last heading without a number. */
  private division = '';
  private lastHeading = '';
  private levels: number[] = [];
  private counted: number[] = [];
  private isHeaded: boolean[] = [];
  private lastArticle = { number: 0, sub: 0 };
  /** The article that is being read, with its 款 and 项. */
  private article: { id: string; label: string; clause: number; isOver: boolean } | undefined;
  private items: { depth: number; number: number }[] = [];
  /** The anchor under which a list stands. */
  private here = '';

  read(block: Block, next: Block | undefined): StructuredBlock {
    if (block.kind === 'list') return this.readList(block);
    if (block.kind === 'table') return { block, role: 'text', isHeading: false };
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
        return this.readAnnex(block, marker, text);
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
    const within = {
      part: [],
      subpart: [part],
      chapter: [part, subpart],
      section: [part, subpart, chapter],
    }[kind];
    const path = [...within, number].filter((value) => value !== undefined).join('-');
    const title = closeBlanks(text.slice(marker.end));
    const entry = `${label} ${title}`.trim();
    const heading = this.heading(block, kind, `${kind}-${path}`, RANKS[kind], entry);
    this.division = `${heading.id}-`;
    return { ...heading, label, labelEnd: labelEnd(text, marker) };
  }

  private readAnnex(block: Block, marker: Marker, text: string): StructuredBlock {
    this.leaveArticle();
    this.prefix = '';
    this.at = {};
    this.division = '';
    this.lastHeading = '';
    const { number, label } = marker;
    const heading = this.heading(block, 'annex', `annex-${number}`, RANKS.annex, label);
    this.prefix = `${heading.id}-`;
    return { ...heading, label, labelEnd: labelEnd(text, marker) };
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
    this.lastArticle = { number, sub };
    const id = this.take(`article-${number}${sub ? `-${sub}` : ''}`);
    this.article = { id, label, clause: 1, isOver: false };
    this.items = [];
    this.here = id;
    this.articles.push({ id, label, number, ...(sub && { sub }) });
    const rest = splitRuns(block.runs, marker.end)[1];
    const own = { block, role: 'article' as const, id, label, labelEnd: labelEnd(text, marker) };
    return { ...own, isHeading: false, lead: [{ text: label }], rest };
  }

  private readLevel(
    block: Block & { runs: Run[] },
    marker: Marker & { kind: 'level' },
    text: string,
    next: Block | undefined,
  ): StructuredBlock | undefined {
    const { depth, number, label } = marker;
    const isHeadingBlock = block.kind === 'heading';
    if (this.article && !isHeadingBlock) return this.readItem(block, marker, text);
    // 三、四季度的工作 is no third point unless two came before it; the points of some texts count
    // on through their sections, so （三） may be the first under 二、.
    const isDue = [this.levels[depth - 1] ?? 0, this.counted[depth - 1] ?? 0].some(
      (last) => number > last && number <= last + 2,
    );
    if (number !== 1 && !isDue && !isHeadingBlock) return undefined;
    this.counted[depth - 1] = number;
    if (isHeadingBlock) this.article = undefined;
    this.levels = [...Array.from({ length: depth - 1 }, (_, i) => this.levels[i] ?? 0), number];
    const id = this.takeLevel(`${this.division}section-${this.levels.join('-')}`);
    this.here = id;
    const isSibling = number === 1 || this.isHeaded[depth - 1] === true;
    const isWhole =
      isHeadingBlock ||
      isHeadline(text, marker.end) ||
      (isSibling && isHeadlineWithStop(text, marker.end) && isBelow(next, depth));
    const isTooDeep = depth > 2 && !isHeadingBlock;
    const lead = isTooDeep ? 0 : isWhole ? text.length : leadEnd(text, marker.end);
    this.isHeaded[depth - 1] = lead > 0;
    const own = {
      block,
      role: 'level' as const,
      id,
      label,
      labelEnd: labelEnd(text, marker),
      depth,
    };
    if (lead === 0) return { ...own, isHeading: false };
    const title = text.slice(marker.end, lead).replace(/[。.：:]\s*$/u, '');
    const entry = `${label}${label.endsWith('.') ? ' ' : ''}${closeBlanks(title)}`;
    this.outline.push({ id, level: LEVEL_RANK + depth, text: entry });
    if (lead >= text.length) return { ...own, isHeading: true };
    const [start, rest] = splitRuns(block.runs, lead);
    return { ...own, isHeading: true, lead: start, rest };
  }

  /** 第（一）项 of an article, or of one of its 款. */
  private readItem(
    block: Block,
    marker: Marker & { kind: 'level' },
    text: string,
  ): StructuredBlock | undefined {
    const { depth, number, label } = marker;
    if (this.article?.isOver) return undefined;
    const above = this.items.filter((item) => item.depth < depth);
    const last = this.items.find((item) => item.depth === depth)?.number ?? 0;
    if (number !== 1 && (number <= last || number > last + 2)) return undefined;
    this.items = [...above, { depth, number }];
    const path = this.items.map((item) => item.number).join('-');
    const id = this.take(`${this.clauseId()}-item-${path}`, true);
    return { block, role: 'item', id, label, labelEnd: labelEnd(text, marker), isHeading: false };
  }

  private readList(block: Block & { kind: 'list' }): StructuredBlock {
    const list = { block, role: 'text' as const, isHeading: false };
    if (!block.ordered) return list;
    const start = block.start ?? 1;
    const holder = this.article && !this.article.isOver ? this.clauseId() : this.here;
    const itemIds = block.items.map((_, i) =>
      holder ? this.take(`${holder}-item-${start + i}`, true) : this.take(`item-${start + i}`),
    );
    return { ...list, itemIds };
  }

  private readOther(block: Block & { runs: Run[] }, text: string): StructuredBlock {
    if (block.kind !== 'heading') return this.readText(block, text);
    this.leaveArticle();
    const name = closeBlanks(text)
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-');
    const id = `h-${[...name.replace(/^-+/u, '')].slice(0, 24).join('').replace(/-+$/u, '') || 'heading'}`;
    const heading = this.heading(block, 'heading', id, block.level + 1, closeBlanks(text));
    this.lastHeading = `${heading.id}-`;
    return heading;
  }

  /** A paragraph without a number: inside an article its next 款, elsewhere text. */
  private readText(block: Block, text: string): StructuredBlock {
    const plain = { block, role: 'text' as const, isHeading: false };
    const { article } = this;
    if (!article || article.isOver || text.trim() === '') return plain;
    const isAligned = block.kind === 'paragraph' && block.align !== undefined;
    if (isAligned || NAMES_ANNEXES.test(text)) {
      // Below the last article stand signature and date.
      article.isOver = true;
      return plain;
    }
    // What has so many is no article but a list that stands behind one.
    if (article.clause >= MOST_CLAUSES) {
      article.isOver = true;
      return plain;
    }
    article.clause += 1;
    this.items = [];
    const label = `${article.label}第${formatChineseNumeral(article.clause)}款`;
    return { ...plain, role: 'clause', id: this.take(this.clauseId(), true), label };
  }

  /** The first 款 is the paragraph that bears the article's number, and its anchor. */
  private clauseId(): string {
    const { id, clause } = this.article as NonNullable<Walk['article']>;
    return clause > 1 ? `${id}-clause-${clause}` : id;
  }

  private heading(
    block: Block,
    role: Role,
    wanted: string,
    level: number,
    text: string,
  ): StructuredBlock & { id: string } {
    const id = this.take(wanted);
    this.here = id;
    this.outline.push({ id, level, text });
    return { block, role, id, isHeading: true };
  }

  private leaveArticle(): void {
    this.article = undefined;
    this.items = [];
    this.levels = [];
  }

  /** Two plans under one notice both have 一、: the heading over the second tells it apart. */
  private takeLevel(wanted: string): string {
    const isFree = this.division !== '' || !this.taken.has(this.prefix + wanted);
    const isInDivision = this.division !== '';
    if (isFree || !this.lastHeading) return this.take(wanted, isInDivision);
    return this.take(this.lastHeading + wanted, true);
  }

  /** An anchor that no other block has: the second of a name is name--2. */
  private take(wanted: string, isWhole = false): string {
    const id = isWhole ? wanted : this.prefix + wanted;
    const count = (this.taken.get(id) ?? 0) + 1;
    this.taken.set(id, count);
    return count === 1 ? id : this.take(`${id}--${count}`, true);
  }
}

/** Blanks after the marker are not part of it. */
const labelEnd = (text: string, { end }: Marker): number => text.slice(0, end).trimEnd().length;

/** Nests entries by rank: each stands one below the nearest earlier entry that outranks it. */
function nested(entries: readonly OutlineEntry[]): OutlineEntry[] {
  const above: number[] = [];
  return entries.map((entry) => {
    while (above.length > 0 && (above.at(-1) as number) >= entry.level) above.pop();
    above.push(entry.level);
    return { ...entry, level: above.length };
  });
}
