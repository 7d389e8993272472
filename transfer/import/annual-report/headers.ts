import { meaningOf, type Meaning } from '../../../domain/annual-reports/labels';
import {
  applicationColumns,
  litigationColumns,
  litigationRows,
  type LitigationRow,
} from '../../../domain/annual-reports/tables';
import type { Header } from './assign';
import { isBlank, type Grid, type GridCell } from './source';

type Leaf = { code: string; cell: GridCell };

/** Columns that the form doesn't have keep their place among the others under such a code. */
export const isUnknown = (code: string): boolean => code.startsWith('?');
const unknown = (cell: GridCell): string => `?${cell.text.trim()}`;

const meaning = (cell: GridCell): Meaning => meaningOf(cell.text) ?? {};

export const isApplicationHeader = (cells: readonly GridCell[]): boolean => {
  const columns = cells.map((cell) => meaning(cell).applicationColumn);
  const kinds = columns.filter((column) => column && column !== 'total' && column !== 'other-org');
  return columns.includes('natural') || kinds.length >= 2;
};

export const isLitigationHeader = (cells: readonly GridCell[]): boolean => {
  const columns = cells.map((cell) => meaning(cell).litigationColumn);
  const telling = columns.filter((column) => column && column !== 'total');
  return telling.length >= 2;
};

export const isDisclosureHeader = (cells: readonly GridCell[]): boolean =>
  cells.some((cell) => meaning(cell).disclosureColumn !== undefined) &&
  !cells.some((cell) => meaning(cell).disclosureRow !== undefined);

/** The header of the applications table as it is where a page has lost it. */
export const assumedApplicationHeader: Header = {
  grid: null,
  order: [...applicationColumns],
  ranges: null,
  right: 0,
};

/** @param rows the header's rows, of which the first may only head the second's columns */
export function applicationHeader(grid: Grid, rows: readonly GridCell[][]): Header | null {
  const cells = [...new Set(rows.flat())];
  const parent = cells.find((cell) => meaning(cell).isOrganisations);
  const tops: Leaf[] = [];
  const organisations: Leaf[] = [];
  for (const cell of cells) {
    const { applicationColumn: code, isForm, isOrganisations } = meaning(cell);
    if (code === 'natural' || code === 'total') tops.push({ code, cell });
    else if (code) organisations.push({ code, cell });
    else if (!isBlank(cell) && !isForm && !isOrganisations && parent && cell.row > parent.row) {
      organisations.push({ code: unknown(cell), cell });
    }
  }
  if (parent && organisations.length === 0)
    organisations.push({ code: unknown(parent), cell: parent });
  const leaves = parent
    ? [
        ...tops.filter(({ cell }) => cell.col < parent.col).sort(byColumn),
        ...organisations.sort(byColumn),
        ...tops.filter(({ cell }) => cell.col > parent.col).sort(byColumn),
      ]
    : [...tops, ...organisations].sort(byColumn);
  if (hasTwins(leaves)) return null;
  // In a sheet heads stand over their columns, merged or not.
  if (grid.source === 'sheet' && areApart(leaves)) {
    leaves.sort(byColumn);
    return {
      grid,
      order: leaves.map(({ code }) => code),
      ranges: rangesOf(grid, leaves),
      right: endOf(leaves),
    };
  }
  const placed = leaves.map(({ code }) => code);
  const isOneRow = new Set(leaves.map(({ cell }) => cell.row)).size <= 1;
  // Heads in several rows with nothing over them tell no order of their own.
  const order = parent || isOneRow ? placed : inNationalOrder(leaves);
  const isTold = order.every((code, i) => code === placed[i]);
  const inside = organisations.every(
    ({ cell }) =>
      !parent || (cell.col >= parent.col && cell.col + cell.colSpan <= parent.col + parent.colSpan),
  );
  return {
    grid,
    order,
    ranges: inside && isTold ? rangesOf(grid, leaves) : null,
    right: rightOf(rows),
  };
}

/** The columns of one of the tables of part two. */
export function disclosureHeader(grid: Grid, row: GridCell[]): Header | null {
  const leaves: Leaf[] = [];
  for (const cell of row) {
    const { disclosureColumn, disclosureGroup, isForm } = meaning(cell);
    if (disclosureColumn) leaves.push({ code: disclosureColumn, cell });
    else if (!isBlank(cell) && !disclosureGroup && !isForm && leaves.length > 0) {
      leaves.push({ code: unknown(cell), cell });
    }
  }
  if (leaves.length === 0 || hasTwins(leaves)) return null;
  return {
    grid,
    order: leaves.map(({ code }) => code),
    ranges: rangesOf(grid, leaves),
    right: grid.source === 'sheet' ? endOf(leaves) : rightOf([row]),
  };
}

/**
 * The columns of reviews and suits as `review/upheld`; only `upheld` where the rows name reviews and
 * suits instead.
 *
 * @param rows the rows of results, and before them those that may head them
 */
export function litigationHeader(
  grid: Grid,
  rows: readonly GridCell[][],
  above: readonly GridCell[][],
): Header | null {
  const cells = [...new Set(rows.flat())];
  // Row by row, for reviews have their results above those of suits.
  const leaves = cells
    .filter((cell) => meaning(cell).litigationColumn)
    .sort((a, b) => a.row - b.row || a.col - b.col);
  const heads = [...new Set([...above, ...rows].flat())].filter(
    (cell) => meaning(cell).litigationRow,
  );
  const column = (cell: GridCell): string => meaning(cell).litigationColumn ?? '';
  // In a sheet the empty cells behind the table are part of its rows.
  const rightIn = (own: readonly Leaf[]): number =>
    grid.source === 'sheet' ? endOf(own) : rightOf(rows);
  const placed =
    grid.source === 'text'
      ? []
      : leaves.map((cell) => {
          const head = heads
            .filter((one) => one.row < cell.row && covers(one, cell))
            .sort((a, b) => b.row - a.row)[0];
          return { code: `${head ? meaning(head).litigationRow : '?'}/${column(cell)}`, cell };
        });
  if (placed.length > 0 && !hasTwins(placed) && placed.every(({ code }) => !isUnknown(code))) {
    placed.sort(byColumn);
    const order = placed.map(({ code }) => code);
    return { grid, order, ranges: rangesOf(grid, placed), right: rightIn(placed) };
  }
  const groups = groupsOf(leaves, heads);
  if (groups.length === 0) {
    if (leaves.length !== litigationColumns.length || hasRepeats(leaves.map(column))) return null;
    const own = leaves.map((cell) => ({ code: column(cell), cell })).sort(byColumn);
    const order = own.map(({ code }) => code);
    return { grid, order, ranges: rangesOf(grid, own), right: rightIn(own) };
  }
  const order = leaves.map(
    (cell, i) => `${groups[Math.floor(i / litigationColumns.length)]}/${column(cell)}`,
  );
  if (hasRepeats(order)) return null;
  const named = leaves.map((cell, i) => ({ code: order[i] ?? '', cell }));
  const isPlaced =
    grid.source === 'sheet' &&
    named.every(({ cell }, i) => i === 0 || cell.col > (named[i - 1]?.cell.col ?? 0));
  return isPlaced
    ? { grid, order, ranges: rangesOf(grid, named), right: endOf(named) }
    : { grid, order, ranges: null, right: rightOf(rows) };
}

/** Which of the three each run of five results belongs to, by their number; none where that is unclear. */
function groupsOf(leaves: readonly GridCell[], heads: readonly GridCell[]): LitigationRow[] {
  const named = litigationRows.filter((row) =>
    heads.some((cell) => meaning(cell).litigationRow === row),
  );
  if (leaves.length === litigationRows.length * litigationColumns.length)
    return [...litigationRows];
  return named.length * litigationColumns.length === leaves.length ? named : [];
}

const byColumn = (a: Leaf, b: Leaf): number => a.cell.col - b.cell.col || a.cell.row - b.cell.row;

const covers = (head: GridCell, cell: GridCell): boolean =>
  head.col <= cell.col && cell.col + cell.colSpan <= head.col + head.colSpan;

const hasRepeats = (codes: readonly string[]): boolean => new Set(codes).size !== codes.length;
const hasTwins = (leaves: readonly Leaf[]): boolean => hasRepeats(leaves.map(({ code }) => code));

function inNationalOrder(leaves: readonly Leaf[]): string[] {
  const codes = leaves.map(({ code }) => code);
  return applicationColumns.filter((column) => codes.includes(column));
}

function rangesOf(grid: Grid, leaves: readonly Leaf[]): Header['ranges'] {
  if (grid.source === 'text') return null;
  const ranges = leaves
    .map(({ code, cell }) => ({ code, from: cell.col, to: cell.col + cell.colSpan }))
    .sort((a, b) => a.from - b.from);
  if (grid.source === 'sheet') {
    // A head that was to cover several columns covers them also where it isn't merged.
    for (const [i, range] of ranges.entries()) range.to = ranges[i + 1]?.from ?? range.to;
    return ranges;
  }
  // A gap between two heads means that something was pushed.
  const isWhole = ranges.every((range, i) => i === 0 || range.from === ranges[i - 1]?.to);
  return isWhole ? ranges : null;
}

const areApart = (leaves: readonly Leaf[]): boolean =>
  new Set(leaves.map(({ cell }) => cell.col)).size === leaves.length;

const endOf = (leaves: readonly Leaf[]): number =>
  Math.max(0, ...leaves.map(({ cell }) => cell.col + cell.colSpan));

const rightOf = (rows: readonly GridCell[][]): number =>
  Math.max(0, ...rows.flat().map((cell) => cell.col + cell.colSpan));
