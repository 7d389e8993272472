import { APIError, type CollectionBeforeChangeHook, type PayloadRequest } from 'payload';
import { localeOf } from '@/access/language';
import { idIn } from '@/collections/Documents/stored-days';
import { messages } from '@/messages';
import type { WebsiteReport } from '@/payload-types';

/** The title follows the agency and the year; an agency reports on its website once a year. */
export const nameReport: CollectionBeforeChangeHook<WebsiteReport> = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  const year = data.year ?? originalDoc?.year;
  const agencyId = idIn(data.agency ?? originalDoc?.agency);
  if (!year || !agencyId) return data;
  const agency = await req.payload.findByID({
    collection: 'agencies',
    id: agencyId,
    depth: 0,
    locale: 'zh-CN',
    req,
  });
  const twins = await req.payload.count({
    collection: 'website-reports',
    where: {
      and: [
        { agency: { equals: agencyId } },
        { year: { equals: year } },
        ...(operation === 'update' && originalDoc ? [{ id: { not_equals: originalDoc.id } }] : []),
      ],
    },
    req,
  });
  if (twins.totalDocs > 0) {
    const text = messages[localeOf(req)].websiteReports.refusals.twin
      .replace('{agency}', () => agency.name)
      .replace('{year}', String(year));
    throw new APIError(text, 400, { refusal: 'twin' }, true);
  }
  const title = data.title || originalDoc?.title;
  const isFollowing = !title || (await isNamedAfter(originalDoc, title, req));
  return {
    ...data,
    // A report of nobody's or of no year is none, and its own editor could not open it any more.
    year,
    agency: agencyId,
    title: isFollowing ? titleOf(agency.name, year) : title,
  };
};

const titleOf = (agencyName: string, year: number): string =>
  messages['zh-CN'].websiteReports.name
    .replace('{agency}', () => agencyName)
    .replace('{year}', String(year));

/** Whether a title is the one that the report, or the one it is a copy of, had by itself. */
async function isNamedAfter(
  report: WebsiteReport | undefined,
  title: string,
  req: PayloadRequest,
): Promise<boolean> {
  const id = idIn(report?.agency);
  if (!report?.year || id === undefined) return false;
  const agency = await req.payload.findByID({
    collection: 'agencies',
    id,
    depth: 0,
    locale: 'zh-CN',
    select: { name: true },
    disableErrors: true,
    req,
  });
  return agency !== null && title === titleOf(agency.name, report.year);
}
