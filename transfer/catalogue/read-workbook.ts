import * as xlsx from '@e965/xlsx';
import type { Domain } from '../../domain/catalogue/domains';
import {
  MOST_ROWS,
  readSheet,
  type ReadItem,
  type Sheet,
  type SheetFinding,
} from '../../domain/catalogue/sheet';

/** A file that is no workbook, or larger than any catalogue; the message says what to do. */
export class WorkbookError extends Error {
  override name = 'WorkbookError';
}

/** The whole official catalogue of 26 fields takes well under one megabyte. */
export const MOST_BYTES = 20 * 1024 * 1024;

export type Catalogue = {
  items: ReadItem[];
  findings: SheetFinding[];
  /** Fields of which the workbook has a sheet: only of those can an item be missing. */
  domains: Domain[];
};

/**
 * Reads every sheet of an XLSX or XLS workbook.
 *
 * @param domain the field of all its sheets, where their names don't say it
 * @throws WorkbookError when it can't be opened at all
 */
export function readCatalogue(bytes: Uint8Array, domain?: Domain): Catalogue {
  if (bytes.byteLength > MOST_BYTES) {
    throw new WorkbookError('文件超过 20 MB，不像标准目录。请只保留目录表格，另存后再试。');
  }
  const catalogue: Catalogue = { items: [], findings: [], domains: [] };
  for (const sheet of sheetsOf(bytes)) {
    const read = readSheet(sheet, domain);
    catalogue.items.push(...read.items);
    catalogue.findings.push(...read.findings);
    if (read.domain && !catalogue.domains.includes(read.domain))
      catalogue.domains.push(read.domain);
  }
  return catalogue;
}

function sheetsOf(bytes: Uint8Array): Sheet[] {
  if (!isWorkbook(bytes)) {
    throw new WorkbookError(
      '不是 XLSX 或 XLS 表格。请在表格软件里打开后另存为“Excel 工作簿（.xlsx）”。',
    );
  }
  let workbook: xlsx.WorkBook;
  try {
    // One row more than is allowed, so that too many can be told from just enough.
    const sheetRows = MOST_ROWS + 50;
    workbook = xlsx.read(bytes, { cellHTML: false, cellFormula: false, sheetRows });
  } catch (error) {
    throw new WorkbookError(`表格打不开，可能已损坏或加了密码：${(error as Error).message}`);
  }
  return workbook.SheetNames.flatMap((name): Sheet[] => {
    const sheet = workbook.Sheets[name];
    if (!sheet?.['!ref']) return [];
    const rows = xlsx.utils.sheet_to_json<unknown[]>(sheet, {
      header: 1,
      blankrows: true,
      defval: '',
    });
    // Rows are given from the first that is used; merges count from the top of the sheet.
    const { r: top, c: left } = xlsx.utils.decode_range(sheet['!ref']).s;
    const padding = Array.from({ length: top }, () => [] as string[]);
    return [
      {
        name,
        rows: [
          ...padding,
          ...rows.map((row) => [...Array.from({ length: left }, () => ''), ...row.map(text)]),
        ],
        merges: (sheet['!merges'] ?? []).map(({ s, e }) => ({
          top: s.r,
          left: s.c,
          bottom: e.r,
          right: e.c,
        })),
      },
    ];
  });
}

/** A ZIP (XLSX) or a compound file (XLS); the reader would take any text for a table. */
const isWorkbook = (bytes: Uint8Array): boolean =>
  [
    [0x50, 0x4b, 0x03, 0x04],
    [0xd0, 0xcf, 0x11, 0xe0],
  ].some((magic) => magic.every((byte, i) => bytes[i] === byte));

const text = (cell: unknown): string =>
  cell === true ? '是' : cell === false ? '否' : String(cell ?? '');
