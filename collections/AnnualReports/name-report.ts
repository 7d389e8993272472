import { APIError, type CollectionBeforeChangeHook, type PayloadRequest } from 'payload';
import { idIn } from '@/collections/Documents/stored-days';
import { reportTitle } from '@/domain/annual-reports/head';
import type { AnnualReport } from '@/payload-types';
import { layoutOf } from './findings';

/**
 * The layout follows the year and the title the agency; one agency reports once a year. A report that is
 * made over to another year or agency, or is a copy, takes their title, unless somebody gave it one of its
 * own, and their layout, as long as it has no figures.
 */
export const nameReport: CollectionBeforeChangeHook<AnnualReport> = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  const year = data.year ?? originalDoc?.year;
  const agencyRef = data.agency ?? originalDoc?.agency;
  if (!year || !agencyRef) return data;
  const agencyId = typeof agencyRef === 'object' ? agencyRef.id : agencyRef;
  const agency = await req.payload.findByID({
    collection: 'agencies',
    id: agencyId,
    depth: 0,
    locale: 'zh-CN',
    req,
  });
  const twins = await req.payload.find({
    collection: 'annual-reports',
    where: {
      and: [
        { agency: { equals: agencyId } },
        { year: { equals: year } },
        ...(operation === 'update' && originalDoc ? [{ id: { not_equals: originalDoc.id } }] : []),
      ],
    },
    limit: 1,
    depth: 0,
    req,
  });
  if (twins.totalDocs > 0) {
    throw new APIError(
      `${agency.name}${year}年度报告已经有了，请在原报告上修改。 This agency's report for ${year} exists already; edit that one.`,
      400,
      { refusal: 'twin' },
      true,
    );
  }
  const title = data.title || originalDoc?.title;
  const isFollowing = !title || (await isNamedAfter(originalDoc, title, req));
  const layout = data.layout || originalDoc?.layout;
  const isOtherYear = originalDoc?.year !== undefined && originalDoc.year !== year;
  const isKept = layout && !(isOtherYear && layout === originalDoc?.layout && isBlank(data.tables));
  return {
    ...data,
    // A report of nobody's or of no year is none, and its own editor could not open it any more.
    year,
    agency: agencyId,
    layout: isKept ? layout : layoutOf(null, year),
    title: isFollowing ? reportTitle(agency.name, year) : title,
  };
};

/** Whether a title is the one that the report had by itself. */
async function isNamedAfter(
  report: AnnualReport | undefined,
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
  return agency !== null && title === reportTitle(agency.name, report.year);
}

/** Whether no cell of the tables holds a figure. */
const isBlank = (tables: unknown): boolean => !/:-?\d/.test(JSON.stringify(tables ?? null));
