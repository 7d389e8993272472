import type { RecordId } from '@/domain/annual-reports/cell-records';

/** Where an agency's report about a year is, or begins when there is none. */
export function addressOfReport(agency: RecordId, year: number, report: RecordId | null): string {
  const list = '/admin/collections/annual-reports';
  if (report !== null) return `${list}/${report}`;
  return `${list}/create?${new URLSearchParams({ agency: String(agency), year: String(year) })}`;
}
