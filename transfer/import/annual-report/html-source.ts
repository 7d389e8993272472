import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { meaningOf } from '../../../domain/annual-reports/labels';
import { tidy } from '../text';
import { layOut, type Grid, type RawCell, type Source, type TextLine } from './source';

/** Elements whose content no reader of the page sees as text; `xml` is what Word leaves in pages. */
const UNSEEN = new Set(
  'script style noscript template iframe object embed head title select textarea button svg math canvas audio video xml'.split(
    ' ',
  ),
);
const BLOCKS = new Set(
  'p div h1 h2 h3 h4 h5 h6 li ul ol section article header footer nav main aside blockquote center pre address dl dt dd figure figcaption form fieldset legend hr caption table tbody thead tfoot tr td th ucapcontent ucapsource ucaptitle'.split(
    ' ',
  ),
);
/** Hostile pages nest elements tens of thousands deep; no editor does a hundred. */
const DEEPEST = 1_000;
/** An outer table that has this many labels of the form is one of its tables and not mere layout. */
const LABELS_OF_A_FORM = 3;

/**
 * The lines and tables of a page in reading order. Tables that only place things on the page are
 * gone through; a table of a single cell is the text in it. Nothing of the page is run or fetched.
 */
export function htmlSource(html: string): Source {
  const page = parse(html);
  const reader = new PageReader();
  const body = find(page, 'body');
  if (body) reader.children(body, 0);
  reader.flush(body ?? page);
  const title = find(page, 'title');
  const head = find(page, 'head');
  const publisher = head && metaOf(head, 'contentsource');
  return {
    blocks: reader.blocks,
    images: reader.images,
    findings: [],
    // Pages of governments name their text in ArticleTitle and who wrote it in ContentSource.
    titles: [head && metaOf(head, 'articletitle'), title && textUnder(title, true)].flatMap(
      (text) => (text ? [tidy(text)] : []),
    ),
    ...(publisher && { publisher }),
  };
}

class PageReader {
  readonly blocks: (Grid | TextLine)[] = [];
  images = 0;
  private text = '';
  private lines = 0;
  private tables = 0;

  children(node: Tree.ParentNode, depth: number): void {
    if (depth > DEEPEST) return;
    for (const child of node.childNodes) this.node(child, depth);
  }

  flush(node: object): void {
    for (const part of this.text.split('\n')) {
      const text = tidy(part);
      if (text === '') continue;
      this.lines += 1;
      this.blocks.push({ kind: 'line', text, place: { line: this.lines }, node });
    }
    this.text = '';
  }

  private node(node: Tree.ChildNode, depth: number): void {
    if (node.nodeName === '#text') {
      this.text += flowing(node as Tree.TextNode);
      return;
    }
    if (!('tagName' in node) || isUnseen(node)) return;
    const { tagName } = node;
    if (tagName === 'img') this.images += 1;
    if (tagName === 'br') this.text += '\n';
    else if (tagName === 'table') {
      this.flush(node.parentNode ?? node);
      this.table(node, depth);
    } else if (BLOCKS.has(tagName)) {
      this.flush(node.parentNode ?? node);
      this.children(node, depth + 1);
      this.flush(node);
    } else this.children(node, depth + 1);
  }

  private table(node: Tree.Element, depth: number): void {
    const rows = rowsOf(node);
    const cells = rows.flat();
    const inner = cells.flatMap((cell) => tablesIn(cell).filter(hasSeveralCells));
    const captions = node.childNodes.filter(
      (child): child is Tree.Element => 'tagName' in child && child.tagName === 'caption',
    );
    for (const caption of captions) this.node(caption, depth + 1);
    if (cells.length <= 1) {
      for (const cell of cells) this.within(cell, depth);
      return;
    }
    if (inner.length === 0) {
      this.images += cells.reduce((sum, cell) => sum + count(cell, 'img'), 0);
      this.grid(node, rows);
      return;
    }
    const labels = cells.filter((cell) => meaningOf(cellText(cell))).length;
    if (labels < LABELS_OF_A_FORM) {
      for (const cell of cells) this.within(cell, depth);
      return;
    }
    this.grid(node, rows);
    for (const table of inner) this.table(table, depth + 1);
  }

  private within(cell: Tree.Element, depth: number): void {
    this.children(cell, depth + 1);
    this.flush(cell);
  }

  private grid(node: Tree.Element, rows: readonly Tree.Element[][]): void {
    this.tables += 1;
    const table = this.tables;
    const raw = rows.map((cells) =>
      cells.map((cell): RawCell => ({
        text: cellText(cell),
        colSpan: spanOf(cell, 'colspan', 1),
        // 0 reaches down to the end.
        rowSpan: spanOf(cell, 'rowspan', 0) || rows.length,
      })),
    );
    const place = (row: number, column: number) => ({ table, row: row + 1, column: column + 1 });
    this.blocks.push({ kind: 'grid', source: 'page', rows: layOut(raw, place), node });
  }
}

/** The text of a cell, its paragraphs on lines of their own; tables of several cells are no part of it. */
const cellText = (cell: Tree.Element): string =>
  textUnder(cell, false)
    .split('\n')
    .map(tidy)
    .filter((line) => line !== '')
    .join('\n');

function textUnder(node: Tree.ParentNode, isWhole: boolean, depth = 0): string {
  if (depth > DEEPEST) return '';
  let text = '';
  for (const child of node.childNodes) {
    if (child.nodeName === '#text') text += flowing(child as Tree.TextNode);
    if (!('tagName' in child) || (isUnseen(child) && !isWhole)) continue;
    if (child.tagName === 'table' && hasSeveralCells(child)) continue;
    if (isStruck(child)) continue;
    if (isRaised(child)) {
      // 23¹ is 23 with a footnote, not 231.
      const mark = textUnder(child, isWhole, depth + 1)
        .trim()
        .replace(/^[[［(（]|[\]］)）]$/gu, '');
      text += mark === '' ? '' : `[${mark}]`;
      continue;
    }
    const isBlock = BLOCKS.has(child.tagName) || child.tagName === 'br';
    text += `${isBlock ? '\n' : ''}${textUnder(child, isWhole, depth + 1)}${isBlock ? '\n' : ''}`;
  }
  return text;
}

/** Line breaks of the source are spaces, but for text set as typed. */
function flowing(node: Tree.TextNode): string {
  const isTyped =
    node.parentNode && 'tagName' in node.parentNode && node.parentNode.tagName === 'pre';
  return isTyped ? node.value : node.value.replace(/[ \t\r\n\f]+/gu, ' ');
}

/** The cells of a table's own rows, not of the tables inside it. Rows without `tr` don't outlive parsing. */
function rowsOf(table: Tree.Element): Tree.Element[][] {
  const rows: Tree.Element[][] = [];
  for (const child of table.childNodes) {
    if (!('tagName' in child)) continue;
    if (child.tagName === 'tr') {
      if (isUnseen(child)) continue;
      rows.push(
        child.childNodes.filter(
          (cell): cell is Tree.Element =>
            'tagName' in cell &&
            (cell.tagName === 'td' || cell.tagName === 'th') &&
            !isUnseen(cell),
        ),
      );
    } else if (['tbody', 'thead', 'tfoot'].includes(child.tagName)) rows.push(...rowsOf(child));
  }
  return rows;
}

const hasSeveralCells = (table: Tree.Element): boolean => {
  const cells = rowsOf(table).flat();
  const [only] = cells;
  return cells.length > 1 || (only !== undefined && tablesIn(only).some(hasSeveralCells));
};

/** The tables right under an element, not those within them. */
function tablesIn(node: Tree.ParentNode, depth = 0): Tree.Element[] {
  if (depth > DEEPEST) return [];
  return node.childNodes.flatMap((child): Tree.Element[] => {
    if (!('tagName' in child) || isUnseen(child)) return [];
    return child.tagName === 'table' ? [child] : tablesIn(child, depth + 1);
  });
}

function find(page: Tree.ParentNode, name: string): Tree.Element | undefined {
  const waiting: Tree.ParentNode[] = [page];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    for (const child of node.childNodes) {
      if (!('tagName' in child)) continue;
      if (child.tagName === name) return child;
      waiting.push(child);
    }
  }
  return undefined;
}

/** What a `meta` of the page says, by its name in lower case. */
function metaOf(head: Tree.Element, name: string): string | undefined {
  const attribute = (node: Tree.Element, wanted: string): string =>
    node.attrs.find((one) => one.name === wanted)?.value.trim() ?? '';
  const meta = head.childNodes.find(
    (child): child is Tree.Element =>
      'tagName' in child &&
      child.tagName === 'meta' &&
      attribute(child, 'name').toLowerCase() === name,
  );
  return (meta && attribute(meta, 'content')) || undefined;
}

function count(node: Tree.ParentNode, name: string, depth = 0): number {
  if (depth > DEEPEST) return 0;
  return node.childNodes.reduce((sum, child) => {
    if (!('tagName' in child)) return sum;
    return sum + (child.tagName === name ? 1 : 0) + count(child, name, depth + 1);
  }, 0);
}

function spanOf(cell: Tree.Element, name: string, least: number): number {
  const value = Number.parseInt(cell.attrs.find((a) => a.name === name)?.value ?? '1', 10);
  return Number.isFinite(value) && value >= least ? value : 1;
}

const styleOf = (node: Tree.Element): string =>
  node.attrs.find(({ name }) => name === 'style')?.value ?? '';

/** Struck out: no longer what the cell says. */
const isStruck = (node: Tree.Element): boolean =>
  ['s', 'strike', 'del'].includes(node.tagName) || /line-through/iu.test(styleOf(node));

const isRaised = (node: Tree.Element): boolean =>
  node.tagName === 'sup' || /vertical-align\s*:\s*super/iu.test(styleOf(node));

const isUnseen = (node: Tree.Element): boolean =>
  UNSEEN.has(node.tagName) ||
  node.attrs.some(
    ({ name, value }) =>
      name === 'hidden' ||
      (name === 'style' && /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide/iu.test(value)),
  );
