import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';

/** What was left out of a paste, so that the editor can be told. */
export type Left = { images: number; rows: number };

export type CleanHtml = { html: string; left: Left };

/** A longer table can't be read on a page: it belongs in a spreadsheet beside the text. */
export const MOST_ROWS = 1000;

/**
 * The structure of what Word, WPS or a browser puts on the clipboard: headings, paragraphs with
 * their numbering and alignment, lists, tables, bold, italic and web links. Looks (fonts, colours,
 * sizes), fields, comments, tracked deletions, scripts and pictures are let go; words never are.
 *
 * @returns HTML of p, h2–h4, ul, ol, li, table, tr, td, th, strong, em, a and br alone
 */
export function cleanHtml(pasted: string): CleanHtml {
  const left: Left = { images: 0, rows: 0 };
  const body = find(parse(pasted), 'body');
  const html = body ? tidied(blocks(body.childNodes, { left })) : '';
  return { html, left };
}

type Node = Tree.ChildNode;
type Element = Tree.Element;
type State = { left: Left; bold?: boolean; italic?: boolean };

const DROPPED = new Set([
  'style',
  'script',
  'head',
  'title',
  'meta',
  'link',
  'xml',
  'template',
  'object',
  'iframe',
  'noscript',
  'svg',
  'del',
  'o:p',
  'w:sdt',
  'input',
  'button',
]);
const HEADINGS: Record<string, string> = {
  h1: 'h2',
  h2: 'h3',
  h3: 'h4',
  h4: 'h4',
  h5: 'h4',
  h6: 'h4',
};
const LISTS = new Set(['ul', 'ol']);
const HOLDERS = new Set([
  'div',
  'section',
  'article',
  'main',
  'center',
  'header',
  'footer',
  'body',
]);

/** Blocks one after another; loose words between them become paragraphs of their own. */
function blocks(nodes: readonly Node[], state: State): string {
  let html = '';
  let loose = '';
  const flush = () => {
    if (hasWords(loose)) html += `<p>${loose.trim()}</p>`;
    loose = '';
  };
  for (const node of nodes) {
    const block = isElement(node) ? blockOf(node, state) : null;
    if (block === null) {
      loose += inline(node, state);
    } else {
      flush();
      html += block;
    }
  }
  flush();
  return html;
}

/** The HTML of an element that stands as a block, or null of one that stands in a line. */
function blockOf(element: Element, state: State): string | null {
  const { tagName } = element;
  if (isDropped(element)) return '';
  if (tagName === 'table') return tableOf(element, state);
  if (LISTS.has(tagName)) return listOf(element, state);
  const heading = HEADINGS[tagName] ?? headingOfWord(element);
  // A heading is bold by itself; the mark would stay when somebody makes a paragraph of it.
  if (heading) return wrapped(heading, lineOf(element, state).replace(/<\/?strong>/g, ''));
  if (tagName === 'p' || tagName === 'pre' || tagName === 'blockquote') {
    if (element.childNodes.some(isBlock)) return blocks(element.childNodes, state);
    return wrapped('p', lineOf(element, state), alignOf(element));
  }
  if (HOLDERS.has(tagName) || element.childNodes.some(isBlock)) {
    return blocks(element.childNodes, marked(element, state));
  }
  return null;
}

/** Word keeps what a paragraph is in its style sheet: an outline level, or the name of a style. */
function headingOfWord(element: Element): string | undefined {
  if (element.tagName !== 'p') return undefined;
  const level = /mso-outline-level:\s*(\d)/i.exec(styleOf(element))?.[1];
  if (level) return HEADINGS[`h${level}`] ?? 'h4';
  const named = /^MsoHeading(\d)$|^(?:Heading|标题)\s*(\d)$/i.exec(
    attribute(element, 'class') ?? '',
  );
  return named ? (HEADINGS[`h${named[1] ?? named[2]}`] ?? 'h4') : undefined;
}

function listOf(list: Element, state: State): string {
  const items = list.childNodes.filter(isElement).flatMap((item) => {
    if (item.tagName !== 'li') return isBlock(item) ? [`<li>${lineOf(item, state)}</li>`] : [];
    const nested = item.childNodes.filter((node) => isElement(node) && LISTS.has(node.tagName));
    const own = item.childNodes.filter((node) => !nested.includes(node));
    const line = joined(own, state);
    return [
      ...(hasWords(line) ? [`<li>${line}</li>`] : []),
      // One level is what an official text has; deeper ones follow as items of their own.
      ...nested.map((inner) => itemsOf(listOf(inner as Element, state))),
    ];
  });
  return items.length > 0 ? `<${list.tagName}>${items.join('')}</${list.tagName}>` : '';
}

const itemsOf = (list: string): string => list.replace(/^<[uo]l>|<\/[uo]l>$/g, '');

function tableOf(table: Element, state: State): string {
  const rows = rowsOf(table);
  state.left.rows += Math.max(0, rows.length - MOST_ROWS);
  const html = rows.slice(0, MOST_ROWS).map((row) => {
    const cells = row.childNodes
      .filter(isElement)
      .filter(({ tagName }) => tagName === 'td' || tagName === 'th')
      .map((cell) => {
        const spans = ['colspan', 'rowspan'].map((name) => spanOf(cell, name)).join('');
        return `<${cell.tagName}${spans}>${joined(cell.childNodes, state)}</${cell.tagName}>`;
      });
    return cells.length > 0 ? `<tr>${cells.join('')}</tr>` : '';
  });
  return html.some(Boolean) ? `<table><tbody>${html.join('')}</tbody></table>` : '';
}

/** Rows of this table alone: those of a table inside a cell are words of that cell. */
const rowsOf = (table: Element): Element[] =>
  table.childNodes.filter(isElement).flatMap((child) => {
    if (child.tagName === 'tr') return [child];
    return ['thead', 'tbody', 'tfoot'].includes(child.tagName) ? rowsOf(child) : [];
  });

function spanOf(cell: Element, name: string): string {
  const span = Number(attribute(cell, name));
  return Number.isInteger(span) && span > 1 && span <= 100 ? ` ${name}="${span}"` : '';
}

/** Everything in an element as one line; blocks in it are parted by line breaks. */
const lineOf = (element: Element, state: State): string =>
  joined(element.childNodes, marked(element, state));

function joined(nodes: readonly Node[], state: State): string {
  const lines: string[] = [''];
  for (const node of nodes) {
    if (isElement(node) && isDropped(node)) continue;
    if (isElement(node) && node.tagName === 'table') {
      lines.push(...rowsOf(node).map((row) => joined(row.childNodes, state)), '');
    } else if (isElement(node) && (node.tagName === 'td' || node.tagName === 'th')) {
      lines[lines.length - 1] += `${joined(node.childNodes, state)}\u3000`;
    } else if (isElement(node) && (isBlock(node) || node.tagName === 'li')) {
      lines.push(lineOf(node, state), '');
    } else {
      lines[lines.length - 1] += inline(node, state);
    }
  }
  return lines
    .map((line) => line.trim())
    .filter(hasWords)
    .join('<br>');
}

function inline(node: Node, state: State): string {
  if (node.nodeName === '#text') return worded((node as Tree.TextNode).value, state);
  if (!isElement(node) || isDropped(node)) return '';
  if (node.tagName === 'br') return '<br>';
  if (node.tagName === 'img' || node.tagName === 'v:imagedata') {
    state.left.images += 1;
    return '';
  }
  const inner = node.childNodes.map((child) => inline(child, marked(node, state))).join('');
  const href = node.tagName === 'a' ? attribute(node, 'href') : undefined;
  const isWeb = href && /^https?:\/\/[^\s"<>]+$/i.test(href);
  return isWeb && hasWords(inner) ? `<a href="${escaped(href)}">${inner}</a>` : inner;
}

function worded(text: string, { bold, italic }: State): string {
  // Word parts a number from its text by a row of hard blanks, and breaks lines where it likes.
  const plain = escaped(text.replace(/[ \t\r\n]+/g, ' ').replace(/[\u00a0 ]{2,}|\u00a0/g, ' '));
  if (plain.trim() === '') return plain;
  const leaning = italic ? `<em>${plain}</em>` : plain;
  return bold ? `<strong>${leaning}</strong>` : leaning;
}

/** The marks that an element adds or takes away; a style outweighs the element's own meaning. */
function marked(element: Element, state: State): State {
  const style = styleOf(element);
  const weight = /(?:^|;)\s*font-weight:\s*(\w+)/i.exec(style)?.[1]?.toLowerCase();
  const slant = /(?:^|;)\s*font-style:\s*(\w+)/i.exec(style)?.[1]?.toLowerCase();
  const isBoldTag = ['b', 'strong', 'th'].includes(element.tagName);
  const isItalicTag = ['i', 'em'].includes(element.tagName);
  return {
    ...state,
    bold: weight ? isHeavy(weight) : isBoldTag || state.bold,
    italic: slant ? slant === 'italic' || slant === 'oblique' : isItalicTag || state.italic,
  };
}

const isHeavy = (weight: string): boolean =>
  weight === 'bold' || weight === 'bolder' || Number(weight) >= 600;

function alignOf(element: Element): string {
  const said =
    /(?:^|;)\s*text-align:\s*(\w+)/i.exec(styleOf(element))?.[1] ??
    attribute(element, 'align') ??
    '';
  const align = said.toLowerCase();
  return align === 'center' || align === 'right' ? ` style="text-align: ${align}"` : '';
}

const wrapped = (tag: string, line: string, attributes = ''): string =>
  hasWords(line) ? `<${tag}${attributes}>${line}</${tag}>` : '';

/** Neighbours with the same mark are one. */
const tidied = (html: string): string =>
  html.replace(/<\/strong><strong>/g, '').replace(/<\/em><em>/g, '');

const hasWords = (html: string): boolean => /\S/u.test(html.replace(/<[^>]*>/g, ''));

const BLOCKS = new Set(['p', 'pre', 'blockquote', 'table', 'li', ...LISTS, ...HOLDERS]);

const isBlock = (node: Node): boolean =>
  isElement(node) && (BLOCKS.has(node.tagName) || node.tagName in HEADINGS);

const isDropped = (element: Element): boolean =>
  DROPPED.has(element.tagName) ||
  /mso-element:\s*comment|mso-comment|display:\s*none|mso-hide:\s*all/i.test(styleOf(element)) ||
  /^MsoCommentReference$/i.test(attribute(element, 'class') ?? '');

const isElement = (node: Node): node is Element => 'tagName' in node;

const styleOf = (element: Element): string => attribute(element, 'style') ?? '';

const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((attr) => attr.name === name)?.value;

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

function find(node: Tree.Document | Element, tag: string): Element | undefined {
  for (const child of node.childNodes) {
    if (!isElement(child)) continue;
    if (child.tagName === tag) return child;
    const inner = find(child, tag);
    if (inner) return inner;
  }
  return undefined;
}
