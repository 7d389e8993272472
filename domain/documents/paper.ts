import { formatDay, type Day } from '../workdays/days';
import { normaliseBlocks, runsToText, type Block } from './blocks';
import type { Masthead } from './masthead';

/**
 * A document, or an interpretation of one, as a person holds it: what the downloads are made of.
 * Codes are already words in the reader's language. Interpretations leave most of it out.
 */
export type Paper = {
  title: string;
  body: readonly Block[];
  number?: string | null;
  indexNumber?: string | null;
  agency?: string | null;
  themes?: readonly string[] | null;
  kind?: string | null;
  madeOn?: Day | null;
  publishedOn?: Day | null;
  keywords?: readonly string[] | null;
  validity?: string | null;
  attachments?: readonly { name: string; address?: string | null }[] | null;
  /** The page of this text on the site, absolute. */
  address?: string | null;
  /** Red words over the text; without them the layout is plain. */
  masthead?: Masthead | null;
};

/** The words around the text, from `messages/`; values are never taken from here. */
export type PaperLabels = {
  indexNumber: string;
  theme: string;
  kind: string;
  agency: string;
  madeOn: string;
  title: string;
  number: string;
  publishedOn: string;
  keywords: string;
  validity: string;
  attachments: string;
  address: string;
  /** Stands where the body would be when there is none. */
  emptyBody: string;
  /** Writes a day in the reader's language; 2026年11月24日 when left out. */
  day?: (day: Day) => string;
  /** What parts a label from its value and one theme from the next; `：` and `、` when left out. */
  colon?: string;
  comma?: string;
  /** Said where a font lacks letters; `{letters}` stands for them. */
  missingLetters?: string;
  /** The language of the text, a BCP 47 tag; zh-CN when left out. */
  language?: string;
};

/** One line of the metadata table. */
export type PaperFact = { key: FactKey; label: string; value: string };

export type FactKey = Exclude<
  keyof PaperLabels,
  'attachments' | 'emptyBody' | 'day' | 'colon' | 'comma' | 'language' | 'missingLetters'
>;

/**
 * What is known of a document, in the order of the official metadata table: 索引号, 主题分类, 体裁,
 * 发文机关, 成文日期, 标题, 发文字号, 发布日期, 主题词, 有效性; then the page it was taken from.
 * What isn't known is left out.
 */
export function factsOf(paper: Paper, labels: PaperLabels): PaperFact[] {
  const day = labels.day ?? formatDay;
  const comma = labels.comma ?? '、';
  const facts: [FactKey, string | null | undefined][] = [
    ['indexNumber', paper.indexNumber],
    ['theme', paper.themes?.join(comma)],
    ['kind', paper.kind],
    ['agency', paper.agency],
    ['madeOn', paper.madeOn && day(paper.madeOn)],
    ['title', paper.title],
    ['number', paper.number],
    ['publishedOn', paper.publishedOn && day(paper.publishedOn)],
    ['keywords', paper.keywords?.join(comma)],
    ['validity', paper.validity],
    ['address', paper.address],
  ];
  return facts.flatMap(([key, value]) => (value ? [{ key, label: labels[key], value }] : []));
}

/**
 * The body without the title and the number that many sources repeat on top of it, the title
 * often in several centred lines. Only lines that say nothing else are left out.
 */
export function bodyOf(paper: Paper): Block[] {
  const blocks = normaliseBlocks(paper.body);
  const withoutTitle = blocks.slice(linesThatSay(paper.title, blocks));
  return paper.number ? withoutTitle.slice(linesThatSay(paper.number, withoutTitle)) : withoutTitle;
}

/** How many of the first blocks together say a text and no more: 0 when they don't. */
function linesThatSay(text: string, blocks: readonly Block[]): number {
  const wanted = essenceOf(text);
  let said = '';
  for (const [i, block] of blocks.slice(0, 6).entries()) {
    if (wanted === '' || block.kind === 'list' || block.kind === 'table') return 0;
    said += essenceOf(runsToText(block.runs));
    if (said === wanted) return i + 1;
    if (!wanted.startsWith(said)) return 0;
  }
  return 0;
}

const essenceOf = (text: string): string => text.normalize('NFKC').replace(/[^\p{L}\p{N}]+/gu, '');
