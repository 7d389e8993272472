import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload';
import { idIn } from '@/collections/Documents/stored-days';
import type { Agency, AnnualReport, WebsiteReport } from '@/payload-types';

type Yearly = AnnualReport | WebsiteReport;
type Change = Parameters<CollectionBeforeChangeHook<Yearly>>[0];
type TitleOf = (agencyName: string, year: number) => string;

/**
 * Whose report it is and about which year, which stay when they are cleared: a report of nobody's or of no
 * year is none, and its own editor could not open it any more. An agency reports once a year. The title
 * follows both, also of a copy, unless somebody gave it one of its own. Null while either is unknown.
 *
 * @param twin what is said when the agency has a report about that year already
 */
export async function oneAYear(
  collection: 'annual-reports' | 'website-reports',
  { data, operation, originalDoc, req }: Change,
  { titleOf, twin }: { titleOf: TitleOf; twin: (agencyName: string, year: number) => Error },
): Promise<{ agency: Agency['id']; year: number; title: string } | null> {
  const year = data.year ?? originalDoc?.year;
  const id = idIn(data.agency ?? originalDoc?.agency);
  if (!year || !id) return null;
  const agency = await agencyBy(id, req);
  if (!agency) return null;
  const twins = await req.payload.count({
    collection,
    where: {
      and: [
        { agency: { equals: id } },
        { year: { equals: year } },
        ...(operation === 'update' && originalDoc ? [{ id: { not_equals: originalDoc.id } }] : []),
      ],
    },
    req,
  });
  if (twins.totalDocs > 0) throw twin(agency.name, year);
  const title = data.title || originalDoc?.title;
  const isFollowing = !title || (await isNamedAfter(originalDoc, title, titleOf, req));
  return { agency: agency.id, year, title: isFollowing ? titleOf(agency.name, year) : title };
}

/** Whether a title is the one that the report, or the one it is a copy of, had by itself. */
async function isNamedAfter(
  report: Yearly | undefined,
  title: string,
  titleOf: TitleOf,
  req: PayloadRequest,
): Promise<boolean> {
  const id = idIn(report?.agency);
  if (!report?.year || id === undefined) return false;
  const agency = await agencyBy(id, req);
  return agency !== null && title === titleOf(agency.name, report.year);
}

/** Null where there is none: the relationship's own check says so. */
const agencyBy = (id: Agency['id'], req: PayloadRequest) =>
  req.payload.findByID({
    collection: 'agencies',
    id,
    depth: 0,
    locale: 'zh-CN',
    select: { name: true },
    disableErrors: true,
    req,
  }) as Promise<Pick<Agency, 'id' | 'name'> | null>;
