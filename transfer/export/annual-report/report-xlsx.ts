import ExcelJS from 'exceljs';
import { gridsOf, partTable, type Grid } from '../../../domain/annual-reports/grid';
import {
  cellText,
  figureIn,
  partsOf,
  plainFigure,
  signatureOf,
  type ReportPaper,
} from '../../../domain/annual-reports/report-paper';
import type { ReportTables, TableName } from '../../../domain/annual-reports/tables';
import { blocksToText, normaliseBlocks, type Block } from '../../../domain/documents/blocks';
import { plainText } from '../docx-runs';
import { isLeft, lookOf } from './table-looks';

/** The report as a workbook: its text, then a sheet for each table with the merged cells of the form. */
export async function reportXlsx(paper: ReportPaper): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  book.title = plainText(paper.title);
  book.creator = plainText(paper.agency);
  // The day of the report and not of the making: the same report is the same file.
  const day = new Date(`${paper.publishedOn ?? `${paper.year}-12-31`}T00:00:00Z`);
  book.created = day;
  book.modified = day;
  addText(book, paper);
  const { tables } = paper;
  if (tables) {
    for (const { code, heading } of partsOf(paper.layout)) {
      for (const grid of gridsOf(paper.layout)) {
        if (partTable[code] === grid.table) addTable(book, grid, heading, tables);
      }
    }
  }
  return Buffer.from(await book.xlsx.writeBuffer());
}

const SHEETS: Record<TableName, string> = {
  disclosure: '主动公开',
  applications: '申请',
  litigation: '复议诉讼',
};

const upright = (): Partial<ExcelJS.AddWorksheetOptions> => ({
  pageSetup: {
    paperSize: 9,
    orientation: 'portrait',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
  },
});

function addText(book: ExcelJS.Workbook, paper: ReportPaper): void {
  const sheet = book.addWorksheet('报告正文', upright());
  sheet.columns = [{ width: 96 }];
  const add = (text: string, look: { bold?: boolean; centre?: boolean } = {}) => {
    const cell = sheet.addRow([cellWords(text)]).getCell(1);
    cell.alignment = {
      wrapText: true,
      vertical: 'top',
      ...(look.centre && { horizontal: 'center' }),
    };
    cell.font = { name: '宋体', size: look.centre ? 16 : 11, bold: look.bold ?? false };
  };
  const lines = (blocks: readonly Block[]) => {
    for (const line of blocksToText(normaliseBlocks(blocks)).split('\n')) if (line) add(line);
  };
  add(paper.title, { bold: true, centre: true });
  lines(paper.preface);
  for (const { code, heading } of partsOf(paper.layout)) {
    add(heading, { bold: true });
    lines(paper.parts[code]);
  }
  for (const line of signatureOf(paper)) add(line);
}

function addTable(book: ExcelJS.Workbook, grid: Grid, heading: string, tables: ReportTables): void {
  const sheet = book.addWorksheet(SHEETS[grid.table], upright());
  const { widths } = lookOf(grid);
  sheet.columns = widths.map((width) => ({ width: Math.max(6, width / 1.75) }));
  sheet.mergeCells(1, 1, 1, grid.columns);
  const title = sheet.getCell(1, 1);
  title.value = heading;
  title.font = { name: '宋体', size: 12, bold: true };
  title.alignment = { horizontal: 'center', vertical: 'middle' };
  grid.rows.forEach((cells, r) => {
    for (const cell of cells) {
      const [top, left] = [FIRST_ROW + r, cell.at + 1];
      const [bottom, right] = [top + cell.rowSpan - 1, left + cell.colSpan - 1];
      if (bottom > top || right > left) sheet.mergeCells(top, left, bottom, right);
      const place = sheet.getCell(top, left);
      place.value = cell.role === 'figure' ? figureIn(tables, cell) : cellText(cell, tables);
      if (cell.role === 'figure' && cell.unit) place.numFmt = amountFormat(place.value);
      for (let y = top; y <= bottom; y += 1) {
        for (let x = left; x <= right; x += 1) {
          const each = sheet.getCell(y, x);
          each.border = { top: THIN, bottom: THIN, left: THIN, right: THIN };
          each.font = { name: '宋体', size: 10 };
          each.alignment = {
            horizontal: isLeft(grid, cell) ? 'left' : 'center',
            vertical: 'middle',
            wrapText: true,
          };
        }
      }
    }
    sheet.getRow(FIRST_ROW + r).height = heightOf(grid, r, widths);
  });
}

/** As many decimals as the amount has: a format that leaves them open shows a point after whole ones. */
const amountFormat = (amount: ExcelJS.CellValue): string => {
  const [, decimals = ''] = typeof amount === 'number' ? plainFigure(amount).split('.') : [];
  return decimals === '' ? '0"万元"' : `0.${'0'.repeat(decimals.length)}"万元"`;
};

/** Below the name of the part. */
const FIRST_ROW = 2;
const THIN = { style: 'thin' as const };

/** Spreadsheets don't grow a row for words that wrap in merged cells: 13 points a line of the longest name. */
function heightOf(grid: Grid, row: number, widths: readonly number[]): number {
  const lines = (grid.rows[row] ?? []).map((cell) => {
    if (cell.role === 'figure') return 1;
    const width = widths
      .slice(cell.at, cell.at + cell.colSpan)
      .reduce((sum, each) => sum + each, 0);
    return [...cell.label.zh].length / Math.max(1, Math.floor(width / 3.7) - 0.5) / cell.rowSpan;
  });
  return 6 + 13 * Math.ceil(Math.max(1, ...lines));
}

/** What a cell can hold; control characters make a file that no spreadsheet opens. */
const cellWords = (text: string): string => plainText(text).slice(0, 32_767);
