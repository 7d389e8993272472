import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload';
import { nextNumber } from '@/collections/Counters/next-number';
import { dayOf } from '@/domain/workdays/days';
import { formatIndexNumber } from '@/domain/documents/index-number';
import { documentSlug } from '@/domain/documents/slug';
import { isAddressName } from '@/fields/slug/slug';
import type { Agency, Document } from '@/payload-types';

/**
 * 条例第十二条: 政府信息公开目录包括政府信息的索引、名称、内容概述、生成日期等内容。
 *
 * Gives a new document its index number (when its agency has a code) and its permanent address.
 */
export const assignIdentity: CollectionBeforeChangeHook<Document> = async ({
  data,
  operation,
  originalDoc: given,
  req,
}) => {
  // On create, Payload gives the document of which this one is a copy, if it is one.
  const originalDoc = operation === 'create' ? undefined : given;
  const indexNumber =
    data.indexNumber || originalDoc?.indexNumber || (await newIndexNumber(data, originalDoc, req));
  if (operation === 'update') return { ...data, indexNumber, slug: originalDoc?.slug };
  return {
    ...data,
    indexNumber,
    slug: isAddressName(data.slug)
      ? data.slug
      : await freeSlug(documentSlug({ indexNumber, fallback: fallbackOf(data) }), req),
  };
};

async function newIndexNumber(
  data: Partial<Document>,
  originalDoc: Document | undefined,
  req: PayloadRequest,
): Promise<string | undefined> {
  const agency = data.agency ?? originalDoc?.agency;
  if (!agency) return undefined;
  const { code } = typeof agency === 'object' ? agency : await findAgency(agency, req);
  if (!code) return undefined;
  const made = data.madeOn ?? originalDoc?.madeOn;
  const year = Number((made ? dayOf(made) : dayOf(new Date().toISOString())).slice(0, 4));
  const serial = await nextNumber(`index:${code}:${year}`, req);
  return formatIndexNumber({ agency: code, year, serial });
}

/** Two notices of one title and day, of agencies without index numbers, get two addresses. */
async function freeSlug(wanted: string, req: PayloadRequest): Promise<string> {
  const isTaken = async (slug: string) => {
    const { totalDocs } = await req.payload.count({
      collection: 'documents',
      where: { slug: { equals: slug } },
      req,
    });
    return totalDocs > 0;
  };
  let slug = wanted;
  for (let serial = 2; await isTaken(slug); serial += 1) slug = `${wanted}-${serial}`;
  return slug;
}

const findAgency = (id: Agency['id'], req: PayloadRequest): Promise<Agency> =>
  req.payload.findByID({ collection: 'agencies', id, depth: 0, req });

/** What an address is made from when the authority keeps no index numbers here. */
const fallbackOf = ({ kind, madeOn, title, number }: Partial<Document>): string =>
  [kind, madeOn && dayOf(madeOn), title, number].filter(Boolean).join(' ');
