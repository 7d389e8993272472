import { lexicalFromBlocks } from '@/domain/documents/lexical';
import { idOf, quiet, type Seeding } from './seeding';

/** The annual reports; the collection's own hook checks the sums of their tables. */
export async function seedReports({ payload, demo, ids, signOff }: Seeding): Promise<number> {
  for (const { agency: agencySlug, preface, parts, ...plain } of demo.reports) {
    const agency = idOf(ids.agencies, agencySlug);
    const { totalDocs } = await payload.count({
      collection: 'annual-reports',
      where: { and: [{ agency: { equals: agency } }, { year: { equals: plain.year } }] },
    });
    if (totalDocs > 0) continue;
    await payload.create({
      collection: 'annual-reports',
      depth: 0,
      context: quiet(signOff),
      data: {
        ...plain,
        agency,
        preface: lexicalFromBlocks(preface),
        parts: {
          overview: lexicalFromBlocks(parts.overview),
          disclosure: lexicalFromBlocks(parts.disclosure),
          applications: lexicalFromBlocks(parts.applications),
          litigation: lexicalFromBlocks(parts.litigation),
          problems: lexicalFromBlocks(parts.problems),
          other: lexicalFromBlocks(parts.other),
        },
        _status: 'published',
      },
    });
  }
  return demo.reports.length;
}
