import { cellsOf, type CellAddress } from './fill';
import {
  applicantColumns,
  applicationIdentities,
  litigationIdentities,
  yearlyIdentities,
  type FindingPart,
  type Identity,
  type Rule,
} from './identities';
import type { ReportPart } from './layouts';
import {
  figureAt,
  type ApplicationColumn,
  type ApplicationRow,
  type Figure,
  type LayoutCode,
  type ReportTables,
  type TableName,
} from './tables';
import { layouts } from './years';

/**
 * One thing to look at. `hard` is an identity that the figures break; `soft` is one that may have
 * a reason, or that blanks leave undecided. `left` and `right` are the two sides as far as they
 * are filled (`null`: a side is all blank), `parts` the cells they come from.
 */
export type Finding = {
  severity: 'hard' | 'soft';
  /** Absent where the finding is about the text alone. */
  table?: TableName;
  row?: string;
  column?: string;
  rule: Rule;
  left: Figure;
  right: Figure;
  parts: FindingPart[];
  /** The part of the report whose text it is about, with the words that hold the number. */
  part?: ReportPart;
  excerpt?: string;
  /** Other words that it contradicts. */
  otherExcerpt?: string;
};

export type TableFinding = Finding & { table: TableName };

/**
 * Checks a report's tables against the identities printed on the form (“第一项加第二项之和，等于第三项加第四项之和”)
 * and those that follow from what the columns mean. `lastYear` are the tables of the same agency's
 * report before, where there is one.
 *
 * A blank cell is never taken for a zero. It leaves an identity undecided (soft), unless the
 * filled cells alone already exceed what they should add up to (hard), or its whole column is
 * blank, which is then found once for the column.
 */
export function checkTables(
  code: LayoutCode,
  tables: ReportTables,
  lastYear?: ReportTables,
): TableFinding[] {
  const blankColumns = findBlankColumns(code, tables);
  const isExplained = (identity: Identity) =>
    identity.table === 'applications' &&
    identity.parts.every(
      ({ figure, column, lastYear: isBefore }) =>
        figure !== null || (!isBefore && blankColumns.some((finding) => finding.column === column)),
    );
  const decided = [
    ...applicationIdentities(code, tables),
    ...litigationIdentities(tables),
    ...(lastYear ? yearlyIdentities(code, tables, lastYear) : []),
  ].flatMap((identity) => {
    const finding = decide(identity);
    return finding && !(finding.undecided && isExplained(identity)) ? [finding.finding] : [];
  });
  return [
    ...findImpossible(code, tables),
    ...findBlankTables(code, tables),
    ...blankColumns,
    ...decided,
  ];
}

/** Whether nothing found breaks an identity. Soft findings are for a person to weigh. */
export const isConsistent = (findings: readonly Finding[]): boolean =>
  findings.every(({ severity }) => severity !== 'hard');

/** What an identity's figures say; null when it holds or when all its cells are blank. */
function decide(identity: Identity): { finding: TableFinding; undecided: boolean } | null {
  const { table, row, column, rule, parts, soft } = identity;
  if (parts.every(({ figure }) => figure === null)) return null;
  // What last year's report left blank can't be put right in this one.
  if (parts.some(({ figure, lastYear }) => lastYear && figure === null)) return null;
  const left = sideOf(parts, 'left');
  const right = sideOf(parts, 'right');
  const finding = (severity: Finding['severity']): TableFinding => ({
    severity,
    table,
    ...(row !== undefined && { row }),
    ...(column !== undefined && { column }),
    rule,
    left: left.sum,
    right: right.sum,
    parts,
  });
  const isComplete = left.isFull && right.isFull;
  if (isComplete && left.sum === right.sum) return null;
  const isBroken =
    isComplete ||
    (left.isFull && isAbove(right.sum, left.sum) && !parts.some(({ sign }) => sign)) ||
    (right.isFull && isAbove(left.sum, right.sum));
  if (isBroken) return { finding: finding(soft ? 'soft' : 'hard'), undecided: false };
  return { finding: finding('soft'), undecided: true };
}

function sideOf(parts: readonly FindingPart[], side: FindingPart['side']) {
  const own = parts.filter((part) => part.side === side);
  const known = own.filter(({ figure }) => figure !== null);
  return {
    isFull: known.length === own.length,
    sum:
      known.length === 0
        ? null
        : known.reduce((sum, { figure, sign }) => sum + (figure ?? 0) * (sign ?? 1), 0),
  };
}

/** Counts are never negative, so blanks can only add to what is filled. */
const isAbove = (a: Figure, b: Figure): boolean => a !== null && b !== null && a > b;

/**
 * Applicant columns whose results are all blank although 总计 gives results, as in reports that
 * fill in only the last column.
 */
function findBlankColumns(code: LayoutCode, tables: ReportTables): TableFinding[] {
  const { outcomes, lines } = layouts[code].applications;
  const at = (row: ApplicationRow, column: ApplicationColumn) =>
    figureAt(tables, 'applications', row, column);
  const results: ApplicationRow[] = [...outcomes, 'outcome-total'];
  if (results.every((row) => at(row, 'total') === null)) return [];
  return applicantColumns
    .filter((column) => results.every((row) => at(row, column) === null))
    .map((column) => ({
      severity: 'soft',
      table: 'applications',
      column,
      rule: 'blank-column',
      left: null,
      right: at('outcome-total', 'total'),
      parts: lines.flatMap(({ code: row }) =>
        row !== null && at(row, column) === null
          ? [{ side: 'left' as const, row, column, figure: null }]
          : [],
      ),
    }));
}

function findBlankTables(code: LayoutCode, tables: ReportTables): TableFinding[] {
  const cells = cellsOf(code);
  return (['disclosure', 'applications', 'litigation'] as const)
    .filter((table) =>
      cells.every((cell) => cell.table !== table || valueOf(tables, cell) === null),
    )
    .map((table) => ({
      severity: 'soft',
      table,
      rule: 'blank-table',
      left: null,
      right: null,
      parts: [],
    }));
}

function findImpossible(code: LayoutCode, tables: ReportTables): TableFinding[] {
  const kinds = new Map(
    layouts[code].disclosure.flatMap(({ columns }) =>
      columns.map((column) => [column.code as string, column.figure] as const),
    ),
  );
  return cellsOf(code).flatMap((cell): TableFinding[] => {
    const figure = valueOf(tables, cell);
    if (figure === null) return [];
    const kind = (cell.table === 'disclosure' && kinds.get(cell.column)) || 'count';
    const isFine =
      kind === 'amount-10k-yuan'
        ? Number.isFinite(figure) && figure >= 0
        : Number.isSafeInteger(figure) && (kind === 'change' || figure >= 0);
    if (isFine) return [];
    const part = { side: 'left' as const, row: cell.row, column: cell.column, figure };
    return [
      { ...cell, severity: 'hard', rule: 'figure', left: figure, right: null, parts: [part] },
    ];
  });
}

const valueOf = (tables: ReportTables, cell: CellAddress): Figure =>
  figureAt(tables, cell.table, cell.row, cell.column);
