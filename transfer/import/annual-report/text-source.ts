import { meaningOf } from '../../../domain/annual-reports/labels';
import { isBroken } from './broken-label';
import { loosePieces } from './loose-text';
import { ragged, type Place, type Source } from './source';

type Piece = { text: string; place: Place };

/** This many lines with a tab in front, and nothing else with one, are cells out of Word. */
const CELLS_OF_A_REPORT = 20;
const ROWS_OF_A_REPORT = 5;

/**
 * Plain text of a report. Word's tables come out of it in three ways: one cell a line with a tab in
 * front and an empty line between rows; one row a line, its cells parted by tabs; or one cell a line
 * and nothing to tell cells from rows.
 */
export function textSource(text: string): Source {
  const lines = text
    // What macOS writes of Word's invisible marks.
    .replace(/\[bookmark: [^\]\n]*\]/gu, '')
    .split(/\r\n|[\n\r\v\f\u2028\u2029]/u);
  // Plain searches: a pattern would go over a line of a million characters a million times.
  const isCell = (line: string): boolean => line.startsWith('\t') && !line.includes('\t', 1);
  const isRow = (line: string): boolean => line.trim().includes('\t') || /^\t[^\t]*\t/u.test(line);
  const cells = lines.filter(isCell).length;
  const rows = lines.filter(isRow).length;
  const blocks =
    cells >= CELLS_OF_A_REPORT && cells > rows
      ? cellLines(lines)
      : rows >= ROWS_OF_A_REPORT
        ? rowLines(lines)
        : loosePieces(lines);
  return { blocks, images: 0, findings: [] };
}

/** One cell a line, each with a tab in front; a line without one goes on with the cell before. */
function cellLines(lines: readonly string[]): Source['blocks'] {
  const blocks: Source['blocks'] = [];
  let rows: Piece[][] = [];
  let row: Piece[] = [];
  const endRow = (): void => {
    if (row.length > 0) rows.push(row);
    row = [];
  };
  const endGrid = (): void => {
    endRow();
    if (rows.length > 0) blocks.push({ kind: 'grid', source: 'text', rows: ragged(rows) });
    rows = [];
  };
  for (const [i, line] of lines.entries()) {
    const place = { line: i + 1 };
    const last = row.at(-1);
    if (line.startsWith('\t')) {
      for (const text of line.slice(1).split('\t')) row.push({ text: text.trim(), place });
    } else if (line.trim() === '') endRow();
    else if (last && !isHeadingLine(line)) last.text = `${last.text}\n${line.trim()}`;
    else {
      endGrid();
      blocks.push({ kind: 'line', text: line.trim(), place });
    }
  }
  endGrid();
  return blocks;
}

/** A heading right below a table doesn't go on with its last cell. */
const isHeadingLine = (line: string): boolean => /^[一二三四五六][、.．]/u.test(line.trim());

/** One row a line. A cell with a line break in it breaks its row, which its label or head tells. */
function rowLines(lines: readonly string[]): Source['blocks'] {
  const blocks: Source['blocks'] = [];
  let rows: Piece[][] = [];
  const endGrid = (): void => {
    if (rows.length > 0) blocks.push({ kind: 'grid', source: 'text', rows: ragged(rows) });
    rows = [];
  };
  for (const [i, line] of lines.entries()) {
    const place = { line: i + 1 };
    const parts = line.split('\t').map((part) => part.trim());
    const pieces = parts.map((text, at) => ({ text, place: { ...place, column: at + 1 } }));
    const before = rows.at(-1);
    const last = before?.at(-1);
    if (before && last && isBroken(last.text, parts[0] ?? '')) {
      last.text = `${last.text}${parts[0] ?? ''}`;
      before.push(...pieces.slice(1));
    } else if (parts.length > 1) {
      if (parts.some((part) => part !== '')) rows.push(pieces);
    } else if (line.trim() !== '') {
      const isLabel = meaningOf(line) !== null && rows.length > 0;
      if (isLabel || startsLabel(line.trim())) rows.push([{ text: line.trim(), place }]);
      else {
        endGrid();
        blocks.push({ kind: 'line', text: line.trim(), place });
      }
    }
  }
  endGrid();
  return blocks;
}

/** The first half of a head that a line break has cut: 商业. */
const startsLabel = (text: string): boolean =>
  ['商业', '科研', '社会公', '社会公益', '法律服', '法律服务'].includes(text);
