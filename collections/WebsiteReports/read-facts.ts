import type { CollectionSlug, Payload, Where } from 'payload';
import { FORMS, KINDS, type AgencyKind } from '@/domain/catalogue/codes';
import { isWholePortal, type WebsiteFacts } from '@/domain/website-reports/compile';

/**
 * What the platform knows of a website's year: of everything public for the county and its office, of
 * what is its own for any other agency. Counts what is public now.
 */
export async function readFacts(
  payload: Payload,
  agencyId: number | string,
  year: number,
): Promise<WebsiteFacts> {
  const [agency, site] = await Promise.all([
    payload.findByID({ collection: 'agencies', id: agencyId, depth: 0 }),
    payload.findGlobal({ slug: 'site', locale: 'zh-CN', depth: 0 }),
  ]);
  const agencyKind = agency.kind as AgencyKind;
  const own: Where[] = isWholePortal(agencyKind) ? [] : [{ agency: { equals: agencyId } }];
  // Days are kept as noon, so that a year is a year wherever the server stands.
  const [from, to] = [`${year}-01-01T00:00:00.000Z`, `${year + 1}-01-01T00:00:00.000Z`];
  const published: Where = { _status: { equals: 'published' } };
  const inYear: Where[] = [
    { publishedOn: { greater_than_equal: from } },
    { publishedOn: { less_than: to } },
  ];
  const count = async (collection: CollectionSlug, ...where: Where[]): Promise<number> =>
    (await payload.count({ collection, where: { and: [published, ...where] } })).totalDocs;
  const countEach = async <Code extends string>(
    codes: readonly { code: Code }[],
    ask: (code: Code) => Promise<number>,
  ) =>
    Object.fromEntries(
      await Promise.all(codes.map(async ({ code }) => [code, await ask(code)] as const)),
    ) as Record<Code, number>;
  const pages = (about: boolean) =>
    own.length > 0
      ? Promise.resolve(0)
      : count('pages', { kind: { [about ? 'equals' : 'not_equals']: 'about' } }, ...inYear);
  const [documents, interpretations, aboutPages, disclosurePages, kept, opened] = await Promise.all(
    [
      countEach(KINDS, (kind) => count('documents', { kind: { equals: kind } }, ...own, ...inYear)),
      countEach(FORMS, (form) =>
        count('interpretations', { form: { equals: form } }, ...own, ...inYear),
      ),
      pages(true),
      pages(false),
      count(
        'topics',
        ...own,
        { openedOn: { less_than: to } },
        {
          or: [{ closedOn: { exists: false } }, { closedOn: { greater_than_equal: from } }],
        },
      ),
      count(
        'topics',
        ...own,
        { openedOn: { greater_than_equal: from } },
        {
          openedOn: { less_than: to },
        },
      ),
    ],
  );
  return {
    agencyKind,
    site: {
      name: site.name ?? null,
      organiser: site.organiser ?? null,
      address: new URL('/', process.env.SITE_URL || 'http://localhost:3000').toString(),
      code: site.siteCode ?? null,
      icp: site.icp ?? null,
      police: site.police ?? null,
    },
    documents,
    interpretations,
    aboutPages,
    disclosurePages,
    topics: { kept, opened },
  };
}
