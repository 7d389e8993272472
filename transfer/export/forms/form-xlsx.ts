import ExcelJS from 'exceljs';
import { blocksToText, normaliseBlocks, type Block } from '../../../domain/documents/blocks';
import { absoluteLink, plainText } from '../docx-runs';
import { sumOf, type FormCell, type FormPaper, type FormTable } from './form-paper';

/** A form as a workbook: its text, if any, then a sheet for each table with the merged cells of the form. */
export async function formXlsx(paper: FormPaper, site: string): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  book.title = plainText(paper.title);
  book.creator = plainText(paper.agency);
  // The day of the report and not of the making: the same report is the same file.
  const day = new Date(`${paper.publishedOn ?? `${paper.year}-12-31`}T00:00:00Z`);
  book.created = day;
  book.modified = day;
  const isTableAlone = paper.parts.every(({ heading }) => heading === null);
  if (!isTableAlone) addText(book, paper);
  for (const { heading, tables } of paper.parts) {
    for (const table of tables) addTable(book, table, heading ?? paper.title, site);
  }
  return Buffer.from(await book.xlsx.writeBuffer());
}

const upright = (): Partial<ExcelJS.AddWorksheetOptions> => ({
  pageSetup: {
    paperSize: 9,
    orientation: 'portrait',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
  },
});

function addText(book: ExcelJS.Workbook, paper: FormPaper): void {
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
  for (const { heading, blocks } of paper.parts) {
    if (heading !== null) add(heading, { bold: true });
    lines(blocks);
  }
  for (const line of paper.signature) add(line);
}

function addTable(book: ExcelJS.Workbook, table: FormTable, heading: string, site: string): void {
  const sheet = book.addWorksheet(table.sheet, upright());
  const { widths } = table;
  sheet.columns = widths.map((width) => ({ width: Math.max(6, width / 1.75) }));
  sheet.mergeCells(1, 1, 1, widths.length);
  const title = sheet.getCell(1, 1);
  title.value = cellWords(heading);
  title.font = { name: '宋体', size: 12, bold: true };
  title.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
  table.rows.forEach((cells, r) => {
    for (const cell of cells) {
      const [top, left] = [FIRST_ROW + r, cell.at + 1];
      const [bottom, right] = [top + cell.rowSpan - 1, left + cell.colSpan - 1];
      if (bottom > top || right > left) sheet.mergeCells(top, left, bottom, right);
      const place = sheet.getCell(top, left);
      place.value = valueOf(cell, site);
      if (cell.format) place.numFmt = cell.format;
      for (let y = top; y <= bottom; y += 1) {
        for (let x = left; x <= right; x += 1) {
          const each = sheet.getCell(y, x);
          each.border = { top: THIN, bottom: THIN, left: THIN, right: THIN };
          each.font = { name: '宋体', size: 10 };
          each.alignment = {
            horizontal: cell.isLeft ? 'left' : 'center',
            vertical: 'middle',
            wrapText: true,
          };
        }
      }
    }
    sheet.getRow(FIRST_ROW + r).height = heightOf(table, r);
  });
}

/** Below the name of the part. */
const FIRST_ROW = 2;
const THIN = { style: 'thin' as const };

function valueOf({ value, text, href }: FormCell, site: string): ExcelJS.CellValue {
  if (value !== undefined) return value;
  const words = cellWords(text);
  const hyperlink = href === undefined ? undefined : absoluteLink(href, site);
  return hyperlink ? { text: words, hyperlink } : words || null;
}

/** Spreadsheets don't grow a row for words that wrap in merged cells: 13 points a line of the longest. */
function heightOf({ rows, widths }: FormTable, row: number): number {
  const lines = (rows[row] ?? []).map((cell) => {
    if (cell.value !== undefined) return 1;
    const width = sumOf(widths.slice(cell.at, cell.at + cell.colSpan));
    const room = Math.max(1, Math.floor(width / 3.7) - 0.5);
    const [first = '', ...more] = cell.text.split('\n');
    return more.reduce(
      (sum, line) => sum + Math.ceil([...line].length / room),
      [...first].length / room / cell.rowSpan,
    );
  });
  return 6 + 13 * Math.ceil(Math.max(1, ...lines));
}

/** What a cell can hold; control characters make a file that no spreadsheet opens. */
const cellWords = (text: string): string => plainText(text).slice(0, 32_767);
