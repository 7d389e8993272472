import { closeSync, openSync, writeSync } from 'node:fs';
import { messages } from '../../messages';
import type { Skip, SkipReason, Warning, WarningCode } from './findings';

export type Outcome =
  'created' | 'updated' | 'approved' | 'unchanged' | 'waiting' | 'ready' | 'skipped';

/** What is told of one file; a line of the JSON Lines report holds exactly this. */
export type ReportLine = {
  path: string;
  outcome: Outcome;
  title?: string;
  reason?: SkipReason;
  detail?: string;
  warnings?: { code: WarningCode; detail?: string }[];
};

const OUTCOMES: Record<Outcome, string> = {
  ready: '可以导入',
  created: '新导入',
  updated: '有变化，已更新',
  approved: '此前导入，这次补办签批并公开',
  unchanged: '没有变化',
  waiting: '此前导入，仍在等待审查',
  skipped: '跳过',
};

/** How many examples of one reason the summary shows; the file of `--report` has them all. */
const EXAMPLES = 5;

/** Counts what became of each file, keeps examples, and writes a line for each when asked to. */
export class Report {
  private readonly counts = new Map<Outcome, number>();
  private readonly skips = new Map<SkipReason, { count: number; examples: string[] }>();
  private readonly warnings = new Map<WarningCode, { count: number; examples: string[] }>();
  private readonly file: number | null;

  /** @param path where to write JSON Lines, if anywhere; throws when it can't be written */
  constructor(path?: string) {
    this.file = path === undefined ? null : openSync(path, 'w');
  }

  get total(): number {
    return [...this.counts.values()].reduce((sum, count) => sum + count, 0);
  }

  count(outcome: Outcome): number {
    return this.counts.get(outcome) ?? 0;
  }

  skip(path: string, finding: Skip): void {
    const { code, detail } = finding;
    note(this.skips, code, detail ? `${path}（${detail}）` : path);
    this.add({ path, outcome: 'skipped', reason: code, ...(detail && { detail }) });
  }

  took(outcome: Outcome, path: string, title: string, warnings: Warning[]): void {
    for (const { code, detail } of warnings) {
      note(this.warnings, code, detail ? `${path}（${detail}）` : path);
    }
    const told = warnings.map(({ code, detail }) => ({ code, ...(detail && { detail }) }));
    this.add({ path, outcome, title, ...(told.length > 0 && { warnings: told }) });
  }

  /** The summary, line by line: what was done, then every reason with its count and examples. */
  summary(): string[] {
    const lines = (Object.keys(OUTCOMES) as Outcome[])
      .filter((outcome) => this.count(outcome) > 0)
      .map((outcome) => `  ${OUTCOMES[outcome]}：${this.count(outcome)}`);
    return [
      ...lines,
      ...group('跳过的原因 Skipped：', this.skips, 'skips'),
      ...group('已导入但请核对 Please check：', this.warnings, 'warnings'),
    ];
  }

  close(): void {
    if (this.file !== null) closeSync(this.file);
  }

  private add(line: ReportLine): void {
    this.counts.set(line.outcome, this.count(line.outcome) + 1);
    if (this.file !== null) writeSync(this.file, `${JSON.stringify(line)}\n`);
  }
}

type Groups<Code extends string> = Map<Code, { count: number; examples: string[] }>;

function note<Code extends string>(groups: Groups<Code>, code: Code, example: string): void {
  const group = groups.get(code) ?? { count: 0, examples: [] };
  group.count += 1;
  if (group.examples.length < EXAMPLES) group.examples.push(example);
  groups.set(code, group);
}

function group<Code extends string>(
  head: string,
  groups: Groups<Code>,
  kind: 'skips' | 'warnings',
): string[] {
  if (groups.size === 0) return [];
  const zh: Record<string, string> = messages['zh-CN'].files[kind];
  const en: Record<string, string> = messages.en.files[kind];
  const sorted = [...groups].sort(([, a], [, b]) => b.count - a.count);
  return [
    head,
    ...sorted.flatMap(([code, { count, examples }]) => [
      `  ${count} 件：${zh[code] ?? code}。[${code}]`,
      `    ${en[code] ?? code}.`,
      ...examples.map((example) => `    ${example}`),
      ...(count > examples.length ? [`    …另有 ${count - examples.length} 个`] : []),
    ]),
  ];
}
