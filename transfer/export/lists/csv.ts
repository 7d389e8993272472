import { firstRows, valueIn, wordsOf, type List } from './list';

export const CSV_TYPE = 'text/csv; charset=utf-8; header=present';

/**
 * A list as CSV (RFC 4180): UTF-8 with a byte order mark, by which spreadsheets know it, lines end
 * in CR LF, one line of headings.
 */
export async function* csvOf<Row>(list: List<Row>): AsyncGenerator<string> {
  yield `\ufeff${csvLine(list.columns.map(({ label }) => label))}`;
  let lines: string[] = [];
  for await (const row of firstRows(list)) {
    const cells = list.columns.map((column) => {
      const value = valueIn(column, row);
      // A share of two thirds is 0.6667: sixteen digits tell nobody more.
      return typeof value === 'number'
        ? String(Number(value.toFixed(4)))
        : harmless(wordsOf(value, list.locale));
    });
    lines.push(csvLine(cells));
    if (lines.length < LINES_AT_ONCE) continue;
    yield lines.join('');
    lines = [];
  }
  if (lines.length > 0) yield lines.join('');
}

const LINES_AT_ONCE = 100;

/**
 * A title that begins like a formula would be worked out by the spreadsheet of whoever opens the
 * file. The apostrophe makes a text of it; full-width signs are read as the narrow ones.
 */
export const harmless = (text: string): string =>
  /^[=+\-@\t\r\n＝＋－＠]/u.test(text) ? `'${text}` : text;

/** One record of a CSV file with its end. */
export const csvLine = (cells: readonly string[]): string => `${cells.map(quoted).join(',')}\r\n`;

const quoted = (cell: string): string =>
  /[",\r\n]/.test(cell) || cell !== cell.trim() ? `"${cell.replaceAll('"', '""')}"` : cell;
