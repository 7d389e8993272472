import { cache } from 'react';
import { standingOf, type Standing } from '@/domain/catalogue/coverage';
import type { Domain } from '@/domain/catalogue/domains';
import type { Level } from '@/domain/catalogue/items';
import type { Day } from '@/domain/workdays/days';
import type { Locale } from '@/i18n/routing';
import type { Agency, CatalogueItem } from '@/payload-types';
import { publicationsUnder, type Published } from '@/transfer/catalogue/publications';
import { publishedBy, type Publisher } from './catalogued';
import type { DocumentRow } from './documents';
import { allOf, asPublic, portal } from './portal';

export type ItemRow = CatalogueItem & { agency?: Agency | null; published: Published } & Standing;

export const ITEM_DOCUMENTS_PER_PAGE = 20;

/**
 * The items of a field in their order, each with what was published under it; of one level or of both.
 * @param by only what this one published: then also items of another level under which it published
 */
export async function listCatalogue(
  domain: Domain,
  locale: Locale,
  today: Day,
  level?: Level,
  by?: Publisher,
): Promise<ItemRow[]> {
  const payload = await portal();
  const { docs } = await payload.find({
    collection: 'catalogue-items',
    where: allOf(
      { domain: { equals: domain } },
      { retired: { not_equals: true } },
      !!level && by === undefined && { levels: { in: [level] } },
    ),
    sort: ['order', 'id'],
    pagination: false,
    depth: 1,
    joins: false,
    locale,
    populate: { agencies: { name: true, shortName: true, slug: true } },
    ...asPublic,
  });
  const published = await publicationsUnder(
    payload,
    docs.map(({ id }) => id),
    by !== undefined && publishedBy(by),
  );
  return docs
    .filter(({ id, levels }) => !level || levels?.includes(level) || published.has(String(id)))
    .map((item) => withPublished(item, published.get(String(item.id)), today));
}

/** One item by its address, retired ones included: what stood under it stays reachable. */
export const findCatalogueItem = cache(
  async (slug: string, locale: Locale, today: Day): Promise<ItemRow | null> => {
    const payload = await portal();
    const { docs } = await payload.find({
      collection: 'catalogue-items',
      where: { slug: { equals: slug } },
      limit: 1,
      pagination: false,
      depth: 1,
      joins: false,
      locale,
      populate: { agencies: { name: true, shortName: true, slug: true } },
      ...asPublic,
    });
    const [item] = docs;
    if (!item) return null;
    const published = await publicationsUnder(payload, [item.id]);
    return withPublished(item, published.get(String(item.id)), today);
  },
);

/** One page of the documents published under an item, the newest first. */
export async function documentsUnderItem(
  item: CatalogueItem['id'],
  locale: Locale,
  page = 1,
): Promise<{ items: DocumentRow[]; total: number }> {
  const payload = await portal();
  const { docs, totalDocs } = await payload.find({
    collection: 'documents',
    where: { catalogueItems: { in: [item] } },
    sort: ['-publishedOn', '-id'],
    page,
    limit: ITEM_DOCUMENTS_PER_PAGE,
    depth: 1,
    joins: false,
    locale,
    select: {
      title: true,
      slug: true,
      number: true,
      agency: true,
      agencyName: true,
      kind: true,
      validity: true,
      publishedOn: true,
      english: { title: true },
    },
    populate: { agencies: { name: true, shortName: true, slug: true } },
    ...asPublic,
  });
  return { items: docs as unknown as DocumentRow[], total: totalDocs };
}

const withPublished = (
  item: CatalogueItem,
  published: Published = { count: 0, newest: [] },
  today: Day,
): ItemRow => ({ ...item, published, ...standingOf(item, published.last, today) }) as ItemRow;
