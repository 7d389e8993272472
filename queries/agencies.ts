import { cache } from 'react';
import type { Agency, Interpretation } from '@/payload-types';
import { asPublic, portal } from './portal';

export type AgencyRow = Pick<
  Agency,
  'id' | 'name' | 'shortName' | 'slug' | 'kind' | 'phone' | 'address'
>;

/** Every agency in the order of the directory. */
export async function listAgencies(locale: 'zh-CN' | 'en'): Promise<AgencyRow[]> {
  const payload = await portal();
  const { docs } = await payload.find({
    collection: 'agencies',
    locale,
    depth: 0,
    sort: ['order', 'id'],
    pagination: false,
    select: { name: true, shortName: true, slug: true, kind: true, phone: true, address: true },
    ...asPublic,
  });
  return docs;
}

/** The townships in the order of the directory. */
export const listTownships = async (locale: 'zh-CN' | 'en'): Promise<AgencyRow[]> =>
  (await listAgencies(locale)).filter(({ kind }) => kind === 'township');

/** What the guide must say of each agency (条例第十二条), for those that take applications. */
export async function listDisclosureOffices(locale: 'zh-CN' | 'en'): Promise<DisclosureOffice[]> {
  const payload = await portal();
  const { docs } = await payload.find({
    collection: 'agencies',
    where: { kind: { not_equals: 'external' } },
    locale,
    depth: 0,
    sort: ['order', 'id'],
    pagination: false,
    select: {
      name: true,
      slug: true,
      kind: true,
      disclosureOffice: true,
      address: true,
      hours: true,
      phone: true,
      fax: true,
      email: true,
      postcode: true,
      updatedAt: true,
    },
    ...asPublic,
  });
  return docs;
}

export type DisclosureOffice = Pick<
  Agency,
  | 'id'
  | 'name'
  | 'slug'
  | 'kind'
  | 'disclosureOffice'
  | 'address'
  | 'hours'
  | 'phone'
  | 'fax'
  | 'email'
  | 'postcode'
  | 'updatedAt'
>;

/** An agency by its address, or null. */
export const findAgency = cache(
  async (slug: string, locale: 'zh-CN' | 'en'): Promise<Agency | null> => {
    const payload = await portal();
    const { docs } = await payload.find({
      collection: 'agencies',
      where: { slug: { equals: slug } },
      locale,
      depth: 0,
      limit: 1,
      pagination: false,
      ...asPublic,
    });
    return docs[0] ?? null;
  },
);

/** The database's ids of agencies, by which a condition needs no join. */
export async function findAgencyIds(slugs: readonly string[]): Promise<Agency['id'][]> {
  const payload = await portal();
  const { docs } = await payload.find({
    collection: 'agencies',
    where: { slug: { in: [...slugs] } },
    depth: 0,
    pagination: false,
    select: { slug: true },
    ...asPublic,
  });
  return docs.map(({ id }) => id);
}

/** The office that answers for the platform: the first of its kind. */
export async function findOffice(locale: 'zh-CN' | 'en'): Promise<Agency | null> {
  const payload = await portal();
  const { docs } = await payload.find({
    collection: 'agencies',
    where: { kind: { equals: 'office' } },
    locale,
    depth: 0,
    sort: ['order', 'id'],
    limit: 1,
    pagination: false,
    ...asPublic,
  });
  return docs[0] ?? null;
}

/** The newest interpretations by an agency, with the documents that they explain. */
export async function interpretationsBy(
  agency: Agency['id'],
  locale: 'zh-CN' | 'en',
  limit: number,
): Promise<Interpretation[]> {
  const payload = await portal();
  const { docs } = await payload.find({
    collection: 'interpretations',
    where: { agency: { equals: agency } },
    locale,
    sort: ['-publishedOn', '-id'],
    limit,
    pagination: false,
    depth: 1,
    select: {
      title: true,
      slug: true,
      form: true,
      documents: true,
      publishedOn: true,
      english: true,
    },
    populate: {
      documents: { title: true, slug: true, validity: true, english: { title: true } },
    },
    ...asPublic,
  });
  return docs as Interpretation[];
}
