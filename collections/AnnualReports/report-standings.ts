import type { Payload } from 'payload';
import { dayOrNull, idIn } from '@/collections/Documents/stored-days';
import type { RecordId } from '@/domain/annual-reports/cell-records';
import { isBesidePublic, stage, type Stage } from '@/domain/review/stage';
import type { Day } from '@/domain/workdays/days';
import { storedReview, type Reviewed } from '@/fields/review/stored-review';
import type { AnnualReport } from '@/payload-types';

/** How an agency's report about a year stands in its newest version. */
export type ReportStanding = {
  id: RecordId;
  stage: Stage;
  /** Whether the public reads a version of it, this one or the one before. */
  isPublic: boolean;
  publishedOn: Day | null;
  /** ISO instant of the newest change. */
  updatedAt: string;
  report: AnnualReport;
};

const FIELDS = {
  agency: true,
  year: true,
  layout: true,
  _status: true,
  publishedOn: true,
  releaseAt: true,
  review: true,
  updatedAt: true,
} as const;
/** What the checks look at besides. */
const FIGURES = {
  tables: true,
  parts: true,
  compiled: true,
  handChanges: true,
  reasons: true,
} as const;

/**
 * The newest version of every report about a year, by the agency's id as a text. One query past hooks and
 * access control: whoever calls it decides who sees what.
 */
export async function reportStandings(
  payload: Payload,
  year: number,
  { figures = false }: { figures?: boolean } = {},
): Promise<Map<string, ReportStanding>> {
  const { docs } = await payload.db.queryDrafts<AnnualReport>({
    collection: 'annual-reports',
    where: { 'version.year': { equals: year } },
    limit: 0,
    pagination: false,
    select: { parent: true, version: figures ? { ...FIELDS, ...FIGURES } : FIELDS },
  });
  return new Map(
    docs.map((report) => {
      const status = report._status ?? 'draft';
      const review = storedReview(report as Reviewed);
      const standing: ReportStanding = {
        id: report.id,
        stage: stage({ review, status, releaseAt: report.releaseAt ?? null }),
        isPublic: status === 'published' || isBesidePublic({ review, status }),
        publishedOn: dayOrNull(report.publishedOn),
        updatedAt: report.updatedAt,
        report,
      };
      return [String(idIn(report.agency)), standing];
    }),
  );
}
