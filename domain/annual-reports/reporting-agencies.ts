import type { AgencyKind } from '../catalogue/codes';
import type { Day } from '../workdays/days';
import type { RecordId } from './cell-records';

export type ReportingAgency = {
  id: RecordId;
  name: string;
  kind: AgencyKind;
  /** Whether it reports at all; true where nothing is said. */
  reportsYearly: boolean;
  establishedOn: Day | null;
  abolishedOn: Day | null;
};

/**
 * Whether an agency is one of those that report about a year: of this county, not exempt, and there on
 * some day of it.
 *
 * 条例第四十九条 binds “县级以上人民政府部门”; the townships' figures are part of the county's.
 */
export const reportsAbout = (agency: ReportingAgency, year: number): boolean =>
  agency.kind !== 'external' &&
  agency.reportsYearly &&
  (agency.establishedOn === null || agency.establishedOn <= `${year}-12-31`) &&
  (agency.abolishedOn === null || agency.abolishedOn >= `${year}-01-01`);

/**
 * Whose the applications are that no agency has yet: the office that receives them for the county, else
 * the government itself. Without this they would be in no report at all.
 */
export function intakeAgency(
  agencies: readonly ReportingAgency[],
  year: number,
): ReportingAgency | null {
  const there = agencies.filter((agency) => reportsAbout(agency, year));
  const of = (kind: AgencyKind) => there.find((agency) => agency.kind === kind);
  return of('office') ?? of('government') ?? null;
}
