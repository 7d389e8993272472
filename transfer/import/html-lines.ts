import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { Block, Run } from '../../domain/documents/blocks';
import { isSafeHref, normaliseRuns } from '../../domain/documents/blocks';
import { tableOf } from './html-table';
import type { Attachment } from './imported-document';
import { tidy, unbroken } from './text';

/**
 * A run with the typeface it was set in, for official texts tell their levels by 黑体 and 楷体;
 * `isLarge` is the size of titles, 16 points and more.
 */
export type StyledRun = Run & { face?: 'hei' | 'kai'; isLarge?: true };

export type Line = {
  kind: 'line';
  runs: StyledRun[];
  align?: 'center' | 'right';
  /** The rank of a line that the source itself marks as a heading, 1 the highest. */
  heading?: number;
};

/** What a page's body consists of before headings are told from paragraphs. */
export type Piece = Line | Extract<Block, { kind: 'table' | 'list' }>;

export type Content = { pieces: Piece[]; attachments: Attachment[]; images: number };

type Style = {
  bold: boolean;
  italic: boolean;
  face: 'hei' | 'kai' | undefined;
  isLarge: boolean;
  align: 'center' | 'right' | undefined;
  href: string | undefined;
  heading: number | undefined;
};

const PLAIN: Style = {
  bold: false,
  italic: false,
  face: undefined,
  isLarge: false,
  align: undefined,
  href: undefined,
  heading: undefined,
};

/** Elements whose content no reader of the page ever sees as text. */
const UNSEEN = new Set(
  'script style noscript template iframe object embed head title select textarea button svg math canvas audio video'.split(
    ' ',
  ),
);
const BLOCKS = new Set(
  'p div h1 h2 h3 h4 h5 h6 li section article header footer main aside blockquote center pre address dl dt dd figure figcaption form fieldset tr tbody thead tfoot hr caption'.split(
    ' ',
  ),
);
const FILE_TYPES = /\.(?:pdf|docx?|wps|xlsx?|et|pptx?|zip|rar|7z|ofd|csv|txt)(?:[?#].*)?$/iu;

/**
 * The lines, lists and tables under an element, in reading order. A `<br>` ends a line; scripts and
 * hidden elements are passed over; links to files and pictures are noted as attachments.
 *
 * @param base the page's own address, by which relative links are resolved, if it is known
 */
export function readContent(element: Tree.Element, base?: string): Content {
  const reader = new Reader(base);
  reader.children(element, PLAIN);
  reader.flush(PLAIN);
  return { pieces: reader.pieces, attachments: reader.attachments, images: reader.images };
}

class Reader {
  readonly pieces: Piece[] = [];
  readonly attachments: Attachment[] = [];
  images = 0;
  private runs: StyledRun[] = [];

  constructor(private readonly base: string | undefined) {}

  children(node: Tree.ParentNode, style: Style): void {
    for (const child of node.childNodes) this.node(child, style);
  }

  flush(style: Style): void {
    const runs = trimmed(this.runs);
    this.runs = [];
    if (runs.length === 0) return;
    this.pieces.push({
      kind: 'line',
      runs,
      ...(style.align && { align: style.align }),
      ...(style.heading && { heading: style.heading }),
    });
  }

  private node(node: Tree.ChildNode, style: Style): void {
    if (node.nodeName === '#text') {
      this.text((node as Tree.TextNode).value, style);
      return;
    }
    if (!('tagName' in node) || isUnseen(node)) return;
    const inner = styleOf(node, style);
    switch (node.tagName) {
      case 'br':
        this.flush(style);
        return;
      case 'img':
        this.image(node);
        return;
      case 'a':
        this.anchor(node, inner);
        return;
      case 'table':
        this.flush(style);
        this.table(node, inner);
        return;
      case 'ul':
      case 'ol':
        this.flush(style);
        this.list(node, inner);
        return;
      default:
        if (!BLOCKS.has(node.tagName)) {
          this.children(node, inner);
          return;
        }
        this.flush(style);
        this.children(node, inner);
        this.flush(inner);
    }
  }

  private text(value: string, style: Style): void {
    const text = unbroken(value);
    if (text === '') return;
    const { bold, italic, face, isLarge, href } = style;
    this.runs.push({
      text,
      ...(bold && { bold }),
      ...(italic && { italic }),
      ...(face && { face }),
      ...(isLarge && { isLarge }),
      ...(href && { href }),
    });
  }

  private image(node: Tree.Element): void {
    const address = this.resolve(attributeOf(node, 'src'));
    if (!address || address.startsWith('data:')) return;
    this.images += 1;
    this.attachments.push({
      name: tidy(attributeOf(node, 'alt')) || `图片${this.images}`,
      address,
    });
  }

  private anchor(node: Tree.Element, style: Style): void {
    const written = attributeOf(node, 'href').trim();
    const address = this.resolve(written);
    if (FILE_TYPES.test(written) && address) {
      const name = tidy(textOf(node)) || decodeURIComponent(written.split('/').at(-1) ?? written);
      this.attachments.push({ name, address });
    }
    this.children(node, { ...style, href: address && isSafeHref(address) ? address : undefined });
  }

  private resolve(address: string): string | undefined {
    if (address === '' || /^(?:javascript|vbscript|about):/iu.test(address)) return undefined;
    if (!this.base) return address;
    return URL.canParse(address, this.base) ? new URL(address, this.base).href : undefined;
  }

  /** A table that holds tables, or a single cell, only places things on the page: its cells are read one by one. */
  private table(node: Tree.Element, style: Style): void {
    const cells = elementsOf(node, ['td', 'th']);
    if (cells.length <= 1 || elementsOf(node, ['table']).length > 0) {
      for (const cell of ownCells(node)) {
        this.children(cell, styleOf(cell, { ...style, align: undefined }));
        this.flush(styleOf(cell, { ...style, align: undefined }));
      }
      return;
    }
    const table = tableOf(node, (cell) => this.cellRuns(cell));
    if (table) this.pieces.push(table);
  }

  private cellRuns(cell: Tree.Element): Run[] {
    const runs: Run[] = [];
    for (const piece of this.inside(cell)) {
      if (runs.length > 0) runs.push({ text: '\n' });
      if (piece.kind === 'line') runs.push(...piece.runs.map(plainRun));
      else if (piece.kind === 'list')
        runs.push(...piece.items.flatMap((item, i) => (i > 0 ? [{ text: '\n' }, ...item] : item)));
    }
    return normaliseRuns(runs);
  }

  private list(node: Tree.Element, style: Style): void {
    const items = node.childNodes
      .filter((child): child is Tree.Element => 'tagName' in child && child.tagName === 'li')
      .map((item) => this.cellRuns(item))
      .filter((runs) => runs.length > 0);
    // A list tag without items of its own still holds text that must not be lost.
    if (items.length > 0) this.pieces.push({ kind: 'list', ordered: node.tagName === 'ol', items });
    else this.children(node, style);
  }

  /** The pieces of one cell or item; what it notes besides is noted here. */
  private inside(element: Tree.Element): Piece[] {
    const inner = new Reader(this.base);
    inner.images = this.images;
    inner.children(element, styleOf(element, PLAIN));
    inner.flush(PLAIN);
    this.images = inner.images;
    this.attachments.push(...inner.attachments);
    return inner.pieces;
  }
}

export const attributeOf = (node: Tree.Element, name: string): string =>
  node.attrs.find((attribute) => attribute.name === name)?.value ?? '';

/** All text under a node that a reader may see. */
export function textOf(node: Tree.Node): string {
  if (node.nodeName === '#text') return (node as Tree.TextNode).value;
  if ('tagName' in node && isUnseen(node)) return '';
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

/** The elements of the given names under a node, however deep, in the page's order. */
export function elementsOf(node: Tree.ParentNode, names: readonly string[]): Tree.Element[] {
  return node.childNodes.flatMap((child): Tree.Element[] => {
    if (!('tagName' in child)) return [];
    const below = elementsOf(child, names);
    return names.includes(child.tagName) ? [child, ...below] : below;
  });
}

/** The cells of a table itself, not of the tables inside it. */
function ownCells(node: Tree.ParentNode): Tree.Element[] {
  return node.childNodes.flatMap((child): Tree.Element[] => {
    if (!('tagName' in child)) return [];
    return child.tagName === 'td' || child.tagName === 'th' ? [child] : ownCells(child);
  });
}

const isUnseen = (node: Tree.Element): boolean =>
  UNSEEN.has(node.tagName) ||
  node.attrs.some(({ name }) => name === 'hidden') ||
  /display\s*:\s*none/iu.test(attributeOf(node, 'style'));

function styleOf(node: Tree.Element, outer: Style): Style {
  const { tagName } = node;
  const css = attributeOf(node, 'style');
  const weight = /font-weight\s*:\s*(\w+)/iu.exec(css)?.[1];
  const isStrong = tagName === 'b' || tagName === 'strong' || /^h[1-6]$/u.test(tagName);
  const family =
    /font-family\s*:\s*([^;]+)/iu.exec(css)?.[1] ??
    (tagName === 'font' ? attributeOf(node, 'face') : '');
  const align =
    /text-align\s*:\s*(\w+)/iu.exec(css)?.[1] ?? attributeOf(node, 'align').toLowerCase();
  return {
    ...outer,
    bold: weight ? /^(?:bold|bolder|[6-9]00)$/iu.test(weight) : outer.bold || isStrong,
    italic:
      outer.italic || tagName === 'i' || tagName === 'em' || /font-style\s*:\s*italic/iu.test(css),
    face: family === '' ? outer.face : faceOf(family),
    isLarge: sizeOf(css, tagName) ?? outer.isLarge,
    heading: /^h[1-6]$/u.test(tagName) ? Number(tagName[1]) : outer.heading,
    align: tagName === 'center' ? 'center' : alignOf(align, outer.align),
  };
}

/** Whether a size is written, and if so, whether it is a title's; undefined where none is. */
function sizeOf(css: string, tagName: string): boolean | undefined {
  const size = /font-size\s*:\s*([\d.]+)(pt|px)/iu.exec(css);
  if (size) return Number(size[1]) >= (size[2]?.toLowerCase() === 'pt' ? 16 : 21);
  return tagName === 'h1' || tagName === 'h2' ? true : undefined;
}

const faceOf = (family: string): Style['face'] =>
  /黑体|SimHei/iu.test(family) ? 'hei' : /楷体|KaiTi/iu.test(family) ? 'kai' : undefined;

const alignOf = (written: string, outer: Style['align']): Style['align'] => {
  if (written === 'center' || written === 'right') return written;
  return written === '' ? outer : undefined;
};

/** The run as readers see it; how it was set has served to tell headings. */
export const plainRun = ({ text, bold, italic, href }: StyledRun): Run => ({
  text,
  ...(bold && { bold }),
  ...(italic && { italic }),
  ...(href && { href }),
});

/** The runs of a line without spaces at its ends, and without doubled spaces where runs meet. */
function trimmed(runs: readonly StyledRun[]): StyledRun[] {
  const kept: StyledRun[] = [];
  for (const run of runs) {
    const isAfterSpace = kept.length === 0 || /[\s\u3000]$/u.test(kept.at(-1)?.text ?? '');
    const lead = kept.length === 0 ? /^[\s\u3000]+/u : /^[ \n]+/u;
    const text = isAfterSpace ? run.text.replace(lead, '') : run.text;
    if (text !== '') kept.push({ ...run, text });
  }
  for (let last = kept.at(-1); last; last = kept.at(-1)) {
    last.text = last.text.replace(/[\s\u3000]+$/u, '');
    if (last.text !== '') break;
    kept.pop();
  }
  return kept;
}
