import { cellsOf, sumTables, type CellAddress } from './fill';
import {
  figureAt,
  type Figure,
  type LayoutCode,
  type ReportTables,
  type TableName,
} from './tables';

/**
 * Where an agency's figures come from: its published report, a report that is under review, its records
 * themselves (`own`: the county's own office, and whoever has submitted none), or nowhere (`missing`).
 */
export type RollUpSource = 'published' | 'draft' | 'own' | 'missing';

/** Tables of which any row, column or figure may be absent: absent and `null` are both blank. */
export type SparseTables = {
  [Table in TableName]?: Partial<Record<string, Partial<Record<string, Figure>>>>;
};

/** One agency's share before it is added up. `tables` of a `missing` one are `null`. */
export type RollUpPart<Id> = {
  agency: Id;
  name: string;
  /** The report the figures are from; `null` for `own` and `missing`. */
  report: Id | null;
  source: RollUpSource;
  layout: LayoutCode;
  tables: SparseTables | null;
};

/**
 * One agency's share as it is kept beside the sum. `figures` are keyed by `cellKey`: a zero is left
 * out, a blank is `null`.
 */
export type Contribution<Id> = Omit<RollUpPart<Id>, 'layout' | 'tables'> & {
  figures: Record<string, Figure>;
};

/** A cell whose sum says too little, with the agencies that left it blank. */
export type RollUpGap<Id> = CellAddress & { agencies: Id[] };

export type RollUp<Id> =
  | {
      ok: true;
      tables: ReportTables;
      contributions: Contribution<Id>[];
      gaps: RollUpGap<Id>[];
    }
  /** Reports in another layout count other things: these agencies' can't be added. */
  | { ok: false; otherLayout: Pick<RollUpPart<Id>, 'agency' | 'name' | 'report' | 'layout'>[] };

/**
 * The county's tables: the sum of what its agencies and townships report and of what its own office did.
 *
 * 条例第四十九条: “县级以上地方人民政府的政府信息公开工作主管部门应当在每年3月31日前向社会公布本级政府上一年度政府信息公开工作年度报告。”
 *
 * A cell that all leave blank stays blank. A cell that some leave blank is the sum of the others and
 * stands in `gaps`: a blank is not a zero. The identities of the form hold for the sum where they hold for
 * every part, for all of them add and take off cells; a broken one has a cell with a gap in it.
 */
export function rollUp<Id>(layout: LayoutCode, parts: readonly RollUpPart<Id>[]): RollUp<Id> {
  const filled = parts.filter(
    (part): part is RollUpPart<Id> & { tables: SparseTables } => part.tables !== null,
  );
  const otherLayout = filled.filter((part) => part.layout !== layout);
  if (otherLayout.length > 0) {
    return {
      ok: false,
      otherLayout: otherLayout.map(({ agency, name, report, layout: theirs }) => ({
        agency,
        name,
        report,
        layout: theirs,
      })),
    };
  }
  const { tables, gaps } = sumTables(
    layout,
    filled.map((part) => complete(part.tables)),
  );
  const cells = cellsOf(layout);
  return {
    ok: true,
    tables,
    contributions: parts.map(({ agency, name, report, source, tables: own }) => ({
      agency,
      name,
      report,
      source,
      figures: own ? figuresOf(cells, complete(own)) : {},
    })),
    gaps: gaps.map(({ blankIn, ...cell }) => ({
      ...cell,
      agencies: blankIn.map((i) => (filled[i] as RollUpPart<Id>).agency),
    })),
  };
}

/** What each agency adds to a cell, without those that add nothing; a blank is `null`. */
export function contributionsTo<Id>(
  contributions: readonly Contribution<Id>[],
  cell: CellAddress,
): (Omit<Contribution<Id>, 'figures'> & { figure: Figure })[] {
  const key = cellKey(cell);
  return contributions.flatMap(({ figures, ...who }) =>
    key in figures ? [{ ...who, figure: figures[key] ?? null }] : [],
  );
}

/** `applications/received/natural` */
export const cellKey = ({ table, row, column }: CellAddress): string => `${table}/${row}/${column}`;

function figuresOf(cells: readonly CellAddress[], tables: ReportTables): Record<string, Figure> {
  const kept = cells.flatMap((cell): [string, Figure][] => {
    const figure = figureAt(tables, cell.table, cell.row, cell.column);
    return figure === 0 ? [] : [[cellKey(cell), figure]];
  });
  return Object.fromEntries(kept);
}

/** `figureAt` takes an absent row for a blank one; an absent table is an empty one. */
const complete = (tables: SparseTables): ReportTables =>
  ({ disclosure: {}, applications: {}, litigation: {}, ...tables }) as ReportTables;
