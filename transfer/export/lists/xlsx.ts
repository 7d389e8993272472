import { PassThrough, type Readable } from 'node:stream';
import ExcelJS from 'exceljs';
import { firstRows, valueIn, wordsOf, type List, type ListColumn } from './list';

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * A list as a spreadsheet: headings that stay in sight, days as days, addresses as links. Rows are
 * written as they come, so that a long list needs no more memory than a short one.
 */
export function xlsxOf<Row>(list: List<Row>): Readable {
  const stream = new PassThrough({ highWaterMark: 256 * 1024 });
  write(list, stream).catch((error: unknown) => {
    stream.destroy(error instanceof Error ? error : new Error(String(error)));
  });
  return stream;
}

async function write<Row>(list: List<Row>, stream: PassThrough): Promise<void> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream,
    useStyles: true,
    useSharedStrings: false,
  });
  const sheet = workbook.addWorksheet(sheetName(list.title), {
    views: [{ state: 'frozen', ySplit: 1 }],
  });
  sheet.columns = list.columns.map(({ key, label, width, kind }) => ({
    key,
    header: label,
    width: width ?? 14,
    style: {
      alignment: { vertical: 'top' as const, wrapText: (width ?? 0) > 30 },
      ...(kind === 'day' && { numFmt: 'yyyy-mm-dd' }),
    },
  }));
  const head = sheet.getRow(1);
  head.font = { bold: true };
  head.commit();
  for await (const row of firstRows(list)) {
    // A reader who went away is no reason to go on.
    if (stream.destroyed) return;
    const cells = list.columns.map((column) => cellOf(column, row, list.locale));
    sheet.addRow(cells).commit();
    if (stream.writableNeedDrain) await drained(stream);
  }
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: list.columns.length } };
  sheet.commit();
  await workbook.commit();
}

function cellOf<Row>(column: ListColumn<Row>, row: Row, locale: string): ExcelJS.CellValue {
  const value = valueIn(column, row);
  if (value === null || typeof value === 'number') return value;
  const words = wordsOf(value, locale);
  if (column.kind === 'day') return new Date(`${words}T00:00:00Z`);
  if (column.kind === 'link') return { text: words, hyperlink: words };
  // What a cell can hold; control characters make a file that no spreadsheet opens.
  return words
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .slice(0, 32_767);
}

const drained = (stream: PassThrough): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      stream.off('drain', done).off('close', done);
      resolve();
    };
    stream.once('drain', done).once('close', done);
  });

/** A name that spreadsheets take: no : \ / ? * [ ], 31 characters at most. */
const sheetName = (title: string): string =>
  title
    .replace(/[:\\/?*[\]']/g, ' ')
    .trim()
    .slice(0, 31) || 'Sheet1';
