import { cellsOf, fillTables, type CellAddress } from './fill';
import type { RecordId } from './cell-records';
import { cellKey, type SparseTables } from './roll-up';
import { figureAt, type Figure, type LayoutCode, type ReportTables } from './tables';

/** A cell that says something else than the records: both figures, who changed it, and why. */
export type HandChange = CellAddress & {
  computed: number;
  entered: Figure;
  /** Empty until somebody says it. */
  why: string;
  by: RecordId | null;
  byName: string | null;
  /** ISO instant. */
  at: string;
};

/** What a person sends along with the tables; the rest of an entry is filled in. */
export type GivenChange = CellAddress & { why: string };

export type Editor = Pick<HandChange, 'by' | 'byName' | 'at'>;

/** Longer is no reason but a text, which belongs in the report. */
export const LONGEST_WHY = 500;

/**
 * The changes by hand in the tables, in the order of the form: every computed cell that holds something
 * else. What was known of a cell stays with its name and day, unless its figure or its reason is another
 * now; a cell that agrees with the records again drops out.
 */
export function handChangesOf(
  code: LayoutCode,
  tables: ReportTables,
  computed: ReportTables,
  { known, given, editor }: { known: HandChange[]; given: GivenChange[]; editor: Editor },
): HandChange[] {
  const before = new Map(known.map((change) => [cellKey(change), change]));
  const reasons = new Map(given.map((change) => [cellKey(change), change.why]));
  return cellsOf(code).flatMap((cell): HandChange[] => {
    const figure = valueAt(computed, cell);
    const entered = valueAt(tables, cell);
    if (figure === null || figure === entered) return [];
    const old = before.get(cellKey(cell));
    const isSame = old !== undefined && old.entered === entered;
    // A reason speaks of the figure that it was given for.
    const why = reasons.get(cellKey(cell)) ?? (isSame ? old.why : '');
    const who = isSame && old.why === why ? { by: old.by, byName: old.byName, at: old.at } : editor;
    return [{ ...cell, computed: figure, entered, why, ...who }];
  });
}

export type CellChange = CellAddress & { before: Figure; after: Figure };

/**
 * The tables after the records were counted anew: a computed cell takes its new figure, unless somebody
 * entered another. What stood there before anything was ever computed was entered or imported.
 *
 * @param before what was computed the last time; null the first time
 */
export function recompiled(
  code: LayoutCode,
  tables: ReportTables,
  after: ReportTables,
  { before, changes }: { before: ReportTables | null; changes: readonly CellAddress[] },
): { tables: ReportTables; changed: CellChange[] } {
  const byHand = new Set(changes.map(cellKey));
  const changed: CellChange[] = [];
  const next = fillTables(code, (cell) => {
    const old = valueAt(tables, cell);
    const figure = valueAt(after, cell);
    const isEntered =
      byHand.has(cellKey(cell)) ||
      (old !== null && (before === null || valueAt(before, cell) === null));
    if (figure === null || isEntered || figure === old) return old;
    changed.push({ ...cell, before: old, after: figure });
    return figure;
  });
  return { tables: next, changed };
}

/** Entries out of a stored or sent value; what is none is left out. */
export function readGivenChanges(value: unknown): GivenChange[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry: unknown): GivenChange[] => {
    if (typeof entry !== 'object' || entry === null) return [];
    const { table, row, column, why } = entry as Record<string, unknown>;
    const isCell = [table, row, column].every((part) => typeof part === 'string');
    if (!isCell || typeof why !== 'string') return [];
    const cell = { table, row, column } as CellAddress;
    return [{ ...cell, why: [...why.trim()].slice(0, LONGEST_WHY).join('') }];
  });
}

/** `figureAt` of tables of which any part may be absent, as stored ones are. */
export const valueAt = (tables: SparseTables, { table, row, column }: CellAddress): Figure =>
  figureAt(
    { disclosure: {}, applications: {}, litigation: {}, ...tables } as ReportTables,
    table,
    row,
    column,
  );
