import { checkTables, type Finding } from './check';
import { cellsOf } from './fill';
import { valueAt } from './hand-changes';
import { findHead } from './head';
import type { ReportPart } from './layouts';
import { checkNarrative } from './narrative';
import { findBlankParts, findJumps, findMoreThanAll } from './plausibility';
import type { SparseTables } from './roll-up';
import { figureAt, type Figure, type LayoutCode, type ReportTables } from './tables';

export type Examined = {
  layout: LayoutCode;
  year?: number;
  /** Absent where only figures and text are looked at. */
  title?: string | null | undefined;
  /** What the agency is called. */
  names?: readonly string[];
  tables: ReportTables;
  /** The tables of the same agency's report before, where there is one. */
  lastYear?: ReportTables | undefined;
  /** The plain text of the six parts; absent where only figures are looked at. */
  narrative?: Partial<Record<ReportPart, string>>;
  compiled?: { tables: SparseTables; publishedItems?: number | undefined } | undefined;
  /** A why that was given for another figure than the one entered now doesn't count. */
  handChanges?: readonly {
    table: string;
    row: string;
    column: string;
    why?: string;
    entered?: Figure;
  }[];
};

/** Everything there is to say of a report: its sums, last year's, its text, and what was changed by hand. */
export function examineReport({
  layout,
  tables,
  lastYear,
  narrative,
  compiled,
  handChanges = [],
  year,
  title,
  names,
}: Examined): Finding[] {
  return [
    ...(year !== undefined && title !== undefined ? findHead(layout, year, title) : []),
    ...checkTables(layout, tables, lastYear),
    ...findMoreThanAll(layout, tables),
    ...(lastYear ? findJumps(tables, lastYear) : []),
    ...(compiled ? unexplained(layout, tables, compiled.tables, handChanges) : []),
    ...(narrative ? findBlankParts(narrative) : []),
    ...(narrative
      ? checkNarrative(layout, tables, narrative, {
          ...(compiled?.publishedItems !== undefined && {
            publishedItems: compiled.publishedItems,
          }),
          ...(year !== undefined && { year }),
          ...(names && { names }),
        })
      : []),
  ];
}

/** Cells that say something else than what was compiled, and nobody wrote why. */
function unexplained(
  code: LayoutCode,
  tables: ReportTables,
  compiled: SparseTables,
  handChanges: NonNullable<Examined['handChanges']>,
): Finding[] {
  return cellsOf(code).flatMap((cell): Finding[] => {
    const { table, row, column } = cell;
    const computed = valueAt(compiled, cell);
    const entered = figureAt(tables, table, row, column);
    if (computed === null || computed === entered) return [];
    const isExplained = handChanges.some(
      (change) =>
        change.table === table &&
        change.row === row &&
        change.column === column &&
        (change.entered === undefined || change.entered === entered) &&
        Boolean(change.why?.trim()),
    );
    if (isExplained) return [];
    const part = { side: 'left' as const, row, column, figure: entered };
    return [
      {
        ...cell,
        severity: 'hard',
        rule: 'hand-change',
        left: entered,
        right: computed,
        parts: [part],
      },
    ];
  });
}
