import {
  disclosureGrids,
  gridsOf,
  partTable,
  type Grid,
  type GridCell,
} from '../../../domain/annual-reports/grid';
import {
  cellText,
  figureIn,
  partsOf,
  plainFigure,
  signatureOf,
  type ReportPaper,
} from '../../../domain/annual-reports/report-paper';
import type { ReportTables, TableName } from '../../../domain/annual-reports/tables';
import type { FormCell, FormPaper, FormTable } from '../forms/form-paper';
import { isLeft, lookOf } from './table-looks';

/** An annual report as the form that every paper format is written from. */
export function reportForm(paper: ReportPaper): FormPaper {
  const { tables } = paper;
  const grids = tables ? gridsOf(paper.layout).map((grid) => tableOf(grid, tables)) : [];
  const pieces = tables ? disclosureGrids(paper.layout).map((grid) => tableOf(grid, tables)) : [];
  return {
    title: paper.title,
    agency: paper.agency,
    publishedOn: paper.publishedOn,
    year: paper.year,
    address: paper.address,
    preface: paper.preface,
    parts: partsOf(paper.layout).map(({ code, heading }) => ({
      heading,
      blocks: paper.parts[code],
      tables: grids
        .filter(({ name }) => partTable[code] === name)
        // Each item of §20 then has its own heads, which a tagged file can say and one table with
        // heads in its middle can't.
        .map((table) => (table.name === 'disclosure' ? { ...table, pieces } : table)),
      newPage: tables !== null && partTable[code] === 'applications',
    })),
    attachments: paper.attachments,
    signature: signatureOf(paper),
  };
}

const SHEETS: Record<TableName, string> = {
  disclosure: '主动公开',
  applications: '申请',
  litigation: '复议诉讼',
};

function tableOf(grid: Grid, tables: ReportTables): FormTable {
  const { widths, size } = lookOf(grid);
  return {
    name: grid.table,
    caption: grid.caption.zh,
    sheet: SHEETS[grid.table],
    widths,
    size,
    inset: grid.table === 'applications' ? 2.6 : 3.6,
    head: grid.head,
    whole: true,
    isKept: (row) => isKept(grid, row),
    rows: grid.rows.map((cells) => cells.map((cell) => cellOf(grid, cell, tables))),
  };
}

function cellOf(grid: Grid, cell: GridCell, tables: ReportTables): FormCell {
  const { role, at, colSpan, rowSpan } = cell;
  const printed = {
    role,
    at,
    colSpan,
    rowSpan,
    text: cellText(cell, tables),
    isLeft: isLeft(grid, cell),
  };
  if (cell.role !== 'figure') return printed;
  const value = figureIn(tables, cell);
  return { ...printed, value, ...(cell.unit && { format: amountFormat(value) }) };
}

/** Whether a row stays on the page of the next: all of one item of §20, and the small table. */
const isKept = ({ table, rows }: Grid, r: number): boolean => {
  const next = rows[r + 1]?.[0];
  return table !== 'applications' && next !== undefined && next.role !== 'title';
};

/** As many decimals as the amount has: a format that leaves them open shows a point after whole ones. */
const amountFormat = (amount: number | null): string => {
  const [, decimals = ''] = amount === null ? [] : plainFigure(amount).split('.');
  return decimals === '' ? '0"万元"' : `0.${'0'.repeat(decimals.length)}"万元"`;
};
