import type { Payload, PayloadRequest } from 'payload';
import { localeOf } from '@/access/language';
import { hasRole } from '@/access/roles';
import { idIn } from '@/collections/Documents/stored-days';
import {
  boardFilters,
  boardStanding,
  boardTotals,
  meets,
  shareOf,
  shares,
  type BoardFilter,
  type BoardStanding,
  type BoardTotals,
  type Share,
} from '@/domain/annual-reports/board';
import type { RecordId } from '@/domain/annual-reports/cell-records';
import { parseTables } from '@/domain/annual-reports/parse';
import { reportYears, yearOnTheTable } from '@/domain/annual-reports/reporting';
import { reportsAbout, type ReportingAgency } from '@/domain/annual-reports/reporting-agencies';
import type { ReportTables } from '@/domain/annual-reports/tables';
import { dayOf, type Day } from '@/domain/workdays/days';
import type { AnnualReport, ReportReminder, User } from '@/payload-types';
import { readAgencies } from './compile';
import { findingsBeside, layoutOf } from './findings';
import { reportStandings, type ReportStanding } from './report-standings';

/** What the checks say of a report's figures, in the language of whoever asks. */
export type RowFindings =
  | { state: 'checked'; broken: number; first: string | null; open: number }
  | { state: 'noTables' | 'unreadable' };

export type BoardRow = {
  agency: ReportingAgency;
  report: RecordId | null;
  standing: BoardStanding;
  /** `null`: there is no report. */
  findings: RowFindings | null;
  broken: number;
  reminder: { state: ReportReminder['state']; on: Day; reason: string | null } | null;
};

/** What the county's sum is made of. */
export type CountySum = {
  /** Names of agencies by where their figures come from. */
  shares: Record<Share, string[]>;
  /** ISO instant at which the county's report was last compiled. */
  compiledAt: string | null;
  /** Names of agencies whose report changed after that. */
  changedSince: string[];
};

export type Board = {
  today: Day;
  year: number;
  years: number[];
  filter: BoardFilter | null;
  rows: BoardRow[];
  /** Of all that this person sees, whatever the filter. */
  totals: BoardTotals;
  /** Ids of the agencies that can be reminded. */
  open: RecordId[];
  county: CountySum | null;
};

/** Who sees the board: those who look after all reports, and an editor the own agency. */
export type Sight = 'all' | 'own' | 'noAgency' | 'none';

export function sightOf(user: PayloadRequest['user']): Sight {
  if (hasRole(user, 'administrator', 'clerk', 'leader', 'auditor')) return 'all';
  if (!hasRole(user, 'editor')) return 'none';
  return idIn((user as User).agency) === undefined ? 'noAgency' : 'own';
}

/**
 * How the reports about a year stand: of all agencies that owe one and of those that have one. A handful
 * of queries, however many agencies there are.
 */
export async function readBoard(
  req: PayloadRequest,
  asked: { year: number | null; filter: BoardFilter | null },
): Promise<Board> {
  const { payload, user } = req;
  const today = dayOf(new Date());
  const year = asked.year ?? yearOnTheTable(today);
  const locale = localeOf(req);
  const [agencies, names, standings, before, reminders] = await Promise.all([
    readAgencies(payload, locale),
    chineseNames(payload),
    reportStandings(payload, year, { figures: true }),
    tablesBefore(payload, year),
    lastReminders(payload, year),
  ]);
  const own = sightOf(user) === 'own' ? String(idIn((user as User).agency)) : null;
  const concerned = agencies.filter(
    (agency) =>
      reportsAbout(agency, year) ||
      (agency.kind !== 'external' && standings.has(String(agency.id))),
  );
  const rows = concerned
    .filter(({ id }) => own === null || String(id) === own)
    .map((agency): BoardRow => {
      const key = String(agency.id);
      const known = standings.get(key) ?? null;
      const findings =
        known &&
        findingsIn(known.report, { lastYear: before.get(key), names: names.get(key) }, locale);
      const broken = findings?.state === 'checked' ? findings.broken : 0;
      const report = known && { ...known, broken };
      return {
        agency,
        report: known?.id ?? null,
        standing: boardStanding({ agency: agency.id, kind: agency.kind, report }, year, today),
        findings,
        broken,
        reminder: reminders.get(key) ?? null,
      };
    });
  return {
    today,
    year,
    years: yearsOf(today, year),
    filter: asked.filter,
    rows: rows.filter((row) => meets(row, asked.filter)),
    totals: boardTotals(rows),
    open: rows
      .filter(({ standing, agency }) => !standing.isPublic && isThere(agency, today))
      .map(({ agency }) => agency.id),
    county: own === null ? countyOf(rows, standings) : null,
  };
}

/** The question in an address; what it can't be is left out. */
export function readBoardAsked(query: Readonly<Record<string, unknown>>) {
  const year = Number(query.year);
  const filter = boardFilters.find((each) => each === query.only) ?? null;
  return {
    year: Number.isInteger(year) && year >= 2008 && year <= 2100 ? year : null,
    filter,
  };
}

const yearsOf = (today: Day, chosen: number): number[] =>
  [...new Set([...reportYears(today), chosen])].sort((a, b) => b - a);

const isThere = ({ abolishedOn }: ReportingAgency, today: Day): boolean =>
  abolishedOn === null || abolishedOn > today;

function findingsIn(
  report: AnnualReport,
  known: Parameters<typeof findingsBeside>[1],
  locale: 'zh-CN' | 'en',
): RowFindings {
  const layout = layoutOf(report.layout, report.year);
  if (!layout || !report.tables) return { state: 'noTables' };
  const parsed = parseTables(layout, report.tables);
  if (!parsed.ok) return { state: 'unreadable' };
  const { year, title, parts, compiled, handChanges, reasons } = report;
  const found = findingsBeside(
    { layout, year, title, tables: parsed.value, parts, compiled, handChanges, reasons },
    known,
    locale,
  );
  const hard = found.filter(({ severity }) => severity === 'hard');
  const open = found.filter(({ severity, reason }) => severity === 'soft' && !reason);
  return {
    state: 'checked',
    broken: hard.length,
    first: hard[0]?.text ?? null,
    open: open.length,
  };
}

/** What agencies are called in reports, which are Chinese. */
async function chineseNames(payload: Payload): Promise<Map<string, string[]>> {
  const { docs } = await payload.find({
    collection: 'agencies',
    locale: 'zh-CN',
    pagination: false,
    depth: 0,
    select: { name: true, shortName: true },
  });
  return new Map(
    docs.map(({ id, name, shortName }) => [
      String(id),
      [name, shortName].filter((each) => typeof each === 'string'),
    ]),
  );
}

/** The figures of the year before: as published, else as they stand. */
async function tablesBefore(payload: Payload, year: number): Promise<Map<string, ReportTables>> {
  const [{ docs }, latest] = await Promise.all([
    payload.db.find<AnnualReport>({
      collection: 'annual-reports',
      where: { and: [{ year: { equals: year - 1 } }, { _status: { equals: 'published' } }] },
      limit: 0,
      pagination: false,
      select: { agency: true, year: true, layout: true, tables: true },
    }),
    reportStandings(payload, year - 1, { figures: true }),
  ]);
  const all = [...[...latest.values()].map(({ report }) => report), ...docs];
  const found = new Map<string, ReportTables>();
  for (const { agency, layout: given, tables } of all) {
    const layout = layoutOf(given, year - 1);
    const parsed = layout && tables ? parseTables(layout, tables) : null;
    if (parsed?.ok) found.set(String(idIn(agency)), parsed.value);
  }
  return found;
}

async function lastReminders(
  payload: Payload,
  year: number,
): Promise<Map<string, NonNullable<BoardRow['reminder']>>> {
  const { docs } = await payload.db.find<ReportReminder>({
    collection: 'report-reminders',
    where: { year: { equals: year } },
    sort: 'createdAt',
    limit: 0,
    pagination: false,
  });
  return new Map(
    docs.map(({ agency, state, sentAt, updatedAt, error }) => [
      String(idIn(agency)),
      { state, on: dayOf(sentAt ?? updatedAt), reason: error ?? null },
    ]),
  );
}

function countyOf(
  rows: readonly BoardRow[],
  standings: ReadonlyMap<string, ReportStanding>,
): CountySum | null {
  const county = rows.find(({ agency }) => agency.kind === 'government');
  if (!county) return null;
  const { compiled } = standings.get(String(county.agency.id))?.report ?? {};
  const at = (compiled as { at?: unknown } | null | undefined)?.at;
  const compiledAt = typeof at === 'string' ? at : null;
  const others = rows.filter((row) => row !== county);
  const isNewer = (row: BoardRow) =>
    ['published', 'submitted'].includes(shareOf(row.standing)) &&
    Date.parse(standings.get(String(row.agency.id))?.updatedAt ?? '') >
      Date.parse(compiledAt ?? '');
  const namesOf = (all: readonly BoardRow[]) => all.map(({ agency }) => agency.name);
  return {
    shares: Object.fromEntries(
      shares.map((share) => [
        share,
        namesOf(others.filter(({ standing }) => shareOf(standing) === share)),
      ]),
    ) as Record<Share, string[]>,
    compiledAt,
    changedSince: compiledAt ? namesOf(others.filter(isNewer)) : [],
  };
}
