import { cellsOf } from '../../../domain/annual-reports/fill';
import { figureAt, type ReportTables } from '../../../domain/annual-reports/tables';
import { layouts } from '../../../domain/annual-reports/years';
import { messages } from '../../../messages';
import type { ReportFinding } from './findings';
import type { ReadReport } from './read-report';
import { fill, findingSentence, partLabel, type Locale } from './words';

/** So many findings of one kind are told; the first ones tell what is wrong with the rest. */
const MOST_TOLD = 30;

/** From so many rows on. */
const ALIKE = 3;

const order: ReportFinding['severity'][] = [
  'refused',
  'broken',
  'unread',
  'flagged',
  'guessed',
  'open',
  'blank',
  'note',
];

/** What was found in a file, for a person at a terminal. */
export function reportLines(report: ReadReport, locale: Locale): string[] {
  const words = messages[locale].reportImport;
  const line = (name: string, value: string | number | null): string =>
    `${name}${words.colon}${value ?? words.report.unknown}`;
  const lines: string[] = [];
  if (report.isRead) {
    const { title, agency, year, layout, narrative } = report;
    lines.push(
      line(words.report.title, title),
      line(words.report.agency, agency),
      line(words.report.year, year),
      line(words.report.layout, layout && layouts[layout].source.number),
      ...tableLines(report, locale),
    );
    for (const [part, paragraphs] of Object.entries(narrative)) {
      const name = part === 'preface' ? words.report.preface : partLabel(part, locale);
      lines.push(fill(words.report.part, { part: name, count: paragraphs.length }));
    }
  }
  for (const severity of order) {
    const own = report.findings.filter((finding) => finding.severity === severity);
    if (own.length === 0) continue;
    const told = sayings(own, locale).map(({ text }) => text);
    lines.push(
      '',
      fill(words.report.count, { severity: words.severities[severity], count: own.length }),
      ...told.slice(0, MOST_TOLD).map((sentence) => `  ${sentence}`),
    );
    const rest = told.length - MOST_TOLD;
    if (rest > 0) lines.push(`  ${fill(words.report.more, { count: rest })}`);
  }
  const isSound = !report.findings.some(({ severity }) => severity === 'broken');
  return report.isRead && isSound ? [...lines, '', words.report.sumsHold, ''] : [...lines, ''];
}

/** What is to say of several rows alike is said once, with their number. */
export function sayings(
  findings: readonly ReportFinding[],
  locale: Locale,
): { text: string; of: ReportFinding[] }[] {
  const groups = new Map<string, ReportFinding[]>();
  for (const finding of findings) {
    const { code, table, row, column, columns } = finding;
    const isAlike = row !== undefined && column === undefined && columns !== undefined;
    const key = isAlike ? [code, table, ...columns].join(' ') : String(groups.size);
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return [...groups.values()].flatMap((group) => {
    if (group.length < ALIKE) {
      return group.map((one) => ({ text: findingSentence(one, locale), of: [one] }));
    }
    const { severity, code, table, columns } = group[0] as ReportFinding;
    const common = { severity, code, ...(table && { table }), ...(columns && { columns }) };
    const rows = fill(messages[locale].reportImport.report.rows, { count: group.length });
    return [{ text: `${findingSentence(common, locale)}${rows}`, of: group }];
  });
}

function tableLines({ layout, tables, findings }: ReadReport, locale: Locale): string[] {
  if (!layout) return [];
  const words = messages[locale].reportImport;
  return (['disclosure', 'applications', 'litigation'] as const).map((table) => {
    const cells = cellsOf(layout).filter((cell) => cell.table === table);
    const filled = cells.filter(
      ({ row, column }) => figureAt(tables as ReportTables, table, row, column) !== null,
    ).length;
    // Strokes and 无 are blank cells as well, though each is told by itself.
    const blank = findings
      .filter(
        (one) => one.table === table && (one.severity === 'blank' || one.code === 'none-word'),
      )
      .reduce((sum, { columns }) => sum + (columns?.length ?? 1), 0);
    return fill(words.report.table, {
      table: words.tables[table],
      read: filled,
      blank: Math.min(blank, cells.length - filled),
      unread: Math.max(0, cells.length - filled - blank),
      all: cells.length,
    });
  });
}
