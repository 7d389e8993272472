import { portal } from '@/queries/portal';
import { readSummaries } from '@/transfer/export/open-data/read';

/** Values with which every form finds something: of the newest record of each kind. */
export async function exampleValues(): Promise<Record<string, Record<string, string>>> {
  const payload = await portal();
  const newest = { page: 1, perPage: 1 };
  const [documents, interpretations, topics, agencies, columns, reports] = await Promise.all([
    readSummaries(payload, 'documents', { sort: ['-publishedOn', 'slug'], ...newest }),
    readSummaries(payload, 'interpretations', { sort: ['-publishedOn', 'slug'], ...newest }),
    readSummaries(payload, 'topics', { sort: ['order', 'slug'], ...newest }),
    readSummaries(payload, 'agencies', { sort: ['order', 'slug'], ...newest }),
    readSummaries(payload, 'columns', { sort: ['order', 'slug'], ...newest }),
    readSummaries(payload, 'annual-reports', { sort: ['-year', 'id'], ...newest }),
  ]);
  const [report] = reports.items;
  return {
    getDocument: { id: documents.items[0]?.id ?? '' },
    getInterpretation: { id: interpretations.items[0]?.id ?? '' },
    getTopic: { id: topics.items[0]?.id ?? '' },
    getAgency: { id: agencies.items[0]?.id ?? '' },
    getColumn: { id: columns.items[0]?.id ?? '' },
    getAnnualReport: { agency: report?.agency.id ?? '', year: String(report?.year ?? '') },
  };
}
