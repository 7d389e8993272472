import { wordFindings } from '../../../domain/annual-reports/describe';
import { cellsOf } from '../../../domain/annual-reports/fill';
import type { ReportPart } from '../../../domain/annual-reports/layouts';
import {
  figureAt,
  type Figure,
  type LayoutCode,
  type ReportTables,
} from '../../../domain/annual-reports/tables';
import { messages } from '../../../messages';
import type { ReportFinding } from './findings';
import type { ReadReport } from './read-report';
import type { Grid, Place, Source } from './source';
import { sayings } from './report-lines';
import type { Locale } from './words';

/** `unread`: something stands there, or should, that was not taken over; `blank`: nothing does. */
export type CellState = 'read' | 'guessed' | 'unread' | 'blank';

export type PreviewCell = {
  figure: Figure;
  state: CellState;
  /** The key of the cell or line of the source. */
  at?: string;
};

export type SourceCell = { text: string; colSpan: number; rowSpan: number; at: string };
export type SourceBlock =
  | { kind: 'line'; text: string; at: string }
  | { kind: 'table'; name: string; rows: SourceCell[][] };

export type PreviewFinding = {
  severity: ReportFinding['severity'];
  text: string;
  /** The cells of the form it is about: `applications/received/natural`. */
  cells: string[];
  at?: string;
};

/** What was read from a file, to be looked at beside the file. Texts are plain text. */
export type Preview = {
  isRead: boolean;
  layout: LayoutCode | null;
  year: number | null;
  title: string | null;
  agency: string | null;
  cells: Record<string, PreviewCell>;
  narrative: { part: 'preface' | ReportPart; paragraphs: string[] }[];
  findings: PreviewFinding[];
  source: SourceBlock[];
  /** Whether the source goes on behind what is shown. */
  isCut: boolean;
};

/** So much of a file can be compared by eye; a report has a few hundred lines. */
const MOST_SHOWN = 3_000;
const LONGEST_SHOWN = 5_000;

export function previewOf(report: ReadReport, locale: Locale): Preview {
  const { isRead, layout, year, title, agency, narrative, seen } = report;
  const source = seen ? sourceOf(seen.source) : { blocks: [], isCut: false };
  return {
    isRead,
    layout,
    year,
    title,
    agency,
    cells: layout ? cellsIn(report, layout) : {},
    narrative: Object.entries(narrative).map(([part, paragraphs]) => ({
      part: part as 'preface' | ReportPart,
      paragraphs,
    })),
    findings: findingsIn(report, locale),
    source: source.blocks,
    isCut: source.isCut,
  };
}

/** What names a place of the source: `sheet!B4`, `t2r4c2`, `l12` or `l12c3`. */
function keyOfPlace({ sheet, cell, table, row, column, line }: Place): string | undefined {
  if (sheet !== undefined) return cell ? `${sheet}!${cell}` : undefined;
  if (table !== undefined) return `t${table}r${row ?? 0}c${column ?? 0}`;
  return line === undefined ? undefined : `l${line}${column === undefined ? '' : `c${column}`}`;
}

function cellsIn(report: ReadReport, layout: LayoutCode): Preview['cells'] {
  const marked = marksIn(report.findings);
  return Object.fromEntries(
    cellsOf(layout).map(({ table, row, column }) => {
      const key = `${table}/${row}/${column}`;
      const figure = figureAt(report.tables as ReportTables, table, row, column);
      const place = report.seen?.places.get(key);
      const at = place && keyOfPlace(place);
      const severities = [key, `${table}/${row}/`, `${table}//${column}`, `${table}//`].flatMap(
        (one) => marked.get(one) ?? [],
      );
      const isMissing = severities.includes('unread') && !severities.includes('blank');
      const isGuessed = severities.includes('guessed') || severities.includes('flagged');
      const state: CellState =
        figure === null ? (isMissing ? 'unread' : 'blank') : isGuessed ? 'guessed' : 'read';
      return [key, { figure, state, ...(at && { at }) }];
    }),
  );
}

/** What there is to say of cells, whole rows, columns and tables. */
function marksIn(findings: readonly ReportFinding[]): Map<string, ReportFinding['severity'][]> {
  const marks = new Map<string, ReportFinding['severity'][]>();
  for (const finding of findings) {
    const { severity, check, table } = finding;
    if (check || !table) continue;
    for (const key of keysOf(finding)) marks.set(key, [...(marks.get(key) ?? []), severity]);
  }
  return marks;
}

const keysOf = ({ table, row = '', column, columns }: ReportFinding): string[] =>
  (columns ?? [column ?? '']).map((one) => `${table}/${row}/${one}`);

function findingsIn({ findings, layout }: ReadReport, locale: Locale): PreviewFinding[] {
  const plain = findings.filter(({ check }) => !check);
  const own = sayings(plain, locale).map(({ text, of }): PreviewFinding => {
    const [first] = of;
    const at = first?.place && keyOfPlace(first.place);
    return {
      severity: first?.severity ?? 'note',
      text,
      cells: of
        .flatMap((finding) => (finding.table ? keysOf(finding) : []))
        .filter((key) => !/\/\/|\/$/u.test(key)),
      ...(at && { at }),
    };
  });
  if (!layout) return own;
  const checks = findings.flatMap(({ check }) => (check ? [check.finding] : []));
  const tongue = { locale, words: messages[locale].reportFindings };
  const worded = wordFindings(layout, checks, [], tongue).map(
    ({ severity, text, cells }): PreviewFinding => ({
      severity: severity === 'hard' ? 'broken' : 'open',
      text,
      cells: cells.map(({ table, row, column }) => `${table}/${row}/${column}`),
    }),
  );
  return [...own, ...worded];
}

function sourceOf({ blocks }: Source): { blocks: SourceBlock[]; isCut: boolean } {
  const shown: SourceBlock[] = [];
  let left = MOST_SHOWN;
  for (const block of blocks) {
    if (left <= 0) return { blocks: shown, isCut: true };
    if (block.kind === 'line') {
      left -= 1;
      shown.push({ kind: 'line', text: cut(block.text), at: keyOfPlace(block.place) ?? '' });
    } else {
      const rows = rowsOf(block).slice(0, left);
      left -= rows.length;
      const name = block.rows.flat()[0]?.place.sheet ?? '';
      if (rows.length > 0) shown.push({ kind: 'table', name, rows });
    }
  }
  return { blocks: shown, isCut: false };
}

/** A table without the empty rows and columns around it, which sheets have in plenty. */
function rowsOf({ rows, source }: Grid): SourceCell[][] {
  const filled = rows.flat().filter(({ text }) => text.trim() !== '');
  const first = Math.min(...filled.map(({ row }) => row));
  const last = Math.max(...filled.map(({ row }) => row));
  const left = Math.min(...filled.map(({ col }) => col));
  const right = Math.max(...filled.map(({ col, colSpan }) => col + colSpan));
  return rows.slice(first, last + 1).map((row, i) =>
    row
      .filter((cell) => cell.row === first + i)
      .filter(({ col }) => source !== 'sheet' || (col >= left && col < right))
      .map(({ text, colSpan, rowSpan, place }) => ({
        text: cut(text),
        colSpan,
        rowSpan,
        at: keyOfPlace(place) ?? '',
      })),
  );
}

const cut = (text: string): string =>
  text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
