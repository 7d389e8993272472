import * as xlsx from '@e965/xlsx';
import { decodeText } from '../import/decode';
import { inspectFile } from '../import/inspect-file';

/** A file that holds no table; `code` is a key of messages `ledger.fileProblems`. */
export class LedgerFileError extends Error {
  override name = 'LedgerFileError';
  constructor(readonly code: 'not-a-table' | 'damaged' | 'too-large' | 'no-header') {
    super(code);
  }
}

/** A cell as it is kept: Excel's days are numbers. */
export type Cell = string | number;
export type Table = {
  /** Of the sheet; empty for CSV. */
  name: string;
  rows: Cell[][];
  /** Days to add to a serial number: Excel for the Mac once counted from 1904. */
  epoch: 0 | 1462;
};

/** The ledger of a county's busiest year has a few thousand rows. */
export const MOST_ROWS = 50_000;
const MOST_BYTES = 30 * 1024 * 1024;

/**
 * The tables of an XLSX, XLS or CSV file. A merged cell's value stands in each of its cells: an
 * agency that is written once over five rows belongs to all five.
 *
 * @throws LedgerFileError
 */
export async function readTables(bytes: Uint8Array, name: string): Promise<Table[]> {
  if (bytes.length > MOST_BYTES) throw new LedgerFileError('too-large');
  if (/\.(?:csv|tsv|txt)$/iu.test(name)) {
    return [{ name: '', rows: readCsv(decoded(bytes)), epoch: 0 }];
  }
  const { kind, findings } = await inspectFile(bytes, name);
  const refusal = findings.find(({ severity }) => severity === 'skip')?.code;
  if (refusal === 'unknown-type') throw new LedgerFileError('not-a-table');
  if (refusal) throw new LedgerFileError('damaged');
  if (kind !== 'xlsx' && kind !== 'xls') throw new LedgerFileError('not-a-table');
  let book: xlsx.WorkBook;
  try {
    book = xlsx.read(bytes, { cellHTML: false, cellFormula: false, sheetRows: MOST_ROWS + 50 });
  } catch {
    throw new LedgerFileError('damaged');
  }
  const epoch = book.Workbook?.WBProps?.date1904 ? 1462 : 0;
  return book.SheetNames.map((sheetName) => ({
    name: sheetName,
    rows: rowsOf(book.Sheets[sheetName]),
    epoch,
  }));
}

function rowsOf(sheet: xlsx.WorkSheet | undefined): Cell[][] {
  if (!sheet?.['!ref']) return [];
  // A row's number must be that which the clerk sees: counted from the top of the sheet.
  const range = xlsx.utils.decode_range(sheet['!ref']);
  range.s = { r: 0, c: 0 };
  const rows = xlsx.utils
    .sheet_to_json<unknown[]>(sheet, { header: 1, blankrows: true, defval: '', range })
    .map((row) => row.map(cellOf));
  for (const { s, e } of sheet['!merges'] ?? []) {
    const value = rows[s.r]?.[s.c] ?? '';
    for (let r = s.r; r <= Math.min(e.r, rows.length - 1); r += 1) {
      for (let c = s.c; c <= Math.min(e.c, 200); c += 1) {
        const row = rows[r];
        if (row) row[c] = value;
      }
    }
  }
  return rows;
}

const cellOf = (cell: unknown): Cell =>
  typeof cell === 'number'
    ? cell
    : cell === true
      ? '是'
      : cell === false
        ? '否'
        : String(cell ?? '');

/**
 * UTF-8, or GB18030 as spreadsheets in China save it: a few names are too little to tell that by their
 * words, but the headings must be known in the end.
 */
function decoded(bytes: Uint8Array): string {
  const text = decodeText(bytes);
  if (!('skip' in text)) return text.text;
  try {
    const gb = new TextDecoder('gb18030', { fatal: true }).decode(bytes);
    if (!gb.includes('\0')) return gb;
  } catch {
    // Told below, as what it is: no text of any kind that is known.
  }
  throw new LedgerFileError('not-a-table');
}

/** RFC 4180, and files whose lines end in LF alone, or whose cells are parted by tabs or semicolons. */
function readCsv(text: string): Cell[][] {
  const head = text.slice(0, 2000);
  const sign = [',', '\t', ';', '，'].reduce((best, one) =>
    head.split(one).length > head.split(best).length ? one : best,
  );
  const rows: Cell[][] = [];
  let row: Cell[] = [];
  let at = 0;
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      for (at += 1; at < text.length; at += 1) {
        if (text[at] !== '"') cell += text[at];
        else if (text[at + 1] === '"') {
          cell += '"';
          at += 1;
        } else break;
      }
      at += 1;
    }
    const start = at;
    while (at < text.length && text[at] !== sign && text[at] !== '\n' && text[at] !== '\r') at += 1;
    row.push(unharmed(cell + text.slice(start, at)));
    if (text[at] === sign) {
      at += 1;
      if (at < text.length) continue;
      row.push('');
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at += 1;
    at += 1;
    rows.push(row);
    row = [];
    if (rows.length > MOST_ROWS + 50) throw new LedgerFileError('too-large');
  }
  return rows;
}

/** The apostrophe that keeps a spreadsheet from taking a text for a formula (transfer/export/lists/csv.ts). */
const unharmed = (text: string): string =>
  /^'[=+\-@\t\r\n＝＋－＠]/u.test(text) ? text.slice(1) : text;
