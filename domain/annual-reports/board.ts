import type { AgencyKind } from '../catalogue/codes';
import { PUBLIC_STAGES, type Stage } from '../review/stage';
import type { Day } from '../workdays/days';
import type { RecordId } from './cell-records';
import { punctualityOf, type Punctuality } from './punctuality';
import { levelOf } from './reporting';

/** What is known of an agency's report about a year. */
export type BoardFacts = {
  agency: RecordId;
  kind: AgencyKind;
  /** `null`: there is no report. */
  report: { stage: Stage; isPublic: boolean; publishedOn: Day | null; broken: number } | null;
};

/** How the board speaks of a report: everything public is published, whatever became of it since. */
export type BoardState = Exclude<Stage, 'corrected' | 'amended' | 'repealed' | 'lapsed'> | 'none';

export type BoardStanding = {
  state: BoardState;
  /** A draft beside the version that the public reads. */
  isBeside: boolean;
  isPublic: boolean;
  publishedOn: Day | null;
  punctuality: Punctuality;
  /** The day has passed and nothing is public. */
  isLate: boolean;
};

export function boardStanding(facts: BoardFacts, year: number, today: Day): BoardStanding {
  const { kind, report } = facts;
  const isPublic = report?.isPublic ?? false;
  const publishedOn = isPublic ? (report?.publishedOn ?? null) : undefined;
  const punctuality = punctualityOf(year, levelOf(kind), publishedOn, today);
  return {
    state: report ? stateOf(report) : 'none',
    isBeside: report !== null && isPublic && !PUBLIC_STAGES.includes(report.stage),
    isPublic,
    publishedOn: publishedOn ?? null,
    punctuality,
    isLate: punctuality.state === 'missing',
  };
}

const stateOf = ({ stage, isPublic }: NonNullable<BoardFacts['report']>): BoardState =>
  isPublic || PUBLIC_STAGES.includes(stage) ? 'published' : (stage as BoardState);

export const boardFilters = ['open', 'broken', 'late'] as const;
export type BoardFilter = (typeof boardFilters)[number];

type Row = { standing: BoardStanding; broken: number };

/** Whether a row is one of those that a filter asks for; without a filter all are. */
export const meets = ({ standing, broken }: Row, filter: BoardFilter | null): boolean =>
  filter === null ||
  (filter === 'open' && !standing.isPublic) ||
  (filter === 'broken' && broken > 0) ||
  (filter === 'late' && standing.isLate);

export type BoardTotals = Record<
  'agencies' | 'published' | 'waiting' | 'draft' | 'none' | 'broken' | 'late',
  number
>;

/** `published`, `waiting`, `draft` and `none` add up to `agencies`; the other two cut across them. */
export function boardTotals(rows: readonly Row[]): BoardTotals {
  const count = (is: (row: Row) => boolean) => rows.filter(is).length;
  const waiting: BoardState[] = ['submitted', 'reviewed', 'approved', 'scheduled'];
  const draft: BoardState[] = ['draft', 'returned', 'withdrawn'];
  return {
    agencies: rows.length,
    published: count(({ standing }) => standing.state === 'published'),
    waiting: count(({ standing }) => waiting.includes(standing.state)),
    draft: count(({ standing }) => draft.includes(standing.state)),
    none: count(({ standing }) => standing.state === 'none'),
    broken: count(({ broken }) => broken > 0),
    late: count(({ standing }) => standing.isLate),
  };
}

/** Whose figures the county adds up: see `countCounty` in collections/AnnualReports/compile.ts. */
export const shares = ['published', 'submitted', 'draft', 'none'] as const;
export type Share = (typeof shares)[number];

/** How an agency's figures come into the county's sum: from its report, or from the records of the portal. */
export function shareOf({ state, isPublic }: BoardStanding): Share {
  if (isPublic) return 'published';
  if (state === 'none') return 'none';
  return state === 'submitted' ||
    state === 'reviewed' ||
    state === 'approved' ||
    state === 'scheduled'
    ? 'submitted'
    : 'draft';
}
