import type { Finding } from './check';
import { identityRules, type FindingPart, type IdentityRule, type Rule } from './identities';
import type { Label, ReportPart } from './layouts';
import type { Figure, LayoutCode, TableName } from './tables';
import { layouts } from './years';

/** The words of findings in one language: messages `reportFindings`. */
export type FindingWords = {
  comma: string;
  /** What stands for a blank cell within a sum. */
  blank: string;
  /** Before the name of a figure of the report before. */
  lastYear: string;
  /** The rows that the form's own rule adds up, by their numbers. */
  rowsShort: Record<string, string>;
  /** The number of 三、本年度办理结果. */
  section: string;
  tables: Record<TableName, string>;
  undecided: string;
  undecidedSeveral: Record<IdentityRule, string>;
  rules: Record<Rule | 'narrativeFact', string>;
};

/** In which language labels of the form are given. */
export type Tongue = { locale: string; words: FindingWords };

/** A reason as it is kept: for which finding, by whom and when. */
export type GivenReason = { finding: string; reason: string };

export type WordedFinding = {
  /** The same as long as the figures are: a reason for it lapses when they change. */
  key: string;
  severity: Finding['severity'];
  rule: Rule;
  table?: TableName;
  row?: string;
  column?: string;
  /** For the person: 自然人: 一 23 + 二 0 ≠ 三(七) 22 + 四 0 */
  text: string;
  /** All cells of this report that take part. */
  cells: { table: TableName; row: string; column: string }[];
  /** Whether it may stand if somebody says why. */
  needsReason: boolean;
  reason?: string;
};

/**
 * Findings as a person reads them, with the reasons given for them. What blanks leave open, and what
 * is left blank, is said once a rule and not once a cell, so that one reason does for it.
 */
export function wordFindings(
  code: LayoutCode,
  findings: readonly Finding[],
  reasons: readonly GivenReason[],
  tongue: Tongue,
): WordedFinding[] {
  return grouped(findings).map((group) => {
    const first = group[0] as Finding;
    const { severity, rule, table, row, column } = first;
    const key = keyOf(group);
    const reason = reasons.find((given) => given.finding === key)?.reason.trim();
    const isOne = group.length === 1;
    return {
      key,
      severity,
      rule,
      ...(table && { table }),
      ...(isOne && row !== undefined && { row }),
      ...(isOne && column !== undefined && { column }),
      text: isOne
        ? describeFinding(code, first, tongue)
        : fill(patternFor(group, tongue.words), {
            places: group.map((one) => placeOf(code, one, tongue)).join(tongue.words.comma),
          }),
      cells: group.flatMap(cellsOfFinding),
      needsReason: severity === 'soft',
      ...(reason && { reason }),
    };
  });
}

/** What keeps a report from being submitted and from being published. */
export const openFindings = (findings: readonly WordedFinding[]): WordedFinding[] =>
  findings.filter(({ severity, reason }) => severity === 'hard' || !reason);

/** One finding in words: where, by which rule, and both sides. */
export function describeFinding(code: LayoutCode, finding: Finding, tongue: Tongue): string {
  const { words } = tongue;
  const { rule, left, right, parts } = finding;
  const place = placeOf(code, finding, tongue);
  const values = {
    place,
    places: place,
    part: '',
    excerpt: finding.excerpt ?? '',
    other: finding.otherExcerpt ?? '',
  };
  if (isIdentity(rule) || rule === 'more-than-all') {
    return fill(isUndecided(finding) ? words.undecided : words.rules[rule], {
      ...values,
      left: sumText(code, finding, 'left', tongue),
      right: sumText(code, finding, 'right', tongue),
    });
  }
  const isFact = rule === 'narrative' && parts.length === 0;
  return fill(words.rules[isFact ? 'narrativeFact' : rule], {
    ...values,
    part: finding.part ? partLabel(code, finding.part, tongue) : '',
    left: figureText(left, words),
    right:
      rule === 'narrative' && parts.length > 0
        ? sumText(code, finding, 'right', tongue)
        : figureText(right, words),
  });
}

/** Where: the column of a sum down it, the row of a sum across it, or the cell. */
export function placeOf(
  code: LayoutCode,
  { table, row, column, rule, part }: Pick<Finding, 'table' | 'row' | 'column' | 'rule' | 'part'>,
  tongue: Tongue,
): string {
  if (!table) return part ? partLabel(code, part, tongue) : '';
  if (downColumn.has(rule)) return labelOf(code, table, 'columns', column ?? '', tongue.locale);
  if (rule === 'narrative' && table !== 'disclosure') {
    return labelOf(code, table, 'columns', column ?? '', tongue.locale);
  }
  if (acrossRow.has(rule)) return rowName(code, table, row ?? '', tongue);
  const names = [
    row === undefined ? '' : rowName(code, table, row, tongue),
    column === undefined ? '' : labelOf(code, table, 'columns', column, tongue.locale),
  ].filter(Boolean);
  return names.length === 0 ? tongue.words.tables[table] : names.join(' · ');
}

const downColumn: ReadonlySet<Rule> = new Set([
  'balance',
  'outcome-sum',
  'carried-over',
  'blank-column',
]);
const acrossRow: ReadonlySet<Rule> = new Set([
  'applicant-sum',
  'litigation-sum',
  'in-force',
  'items-before',
  'more-than-all',
  'narrative',
]);

const isIdentity = (rule: Rule): rule is IdentityRule =>
  (identityRules as readonly string[]).includes(rule);

/** Whether blanks alone keep a sum from being compared. */
export const isUndecided = ({ severity, rule, parts }: Finding): boolean =>
  severity === 'soft' && isIdentity(rule) && parts.some(({ figure }) => figure === null);

/** More parts than this, and those that are zero are left out. */
const LONG = 4;
/** From so many parts on, their sum is given too. */
const ADDED_UP = 3;

function sumText(
  code: LayoutCode,
  finding: Finding,
  side: FindingPart['side'],
  tongue: Tongue,
): string {
  const own = finding.parts.filter((part) => part.side === side);
  const isLong = own.length > LONG;
  const shown = isLong ? own.filter(({ figure }) => Boolean(figure)) : own;
  const blanks = isLong ? own.filter(({ figure }) => figure === null).length : 0;
  const terms = shown.map(({ row, column, figure, lastYear, sign }, i) => {
    const name = partName(code, finding, { row, column }, tongue);
    const before = lastYear ? tongue.words.lastYear : '';
    const joined = sign === -1 ? '− ' : i === 0 ? '' : '+ ';
    return `${joined}${before}${name} ${figureText(figure, tongue.words)}`;
  });
  if (blanks > 0) {
    terms.push(`${terms.length > 0 ? '+ ' : ''}${tongue.words.blank}×${blanks}`);
  }
  const sum = figureText(side === 'left' ? finding.left : finding.right, tongue.words);
  if (terms.length === 0) return sum;
  const isAddedUp = terms.length >= ADDED_UP && own.every(({ figure }) => figure !== null);
  return isAddedUp ? `${terms.join(' ')} = ${sum}` : terms.join(' ');
}

/** A cell within a sum is told by what differs: its row down a column, its column across a row. */
function partName(
  code: LayoutCode,
  { table = 'disclosure', rule }: Finding,
  { row, column }: Pick<FindingPart, 'row' | 'column'>,
  tongue: Tongue,
): string {
  const isDown = downColumn.has(rule) || rule === 'narrative';
  if (table === 'applications' && isDown) return shortRow(code, row, tongue);
  if (table === 'litigation' && isDown) return labelOf(code, table, 'rows', row, tongue.locale);
  return labelOf(code, table, 'columns', column, tongue.locale);
}

/** Said together: what is blank, and the sums of one rule that blanks leave open. */
function grouped(findings: readonly Finding[]): Finding[][] {
  const groups = new Map<string, Finding[]>();
  findings.forEach((finding, i) => {
    const isAlike = finding.rule.startsWith('blank-') || isUndecided(finding);
    const table = finding.rule === 'blank-table' ? '' : finding.table;
    const key = isAlike ? `${finding.rule} ${table}` : String(i);
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  });
  return [...groups.values()];
}

const patternFor = (group: readonly Finding[], words: FindingWords): string => {
  const { rule } = group[0] as Finding;
  return isIdentity(rule) ? words.undecidedSeveral[rule] : words.rules[rule];
};

/** `applications.-.natural.balance:23:22`: table, row, column, rule and both sums. */
function keyOf(group: readonly Finding[]): string {
  const all = (of: (finding: Finding) => string | undefined): string =>
    [...new Set(group.map((finding) => of(finding) ?? '-'))].join('+');
  const place = [
    all(({ table, part }) => table ?? part),
    all(({ row, rule, parts }) =>
      rule === 'narrative' ? parts.map((part) => part.row).join('+') || row : row,
    ),
    all(({ column }) => column),
    all(({ rule }) => rule),
  ].join('.');
  const sums = [all(({ left }) => String(left ?? '-')), all(({ right }) => String(right ?? '-'))];
  return [place, ...sums].join(':');
}

const cellsOfFinding = ({ table, row, column, parts }: Finding): WordedFinding['cells'] => {
  if (!table) return [];
  const own = parts.filter(({ lastYear }) => !lastYear);
  if (own.length > 0) return own.map((part) => ({ table, row: part.row, column: part.column }));
  return row !== undefined && column !== undefined ? [{ table, row, column }] : [];
};

type Labelled = { code: string | null; label: Label };

/** The official name of a row or a column; the code itself where the layout has none. */
export function labelOf(
  code: LayoutCode,
  table: TableName,
  axis: 'rows' | 'columns',
  wanted: string,
  locale: string,
): string {
  const { disclosure, applications, litigation } = layouts[code];
  const entries: Record<TableName, readonly Labelled[]> = {
    disclosure: disclosure.flatMap((group): readonly Labelled[] => group[axis]),
    applications: axis === 'rows' ? applications.lines : applications.columns,
    litigation: litigation[axis],
  };
  const found = entries[table].find((entry) => entry.code === wanted)?.label;
  return found ? inTongue(found, locale) : wanted;
}

const inTongue = (label: Label, locale: string): string => (locale === 'en' ? label.en : label.zh);

const partLabel = (code: LayoutCode, part: ReportPart, { locale }: Tongue): string => {
  const found = layouts[code].parts.find((each) => each.code === part);
  return found ? inTongue(found.label, locale) : part;
};

/** A row by its number and name: `三(三)4 保护第三方合法权益`; 一、本年新收 is in the number alone. */
function rowName(code: LayoutCode, table: TableName, row: string, tongue: Tongue): string {
  const label = labelOf(code, table, 'rows', row, tongue.locale);
  if (table !== 'applications') return label;
  const bare = label.replace(NUMBER, '').replace(/（区分.*$|\(counted.*$/u, '');
  const number = outline(code, row, tongue);
  if (tongue.words.rowsShort[row] !== undefined && number === '') return label;
  return `${tongue.words.section}${number} ${bare.trim()}`;
}

/** A row by its number alone: 一, 三(七), (三)4. */
const shortRow = (code: LayoutCode, row: string, tongue: Tongue): string =>
  tongue.words.rowsShort[row] ?? outline(code, row, tongue);

const NUMBER = /^(?:[一二三四]、|（[一二三四五六七]）|\(\d\)|\d\.)\s*/u;

/** `(三)4`, `(一)` or, for the items that stand outside 三, nothing. */
function outline(code: LayoutCode, row: string, { locale }: Tongue): string {
  let section = '';
  for (const line of layouts[code].applications.lines) {
    const text = inTongue(line.label, locale);
    const number = text.match(/^[（(]?([一二三四五六七\d])/u)?.[1] ?? '';
    if (line.level === 1) section = '';
    if (line.level === 2) section = `(${number})`;
    if (line.code === row) return line.level === 3 ? `${section}${number}` : section;
  }
  return row;
}

const figureText = (figure: Figure, words: FindingWords): string =>
  figure === null ? words.blank : String(figure).replace('-', '−');

const fill = (pattern: string, values: Record<string, string>): string =>
  pattern.replace(/\{(\w+)\}/gu, (_, name: string) => values[name] ?? '');
