import type { Payload } from 'payload';
import type { Demo } from '../content';
import { quiet, storedIds, type Id } from './seeding';

/** The agencies in Chinese and, row by row on the same leaders and offices, in English. */
export async function seedAgencies(payload: Payload, demo: Demo): Promise<Map<string, Id>> {
  const ids = await storedIds(payload, 'agencies');
  for (const agency of demo.agencies) {
    if (ids.has(agency.slug)) continue;
    const {
      name,
      shortName,
      duties,
      basis,
      disclosureOffice,
      address,
      hours,
      leaders,
      offices,
      ...plain
    } = agency;
    const made = await payload.create({
      collection: 'agencies',
      locale: 'zh-CN',
      depth: 0,
      context: quiet(),
      data: {
        ...plain,
        name: name.zh,
        shortName: shortName.zh,
        duties: duties.zh,
        basis: basis?.zh,
        disclosureOffice: disclosureOffice?.zh,
        address: address?.zh,
        hours: hours?.zh,
        leaders: leaders.map((leader) => ({
          name: leader.name,
          post: leader.post.zh,
          duties: leader.duties.zh,
        })),
        offices: offices.map((office) => ({
          name: office.name.zh,
          duties: office.duties.zh,
          phone: office.phone,
        })),
      },
    });
    await payload.update({
      collection: 'agencies',
      id: made.id,
      locale: 'en',
      depth: 0,
      context: quiet(),
      data: {
        name: name.en,
        shortName: shortName.en,
        duties: duties.en,
        disclosureOffice: disclosureOffice?.en,
        address: address?.en,
        hours: hours?.en,
        leaders: leaders.map((leader, i) => ({
          id: made.leaders?.[i]?.id,
          name: leader.name,
          post: leader.post.en,
          duties: leader.duties.en,
        })),
        offices: offices.map((office, i) => ({
          id: made.offices?.[i]?.id,
          name: office.name.en,
          duties: office.duties.en,
          phone: office.phone,
        })),
      },
    });
    ids.set(agency.slug, made.id);
  }
  return ids;
}
