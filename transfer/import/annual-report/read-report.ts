import { checkTables } from '../../../domain/annual-reports/check';
import { checkNarrative } from '../../../domain/annual-reports/narrative';
import { findMoreThanAll } from '../../../domain/annual-reports/plausibility';
import type { ReportPart } from '../../../domain/annual-reports/layouts';
import type { LayoutCode, ReportTables } from '../../../domain/annual-reports/tables';
import { layouts } from '../../../domain/annual-reports/years';
import { readDataFile } from './data-file';
import type { ReportFinding } from './findings';
import { chooseLayout, tablesOf } from './layout';
import { narrativeOf, partOf, type Narrative } from './narrative';
import { readSource } from './read-source';
import { Recogniser } from './recognise';
import { isBlank, type Grid, type Place, type Source, type TextLine } from './source';
import { textSource } from './text-source';
import { headOf } from './title';
import { withinReport } from './within-report';

export type ReadReport = {
  /** Whether anything of an annual report was found; if not, `findings` says why. */
  isRead: boolean;
  layout: LayoutCode | null;
  year: number | null;
  title: string | null;
  agency: string | null;
  /** Keyed as in domain/annual-reports; rows are absent where nothing was read. */
  tables: ReportTables | NoTables;
  narrative: Record<'preface' | ReportPart, string[]>;
  findings: ReportFinding[];
  /** What the file says, and where in it each cell was looked for: for a preview beside it. */
  seen?: { source: Source; places: ReadonlyMap<string, Place> };
};

type NoTables = { disclosure: object; applications: object; litigation: object };

/** So many of the six headings make a report even without a table. */
const HEADINGS_OF_A_REPORT = 3;
/** Lines and rows of tables; a long report has two thousand. */
const MOST_ROWS = 50_000;
/** A page with pictures and less text than this is a scan with a caption. */
const TEXT_OF_A_PAGE = 300;

/**
 * Reads an annual report in either national layout out of a Word file, a page, a spreadsheet or
 * plain text. Never throws for what the file holds, and never makes up a figure: what isn't read for
 * certain is null and told.
 *
 * @param name the file's name, whose extension and year are hints
 */
export async function readReport(bytes: Uint8Array, name: string): Promise<ReadReport> {
  const data = readDataFile(bytes);
  if (data)
    return {
      ...data,
      findings: [...data.findings, ...checked(data.layout, data.tables, data.narrative, data)],
    };
  const source = await readSource(bytes, name);
  if ('refused' in source) return unread([source.refused]);
  if (sizeOf(source) > MOST_ROWS) return unread([{ severity: 'refused', code: 'too-much' }]);
  const first = reportIn(source, name);
  if (first.isRead && Object.keys(first.tables.applications).length > 0) return first;
  const lines = source.blocks.filter((block): block is TextLine => block.kind === 'line');
  if (lines.length === 0 || source.blocks.some(({ kind }) => kind === 'grid')) return first;
  // Some pages draw their tables with blocks, or hold what was copied out of Word as lines.
  const second = reportIn(
    { ...source, ...textSource(lines.map(({ text }) => text).join('\n')) },
    name,
  );
  if (second.isRead) second.findings.unshift({ severity: 'note', code: 'read-as-lines' });
  return second.isRead ? second : first;
}

const sizeOf = ({ blocks }: Source): number =>
  blocks.reduce((sum, block) => sum + (block.kind === 'grid' ? block.rows.length : 1), 0);

function reportIn(source: Source, name: string): ReadReport {
  const recogniser = new Recogniser();
  const blocks: { block: Grid | TextLine; lines: TextLine[]; isTable: boolean }[] = [];
  for (const block of source.blocks) {
    if (block.kind === 'line') {
      if (partOf(block.text)) recogniser.leave();
      else recogniser.line(block.text);
      blocks.push({ block, lines: [block], isTable: false });
      continue;
    }
    const used = recogniser.read(block);
    blocks.push({ block, lines: linesOf(block, used), isTable: used.size > 0 });
  }
  const { cells } = recogniser;
  const narrative = narrativeOf(withinReport(blocks));
  const lines = blocks.flatMap((one) => one.lines);
  const isReport = cells.found.size > 0 || new Set(narrative.headings).size >= HEADINGS_OF_A_REPORT;
  if (!isReport) {
    const length = lines.reduce((sum, { text }) => sum + text.length, 0);
    const isScan = source.images > 0 && length < TEXT_OF_A_PAGE;
    return unread([
      { severity: 'refused', code: isScan ? 'scan' : 'not-a-report' },
      ...source.findings,
    ]);
  }
  const { head, findings } = headOf({ ...source, blocks: lines }, name);
  const chosen = chooseLayout(cells.found.values(), head.year);
  findings.push(...chosen.findings);
  const text = textOf(narrative);
  const places = new Map([...cells.found].map(([key, { place }]) => [key, place]));
  const seen = { source, places };
  if (chosen.layout === null) {
    findings.push(
      head.year === null
        ? { severity: 'unread', code: 'layout-missing' }
        : { severity: 'unread', code: 'year-early', detail: { year: head.year } },
    );
    const all = [...source.findings, ...findings, ...cells.findings];
    return { ...unread(all), ...head, isRead: true, narrative: text, seen };
  }
  const { tables, findings: gaps } = tablesOf(chosen.layout, cells.found, cells.tables);
  return {
    isRead: true,
    layout: chosen.layout,
    ...head,
    tables,
    narrative: text,
    findings: [
      ...source.findings,
      ...findings,
      ...cells.findings,
      ...gaps,
      ...picturesFor(gaps, source.images),
      ...partsMissing(chosen.layout, narrative),
      ...checked(chosen.layout, tables, narrative.parts, head),
    ],
    seen,
  };
}

/** A file of which nothing can be read, with the reason. */
export const refusedReport = (code: 'too-large' | 'not-found', detail: string): ReadReport =>
  unread([{ severity: 'refused', code, detail: { detail } }]);

const textOf = ({ preface, parts }: Narrative): ReadReport['narrative'] => ({ preface, ...parts });

const unread = (findings: ReportFinding[]): ReadReport => ({
  isRead: false,
  layout: null,
  year: null,
  title: null,
  agency: null,
  tables: { disclosure: {}, applications: {}, litigation: {} },
  narrative: {
    preface: [],
    overview: [],
    disclosure: [],
    applications: [],
    litigation: [],
    problems: [],
    other: [],
  },
  findings,
});

/** The rows of a grid that are no part of the tables: text that somebody set in a table. */
function linesOf(grid: Grid, used: ReadonlySet<number>): TextLine[] {
  return grid.rows.flatMap((cells, row): TextLine[] => {
    if (used.has(row)) return [];
    const filled = cells.filter((cell) => cell.row === row && !isBlank(cell));
    const isProse = filled.length === 1 || filled.some(({ text }) => text.length > 60);
    const texts = isProse
      ? filled.flatMap(({ text, place }) => text.split('\n').map((line) => ({ text: line, place })))
      : filled.length > 0
        ? [
            {
              text: filled.map(({ text }) => text.replaceAll('\n', '')).join('\t'),
              place: filled[0]?.place ?? {},
            },
          ]
        : [];
    return texts
      .filter(({ text }) => text.trim() !== '')
      .map(({ text, place }) => ({
        kind: 'line',
        text: text.trim(),
        place,
        ...(grid.node && { node: grid.node }),
      }));
  });
}

/** A table that isn't there may be one of the pictures. */
const picturesFor = (gaps: readonly ReportFinding[], count: number): ReportFinding[] =>
  count > 0 && gaps.some(({ code }) => code === 'table-missing')
    ? [{ severity: 'unread', code: 'pictures', detail: { count } }]
    : [];

function partsMissing(layout: LayoutCode, { headings, attachments }: Narrative): ReportFinding[] {
  const missing = layouts[layout].parts.filter(({ code }) => !headings.includes(code));
  return [
    ...missing.map(({ code }): ReportFinding => ({
      severity: 'unread',
      code: 'part-missing',
      detail: { part: code },
    })),
    ...(attachments.length > 0
      ? [
          {
            severity: 'note' as const,
            code: 'attachments-named' as const,
            detail: { names: attachments.join('；') },
          },
        ]
      : []),
  ];
}

/** What the sums of the form say of the figures, and the figures of the text. */
const checked = (
  layout: LayoutCode,
  tables: ReportTables,
  narrative: Narrative['parts'],
  { year, agency }: Pick<ReadReport, 'year' | 'agency'>,
): ReportFinding[] =>
  [
    ...checkTables(layout, tables),
    ...findMoreThanAll(layout, tables),
    ...checkNarrative(layout, tables, joined(narrative), {
      ...(year !== null && { year }),
      ...(agency !== null && { names: [agency] }),
    }),
  ].map((finding) => {
    const { severity, table, row, column, rule, left, right, parts } = finding;
    return {
      severity: severity === 'hard' ? 'broken' : 'open',
      code: rule,
      ...(table && { table }),
      ...(row !== undefined && { row }),
      ...(column !== undefined && { column }),
      detail: {
        left: left ?? '',
        right: right ?? '',
        blanks: parts.filter(({ figure }) => figure === null).length,
      },
      check: { layout, finding },
    };
  });

const joined = (narrative: Narrative['parts']): Partial<Record<ReportPart, string>> =>
  Object.fromEntries(Object.entries(narrative).map(([part, lines]) => [part, lines.join('\n')]));
