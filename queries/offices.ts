import type { Agency } from '@/payload-types';
import { asPublic, portal } from './portal';

export type Office = Pick<
  Agency,
  'slug' | 'name' | 'address' | 'hours' | 'phone' | 'fax' | 'postcode'
>;

/**
 * Where an application can be handed in other than here: at the agency that is asked, and at the
 * office that receives them for the whole county.
 */
export async function officesFor(
  agency: string | undefined,
  locale: 'zh-CN' | 'en',
): Promise<Office[]> {
  const payload = await portal();
  const { docs } = await payload.find({
    collection: 'agencies',
    where: {
      or: [
        { kind: { equals: 'office' } },
        { and: [{ slug: { equals: agency ?? '' } }, { kind: { not_in: ['external'] } }] },
      ],
    },
    sort: 'order',
    pagination: false,
    depth: 0,
    locale,
    select: {
      slug: true,
      name: true,
      address: true,
      hours: true,
      phone: true,
      fax: true,
      postcode: true,
    },
    ...asPublic,
  });
  return docs.sort((a, b) => Number(b.slug === agency) - Number(a.slug === agency));
}
