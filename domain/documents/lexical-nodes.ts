import type { Cell, Run } from './blocks';

/**
 * The nodes of Lexical 0.50 as @payloadcms/richtext-lexical 3.90 serialises them, key for key:
 * what the editor would not write itself, it may refuse to open.
 */
export type LexicalNode = { type: string; version: number; [key: string]: unknown };

export type LexicalElement = LexicalNode & { children: LexicalNode[] };

export type LexicalRoot = {
  root: {
    type: string;
    version: number;
    direction: 'ltr' | null;
    format: '';
    indent: number;
    children: LexicalNode[];
  };
};

export const headingNode = (
  level: 2 | 3 | 4,
  runs: readonly Run[],
  at: number,
): LexicalElement => ({
  ...element('heading', inlineNodes(runs, [at])),
  tag: `h${level}`,
});

export const paragraphNode = (
  runs: readonly Run[],
  at: number,
  align?: 'center' | 'right',
): LexicalElement => ({
  ...element('paragraph', inlineNodes(runs, [at])),
  format: align ?? '',
  textFormat: 0,
  textStyle: '',
});

export const listNode = (
  ordered: boolean,
  items: readonly Run[][],
  at: number,
  start = 1,
): LexicalElement => ({
  ...element(
    'list',
    items.map((runs, i) => ({
      ...element('listitem', inlineNodes(runs, [at, i])),
      value: start + i,
    })),
  ),
  listType: ordered ? 'number' : 'bullet',
  start,
  tag: ordered ? 'ol' : 'ul',
});

export const tableNode = (rows: LexicalElement[]): LexicalElement => element('table', rows);

export const rowNode = (cells: LexicalElement[]): LexicalElement => element('tablerow', cells);

/** @param at the place of the picture in the text, from which its key comes */
export const imageNode = (media: number | string, at: number): LexicalNode => ({
  type: 'upload',
  version: 3,
  format: '',
  id: linkId([at, 0xffffff]),
  fields: {},
  relationTo: 'media',
  value: media,
});

/** @param at where the cell stands: block, row, column. */
export const cellNode = (
  cell: Cell,
  isHeaderRow: boolean,
  at: readonly number[],
): LexicalElement => ({
  ...element('tablecell', [
    {
      ...element('paragraph', inlineNodes(cell.runs, at)),
      textFormat: 0,
      textStyle: '',
    },
  ]),
  backgroundColor: null,
  colSpan: cell.colSpan ?? 1,
  headerState: headerState(cell, isHeaderRow),
  rowSpan: cell.rowSpan ?? 1,
});

const BOLD = 1;
const ITALIC = 2;
const IN_HEADER_ROW = 1;
const IN_HEADER_COLUMN = 2;

const headerState = (cell: Cell, isHeaderRow: boolean): number => {
  if (!cell.header) return 0;
  return isHeaderRow ? IN_HEADER_ROW : IN_HEADER_COLUMN;
};

const element = (type: string, children: LexicalNode[]): LexicalElement => ({
  type,
  version: 1,
  direction: 'ltr',
  format: '',
  indent: 0,
  children,
});

/** Text, breaks and tabs; neighbouring runs with one address share one link. */
function inlineNodes(runs: readonly Run[], at: readonly number[]): LexicalNode[] {
  const nodes: LexicalNode[] = [];
  for (let i = 0; i < runs.length;) {
    const { href } = runs[i] as Run;
    let end = i + 1;
    while (end < runs.length && runs[end]?.href === href) end += 1;
    const texts = runs.slice(i, end).flatMap(textNodes);
    nodes.push(...(href ? [linkNode(href, texts, [...at, i])] : texts));
    i = end;
  }
  return nodes;
}

const linkNode = (
  href: string,
  children: LexicalNode[],
  at: readonly number[],
): LexicalElement => ({
  ...element('link', children),
  version: 3,
  id: linkId(at),
  fields: { linkType: 'custom', newTab: false, url: href },
});

/** Payload keys a link's form by an ObjectID; ours comes from its place, so a re-import is the same. */
const linkId = (at: readonly number[]): string =>
  [...at, ...Array.from({ length: 4 - at.length }, () => 0)]
    .map((part) => (part & 0xffffff).toString(16).padStart(6, '0'))
    .join('');

function textNodes(run: Run): LexicalNode[] {
  const format = (run.bold ? BOLD : 0) | (run.italic ? ITALIC : 0);
  const leaf = (type: string, text: string, detail: number): LexicalNode => ({
    type,
    version: 1,
    detail,
    format,
    mode: 'normal',
    style: '',
    text,
  });
  return run.text
    .split(/([\n\t])/)
    .filter((part) => part !== '')
    .map((part) => {
      if (part === '\n') return { type: 'linebreak', version: 1 };
      return part === '\t' ? leaf('tab', '\t', 2) : leaf('text', part, 0);
    });
}
