import { APIError, type CollectionBeforeChangeHook } from 'payload';
import type { AnnualReport } from '@/payload-types';
import { layoutOf } from './findings';

/** The layout follows the year and the title the agency; one agency reports once a year. */
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
  return {
    ...data,
    layout: data.layout || originalDoc?.layout || layoutOf(null, year),
    title: data.title || originalDoc?.title || `${agency.name}${year}年政府信息公开工作年度报告`,
  };
};
