import type { AgencyKind } from '../catalogue/codes';
import { partsOf, yearOf, type Day } from '../workdays/days';

/** The first month in which reports about the year that still runs are prepared. */
const PREPARED_FROM_MONTH = 10;

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
