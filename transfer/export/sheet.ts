import type { Block, Run } from '../../domain/documents/blocks';
import { closingOf } from '../../domain/documents/closing';
import { bodyOf, factsOf, type Paper, type PaperLabels } from '../../domain/documents/paper';
import { isSalutation, structureOf, type StructuredBlock } from '../../domain/documents/structure';
import { titleLines } from '../../domain/documents/title-lines';
import { absoluteLink, plainText, type LinkBase } from './docx-runs';
import { sheetTable, type SheetTable } from './sheet-table';

/**
 * A paper laid out as far as words go: what stands where and in which of the official faces. The
 * typesetter (`official.typ`) sets it without reading a word of it as an instruction.
 */
export type Sheet = {
  language: 'zh' | 'en';
  title: string;
  titleLines: string[];
  authors: string[];
  keywords: string[];
  /** Year, month, day of the document's date. */
  day: number[] | null;
  /** `blank` is a form to fill in: one page without a number. */
  form: 'document' | 'letter' | 'order' | 'plain' | 'blank';
  mark: string;
  number: string;
  nodes: SheetNode[];
  /** 附件说明 */
  attachments: { label: string; items: Inline[][] };
  signature: string[];
  imprint: string[];
  annexes: SheetNode[];
  facts: { label: string; value: Inline[] }[];
  colon: string;
  /** Said at the end where letters had to be replaced; `{letters}` stands for them. */
  missing: string;
};

/** A stretch of text in one look: `f` another face, `u` an address, `n` a line break, `k` kept whole, `z` parted anywhere. */
export type Inline = {
  s: string;
  b?: true;
  k?: true;
  z?: true;
  f?: 'hei' | 'kai';
  u?: string;
  n?: true;
};

export type SheetNode =
  | { t: 'heading'; level: number; look: 'centre' | 'hei' | 'kai' | 'fang'; runs: Inline[] }
  | {
      t: 'text';
      look: 'body' | 'flush' | 'centre' | 'right';
      runs: Inline[];
      /** Not torn between two pages, and on the page of what follows. */
      keep?: ('whole' | 'next')[];
    }
  | { t: 'list'; ordered: boolean; start: number; items: Inline[][] }
  | SheetTable;

/** A 2 号 title has 20 characters a line in the type area of 156 mm. */
export const TITLE_LINE = 20;

/**
 * @param options.site the site's own address, without which links to its pages are text only.
 */
export function sheetOf(paper: Paper, options: { labels: PaperLabels; site?: string }): Sheet {
  const { labels, site } = options;
  const { body, signature, imprint, after } = closingOf(bodyOf(paper), paper.agency);
  const isEmpty = body.length + after.length + signature.length === 0;
  const levels = new Levels();
  const title = oneLine(paper.title);
  const files = filesOf(paper, site);
  // Many texts name their annexes themselves; the files then stand among the facts.
  const isNamed = body.some(
    (block) => block.kind === 'paragraph' && NAMES_ANNEXES.test(block.runs[0]?.text ?? ''),
  );
  return {
    language: labels.language?.startsWith('en') ? 'en' : 'zh',
    title,
    titleLines: titleLines(title, TITLE_LINE),
    authors: paper.agency ? [plainText(paper.agency)] : [],
    keywords: (paper.keywords ?? []).map(plainText),
    day: paper.madeOn ? paper.madeOn.split('-').map(Number) : null,
    form: paper.masthead?.form ?? 'plain',
    mark: plainText(paper.masthead?.mark ?? ''),
    number: oneLine(paper.number ?? ''),
    nodes: isEmpty
      ? [{ t: 'text', look: 'body', runs: [{ s: labels.emptyBody }] }]
      : nodesOf(body, true, levels, site),
    attachments: { label: labels.attachments, items: isNamed ? [] : files },
    signature: signature.map(plainText),
    imprint: imprint.map(plainText),
    annexes: nodesOf(after, false, levels, site),
    facts: [
      ...factsOf(paper, labels)
        .filter(({ key }) => key !== 'title')
        .map(({ key, label, value }) => ({
          label,
          value: inlinesOf([{ text: value, ...(key === 'address' && { href: value }) }], site),
        })),
      ...(isNamed ? files.map((value) => ({ label: labels.attachments, value })) : []),
    ],
    colon: labels.colon ?? '：',
    missing: labels.missingLetters ?? '〓：{letters}',
  };
}

const NAMES_ANNEXES = /^\s*附\s*件\s*[：:]/u;

function filesOf(paper: Paper, site: LinkBase): Inline[][] {
  const files = paper.attachments ?? [];
  return files.map(({ name, address }, i) => [
    ...(files.length > 1 ? [{ s: `${i + 1}. ` }] : []),
    ...inlinesOf([{ text: name, ...(address && { href: address }) }], site),
  ]);
}

export function nodesOf(
  blocks: readonly Block[],
  hasSalutation: boolean,
  levels: Levels,
  site: LinkBase,
): SheetNode[] {
  const nodes = structureOf(blocks).blocks.flatMap((entry, i) =>
    nodesOfBlock(entry, hasSalutation && i === 0, levels, site),
  );
  // The heading of a table that is set across goes with it to its page.
  return nodes.flatMap((node, i) => {
    const [before, next] = [nodes[i - 1], nodes[i + 1]];
    if (node.t === 'heading' && next?.t === 'table' && next.wide) return [];
    if (node.t !== 'table' || !node.wide || before?.t !== 'heading') return [node];
    return [{ ...node, over: before }];
  });
}

function nodesOfBlock(
  entry: StructuredBlock,
  isFirst: boolean,
  levels: Levels,
  site: LinkBase,
): SheetNode[] {
  const { block } = entry;
  switch (block.kind) {
    case 'table':
      return [sheetTable(block.rows, (runs) => inlinesOf(runs, site))];
    case 'list':
      return [
        {
          t: 'list',
          ordered: block.ordered,
          start: block.start ?? 1,
          items: block.items.map((item) => inlinesOf(item, site)),
        },
      ];
    case 'heading':
    case 'paragraph':
      break;
  }
  const runs = trimmed(block.runs);
  if (isFirst && isSalutation(block)) {
    return [{ t: 'text', look: 'flush', runs: inlinesOf(runs, site) }];
  }
  if (entry.role === 'article') {
    const lead: Inline = { s: `${plainText(entry.label ?? '')}　`, f: 'hei', k: true };
    return [{ t: 'text', look: 'body', runs: [lead, ...inlinesOf(entry.rest ?? [], site)] }];
  }
  if (entry.isHeading && entry.rest) {
    const f = entry.depth === 1 ? 'hei' : 'kai';
    const lead = inlinesOf(trimmed(entry.lead ?? []), site).map((run) => ({ ...run, f }) as Inline);
    return [{ t: 'text', look: 'body', runs: [...lead, ...inlinesOf(entry.rest, site)] }];
  }
  if (entry.isHeading) {
    const { look, rank } = lookOf(entry);
    return [{ t: 'heading', level: levels.below(rank), look, runs: inlinesOf(runs, site) }];
  }
  const align = block.kind === 'paragraph' ? block.align : undefined;
  const look = align === 'center' ? 'centre' : align === 'right' ? 'right' : 'body';
  return [{ t: 'text', look, runs: inlinesOf(runs, site) }];
}

/** 一、黑体 （一）楷体 1. 仿宋; chapters and their like stand in the middle. `rank` orders headings, 1 first. */
function lookOf(entry: StructuredBlock): {
  look: (SheetNode & { t: 'heading' })['look'];
  rank: number;
} {
  const depth =
    entry.role === 'level'
      ? (entry.depth ?? 1)
      : entry.block.kind === 'heading'
        ? entry.block.level - 1
        : 1;
  switch (entry.role) {
    case 'part':
      return { look: 'centre', rank: 1 };
    case 'subpart':
      return { look: 'centre', rank: 2 };
    case 'chapter':
      return { look: 'centre', rank: 3 };
    case 'annex':
      return { look: 'hei', rank: 3 };
    case 'section':
      return { look: 'centre', rank: 4 };
    default:
      return { look: (['hei', 'kai'] as const)[depth - 1] ?? 'fang', rank: 4 + depth };
  }
}

/** Levels of headings without a gap, which a tagged file must keep to. */
export class Levels {
  private readonly above: number[] = [];

  below(rank: number): number {
    while (this.above.length > 0 && (this.above.at(-1) as number) >= rank) this.above.pop();
    this.above.push(rank);
    return this.above.length;
  }
}

/** Sources indent with blanks what the layout indents already. */
const trimmed = (runs: readonly Run[]): Run[] =>
  runs.map((run, i) => (i === 0 ? { ...run, text: run.text.replace(/^\s+/u, '') } : run));

export function inlinesOf(runs: readonly Run[], site: LinkBase): Inline[] {
  return runs.flatMap((run) => {
    const address = run.href && absoluteLink(run.href, site);
    const look = { ...(run.bold && { b: true as const }), ...(address && { u: address }) };
    return plainText(run.text)
      .replaceAll('\u200b', '')
      .split('\n')
      .flatMap((s, i): Inline[] => [
        ...(i > 0 ? [{ s: '', n: true as const }] : []),
        { s, ...look },
      ])
      .filter((inline) => inline.n || inline.s !== '')
      .flatMap(withPartedWords);
  });
}

/**
 * A number or an address that is long may be parted anywhere (`z`): one that can't would push its
 * line apart.
 */
const withPartedWords = (inline: Inline): Inline[] =>
  inline.s.split(/([\x21-\x7e]{16,})/u).flatMap((s, i) => {
    if (s === '') return inline.n ? [inline] : [];
    return i % 2 === 0 ? [{ ...inline, s }] : [{ ...inline, s, z: true }];
  });

const oneLine = (text: string): string => plainText(text).replace(/\s+/gu, ' ').trim();
