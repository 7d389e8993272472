import { cache } from 'react';
import { parseTables } from '@/domain/annual-reports/parse';
import type { LayoutCode, ReportTables } from '@/domain/annual-reports/tables';
import { layoutForYear } from '@/domain/annual-reports/years';
import type { Agency, AnnualReport } from '@/payload-types';
import { allOf, asPublic, portal } from './portal';

export type ReportRow = Pick<
  AnnualReport,
  'id' | 'year' | 'layout' | 'title' | 'titleEnglish' | 'publishedOn' | 'tables'
> & { agency: Agency };

/** Published reports, the newest year first; of one agency or of all. */
export async function listReports(
  locale: 'zh-CN' | 'en',
  agency?: Agency['id'],
): Promise<ReportRow[]> {
  const payload = await portal();
  const { docs } = await payload.find({
    collection: 'annual-reports',
    where: agency ? { agency: { equals: agency } } : {},
    locale,
    depth: 1,
    sort: ['-year', 'id'],
    pagination: false,
    select: {
      agency: true,
      year: true,
      layout: true,
      title: true,
      titleEnglish: true,
      publishedOn: true,
      tables: true,
    },
    populate: { agencies: { name: true, slug: true, kind: true, order: true } },
    ...asPublic,
  });
  return docs.filter((report): report is typeof report & ReportRow => isAgency(report.agency));
}

/** An agency's published report about a year, or null. */
export const findReport = cache(
  async (
    agencySlug: string,
    year: number,
    locale: 'zh-CN' | 'en',
  ): Promise<(AnnualReport & { agency: Agency }) | null> => {
    const payload = await portal();
    const { docs } = await payload.find({
      collection: 'annual-reports',
      where: allOf({ 'agency.slug': { equals: agencySlug } }, { year: { equals: year } }),
      locale,
      depth: 1,
      limit: 1,
      pagination: false,
      populate: { agencies: { name: true, slug: true, kind: true } },
      ...asPublic,
    });
    const report = docs[0];
    return report && isAgency(report.agency) ? { ...report, agency: report.agency } : null;
  },
);

export const layoutOf = ({ layout, year }: Pick<AnnualReport, 'layout' | 'year'>): LayoutCode =>
  layout ?? layoutForYear(year);

/**
 * The figures of a report; null where there are none or where they don't fit the layout, which
 * the collection's own hook keeps out. A page then shows the text alone.
 */
export function tablesOf(
  report: Pick<AnnualReport, 'layout' | 'year' | 'tables'>,
): ReportTables | null {
  if (!report.tables) return null;
  const parsed = parseTables(layoutOf(report), report.tables);
  return parsed.ok ? parsed.value : null;
}

const isAgency = (agency: unknown): agency is Agency =>
  typeof agency === 'object' && agency !== null;
