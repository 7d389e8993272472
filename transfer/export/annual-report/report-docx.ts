import {
  AlignmentType,
  Document,
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
import { gridsOf, partTable, type Grid } from '../../../domain/annual-reports/grid';
import {
  cellText,
  partsOf,
  signatureOf,
  type ReportPaper,
} from '../../../domain/annual-reports/report-paper';
import type { ReportTables } from '../../../domain/annual-reports/tables';
import { normaliseBlocks } from '../../../domain/documents/blocks';
import { bodyChildren, pageNumber } from '../docx';
import { docxSignature, docxTitle } from '../docx-official';
import { inlines, plainText } from '../docx-runs';
import { FONT_TABLE, FONTS, LINE, mm, PAGE, STYLES } from '../docx-styles';
import { isLeft, lookOf } from './table-looks';

/** The report as a Word file: the tables with the merged cells of the form, the text as documents have it. */
export function reportDocx(paper: ReportPaper, site: string | undefined): Promise<Buffer> {
  const { tables } = paper;
  const grids = gridsOf(paper.layout);
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
          ...partsOf(paper.layout).flatMap(({ code, heading }): FileChild[] => [
            new Paragraph({
              heading: HeadingLevel.HEADING_1,
              // Its table fills a page, and not every program keeps one whole that begins lower down.
              pageBreakBefore: tables !== null && partTable[code] === 'applications',
              ...(paper.parts[code].length === 0 && { spacing: { ...LINE, after: 100 } }),
              children: inlines([{ text: heading }], site),
            }),
            ...bodyChildren(normaliseBlocks(paper.parts[code]), false, site),
            ...grids
              .filter(({ table }) => tables && partTable[code] === table)
              .flatMap((grid) => [tableOf(grid, tables as ReportTables), blank()]),
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
          ...docxSignature(signatureOf(paper)),
        ],
      },
    ],
  });
  return Packer.toBuffer(file, undefined, [FONT_TABLE]);
}

/** Two tables that follow each other would grow together without a paragraph between. */
const blank = () => new Paragraph({ spacing: { line: 240 }, children: [] });

function tableOf(grid: Grid, tables: ReportTables): Table {
  const { widths, size } = lookOf(grid);
  return new Table({
    width: { size: mm(156), type: WidthType.DXA },
    columnWidths: widths.map(mm),
    layout: TableLayoutType.FIXED,
    margins: { top: 20, bottom: 20, left: 50, right: 50 },
    rows: grid.rows.map(
      (cells, r) =>
        new TableRow({
          ...(r < grid.head && { tableHeader: true }),
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
                    alignment: isLeft(grid, cell) ? AlignmentType.LEFT : AlignmentType.CENTER,
                    // An empty cell is as high as one with words.
                    run: { size: size * 2 },
                    spacing: { line: Math.round(size * 20 * 1.35), lineRule: 'atLeast' },
                    ...(isKept(grid, r) && { keepNext: true }),
                    children: [
                      new TextRun({
                        text: cellText(cell, tables),
                        size: size * 2,
                        font: FONTS.number,
                        characterSpacing: 0,
                      }),
                    ],
                  }),
                ],
              }),
          ),
        }),
    ),
  });
}

/** Whether a row stays on the page of the next: all of one item of §20, and the small table. */
const isKept = ({ table, rows }: Grid, r: number): boolean => {
  const next = rows[r + 1]?.[0];
  return table !== 'applications' && next !== undefined && next.role !== 'title';
};

const sumOf = (widths: readonly number[]): number => widths.reduce((sum, each) => sum + each, 0);
