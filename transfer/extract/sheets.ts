import * as xlsx from '@e965/xlsx';
import type { ZipEntry } from '../import/zip-entries';
import { checkParts, opened } from './package';
import { LIMITS, UnreadableError, type Reading } from './reading';

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
 * Every cell as it is shown, a row a line. A sheet that claims to be vast is read by the cells it has.
 *
 * @throws UnreadableError
 */
export async function readXls(bytes: Buffer, reading: Reading): Promise<void> {
  const { SheetNames, Sheets } = await opened(async () =>
    xlsx.read(bytes, { dense: true, cellFormula: false, cellHTML: false, dateNF: 'yyyy-mm-dd' }),
  );
  for (const name of SheetNames) {
    const rows = (Sheets[name] as { '!data'?: ({ w?: string; v?: unknown } | undefined)[][] })?.[
      '!data'
    ];
    const lines: string[] = [];
    // Both levels have holes, over which these methods pass.
    rows?.forEach((row) => {
      const cells: string[] = [];
      row?.forEach((cell) => cells.push(String(cell?.w ?? cell?.v ?? '').trim()));
      const line = cells.filter(Boolean).join('\t');
      if (line) lines.push(line);
    });
    if (lines.length === 0) continue;
    reading.add(name);
    reading.add(lines.join('\n'));
    if (reading.isFull) return;
  }
}

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
