import type { PayloadRequest } from 'payload';
import { localeOf } from '@/access/language';
import { examineReport, type Examined } from '@/domain/annual-reports/examine';
import {
  wordFindings,
  type GivenReason,
  type WordedFinding,
} from '@/domain/annual-reports/describe';
import { parseTables, type TablesProblem } from '@/domain/annual-reports/parse';
import { layoutForYear } from '@/domain/annual-reports/years';
import type { SparseTables } from '@/domain/annual-reports/roll-up';
import type { ReportPart } from '@/domain/annual-reports/layouts';
import type { LayoutCode, ReportTables } from '@/domain/annual-reports/tables';
import { blocksToText } from '@/domain/documents/blocks';
import { blocksFromLexical } from '@/domain/documents/lexical';
import { messages } from '@/messages';
import type { AnnualReport } from '@/payload-types';

type Ref = number | string;

/** A report as it is saved or asked about: its tables read, the rest as it came. */
export type Weighed = {
  agency: Ref;
  year: number;
  title: string | null | undefined;
  layout: LayoutCode;
  tables: ReportTables;
  parts: AnnualReport['parts'];
  compiled: unknown;
  handChanges: unknown;
  reasons: unknown;
};

/** All findings about a report in the language of whoever asks, with the reasons given. */
export async function findingsOf(req: PayloadRequest, report: Weighed): Promise<WordedFinding[]> {
  const [lastYear, names] = await Promise.all([
    tablesBefore(req, report.agency, report.year),
    namesOf(req, report.agency),
  ]);
  return findingsBeside(report, { lastYear, names }, localeOf(req));
}

/** The same where last year's figures and the agency's names are at hand. */
export function findingsBeside(
  report: Omit<Weighed, 'agency'>,
  { lastYear, names }: Pick<Examined, 'lastYear' | 'names'>,
  locale: 'zh-CN' | 'en',
): WordedFinding[] {
  const { layout, year, title, tables } = report;
  const findings = examineReport({
    layout,
    year,
    title: title ?? null,
    names,
    tables,
    lastYear,
    narrative: textOf(report.parts),
    compiled: compiledIn(report.compiled),
    handChanges: changesIn(report.handChanges),
  });
  return wordFindings(layout, findings, reasonsIn(report.reasons), {
    locale,
    words: messages[locale].reportFindings,
  });
}

/** The figures of the same agency's report of the year before: the published one, else the newest. */
async function tablesBefore(
  req: PayloadRequest,
  agency: Ref,
  year: number,
): Promise<ReportTables | undefined> {
  const find = (draft: boolean) =>
    req.payload.find({
      collection: 'annual-reports',
      where: { and: [{ agency: { equals: agency } }, { year: { equals: year - 1 } }] },
      select: { layout: true, tables: true, _status: true },
      draft,
      limit: 1,
      pagination: false,
      depth: 0,
      req,
    });
  const [open] = (await find(false)).docs;
  if (!open) return undefined;
  const before = open._status === 'published' ? open : ((await find(true)).docs[0] ?? open);
  const layout = layoutOf(before.layout, year - 1);
  if (!layout || !before.tables) return undefined;
  const parsed = parseTables(layout, before.tables);
  return parsed.ok ? parsed.value : undefined;
}

/** What the agency is called in Chinese: a text that names it speaks of nobody else. */
async function namesOf(req: PayloadRequest, id: Ref): Promise<string[]> {
  const agency = await req.payload.findByID({
    collection: 'agencies',
    id,
    select: { name: true, shortName: true, kind: true },
    locale: 'zh-CN',
    depth: 0,
    disableErrors: true,
    req,
  });
  const known = [agency?.name, agency?.shortName].filter((name) => typeof name === 'string');
  // 宜丰县市场监督管理局 is 县市场监督管理局 and 市场监督管理局 in its own report.
  const shorter = known.flatMap((name) => {
    const [, level, own] = /^.{1,6}?([省市县区州])(.{3,})$/u.exec(name) ?? [];
    return level && own ? [level + own, own] : [];
  });
  const government = agency?.kind === 'government' ? GOVERNMENT : [];
  return [...known, ...shorter, ...government];
}

/** What a government's report calls itself. */
const GOVERNMENT = ['县人民政府', '县政府', '市人民政府', '市政府', '区人民政府', '区政府'];

/** The layout given, else the one prescribed; null for a year that had none. */
export function layoutOf(given: unknown, year: number): LayoutCode | null {
  if (given === '2019' || given === '2021') return given;
  try {
    return layoutForYear(year);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function textOf(parts: AnnualReport['parts']): Partial<Record<ReportPart, string>> {
  return Object.fromEntries(
    Object.entries(parts ?? {}).map(([part, text]) => [
      part,
      text ? blocksToText(blocksFromLexical(text)) : '',
    ]),
  );
}

function compiledIn(stored: unknown): Examined['compiled'] {
  if (!isObject(stored) || !isObject(stored.tables)) return undefined;
  const facts = isObject(stored.facts) ? stored.facts : {};
  const { publishedItems } = facts;
  return {
    // Written by the compiler alone, and read cell by cell.
    tables: stored.tables as SparseTables,
    ...(typeof publishedItems === 'number' && { publishedItems }),
  };
}

const changesIn = (stored: unknown): NonNullable<Examined['handChanges']> =>
  (Array.isArray(stored) ? stored : [])
    .filter(isObject)
    .map(({ table, row, column, why, entered }) => ({
      table: String(table),
      row: String(row),
      column: String(column),
      ...(typeof why === 'string' && { why }),
      ...((entered === null || typeof entered === 'number') && { entered }),
    }));

const reasonsIn = (stored: unknown): GivenReason[] =>
  (Array.isArray(stored) ? stored : [])
    .filter(isObject)
    .flatMap(({ finding, reason }) =>
      typeof finding === 'string' && typeof reason === 'string' ? [{ finding, reason }] : [],
    );

/** Cells that can't be stored, by their codes: nobody but a program can have written them. */
export const cellList = (req: PayloadRequest, problems: readonly TablesProblem[]): string =>
  problems
    .map(({ table, row, column }) => [table, row, column].filter(Boolean).join('.') || 'tables')
    .join(messages[localeOf(req)].reportFindings.comma);

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
