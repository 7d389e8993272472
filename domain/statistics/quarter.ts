import { standingOf, type Standing } from '../catalogue/coverage';
import type { AgencyKind } from '../catalogue/codes';
import { grouped } from '../letters/statistics';
import { publishedWithin } from '../review/publication-deadline';
import type { Calendar } from '../workdays/calendar';
import { addDays, addMonths, partsOf, type Day } from '../workdays/days';
import {
  answersWithin,
  consultationsWithin,
  type AnsweredRow,
  type ConsultationRow,
} from './answers';
import { explainedOf, type PublishedDocument } from './publications';

export type QuarterNumber = 1 | 2 | 3 | 4;
export type Quarter = { year: number; quarter: QuarterNumber };

/** The first and the last day of a quarter. */
export function quarterBounds({ year, quarter }: Quarter): { from: Day; to: Day } {
  const from = `${year}-${String(3 * quarter - 2).padStart(2, '0')}-01`;
  return { from, to: addDays(addMonths(from, 3), -1) };
}

export function quarterOf(day: Day): Quarter {
  const { year, month } = partsOf(day);
  return { year, quarter: Math.ceil(month / 3) as QuarterNumber };
}

/** The last quarter that was over before this day. */
export const lastFullQuarter = (today: Day): Quarter =>
  quarterOf(addDays(quarterBounds(quarterOf(today)).from, -1));

/** What is counted of an agency, in the order of the table. */
export const MEASURES = [
  'published',
  'late',
  'unexplained',
  'itemsEmpty',
  'itemsLate',
  'applicationsAnswered',
  'applicationsLate',
  'applicationsOverdue',
  'lettersAnswered',
  'lettersLate',
  'lettersOverdue',
  'correctionsOverdue',
  'outcomesOverdue',
] as const;
export type Measure = (typeof MEASURES)[number];
export type Measures = Record<Measure, number>;

/** Those of them that say that something is wrong. */
export const FAULTS = MEASURES.filter(
  (name) => !['published', 'applicationsAnswered', 'lettersAnswered'].includes(name),
);

export type AgencyRow = Measures & {
  /** Its address; null for what names no agency. */
  slug: string | null;
  name: string | null;
};

/** A column of the website that is empty, or older than its renewal interval. */
export type ColumnFinding = { slug: string; name: string; last: Day | null; daysLate: number };

export type QuarterFigures = Quarter & {
  from: Day;
  to: Day;
  /** The day as of which open ones and columns were looked at: the last of the quarter, or earlier. */
  asOf: Day;
  rows: AgencyRow[];
  total: Measures;
  columns: ColumnFinding[];
};

export type CountedAgency = { id: string; slug: string; name: string; kind: AgencyKind };
export type DatedDocument = PublishedDocument & { madeOn: Day | null };
export type RenewedItem = {
  agency: string | null;
  way?: string | null;
  reviewDays?: number | null;
  last: Day | undefined;
};
export type RenewedColumn = {
  slug: string;
  name: string;
  reviewDays?: number | null;
  last: Day | undefined;
};

export type QuarterRecords = {
  /** In their order; those outside the county are left out. */
  agencies: readonly CountedAgency[];
  documents: readonly DatedDocument[];
  /** Ids of the documents that some published interpretation explains. */
  explaining: ReadonlySet<string>;
  items: readonly RenewedItem[];
  columns: readonly RenewedColumn[];
  applications: readonly AnsweredRow[];
  letters: readonly AnsweredRow[];
  corrections: readonly AnsweredRow[];
  consultations: readonly ConsultationRow[];
};

/**
 * How each agency did in a quarter: facts, no grades. The sum of the rows is the total.
 *
 * 条例第四十七条: 政府信息公开工作主管部门应当加强对政府信息公开工作的日常指导和监督检查，对行政机关未按照要求开展政府信息公开工作的，
 * 予以督促整改或者通报批评。
 *
 * @param today a quarter that is not over is looked at as of this day
 */
export function quarterFigures(
  quarter: Quarter,
  records: QuarterRecords,
  calendar: Calendar,
  today: Day,
): QuarterFigures {
  const { from, to } = quarterBounds(quarter);
  const asOf = today < to ? today : to;
  const known = records.agencies.filter(({ kind }) => kind !== 'external');
  const ids = new Set(known.map(({ id }) => id));
  // Grouped once: a county has fifty agencies, each of which would walk over all records.
  const owner = ({ agency }: { agency: string | null }) =>
    agency !== null && ids.has(agency) ? agency : null;
  const documents = grouped(
    records.documents.filter(({ publishedOn }) => publishedOn >= from && publishedOn <= asOf),
    owner,
  );
  const items = grouped(records.items, owner);
  const applicationsOf = grouped(records.applications, owner);
  const lettersOf = grouped(records.letters, owner);
  const corrections = grouped(records.corrections, owner);
  const consultations = grouped(records.consultations, owner);
  const row = (id: string | null): Measures => {
    const published = documents.get(id) ?? [];
    const standings = (items.get(id) ?? []).map((item) => standingOf(item, item.last, asOf));
    const applications = answersWithin(applicationsOf.get(id) ?? [], from, asOf);
    const letters = answersWithin(lettersOf.get(id) ?? [], from, asOf);
    return {
      published: published.length,
      late: published.filter((one) => isLate(one, calendar)).length,
      unexplained: explainedOf(published, records.explaining).missing,
      itemsEmpty: countOf(standings, 'nothing'),
      itemsLate: countOf(standings, 'late'),
      applicationsAnswered: applications.answered,
      applicationsLate: applications.timed - applications.onTime,
      applicationsOverdue: applications.overdue,
      lettersAnswered: letters.answered,
      lettersLate: letters.timed - letters.onTime,
      lettersOverdue: letters.overdue,
      correctionsOverdue: answersWithin(corrections.get(id) ?? [], from, asOf).overdue,
      outcomesOverdue: consultationsWithin(consultations.get(id) ?? [], from, asOf).overdue,
    };
  };
  const others = row(null);
  const rows: AgencyRow[] = [
    ...known.map(({ id, slug, name }) => ({ slug, name, ...row(id) })),
    ...(MEASURES.some((name) => others[name] > 0) ? [{ slug: null, name: null, ...others }] : []),
  ];
  return {
    ...quarter,
    from,
    to,
    asOf,
    rows,
    total: totalOf(rows),
    columns: lateColumns(records.columns, asOf),
  };
}

export const totalOf = (rows: readonly Measures[]): Measures =>
  Object.fromEntries(
    MEASURES.map((name) => [name, rows.reduce((sum, row) => sum + row[name], 0)]),
  ) as Measures;

/** Article 26 binds the body that made the text; what was taken over from elsewhere was public there. */
const isLate = (
  { agencyKind, isImported, madeOn, publishedOn }: DatedDocument,
  calendar: Calendar,
): boolean =>
  !isImported &&
  agencyKind !== null &&
  agencyKind !== 'external' &&
  madeOn !== null &&
  publishedWithin(madeOn, publishedOn, calendar).isLate;

const countOf = (standings: readonly Standing[], coverage: Standing['coverage']): number =>
  standings.filter((one) => one.coverage === coverage).length;

function lateColumns(columns: readonly RenewedColumn[], asOf: Day): ColumnFinding[] {
  return columns.flatMap(({ slug, name, reviewDays, last }) => {
    const standing = standingOf({ reviewDays }, last, asOf);
    if (standing.coverage !== 'nothing' && standing.coverage !== 'late') return [];
    return [{ slug, name, last: last ?? null, daysLate: standing.daysLate ?? 0 }];
  });
}
