import type { AgencyKind } from '../catalogue/codes';
import { partsOf, yearOf, type Day } from '../workdays/days';

export type Reporter = {
  kind: AgencyKind;
  /** `null` and `undefined`: nobody said otherwise. */
  reportsYearly?: boolean | null;
  establishedOn?: Day | null;
  abolishedOn?: Day | null;
};

/** The first month in which reports about the year that still runs are prepared. */
const PREPARED_FROM_MONTH = 10;

/**
 * Whether an agency owes a report about a year.
 *
 * 条例第四十九条 speaks of the departments of the government and of the government itself; townships report
 * for the sum of the county. An agency that is abolished when the year ends has handed its files on, and
 * its successor reports what they say.
 */
export function isReporting(agency: Reporter, year: number): boolean {
  const { kind, reportsYearly, establishedOn, abolishedOn } = agency;
  if (kind === 'external' || reportsYearly === false) return false;
  const end: Day = `${year}-12-31`;
  return (!establishedOn || establishedOn <= end) && (!abolishedOn || abolishedOn > end);
}

/** The government itself reports for the county, everybody else as its departments do. */
export const levelOf = (kind: AgencyKind): 'county' | 'department' =>
  kind === 'government' ? 'county' : 'department';

/** The year whose reports are on the table: the last one, and from October on the one that runs. */
export function yearOnTheTable(today: Day): number {
  const { year, month } = partsOf(today);
  return month >= PREPARED_FROM_MONTH ? year : year - 1;
}

/** Years to choose from, the newest first: from the first national layout to the one that runs. */
export function reportYears(today: Day): number[] {
  const last = yearOf(today);
  return Array.from({ length: last - FIRST_YEAR + 1 }, (_, i) => last - i);
}

/** The first year that has a national layout. */
const FIRST_YEAR = 2019;
