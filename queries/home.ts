import type { Figure } from '@/domain/annual-reports/tables';
import { figureAt } from '@/domain/annual-reports/tables';
import { listReports, tablesOf } from './annual-reports';
import { countDocuments } from './documents';
import { allOf, asPublic, portal } from './portal';

export type YearInFigures = {
  year: number;
  documents: number;
  interpretations: number;
  /** Out of the newest report of the county; null before there is one, or where it is blank. */
  applications: { year: number; agency: string; answered: NonNullable<Figure> } | null;
};

/** The three numbers of the home page. @param today YYYY-MM-DD */
export async function yearInFigures(today: string, locale: 'zh-CN' | 'en'): Promise<YearInFigures> {
  const year = Number(today.slice(0, 4));
  const payload = await portal();
  const [documents, { totalDocs: interpretations }, reports] = await Promise.all([
    countDocuments({ year }),
    payload.count({
      collection: 'interpretations',
      where: allOf(
        { publishedOn: { greater_than_equal: `${year}-01-01T00:00:00.000Z` } },
        { publishedOn: { less_than_equal: `${year}-12-31T23:59:59.999Z` } },
        { _status: { equals: 'published' } },
      ),
      ...asPublic,
    }),
    listReports(locale),
  ]);
  return { year, documents, interpretations, applications: newestAnswered(reports) };
}

function newestAnswered(
  reports: Awaited<ReturnType<typeof listReports>>,
): YearInFigures['applications'] {
  for (const report of reports) {
    if (report.agency.kind !== 'government') continue;
    const tables = tablesOf(report);
    const answered = tables && figureAt(tables, 'applications', 'outcome-total', 'total');
    if (answered !== null) return { year: report.year, agency: report.agency.slug, answered };
  }
  return null;
}
