import type { Payload, Where } from 'payload';
import type { Agency } from '@/payload-types';

const RECEIVING: Where = { kind: { not_in: ['external', 'government'] } };

/** The agencies that answer applications, in the order of the directory. */
export async function receivingAgencies(
  payload: Payload,
  locale: 'zh-CN' | 'en',
): Promise<Pick<Agency, 'id' | 'slug' | 'name' | 'kind'>[]> {
  const { docs } = await payload.find({
    collection: 'agencies',
    where: RECEIVING,
    sort: 'order',
    pagination: false,
    depth: 0,
    locale,
    select: { slug: true, name: true, kind: true },
    overrideAccess: false,
  });
  return docs;
}

/** One of them; the whole directory is not read for each application. */
export const receivingAgency = (
  payload: Payload,
  slug: string,
): Promise<Pick<Agency, 'id'> | null> =>
  payload.db.findOne<Pick<Agency, 'id'>>({
    collection: 'agencies',
    where: { and: [{ slug: { equals: slug } }, RECEIVING] },
    select: { slug: true },
  });
