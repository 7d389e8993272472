import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { runsToText, type Block, type Cell, type Run } from '../../domain/documents/blocks';

type Table = Extract<Block, { kind: 'table' }>;

/** No table of an official text is wider; a page that claims more is damaged. */
const WIDEST = 100;

/**
 * A table with its spans. Spans that reach past the last row are cut back, rows without a word go,
 * and a first row set in bold throughout is a row of headers.
 */
export function tableOf(
  node: Tree.Element,
  runsOf: (cell: Tree.Element) => Run[],
): Table | undefined {
  const rows = rowsOf(node).map((row) => cellsOf(row).map((cell) => readCell(cell, runsOf)));
  const kept = withoutEmptyRows(rows);
  if (kept.length === 0) return undefined;
  const first = kept[0] ?? [];
  if (kept.length > 1 && first.length > 1 && first.every(isBoldOrEmpty)) {
    for (const cell of first) cell.header = true;
  }
  return { kind: 'table', rows: kept };
}

function readCell(cell: Tree.Element, runsOf: (cell: Tree.Element) => Run[]): Cell {
  const colSpan = spanOf(cell, 'colspan');
  const rowSpan = spanOf(cell, 'rowspan');
  return {
    runs: runsOf(cell),
    ...(cell.tagName === 'th' && { header: true }),
    ...(colSpan > 1 && { colSpan: Math.min(colSpan, WIDEST) }),
    ...(rowSpan > 1 && { rowSpan }),
  };
}

function spanOf(cell: Tree.Element, name: string): number {
  const value = Number.parseInt(cell.attrs.find((a) => a.name === name)?.value ?? '1', 10);
  return Number.isFinite(value) && value > 1 ? value : 1;
}

/** A row may go only when no cell from above reaches through it; the spans of the others are fitted. */
function withoutEmptyRows(rows: Cell[][]): Cell[][] {
  let reach = 0;
  const kept: Cell[][] = [];
  for (const [i, row] of rows.entries()) {
    const isCrossed = i < reach;
    for (const cell of row) {
      const rowSpan = Math.min(cell.rowSpan ?? 1, rows.length - i);
      if (rowSpan > 1) cell.rowSpan = rowSpan;
      else delete cell.rowSpan;
      reach = Math.max(reach, i + rowSpan);
    }
    const isEmpty = row.every((cell) => runsToText(cell.runs).trim() === '');
    if (isEmpty && !isCrossed && reach <= i + 1) continue;
    kept.push(row);
  }
  return kept;
}

const isBoldOrEmpty = (cell: Cell): boolean =>
  cell.header === true ||
  (cell.runs.length > 0 && cell.runs.every((run) => run.bold === true || run.text.trim() === ''));

const rowsOf = (node: Tree.ParentNode): Tree.Element[] =>
  node.childNodes.flatMap((child): Tree.Element[] => {
    if (!('tagName' in child)) return [];
    return child.tagName === 'tr' ? [child] : rowsOf(child);
  });

const cellsOf = (row: Tree.Element): Tree.Element[] =>
  row.childNodes.filter(
    (child): child is Tree.Element =>
      'tagName' in child && (child.tagName === 'td' || child.tagName === 'th'),
  );
