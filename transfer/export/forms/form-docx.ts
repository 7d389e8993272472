import {
  AlignmentType,
  Document,
  ExternalHyperlink,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
  type FileChild,
} from 'docx';
import { normaliseBlocks } from '../../../domain/documents/blocks';
import { bodyChildren, pageNumber } from '../docx';
import { docxSignature, docxTitle } from '../docx-official';
import { absoluteLink, inlines, plainText } from '../docx-runs';
import { FONT_TABLE, FONTS, LINE, mm, PAGE, STYLES } from '../docx-styles';
import { sumOf, TYPE_AREA, type FormCell, type FormPaper, type FormTable } from './form-paper';

/** A form as a Word file: the tables with the merged cells of the form, the text as documents have it. */
export function formDocx(paper: FormPaper, site: string | undefined): Promise<Buffer> {
  const file = new Document({
    title: plainText(paper.title),
    creator: plainText(paper.agency),
    lastModifiedBy: plainText(paper.agency),
    description: plainText(paper.address ?? ''),
    styles: STYLES,
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        // Without the grid of 22 lines, to which small type in tables would be set apart as well.
        properties: { page: PAGE },
        footers: {
          default: pageNumber(AlignmentType.RIGHT),
          even: pageNumber(AlignmentType.LEFT),
        },
        children: [
          docxTitle({ title: paper.title, body: [] }),
          ...bodyChildren(normaliseBlocks(paper.preface), false, site),
          ...paper.parts.flatMap(({ heading, blocks, tables, newPage }): FileChild[] => [
            ...(heading === null
              ? []
              : [
                  new Paragraph({
                    heading: HeadingLevel.HEADING_1,
                    pageBreakBefore: newPage ?? false,
                    ...(blocks.length === 0 && { spacing: { ...LINE, after: 100 } }),
                    children: inlines([{ text: heading }], site),
                  }),
                ]),
            ...bodyChildren(normaliseBlocks(blocks), false, site),
            ...tables.flatMap((table) => [tableOf(table, site), blank()]),
          ]),
          ...paper.attachments.map(
            ({ name, address }, i) =>
              new Paragraph({
                style: 'BodyText',
                children: inlines(
                  [{ text: i === 0 ? '附件：' : '　　　' }, { text: name, href: address }],
                  site,
                ),
              }),
          ),
          ...docxSignature([...paper.signature]),
        ],
      },
    ],
  });
  return Packer.toBuffer(file, undefined, [FONT_TABLE]);
}

/** Two tables that follow each other would grow together without a paragraph between. */
const blank = () => new Paragraph({ spacing: { line: 240 }, children: [] });

function tableOf(table: FormTable, site: string | undefined): Table {
  const { widths, size } = table;
  return new Table({
    width: { size: mm(TYPE_AREA), type: WidthType.DXA },
    columnWidths: widths.map(mm),
    layout: TableLayoutType.FIXED,
    margins: { top: 20, bottom: 20, left: 50, right: 50 },
    rows: table.rows.map(
      (cells, r) =>
        new TableRow({
          ...(r < table.head && { tableHeader: true }),
          cantSplit: true,
          children: cells.map(
            (cell) =>
              new TableCell({
                columnSpan: cell.colSpan,
                rowSpan: cell.rowSpan,
                width: {
                  size: mm(sumOf(widths.slice(cell.at, cell.at + cell.colSpan))),
                  type: WidthType.DXA,
                },
                verticalAlign: VerticalAlignTable.CENTER,
                children: [
                  new Paragraph({
                    alignment: cell.isLeft ? AlignmentType.LEFT : AlignmentType.CENTER,
                    // An empty cell is as high as one with words.
                    run: { size: size * 2 },
                    spacing: { line: Math.round(size * 20 * 1.35), lineRule: 'atLeast' },
                    ...(table.isKept(r) && { keepNext: true }),
                    children: wordsOf(cell, size, site),
                  }),
                ],
              }),
          ),
        }),
    ),
  });
}

function wordsOf({ text, href }: FormCell, size: number, site: string | undefined) {
  const lines = plainText(text)
    .split('\n')
    .map(
      (line, i) =>
        new TextRun({
          text: line,
          size: size * 2,
          font: FONTS.number,
          characterSpacing: 0,
          ...(i > 0 && { break: 1 }),
        }),
    );
  const link = href === undefined ? undefined : absoluteLink(href, site);
  return link ? [new ExternalHyperlink({ link, children: lines })] : lines;
}
