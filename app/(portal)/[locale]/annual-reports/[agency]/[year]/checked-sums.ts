import { checkTables, type Finding } from '@/domain/annual-reports/check';
import { labelOf } from '@/domain/annual-reports/describe';
import {
  applicationIdentities,
  litigationIdentities,
  yearlyIdentities,
  type FindingPart,
  type Identity,
  type IdentityRule,
} from '@/domain/annual-reports/identities';
import type { LayoutCode, ReportTables, TableName } from '@/domain/annual-reports/tables';

/** One rule: how many of its sums hold, can't be decided because of blanks, or are broken. */
export type CheckedRule = {
  rule: IdentityRule;
  holds: number;
  undecided: number;
  broken: number;
  /** The sum that a reader asks for first: over all applicants, or of each kind of case. */
  sums: { place: string; left: string; right: string; isBroken: boolean }[];
};

export type Checks = { rules: CheckedRule[]; findings: Finding[] };

/** What was compared in a report's tables and what came of it. */
export function checksOf(
  code: LayoutCode,
  tables: ReportTables,
  lastYear: ReportTables | undefined,
  locale: string,
): Checks {
  const findings = checkTables(code, tables, lastYear);
  const identities = [
    ...applicationIdentities(code, tables),
    ...litigationIdentities(tables),
    ...(lastYear ? yearlyIdentities(code, tables, lastYear) : []),
  ];
  const rules: CheckedRule[] = [];
  for (const identity of identities) {
    const state = stateOf(identity, findings);
    if (!state) continue;
    let entry = rules.find(({ rule }) => rule === identity.rule);
    if (!entry) {
      entry = { rule: identity.rule, holds: 0, undecided: 0, broken: 0, sums: [] };
      rules.push(entry);
    }
    entry[state] += 1;
    if (isAsked(identity) && state !== 'undecided') {
      entry.sums.push({
        place: placeOf(code, asked(identity), locale),
        left: sumText(identity.parts, 'left'),
        right: sumText(identity.parts, 'right'),
        isBroken: state === 'broken',
      });
    }
  }
  return { rules, findings };
}

/** Where in the tables: the names of the row and the column, as the form prints them. */
export function placeOf(
  code: LayoutCode,
  { table, row, column }: { table: TableName; row?: string; column?: string },
  locale: string,
): string {
  const names = [
    row !== undefined && labelOf(code, table, 'rows', row, locale),
    column !== undefined && labelOf(code, table, 'columns', column, locale),
  ];
  return names.filter(Boolean).join(locale === 'en' ? ', ' : '，');
}

/** 61 + 2; zeros of a long sum are left out, blanks are shown as such. */
export function sumText(parts: readonly FindingPart[], side: FindingPart['side']): string {
  const own = parts.filter((part) => part.side === side);
  const shown = own.length > 4 ? own.filter(({ figure }) => figure !== 0) : own;
  if (shown.length === 0) return '0';
  return shown
    .map(({ figure, sign }, i) => {
      const amount = figure === null ? '□' : figure.toLocaleString('en');
      if (i === 0) return sign === -1 ? `−${amount}` : amount;
      return `${sign === -1 ? '−' : '+'} ${amount}`;
    })
    .join(' ');
}

/** Null where all is blank: nothing was said that could be wrong. */
function stateOf(
  { table, rule, row, column, parts }: Identity,
  findings: readonly Finding[],
): 'holds' | 'undecided' | 'broken' | null {
  if (parts.every(({ figure }) => figure === null)) return null;
  const isComplete = parts.every(({ figure }) => figure !== null);
  const found = findings.find(
    (finding) =>
      finding.table === table &&
      finding.rule === rule &&
      finding.row === row &&
      finding.column === column,
  );
  if (found) return isComplete || found.severity === 'hard' ? 'broken' : 'undecided';
  return isComplete ? 'holds' : 'undecided';
}

/** A sum down a column is named by the column, one across a row by the row. */
const asked = ({ table, rule, row, column }: Identity) =>
  rule === 'applicant-sum' || rule === 'litigation-sum' || inTableTwo(rule)
    ? { table, row }
    : { table, column };

const isAsked = ({ rule, column, row }: Identity): boolean =>
  rule === 'litigation-sum' ||
  inTableTwo(rule) ||
  (rule === 'applicant-sum' ? row === 'received' || row === 'outcome-total' : column === 'total');

const inTableTwo = (rule: IdentityRule): boolean => rule === 'in-force' || rule === 'items-before';
