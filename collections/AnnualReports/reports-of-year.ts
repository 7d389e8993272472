import type { Payload } from 'payload';
import { idIn } from '@/collections/Documents/stored-days';
import type { RecordId } from '@/domain/annual-reports/cell-records';
import type { RollUpSource } from '@/domain/annual-reports/roll-up';
import type { LayoutCode, ReportTables } from '@/domain/annual-reports/tables';
import { parseTables } from '@/domain/annual-reports/parse';
import type { Stage } from '@/domain/review/stage';
import type { AnnualReport } from '@/payload-types';
import { layoutOf } from './findings';
import { reportStandings } from './report-standings';

/** A report that counts in the county's: its figures were submitted, or are public. */
export type CountedReport = {
  report: RecordId;
  source: Extract<RollUpSource, 'published' | 'draft'>;
  layout: LayoutCode;
  tables: ReportTables;
};

const SUBMITTED: readonly Stage[] = ['submitted', 'reviewed', 'approved', 'scheduled'];

/**
 * The reports about a year that are far enough to be added up, by the agency's id as a text: as submitted,
 * where a draft is under review, else as published. A draft that somebody still writes is none.
 */
export async function reportsOfYear(
  payload: Payload,
  year: number,
): Promise<Map<string, CountedReport>> {
  const [{ docs: open }, standings] = await Promise.all([
    payload.db.find<AnnualReport>({
      collection: 'annual-reports',
      where: { and: [{ year: { equals: year } }, { _status: { equals: 'published' } }] },
      limit: 0,
      pagination: false,
      select: { agency: true, layout: true, tables: true },
    }),
    reportStandings(payload, year, { figures: true }),
  ]);
  const counted = new Map<string, CountedReport>();
  const add = (id: RecordId, report: AnnualReport, source: CountedReport['source']) => {
    const layout = layoutOf(report.layout, year);
    const parsed = layout && report.tables ? parseTables(layout, report.tables) : null;
    const agency = idIn(report.agency);
    if (!layout || !parsed?.ok || agency === undefined) return;
    counted.set(String(agency), { report: id, source, layout, tables: parsed.value });
  };
  for (const report of open) add(report.id, report, 'published');
  for (const { id, stage, report } of standings.values()) {
    if (SUBMITTED.includes(stage)) add(id, report, 'draft');
  }
  return counted;
}
