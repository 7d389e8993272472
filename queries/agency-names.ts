import type { Agency } from '@/payload-types';
import { keptBriefly } from './kept-briefly';
import { asPublic, portal } from './portal';

export type AgencyName = Pick<Agency, 'id' | 'name' | 'shortName' | 'slug' | 'kind' | 'updatedAt'>;

/** All agencies by their ids as text, named in a language; kept for a second. */
export const agencyNames = keptBriefly(
  async (locale: 'zh-CN' | 'en'): Promise<ReadonlyMap<string, AgencyName>> => {
    const payload = await portal();
    const { docs } = await payload.find({
      collection: 'agencies',
      locale,
      depth: 0,
      pagination: false,
      select: { name: true, shortName: true, slug: true, kind: true, updatedAt: true },
      ...asPublic,
    });
    return new Map(docs.map((agency) => [String(agency.id), agency]));
  },
);
