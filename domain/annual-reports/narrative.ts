import type { Finding } from './check';
import type { FindingPart } from './identities';
import type { ReportPart } from './layouts';
import { isAbout, type Setting } from './narrative-guards';
import { patternsFor } from './narrative-patterns';
import type { Pattern, Target } from './narrative-words';
import { findWrongSums } from './narrative-sums';
import {
  excerptOf,
  isSaid,
  readNumber,
  sentencesOf,
  type Said,
  type Sentence,
} from './narrative-text';
import {
  figureAt,
  type Figure,
  type LayoutCode,
  type ReportTables,
  type TableName,
} from './tables';

/** What is known beside the tables. */
export type NarrativeFacts = {
  /** Counted by the portal, absent where it can't be. */
  publishedItems?: number;
  /** The year of the report; without it any year that the text names is taken for the report's. */
  year?: number;
  /** What the agency is called: 宜丰县市场监督管理局, 县市场监管局. */
  names?: readonly string[];
};

/** A number that the text gives for something that the form counts too. */
type Statement = {
  target: Target;
  said: Said;
  /** Where the words may mean more than the form: 收到 may count what was carried over. */
  wider?: Target | undefined;
  part: ReportPart;
  excerpt: string;
};

const PARTS = [
  'overview',
  'disclosure',
  'applications',
  'litigation',
  'problems',
  'other',
] as const satisfies readonly ReportPart[];

/**
 * Numbers in the text that the tables contradict (收到申请24件 where the table has 23), that contradict one
 * another where the table has none, or whose parts make another sum (15908条 = 6808 + 9100).
 *
 * Reads what it knows for certain and leaves the rest alone: another year's, another agency's, a part's,
 * rounded and approximate numbers raise nothing. Never throws, whatever the text is.
 */
export function checkNarrative(
  code: LayoutCode,
  tables: ReportTables,
  narrative: Partial<Record<ReportPart, string>>,
  facts: NarrativeFacts = {},
): Finding[] {
  const findings: Finding[] = [];
  const unheld = new Map<string, Statement>();
  for (const part of PARTS) {
    const sentences = sentencesOf(narrative[part] ?? '');
    sentences.forEach((sentence, i) => {
      const statements = statementsIn(code, sentence, part, sentences[i - 1]?.text ?? '', facts);
      for (const statement of statements) {
        const finding = contradiction(statement, tables, facts) ?? doubled(statement, unheld);
        if (finding) findings.push(finding);
      }
      findings.push(...findWrongSums(sentence, part));
    });
  }
  return once(findings);

  /** Where nothing is known of a number but the text, the text must at least say it alike. */
  function doubled(statement: Statement, known: Map<string, Statement>): Finding | null {
    if (figureOf(statement.target, tables, facts) !== null) return null;
    // One site's items and all items are two numbers.
    if ('fact' in statement.target && /网|平台/u.test(statement.excerpt)) return null;
    const key = JSON.stringify(statement.target);
    const first = known.get(key);
    if (!first) known.set(key, statement);
    if (
      !first ||
      isSaid(statement.said, first.said.value) ||
      isSaid(first.said, statement.said.value)
    ) {
      return null;
    }
    return {
      ...findingFor(statement, tables),
      rule: 'narrative-twice',
      right: first.said.value,
      excerpt: statement.excerpt,
      otherExcerpt: first.excerpt,
    };
  }
}

function contradiction(
  { target, said, wider, part, excerpt }: Statement,
  tables: ReportTables,
  facts: NarrativeFacts,
): Finding | null {
  const figure = figureOf(target, tables, facts);
  if (figure === null || isSaid(said, figure)) return null;
  const wide = wider && figureOf(wider, tables, facts);
  if (typeof wide === 'number' && isSaid(said, wide)) return null;
  return findingFor({ target, said, part, excerpt }, tables, figure);
}

function findingFor(
  { target, said, part, excerpt }: Statement,
  tables: ReportTables,
  figure: Figure = null,
): Finding {
  const common = {
    severity: 'soft' as const,
    rule: 'narrative' as const,
    left: said.value,
    right: figure,
    part,
    excerpt,
  };
  if ('fact' in target) return { ...common, parts: [] };
  const { table, rows, column } = target;
  const parts = rows.map((row): FindingPart => ({
    side: 'right',
    row,
    column,
    figure: figureAt(tables, table, row, column),
  }));
  const [row] = rows;
  return {
    ...common,
    table,
    column,
    ...(rows.length === 1 && row !== undefined && { row }),
    parts,
  };
}

function figureOf(target: Target, tables: ReportTables, facts: NarrativeFacts): Figure {
  if ('fact' in target) return facts.publishedItems ?? null;
  const figures = target.rows.map((row) => figureAt(tables, target.table, row, target.column));
  if (figures.length === 0 || figures.some((figure) => figure === null)) return null;
  return figures.reduce<number>((sum, figure) => sum + (figure ?? 0), 0);
}

type Match = { pattern: Pattern; start: number; end: number; said: Said };

/** What a sentence states, in its order; of patterns that claim the same words, the first in the list. */
function statementsIn(
  code: LayoutCode,
  sentence: Sentence,
  part: ReportPart,
  previous: string,
  facts: NarrativeFacts,
): Statement[] {
  const { text } = sentence;
  if (!/[\d〇零一二两三四五六七八九十百千]|无|没有|未/u.test(text)) return [];
  const taken: Match[] = [];
  for (const pattern of patternsFor(code)) {
    for (const found of text.matchAll(pattern.expression)) {
      const match = matchOf(pattern, found, facts);
      if (!match) continue;
      const isTaken = taken.some(({ start, end }) => match.start < end && start < match.end);
      const setting: Setting = {
        part,
        sentence: text,
        previous,
        before: text.slice(0, match.start),
        matched: found[0],
        year: facts.year,
        names: facts.names ?? [],
      };
      if (!isTaken && isAbout(pattern, setting)) taken.push(match);
    }
  }
  const isWide = /结转|含|包括/u.test(text);
  let base: { table: TableName; rows: readonly string[] } | null = null;
  const statements: Statement[] = [];
  for (const { pattern, start, end, said } of taken.sort((a, b) => a.start - b.start)) {
    for (const target of pattern.targets) {
      const whole = completed(target, pattern, base);
      if (!whole) continue;
      const excerpt = excerptOf(sentence, start, end);
      statements.push({
        target: whole,
        said,
        wider: isWide ? pattern.wider : undefined,
        part,
        excerpt,
      });
      if (!pattern.within && 'table' in whole) base = whole;
    }
  }
  return statements;
}

/** 其中自然人20件 is about the row that was spoken of last, 维持1件 about the kind of case. */
function completed(
  target: Target,
  { within }: Pattern,
  base: { table: TableName; rows: readonly string[] } | null,
): Target | null {
  if ('fact' in target || !within || target.rows.length > 0) return target;
  return base?.table === target.table ? { ...target, rows: base.rows } : null;
}

function matchOf(pattern: Pattern, found: RegExpExecArray, facts: NarrativeFacts): Match | null {
  const { n, money, year } = found.groups ?? {};
  const { yearApart } = pattern;
  if (year !== undefined && yearApart !== undefined && facts.year !== undefined) {
    if (Number(year) !== facts.year + yearApart) return null;
  }
  const start = found.index;
  const end = start + found[0].length;
  if (pattern.isNone) return { pattern, start, end, said: { value: 0, step: 1 } };
  const said = n === undefined ? null : readNumber(n);
  if (!said) return null;
  return { pattern, start, end, said: money === undefined ? said : inTenThousands(said, money) };
}

/** Amounts are kept in 万元. */
function inTenThousands({ value, step }: Said, money: string): Said {
  const factor = money === '元' ? 1e-4 : money === '亿元' ? 1e4 : 1;
  return { value: Math.round(value * factor * 1e6) / 1e6, step: step * factor };
}

/** The same contradiction said in two sentences is one. */
function once(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ rule, table, row, column, left, right, parts }) => {
    const rows = parts.map((part) => part.row).join('+');
    const key = [rule, table, row, column, rows, left, right].join('|');
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
