import { normaliseBlocks, normaliseRuns, runsToText, type Block, type Run } from './blocks';
import {
  cellNode,
  imageNode,
  listNode,
  paragraphNode,
  headingNode,
  rowNode,
  tableNode,
} from './lexical-nodes';
import type { LexicalNode, LexicalRoot } from './lexical-nodes';

/**
 * Reads the editor state that Payload's rich text field stores.
 *
 * What the editor knows and a block does not (indents, colours, underlining) is let go; words
 * never are: an unknown node gives up its text, nested lists become lines of their item, and a
 * table inside a cell becomes lines of the cell.
 *
 * @param state the field's value; null, undefined and anything malformed give what text they hold.
 */
export function blocksFromLexical(state: unknown): Block[] {
  const root = isNode(state) && isNode(state.root) ? state.root : undefined;
  return root ? normaliseBlocks(blocksOf(childrenOf(root))) : [];
}

/**
 * Writes blocks as an editor state of @payloadcms/richtext-lexical 3.90 (Lexical 0.50), which the
 * admin opens and validates as if an editor had typed it. `blocksFromLexical` gives the same
 * blocks back, normalised.
 */
export function lexicalFromBlocks(blocks: readonly Block[]): LexicalRoot {
  const children = normaliseBlocks(blocks).map((block, i): LexicalNode => {
    switch (block.kind) {
      case 'heading':
        return headingNode(block.level, block.runs, i);
      case 'paragraph':
        return paragraphNode(block.runs, i, block.align);
      case 'list':
        return listNode(block.ordered, block.items, i, block.start);
      case 'image':
        return imageNode(block.media, i);
      case 'table':
        return tableNode(
          block.rows.map((row, r) => {
            const isHeaderRow = row.every((cell) => cell.header);
            return rowNode(row.map((cell, c) => cellNode(cell, isHeaderRow, [i, r, c])));
          }),
        );
    }
  });
  // An editor without a paragraph has nowhere to put the cursor.
  if (children.length === 0) children.push(paragraphNode([], 0));
  return {
    root: { type: 'root', version: 1, direction: 'ltr', format: '', indent: 0, children },
  };
}

type Node = Record<string, unknown>;

const BOLD = 1;
const ITALIC = 2;
const INLINE = new Set(['text', 'linebreak', 'tab', 'link', 'autolink', 'inlineBlock', 'mark']);
const HEADING_LEVELS: Record<string, 2 | 3 | 4> = { h1: 2, h2: 2, h3: 3, h4: 4, h5: 4, h6: 4 };
const ALIGNMENTS: Record<string, 'center' | 'right'> = {
  center: 'center',
  right: 'right',
  end: 'right',
};

/** Where the pages of a collection live, for links that name a document instead of an address. */
const PATHS: Record<string, string> = {
  documents: '/documents',
  interpretations: '/interpretations',
  topics: '/topics',
  agencies: '/agencies',
  columns: '/disclosure/columns',
};

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const childrenOf = (node: Node): Node[] =>
  Array.isArray(node.children) ? node.children.filter(isNode) : [];

const isInline = (node: Node): boolean =>
  INLINE.has(`${node.type}`) || (typeof node.text === 'string' && !Array.isArray(node.children));

/** Blocks of a list of nodes; stray inline nodes between blocks become a paragraph of their own. */
function blocksOf(nodes: readonly Node[]): Block[] {
  const blocks: Block[] = [];
  let inline: Node[] = [];
  const flush = () => {
    if (inline.length > 0)
      blocks.push({ kind: 'paragraph', runs: inline.flatMap((n) => runsOf(n)) });
    inline = [];
  };
  for (const node of nodes) {
    if (isInline(node)) {
      inline.push(node);
    } else {
      flush();
      blocks.push(...blocksOfNode(node));
    }
  }
  flush();
  return blocks;
}

function blocksOfNode(node: Node): Block[] {
  switch (node.type) {
    case 'heading': {
      const level = HEADING_LEVELS[`${node.tag}`] ?? 4;
      return [{ kind: 'heading', level, runs: runsOfChildren(node) }];
    }
    case 'list':
      return [listOf(node)];
    case 'table':
      return [tableOf(node)];
    case 'upload':
      return imageOf(node);
    default:
      return otherBlocks(node);
  }
}

/** Paragraphs, quotations and nodes that this version does not know. */
function otherBlocks(node: Node): Block[] {
  const children = childrenOf(node);
  if (children.some((child) => !isInline(child))) return blocksOf(children);
  const runs = runsOfChildren(node);
  const align = ALIGNMENTS[`${node.format}`];
  const own: Block[] =
    runs.length > 0 ? [{ kind: 'paragraph', runs, ...(align && { align }) }] : [];
  return node.type === 'paragraph' ? own : [...own, ...blocksOfFields(node)];
}

/** The words of a block that an editor filled in as a form: its strings, and texts of its own. */
function blocksOfFields(node: Node): Block[] {
  const fields = isNode(node.fields) ? node.fields : {};
  return Object.entries(fields).flatMap(([key, value]): Block[] => {
    if (isNode(value) && isNode(value.root)) return blocksFromLexical(value);
    const isWords =
      typeof value === 'string' && !/^(id|blockType|blockName|linkType|url)$/.test(key);
    return isWords ? [{ kind: 'paragraph', runs: [{ text: value }] }] : [];
  });
}

function listOf(node: Node): Block {
  const ordered = node.listType === 'number';
  const items: Run[][] = [];
  for (const child of childrenOf(node)) {
    const runs = runsOfChildren(child);
    const last = items.at(-1);
    // Lexical keeps a nested list in an item of its own, which bears no number.
    const isNested = childrenOf(child).every((inner) => inner.type === 'list');
    if (isNested && last && runs.length > 0) last.push({ text: '\n' }, ...runs);
    else items.push(runs);
  }
  const start = typeof node.start === 'number' ? node.start : 1;
  return { kind: 'list', ordered, items, ...(start !== 1 && { start }) };
}

function tableOf(node: Node): Block {
  const rows = childrenOf(node).map((row) =>
    childrenOf(row).map((cell) => ({
      runs: runsOfChildren(cell),
      ...(typeof cell.headerState === 'number' && cell.headerState > 0 && { header: true }),
      ...spans(cell),
    })),
  );
  return { kind: 'table', rows };
}

/** A picture whose record was read with the text; one that the reader may not see is left out. */
function imageOf(node: Node): Block[] {
  const { value, relationTo } = node;
  if (relationTo !== 'media' || !isNode(value)) return [];
  const { id, alt, url, width, height } = value;
  if (typeof id !== 'number' && typeof id !== 'string') return [];
  return [
    {
      kind: 'image',
      media: id,
      runs: typeof alt === 'string' ? [{ text: alt }] : [],
      ...(typeof url === 'string' && { src: url }),
      ...(typeof width === 'number' && { width }),
      ...(typeof height === 'number' && { height }),
    },
  ];
}

const spans = (cell: Node): { colSpan?: number; rowSpan?: number } => ({
  ...(typeof cell.colSpan === 'number' && { colSpan: cell.colSpan }),
  ...(typeof cell.rowSpan === 'number' && { rowSpan: cell.rowSpan }),
});

/** The runs of a node's children; block nodes among them (a cell's paragraphs) become lines. */
function runsOfChildren(node: Node): Run[] {
  const runs: Run[] = [];
  let wasBlock = false;
  for (const child of childrenOf(node)) {
    const inline = isInline(child);
    const next = inline ? runsOf(child) : normaliseRuns(blocksOfNode(child).flatMap(linesOfBlock));
    if (next.length > 0 && runs.length > 0 && (wasBlock || !inline)) runs.push({ text: '\n' });
    if (next.length > 0) wasBlock = !inline;
    runs.push(...next);
  }
  return runs;
}

/** A block squeezed into a line or lines, each after a line break but the first. */
function linesOfBlock(block: Block, index: number): Run[] {
  const lead: Run[] = index > 0 ? [{ text: '\n' }] : [];
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
    case 'image':
      return [...lead, ...block.runs];
    case 'list':
      return block.items.flatMap((item, i) => [
        ...(i > 0 ? [{ text: '\n' }] : lead),
        { text: block.ordered ? `${(block.start ?? 1) + i}. ` : '• ' },
        ...item,
      ]);
    case 'table': {
      const rows = block.rows.map((row) => row.map((cell) => runsToText(cell.runs)).join('\t'));
      return [...lead, { text: rows.join('\n') }];
    }
  }
}

function runsOf(node: Node, marks: Omit<Run, 'text'> = {}): Run[] {
  if (node.type === 'linebreak') return [{ ...marks, text: '\n' }];
  const format = typeof node.format === 'number' ? node.format : 0;
  const inner = {
    ...marks,
    ...((format & BOLD) !== 0 && { bold: true }),
    ...((format & ITALIC) !== 0 && { italic: true }),
    ...hrefOf(node),
  };
  if (typeof node.text === 'string') return [{ ...inner, text: node.text }];
  const children = childrenOf(node).flatMap((child) => runsOf(child, inner));
  if (node.type !== 'inlineBlock') return children;
  return [...children, ...blocksOfFields(node).flatMap(linesOfBlock)];
}

function hrefOf(node: Node): { href?: string } {
  if ((node.type !== 'link' && node.type !== 'autolink') || !isNode(node.fields)) return {};
  const { linkType, url, doc } = node.fields;
  if (linkType !== 'internal') return typeof url === 'string' ? { href: url } : {};
  if (!isNode(doc) || !isNode(doc.value) || typeof doc.value.slug !== 'string') return {};
  const path = PATHS[`${doc.relationTo}`];
  return path ? { href: `${path}/${doc.value.slug}` } : {};
}
