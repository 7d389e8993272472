import type { Payload } from 'payload';
import { dayOrNull } from '@/collections/Documents/stored-days';
import type { CellRecord, RecordId } from '@/domain/annual-reports/cell-records';
import { compileReport, type CompiledReport } from '@/domain/annual-reports/compile';
import type { CellAddress } from '@/domain/annual-reports/fill';
import { sumFacts, type ReportFacts } from '@/domain/annual-reports/report-facts';
import {
  intakeAgency,
  reportsAbout,
  type ReportingAgency,
} from '@/domain/annual-reports/reporting-agencies';
import {
  rollUp,
  type Contribution,
  type RollUp,
  type RollUpGap,
  type RollUpPart,
} from '@/domain/annual-reports/roll-up';
import type { LayoutCode, ReportTables } from '@/domain/annual-reports/tables';
import { noRows, readRows } from './report-rows';
import { reportsOfYear } from './reports-of-year';

/** What a report keeps of how its figures were counted; for staff alone. */
export type Compiled = {
  /** ISO instant. */
  at: string;
  layout: LayoutCode;
  tables: ReportTables;
  facts: ReportFacts;
  /** For a government: what each agency adds, with its report or, without one, from its records (`own`). */
  rollUp?: Contribution<RecordId>[];
  gaps?: RollUpGap<RecordId>[];
};

export type Counted = {
  compiled: Compiled;
  /** The agency's own records behind a cell; null for a cell that is not computed. Of a roll-up, its own part. */
  recordsIn: (cell: CellAddress) => readonly CellRecord[] | null;
};

/** Reports of agencies in another layout than the county's: these can't be added. */
export class OtherLayout extends Error {
  override name = 'OtherLayout';
  constructor(readonly names: readonly string[]) {
    super(names.join());
  }
}

/**
 * Counts a report anew. That of the government is the sum of the agencies': what they submitted or
 * published, else what their records say.
 *
 * @throws OtherLayout
 */
export async function countReport(
  payload: Payload,
  { agency, year, layout }: { agency: RecordId; year: number; layout: LayoutCode },
): Promise<Counted> {
  const agencies = await readAgencies(payload);
  const own = agencies.find(({ id }) => String(id) === String(agency));
  if (own?.kind === 'government') return countCounty(payload, own, agencies, { year, layout });
  const intake = intakeAgency(agencies, year)?.id ?? null;
  const rows = await readRows(payload, { year, agency, intake });
  const { tables, facts, recordsIn } = compileReport(
    layout,
    year,
    rows.get(String(agency)) ?? noRows(),
  );
  return { compiled: { at: now(), layout, tables, facts }, recordsIn };
}

/** The county's agencies, with what decides whether they report. */
export async function readAgencies(
  payload: Payload,
  locale: 'zh-CN' | 'en' = 'zh-CN',
): Promise<ReportingAgency[]> {
  const { docs } = await payload.find({
    collection: 'agencies',
    pagination: false,
    depth: 0,
    locale,
    sort: ['order', 'id'],
    select: {
      name: true,
      kind: true,
      reportsYearly: true,
      establishedOn: true,
      abolishedOn: true,
    },
  });
  return docs.map(({ id, name, kind, reportsYearly, establishedOn, abolishedOn }) => ({
    id,
    name,
    kind,
    reportsYearly: reportsYearly ?? true,
    establishedOn: dayOrNull(establishedOn),
    abolishedOn: dayOrNull(abolishedOn),
  }));
}

/**
 * Every agency's figures out of its records, with each table read once.
 *
 * @returns by the agency's id as a text; an agency that did nothing has its zeroes
 */
export async function countAgencies(
  payload: Payload,
  agencies: readonly ReportingAgency[],
  { year, layout }: { year: number; layout: LayoutCode },
): Promise<Map<string, CompiledReport>> {
  const intake = intakeAgency(agencies, year)?.id ?? null;
  const rows = await readRows(payload, { year, intake });
  return new Map(
    agencies.map(({ id }) => [
      String(id),
      compileReport(layout, year, rows.get(String(id)) ?? noRows()),
    ]),
  );
}

async function countCounty(
  payload: Payload,
  government: ReportingAgency,
  agencies: readonly ReportingAgency[],
  { year, layout }: { year: number; layout: LayoutCode },
): Promise<Counted> {
  const [counted, reports] = await Promise.all([
    countAgencies(payload, agencies, { year, layout }),
    reportsOfYear(payload, year),
  ]);
  const isOwn = ({ id }: ReportingAgency) => String(id) === String(government.id);
  const parts = agencies
    .filter((agency) => isOwn(agency) || reportsAbout(agency, year))
    .map((agency): RollUpPart<RecordId> => {
      const { id, name } = agency;
      // Its report is the sum itself, whatever stands in it by now.
      const report = isOwn(agency) ? undefined : reports.get(String(id));
      if (report) return { agency: id, name, ...report };
      const { tables } = counted.get(String(id))!;
      return { agency: id, name, report: null, source: 'own', layout, tables };
    });
  const sum = rollUp(layout, parts);
  if (!sum.ok) throw new OtherLayout(sum.otherLayout.map(({ name }) => name));
  const own = counted.get(String(government.id))!;
  const facts = sumFacts(parts.map(({ agency }) => counted.get(String(agency))!.facts));
  return { compiled: compiledOf(sum, layout, facts), recordsIn: own.recordsIn };
}

const compiledOf = (
  { tables, contributions, gaps }: Extract<RollUp<RecordId>, { ok: true }>,
  layout: LayoutCode,
  facts: ReportFacts,
): Compiled => ({ at: now(), layout, tables, facts, rollUp: contributions, gaps });

const now = (): string => new Date().toISOString();
