import * as xlsx from '@e965/xlsx';
import type { ZipEntry } from '../import/zip-entries';
import { Tally } from '../release-check/findings';
import { LEAST_HEIGHT, LEAST_WIDTH } from '../release-check/xlsx';
import { checkParts, opened } from './package';
import { LIMITS, UnreadableError, type Reading } from './reading';
import { noteFindings } from './unseen';

/** @throws UnreadableError */
export async function readXlsx(
  bytes: Buffer,
  entries: readonly ZipEntry[],
  reading: Reading,
): Promise<void> {
  const sheets = await checkParts(
    entries,
    /^xl\/(?:worksheets\/[^/]+|sharedStrings)\.xml$/iu,
    reading,
  );
  const cells = sheets.reduce((sum, sheet) => sum + cellsIn(sheet), 0);
  if (cells > LIMITS.cells) {
    throw new UnreadableError('too-large', `超过 ${LIMITS.cells / 10_000} 万个单元格`);
  }
  await readXls(bytes, reading);
}

/**
 * Every cell as it is shown, a row a line. A sheet that claims to be vast is read by the cells it has. Hidden
 * sheets, rows and columns are noted and not read.
 *
 * @throws UnreadableError
 */
export async function readXls(bytes: Buffer, reading: Reading): Promise<void> {
  const { SheetNames, Sheets, Workbook } = await opened(async () =>
    // What is hidden stands with the styles.
    xlsx.read(bytes, {
      dense: true,
      cellFormula: false,
      cellHTML: false,
      cellStyles: true,
      dateNF: 'yyyy-mm-dd',
    }),
  );
  const hidden = new Tally();
  for (const [i, name] of SheetNames.entries()) {
    const sheet = Sheets[name] as Sheet | undefined;
    if (!sheet) continue;
    if (Workbook?.Sheets?.[i]?.Hidden) {
      hidden.add('xlsx-hidden-sheet', name);
      continue;
    }
    if (reading.isFull) continue;
    const text = textOf(sheet, name, hidden);
    if (text === '') continue;
    reading.add(name);
    reading.add(text);
  }
  await noteFindings(hidden.findings(), reading);
}

type Sheet = {
  '!data'?: ({ w?: string; v?: unknown } | undefined)[][];
  '!rows'?: ({ hidden?: boolean; hpt?: number } | undefined)[];
  '!cols'?: ({ hidden?: boolean; width?: number } | undefined)[];
};

function textOf(sheet: Sheet, name: string, hidden: Tally): string {
  const lines: string[] = [];
  const hiddenColumns = new Set<number>();
  // Both levels have holes, over which these methods pass.
  sheet['!data']?.forEach((row, r) => {
    const cells: string[] = [];
    row?.forEach((cell, c) => {
      const text = String(cell?.w ?? cell?.v ?? '').trim();
      if (text === '') return;
      if (isHiddenColumn(sheet['!cols']?.[c])) hiddenColumns.add(c);
      else cells.push(text);
    });
    if (cells.length === 0) return;
    if (isHiddenRow(sheet['!rows']?.[r])) hidden.add('xlsx-hidden-rows', name);
    else lines.push(cells.join('\t'));
  });
  hidden.add('xlsx-hidden-columns', name, hiddenColumns.size);
  return lines.join('\n');
}

const isHiddenColumn = (column: { hidden?: boolean; width?: number } | undefined): boolean =>
  column?.hidden === true || (column?.width ?? 9) < LEAST_WIDTH;
const isHiddenRow = (row: { hidden?: boolean; hpt?: number } | undefined): boolean =>
  row?.hidden === true || (row?.hpt ?? 15) < LEAST_HEIGHT;

/** Tags `c`, with a prefix or without. */
function cellsIn(sheet: Buffer): number {
  let count = 0;
  for (let at = 1; at < sheet.length && count <= LIMITS.cells; at += 1) {
    if (sheet[at] !== C || !BEFORE.has(sheet[at - 1] ?? 0)) continue;
    if (AFTER.has(sheet[at + 1] ?? 0)) count += 1;
  }
  return count;
}

const C = 'c'.charCodeAt(0);
const BEFORE = new Set(Buffer.from('<:'));
const AFTER = new Set(Buffer.from(' \t\r\n/>'));
