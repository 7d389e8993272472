import { blockToText, type Block } from '../blocks';
import { structureOf, type Structure } from '../structure';
import { articlesIn, type ArticleSpan } from './articles';
import type { Mention, Named } from './mention';
import { issuedIn, numberKey, titleKey } from './names';
import { numbersIn } from './numbers';
import { shortNamesIn, type NamedSpan } from './short-names';
import { titlesIn, type TitleSpan } from './titles';
import {
  BETWEEN,
  ENDS_AS_NAME,
  ENDS_BEFORE_NAME,
  ENDS_WITH_PAST,
  ENDS_WITH_SELF,
  ENDS_WITH_THAT,
  GOES_ON,
  ONLY_JOINS,
} from './words';

/** Of the citing text, what tells its own name from others. */
export type CitingText = { title: string; number?: string | null };

/** The names that the platform holds; an unmarked name is only told from other words by them. */
export type Known = { hasTitle: (key: string) => boolean; hasNumber: (key: string) => boolean };

/**
 * Finds the words of a text that name other documents or places in them: titles in 《》, full names
 * without marks (中华人民共和国刑法), document numbers in any spelling, 第…条第…款第…项 of the law
 * named before them (lists and ranges too), and 本法第…条. Short names given by the text
 * (以下简称) are understood from there on. 前款, 前条 and the number that opens an article are left
 * alone, as are forms and books: those are for the register not to hold.
 *
 * Mentions come in the order of the text and never overlap; most of them lead nowhere until
 * a register resolves them.
 *
 * @param structure of the same blocks, where the caller has it already
 */
export function findCitations(
  blocks: readonly Block[],
  citing: CitingText,
  known: Known,
  structure: Structure = structureOf(blocks),
): Mention[] {
  const reader = new Reader(citing, known);
  return blocks.flatMap((block, at) => {
    if (block.kind === 'image') return [];
    const part = structure.blocks[at];
    const own = part?.role === 'article' ? (part.labelEnd ?? 0) : 0;
    return reader.read(blockToText(block), at, own);
  });
}

const MAY_CITE = /《|第\s*\S{1,9}\s*条|号|中华人民共和国/u;
const SELF: Named = { by: 'self' };
const LONGEST_NAME = 44;

type Held = NamedSpan & Pick<Mention, 'kind' | 'edition' | 'places' | 'isWhole'>;

/** One reading of a text from its beginning: short names hold from where they are given. */
class Reader {
  private readonly own: string;
  /** Its title, and that of the text that it issues. */
  private readonly ownNames: ReadonlySet<string>;
  private readonly ownNumber: string | undefined;
  private readonly isAmending: boolean;
  private readonly shortNames = new Map<string, Named>();
  /** Of a decision that amends: the law that its 第…条 are of. */
  private amended: Named | undefined;

  constructor(
    citing: CitingText,
    private readonly known: Known,
  ) {
    this.own = titleKey(citing.title);
    this.ownNames = new Set([this.own, issuedIn(citing.title) ?? this.own]);
    this.ownNumber = citing.number ? numberKey(citing.number) : undefined;
    const amendment = /^(.+?)修正案(?:\(.*\))?$/u.exec(this.own);
    this.isAmending = amendment !== null || /关于.*修[改订正].*的?决定$/u.test(this.own);
    if (amendment) this.amended = { by: 'title', keys: [amendment[1] as string] };
    else if (this.isAmending) this.amended = this.onlyTitleOf(citing.title);
  }

  read(text: string, block: number, ownEnd: number): Mention[] {
    if (!MAY_CITE.test(text)) return [];
    const titles = titlesIn(text);
    let names = this.namedOutright(text, titles);
    const given = shortNamesIn(text, names);
    for (const [short, named] of given) this.shortNames.set(short, named);
    if (given.length > 0) names = this.namedOutright(text, titles);
    if (this.isAmending && text.length < 160 && /修改|修正/u.test(text) && titles.length === 1)
      this.amended = names[0]?.named;
    const numbers = this.numbersOf(text, titles);
    const found = [...names, ...numbers].sort(byStart);
    return withoutOverlaps([...found, ...this.articlesOf(text, titles, found, ownEnd)])
      .filter(({ start, end }) => !/[\n\t]/u.test(text.slice(start, end)))
      .map(({ start, end, ...rest }) => ({
        block,
        start,
        end,
        quote: text.slice(start, end),
        ...rest,
      }));
  }

  private namedOutright(text: string, titles: readonly TitleSpan[]): Held[] {
    return [...this.namesOf(text, titles), ...this.marked(text, titles)].sort(byStart);
  }

  private marked(text: string, titles: readonly TitleSpan[]): Held[] {
    return titles.flatMap(({ start, end, inner }) => {
      const named = this.namedByTitle(inner, text.slice(Math.max(0, start - LONGEST_NAME), start));
      if (!named) return [];
      return [{ start, end, named, kind: 'title' as const, ...editionOf(text, start, end) }];
    });
  }

  private namedByTitle(inner: string, before: string): Named | undefined {
    const key = titleKey(inner);
    if (key === '') return undefined;
    const short = this.shortNames.get(key);
    if (short) return short;
    if (this.ownNames.has(key)) return SELF;
    if (!key.startsWith('关于')) return { by: 'title', keys: [key] };
    const issuer = titleKey(/[\p{Script=Han}、\s]*$/u.exec(before)?.[0] ?? '');
    const whole = suffixesOf(issuer)
      .map((suffix) => suffix + key)
      .find((candidate) => this.isKnown(candidate));
    if (whole !== undefined && this.ownNames.has(whole)) return SELF;
    return { by: 'title', keys: whole ? [whole, key] : [key] };
  }

  /** 中华人民共和国刑法 without marks: the longest name held, or what looks like a law's name. */
  private namesOf(text: string, titles: readonly TitleSpan[]): Held[] {
    const found: Held[] = [];
    for (const match of text.matchAll(/中华人民共和国(\p{Script=Han}{1,40})/gu)) {
      const run = match[1] as string;
      const start = match.index;
      if (titles.some((title) => title.start < start && start < title.end)) continue;
      const ends = Array.from({ length: run.length }, (_, i) => run.length - i)
        .map((length) => ({ name: run.slice(0, length), rest: run.slice(length) }))
        .filter(({ name, rest }) => ENDS_AS_NAME.test(name) && !GOES_ON.test(rest));
      const held = ends.find(({ name }) => this.isKnown(titleKey(name)));
      const guess = ends.filter(({ name }) => /(?:法|条例)$/u.test(name)).at(-1);
      const name = (held ?? guess)?.name;
      if (!name) continue;
      const end = start + match[0].length - run.length + name.length;
      const key = titleKey(name);
      const named: Named = this.ownNames.has(key) ? SELF : { by: 'title', keys: [key] };
      found.push({ start, end, named, kind: 'name', ...editionOf(text, start, end) });
    }
    return found;
  }

  private numbersOf(text: string, titles: readonly TitleSpan[]): Held[] {
    return numbersIn(text).flatMap(({ start, end, runStart }) => {
      if (titles.some((title) => title.start < start && start < title.end)) return [];
      const candidates = Array.from({ length: start - runStart + 1 }, (_, i) => runStart + i)
        .map((from) => ({ from, key: numberKey(text.slice(from, end)) }))
        .filter((one): one is { from: number; key: string } => one.key !== undefined);
      const own = candidates.find(({ key }) => key === this.ownNumber);
      if (own) return [{ start: own.from, end, named: SELF, kind: 'number' as const }];
      const held = candidates.find(({ key }) => this.known.hasNumber(key));
      const keys = held ? [held.key] : candidates.map(({ key }) => key);
      if (keys.length === 0) return [];
      return [
        {
          start: held?.from ?? start,
          end,
          named: { by: 'number' as const, keys },
          kind: 'number' as const,
        },
      ];
    });
  }

  private articlesOf(
    text: string,
    titles: readonly TitleSpan[],
    found: readonly Held[],
    ownEnd: number,
  ): Held[] {
    const spans: Held[] = [];
    let last: { end: number; held: Held | undefined } | undefined;
    for (const article of articlesIn(text)) {
      if (article.start < ownEnd) continue;
      if (titles.some((title) => title.start < article.start && article.start < title.end))
        continue;
      const isJoined = last !== undefined && ONLY_JOINS.test(text.slice(last.end, article.start));
      const held = isJoined
        ? last?.held && { ...last.held, start: article.start, isWhole: false }
        : this.lawOf(text, article, found, spans);
      last = { end: article.end, held };
      if (held) spans.push({ ...held, end: article.end, places: article.places, kind: 'article' });
    }
    return spans;
  }

  /** The law of which an article is: what is named right before it, or the text itself. */
  private lawOf(
    text: string,
    { start }: ArticleSpan,
    found: readonly Held[],
    earlier: readonly Held[],
  ): Held | undefined {
    const at = { start, end: start, kind: 'article' as const };
    const before = text.slice(Math.max(0, start - 160), start);
    const gap = BETWEEN.exec(before)?.[0].length ?? 0;
    const named = found.find(
      (one) => one.end <= start && one.end >= start - gap && one.kind !== 'number',
    );
    if (named)
      return {
        ...named,
        ...at,
        ...(named.kind === 'name' && { start: named.start, isWhole: true }),
      };
    const plain = before.replace(/(?<!\s)(?:\s*第[^\s编章节]{1,6}[编章节])*\s*$/u, '');
    const self = ENDS_WITH_SELF.exec(plain);
    if (self) {
      const own = this.isAmending && isQuoted(text, start) ? this.amended : SELF;
      const length = before.length - plain.length + self[0].length;
      return own && { ...at, named: own, start: start - length, isWhole: true };
    }
    if (ENDS_WITH_THAT.test(plain)) {
      const that = [...found, ...earlier]
        .filter((one) => one.end <= start)
        .sort(byStart)
        .at(-1);
      return that && { ...that, ...at };
    }
    return (
      this.unmarkedLaw(plain, before.length - plain.length, at) ?? this.bareLaw(plain, text, at)
    );
  }

  /** 刑法第三条: the longest end of the words before that is a name, and no end of a longer one. */
  private unmarkedLaw(
    plain: string,
    gap: number,
    at: Held | Omit<Held, 'named'>,
  ): Held | undefined {
    const run = /[\p{Script=Han}（）()]{1,44}$/u.exec(plain)?.[0] ?? '';
    if (!ENDS_AS_NAME.test(run) && !this.shortNames.has(titleKey(run.slice(-2)))) return undefined;
    for (const name of suffixesOf(run)) {
      const key = titleKey(name);
      const short = this.shortNames.get(key);
      if (!short && !this.isKnown(key)) continue;
      const lead = plain.slice(0, plain.length - name.length);
      const isPast = ENDS_WITH_PAST.test(lead);
      if (!isPast && !ENDS_BEFORE_NAME.test(lead)) continue;
      const named: Named = short ?? (this.ownNames.has(key) ? SELF : { by: 'title', keys: [key] });
      const start = at.start - gap - name.length;
      return { ...at, start, named, isWhole: true, ...(isPast && { edition: 'past' as const }) };
    }
    return undefined;
  }

  /** An article without a law is the text's own, or of the law that the text amends. */
  private bareLaw(plain: string, text: string, at: Omit<Held, 'named'>): Held | undefined {
    if (ENDS_AS_NAME.test(plain) || /[“"‘「]$/u.test(plain)) return undefined;
    if (!this.isAmending) return { ...at, named: SELF };
    return this.amended && { ...at, named: this.amended };
  }

  private isKnown(key: string): boolean {
    return this.ownNames.has(key) || this.known.hasTitle(key);
  }

  private onlyTitleOf(title: string): Named | undefined {
    const quoted = [...title.matchAll(/[〈《<]([^〈〉《》<>]+)[〉》>]/gu)];
    if (quoted.length !== 1 || /等.{1,6}[部件项]/u.test(title)) return undefined;
    return { by: 'title', keys: [titleKey(quoted[0]?.[1] as string)] };
  }
}

const byStart = (a: NamedSpan, b: NamedSpan): number => a.start - b.start || b.end - a.end;

const suffixesOf = (text: string): string[] =>
  Array.from({ length: text.length }, (_, i) => text.slice(i));

/** Of what overlaps, the one that begins first, and of those the longest. */
function withoutOverlaps(spans: readonly Held[]): Held[] {
  const kept: Held[] = [];
  for (const span of [...spans].sort(byStart))
    if (span.start >= (kept.at(-1)?.end ?? 0)) kept.push(span);
  return kept;
}

function editionOf(text: string, start: number, end: number): Pick<Mention, 'edition'> {
  if (ENDS_WITH_PAST.test(text.slice(Math.max(0, start - 8), start))) return { edition: 'past' };
  const rest = text.slice(end, end + 300).split(/[。；\n]/u, 1)[0] as string;
  return /废止|停止(?:执行|施行)/u.test(rest) ? { edition: 'own' } : {};
}

/** Whether a place stands inside “…”, the words that an amendment puts in. */
function isQuoted(text: string, at: number): boolean {
  const before = text.slice(0, at);
  return before.lastIndexOf('“') > before.lastIndexOf('”');
}
