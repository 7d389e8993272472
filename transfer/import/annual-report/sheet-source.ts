import * as xlsx from '@e965/xlsx';
import { skip, type Skip } from '../findings';
import type { ReportFinding } from './findings';
import { GRID_LIMITS, layOut, type Grid, type RawCell, type Source } from './source';

/** The visible sheets of a workbook, each as one grid on which several tables may stand. */
export function sheetSource(bytes: Uint8Array): Source | { skip: Skip } {
  let book: xlsx.WorkBook;
  try {
    book = xlsx.read(bytes, {
      cellHTML: false,
      cellNF: false,
      // Blank cells that are there, and which rows and columns are hidden.
      sheetStubs: true,
      cellStyles: true,
      sheetRows: GRID_LIMITS.rows,
    });
  } catch (error) {
    return { skip: skip('damaged-file', error instanceof Error ? error.message : String(error)) };
  }
  const findings: ReportFinding[] = [];
  const blocks: Grid[] = [];
  for (const [at, name] of book.SheetNames.entries()) {
    const sheet = book.Sheets[name];
    if (!sheet?.['!ref']) continue;
    if (book.Workbook?.Sheets?.[at]?.Hidden) {
      findings.push({ severity: 'note', code: 'hidden-sheet', place: { sheet: name } });
      continue;
    }
    blocks.push({ kind: 'grid', source: 'sheet', rows: rowsOf(sheet, name) });
    const hidden = hiddenIn(sheet);
    if (hidden.isAny) {
      findings.push({ severity: 'note', code: 'hidden-cells', place: { sheet: name } });
    }
  }
  return { blocks, images: 0, findings };
}

function rowsOf(sheet: xlsx.WorkSheet, name: string): Grid['rows'] {
  const merges = new Map(
    (sheet['!merges'] ?? []).map((merge) => [xlsx.utils.encode_cell(merge.s), merge]),
  );
  const covered = new Set<string>();
  for (const { s, e } of merges.values()) {
    for (let r = s.r; r <= Math.min(e.r, s.r + GRID_LIMITS.rows); r += 1) {
      for (let c = s.c; c <= Math.min(e.c, s.c + GRID_LIMITS.columns); c += 1) {
        if (r !== s.r || c !== s.c) covered.add(`${r},${c}`);
      }
    }
  }
  // The claimed size may be a million rows: only what is filled counts.
  const filled = Object.keys(sheet)
    .filter((key) => /^[A-Z]{1,3}\d+$/u.test(key))
    .map((key) => xlsx.utils.decode_cell(key));
  const height = Math.min(
    GRID_LIMITS.rows,
    1 + Math.max(-1, ...column(filled, 'r'), ...ends(merges, 'r')),
  );
  const width = Math.min(
    GRID_LIMITS.columns,
    1 + Math.max(-1, ...column(filled, 'c'), ...ends(merges, 'c')),
  );
  const { isHidden } = hiddenIn(sheet);
  const addresses: string[][] = [];
  const raw = Array.from({ length: height }, (_, r) => {
    const row: RawCell[] = [];
    const own: string[] = [];
    for (let c = 0; c < width; c += 1) {
      if (covered.has(`${r},${c}`)) continue;
      const address = xlsx.utils.encode_cell({ r, c });
      const merge = merges.get(address);
      const cell = sheet[address] as xlsx.CellObject | undefined;
      row.push({
        // A merged cell that begins in a hidden row or column shows in the others.
        text: !merge && isHidden(r, c) ? '' : textOf(cell),
        colSpan: merge ? merge.e.c - merge.s.c + 1 : 1,
        rowSpan: merge ? merge.e.r - merge.s.r + 1 : 1,
        ...(!cell && { isAbsent: true }),
      });
      own.push(address);
    }
    addresses.push(own);
    return row;
  });
  return layOut(raw, (row, index) => ({ sheet: name, cell: addresses[row]?.[index] ?? '' }));
}

/** Rows and columns that nobody sees: what stands in them may be of another year. */
function hiddenIn(sheet: xlsx.WorkSheet): {
  isAny: boolean;
  isHidden: (row: number, column: number) => boolean;
} {
  const numbers = (infos: readonly ({ hidden?: boolean } | undefined)[] | undefined): Set<number> =>
    new Set((infos ?? []).flatMap((info, i) => (info?.hidden ? [i] : [])));
  const rows = numbers(sheet['!rows']);
  const columns = numbers(sheet['!cols']);
  return {
    isAny: rows.size > 0 || columns.size > 0,
    isHidden: (row, at) => rows.has(row) || columns.has(at),
  };
}

const column = (cells: readonly xlsx.CellAddress[], of: 'r' | 'c'): number[] => [
  ...new Set(cells.map((cell) => cell[of])),
];

const ends = (merges: ReadonlyMap<string, xlsx.Range>, of: 'r' | 'c'): number[] => [
  ...new Set([...merges.values()].map(({ e }) => e[of])),
];

/** A number as stored, unless its format adds a unit (20368"万元"); dates and errors as they are shown. */
function textOf(cell: xlsx.CellObject | undefined): string {
  if (!cell) return '';
  // A formula that was never counted has no value; its words are told as no figure.
  if (cell.v === undefined || cell.v === null) return cell.f ? `=${cell.f}` : '';
  if (cell.t !== 'n') return String(cell.t === 'e' || cell.t === 'd' ? (cell.w ?? cell.v) : cell.v);
  const shown = cell.w ?? '';
  if (/[%年月日:\p{L}]/u.test(shown) && !/^-?[\d.,]+E[+-]?\d+$/iu.test(shown)) return shown;
  return plain(Number(cell.v));
}

/** As digits, without an exponent and without the dust of binary fractions. */
const plain = (value: number): string =>
  Number.isFinite(value) ? String(Number(value.toFixed(6))) : '';
