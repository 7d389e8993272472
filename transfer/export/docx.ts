import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
  type FileChild,
} from 'docx';
import type { Block, Run } from '../../domain/documents/blocks';
import { closingOf } from '../../domain/documents/closing';
import { bodyOf, factsOf, type Paper, type PaperLabels } from '../../domain/documents/paper';
import { isSalutation, structureOf, type StructuredBlock } from '../../domain/documents/structure';
import { docxHead, docxImprint, docxSignature, docxTitle, letterFooter } from './docx-official';
import { inlines, plainText, type LinkBase } from './docx-runs';
import { FONTS, FONT_TABLE, GRID, LETTER_PAGE, LINE, PAGE, SIZE, STYLES } from './docx-styles';
import { tableOf } from './docx-table';

export const DOCX_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/**
 * A document, or an interpretation, as a Word file in the official layout (GB/T 9704): title,
 * number, body, attachments, and the metadata table at the end.
 *
 * @param options.labels the words around the text; `options.site` the site's own address, without
 *   which links to its pages are text only.
 * @returns the bytes of a .docx. A text without a body holds `labels.emptyBody` in its place.
 */
export function documentDocx(
  paper: Paper,
  options: { labels: PaperLabels; site?: string },
): Promise<Buffer> {
  const { labels, site } = options;
  const { body, signature, imprint, after } = closingOf(bodyOf(paper), paper.agency);
  const isEmpty = body.length + signature.length + after.length === 0;
  const isLetter = paper.masthead?.form === 'letter';
  const file = new Document({
    title: plainText(paper.title),
    creator: plainText(paper.agency ?? ''),
    lastModifiedBy: plainText(paper.agency ?? ''),
    subject: plainText(paper.number ?? ''),
    keywords: plainText((paper.keywords ?? []).join('；')),
    description: plainText(paper.address ?? ''),
    styles: STYLES,
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: {
          page: isLetter ? LETTER_PAGE : PAGE,
          grid: GRID,
          titlePage: isLetter,
        },
        footers: {
          default: pageNumber(AlignmentType.RIGHT),
          even: pageNumber(AlignmentType.LEFT),
          ...(isLetter && { first: letterFooter() }),
        },
        children: [
          ...docxHead(paper),
          docxTitle(paper),
          ...numberLine(paper),
          ...(isEmpty
            ? [bodyText([{ text: labels.emptyBody }], site)]
            : bodyChildren(body, true, site)),
          ...attachments(paper, labels, site),
          ...docxSignature(signature),
          ...docxImprint(imprint),
          ...annexes(after, site),
          ...factsTable(paper, labels, site),
        ],
      },
    ],
  });
  return Packer.toBuffer(file, undefined, [FONT_TABLE]);
}

/** The number of a text without a masthead stands below its title. */
function numberLine(paper: Paper): Paragraph[] {
  if (paper.masthead) return [];
  const lines = paper.number ? [new TextRun(plainText(paper.number))] : [];
  const number = { alignment: AlignmentType.CENTER, children: lines };
  // One empty line keeps the title apart from the text, as the standard has it.
  return [...(paper.number ? [new Paragraph(number)] : []), new Paragraph({ children: [] })];
}

export const bodyChildren = (
  blocks: readonly Block[],
  hasSalutation: boolean,
  site: LinkBase,
): FileChild[] =>
  structureOf(blocks).blocks.flatMap((entry, i) => {
    if (!hasSalutation || i > 0 || !isSalutation(entry.block)) return childrenOf(entry, site);
    return [new Paragraph({ children: inlines(trimmed(entry.block.runs), site) })];
  });

/** 附件 begin on a page of their own. */
const annexes = (blocks: readonly Block[], site: LinkBase): FileChild[] =>
  blocks.length === 0
    ? []
    : [
        new Paragraph({ pageBreakBefore: true, children: [] }),
        ...bodyChildren(blocks, false, site),
      ];

function childrenOf(entry: StructuredBlock, site: LinkBase): FileChild[] {
  const { block } = entry;
  switch (block.kind) {
    case 'table':
      // Two tables that follow each other would grow together without a paragraph between.
      return [tableOf(block.rows, site), new Paragraph({ children: [] })];
    case 'list':
      return block.items.map((item, i) => {
        const mark = block.ordered ? `${(block.start ?? 1) + i}. ` : '• ';
        return bodyText([{ text: mark }, ...item], site);
      });
    case 'image':
      return [bodyText([{ text: '〔图〕' }, ...block.runs], site)];
    case 'heading':
    case 'paragraph':
      return [paragraphOf(entry, block, site)];
  }
}

function paragraphOf(
  entry: StructuredBlock,
  block: Block & { kind: 'heading' | 'paragraph' },
  site: LinkBase,
): Paragraph {
  const runs = trimmed(block.runs);
  if (entry.role === 'article') {
    const lead = new TextRun({ text: `${plainText(entry.label ?? '')}　`, font: FONTS.heading });
    return new Paragraph({
      style: 'BodyText',
      children: [lead, ...inlines(entry.rest ?? [], site)],
    });
  }
  if (entry.isHeading && entry.rest) {
    const font = entry.depth === 1 ? FONTS.heading : FONTS.subheading;
    const lead = inlines(trimmed(entry.lead ?? []), site, { font });
    return new Paragraph({ style: 'BodyText', children: [...lead, ...inlines(entry.rest, site)] });
  }
  if (entry.isHeading)
    return new Paragraph({ ...headingOf(entry, block), children: inlines(runs, site) });
  if (block.kind === 'paragraph' && block.align) {
    const alignment = block.align === 'center' ? AlignmentType.CENTER : AlignmentType.RIGHT;
    return new Paragraph({ alignment, children: inlines(runs, site) });
  }
  return bodyText(runs, site);
}

function headingOf(entry: StructuredBlock, block: Block & { kind: 'heading' | 'paragraph' }) {
  switch (entry.role) {
    case 'part':
    case 'subpart':
    case 'chapter':
      return { heading: HeadingLevel.HEADING_1, ...CENTRED };
    case 'section':
      return { heading: HeadingLevel.HEADING_2, ...CENTRED };
    case 'level':
      return { heading: DEPTH_HEADINGS[(entry.depth ?? 1) - 1] ?? HeadingLevel.HEADING_3 };
    default:
      return { heading: DEPTH_HEADINGS[block.kind === 'heading' ? block.level - 2 : 0] };
  }
}

/** Chapters stand in the middle, with a line's half before and after. */
const CENTRED = {
  alignment: AlignmentType.CENTER,
  indent: { firstLine: 0, firstLineChars: 0 },
  spacing: { ...LINE, before: 240, after: 240 },
};

const DEPTH_HEADINGS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3];

const bodyText = (runs: readonly Run[], site: LinkBase): Paragraph =>
  new Paragraph({ style: 'BodyText', children: inlines(runs, site) });

/** Sources indent with blanks what the style indents already. */
const trimmed = (runs: readonly Run[]): Run[] =>
  runs.map((run, i) => (i === 0 ? { ...run, text: run.text.replace(/^\s+/u, '') } : run));

function attachments(paper: Paper, labels: PaperLabels, site: LinkBase): Paragraph[] {
  const files = paper.attachments ?? [];
  return files.map((file, i) => {
    const number = files.length > 1 ? `${i + 1}. ` : '';
    const lead = i === 0 ? `${labels.attachments}${labels.colon ?? '：'}` : '　　　';
    const name: Run = { text: file.name, ...(file.address && { href: file.address }) };
    const before = i === 0 ? { spacing: { before: 579 } } : {};
    return new Paragraph({
      style: 'BodyText',
      ...before,
      children: inlines([{ text: `${lead}${number}` }, name], site),
    });
  });
}

function factsTable(paper: Paper, labels: PaperLabels, site: LinkBase): FileChild[] {
  const facts = factsOf(paper, labels);
  if (facts.length <= 1) return [];
  const rows = facts.map((fact) => {
    const value: Run = { text: fact.value, ...(fact.key === 'address' && { href: fact.value }) };
    return [{ runs: [{ text: fact.label, bold: true }] }, { runs: [value], colSpan: 3 }];
  });
  return [new Paragraph({ children: [] }), tableOf(rows, site), new Paragraph({ children: [] })];
}

/** 页码: 4 号半角宋体, a dash on either side, odd pages at the right and even pages at the left, one character in. */
export const pageNumber = (alignment: 'left' | 'right'): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment,
        indent: { left: SIZE.small * 10, right: SIZE.small * 10 },
        children: [
          new TextRun({
            children: ['— ', PageNumber.CURRENT, ' —'],
            font: FONTS.number,
            size: SIZE.small,
          }),
        ],
      }),
    ],
  });
