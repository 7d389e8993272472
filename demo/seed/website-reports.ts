import { idOf, quiet, type Seeding } from './seeding';

/** The yearly forms on the website; the collection's own hook checks what must add up. */
export async function seedWebsiteReports({
  payload,
  demo,
  ids,
  signOff,
}: Seeding): Promise<number> {
  for (const { agency: agencySlug, ...plain } of demo.websiteReports) {
    const agency = idOf(ids.agencies, agencySlug);
    const { totalDocs } = await payload.count({
      collection: 'website-reports',
      where: { and: [{ agency: { equals: agency } }, { year: { equals: plain.year } }] },
    });
    if (totalDocs > 0) continue;
    await payload.create({
      collection: 'website-reports',
      depth: 0,
      context: quiet(signOff),
      data: { ...plain, agency, _status: 'published' },
    });
  }
  return demo.websiteReports.length;
}
