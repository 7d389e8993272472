import { cache } from 'react';
import type { Payload, Where } from 'payload';
import {
  byPlace,
  cellOf,
  COUNTY,
  matrixOf,
  type Catalogued,
  type Cell,
  type Matrix,
  type MatrixItem,
  type MatrixRow,
} from '@/domain/catalogue/matrix';
import { DOMAINS, type Domain } from '@/domain/catalogue/domains';
import type { Level } from '@/domain/catalogue/items';
import type { Day } from '@/domain/workdays/days';
import type { Locale } from '@/i18n/routing';
import type { Agency } from '@/payload-types';
import { listTownships, type AgencyRow } from './agencies';
import { plainListed } from './plain-columns';
import { allOf, asPublic, portal } from './portal';

export type FieldCounts = {
  domain: Domain;
  counts: Cell;
  /** An item of both levels counts in each, by what that level published itself. */
  levels: Record<Level, Cell>;
};

export type Place = Pick<AgencyRow, 'id' | 'slug' | 'name' | 'shortName'>;

/** For each field in the order of the notice, how many items it has and how they stand. */
export const catalogueOverview = cache(async (today: Day): Promise<FieldCounts[]> => {
  const { items, catalogued, townships } = await readAll('zh-CN');
  const ids = townships.map(({ id }) => String(id));
  const publications = byPlace(catalogued, ids);
  return DOMAINS.map(({ code }) => {
    const own = items.filter(({ domain }) => domain === code);
    return {
      domain: code,
      counts: cellOf(own, [COUNTY, ...ids], publications, today),
      levels: {
        county: cellOf(own, [COUNTY], publications, today, 'county'),
        township: cellOf(own, ids, publications, today, 'township'),
      },
    };
  });
});

/** The 26 fields beside the county and its townships, in the order of the directory. */
export const catalogueMatrix = cache(
  async (locale: Locale, today: Day): Promise<{ townships: Place[]; matrix: Matrix }> => {
    const { items, catalogued, townships } = await readAll(locale);
    const ids = townships.map(({ id }) => String(id));
    return { townships, matrix: matrixOf(items, catalogued, ids, today) };
  },
);

/** One field beside the county and its townships. */
export async function placesOf(
  domain: Domain,
  locale: Locale,
  today: Day,
): Promise<{ townships: Place[]; row: MatrixRow }> {
  const payload = await portal();
  const [items, townships] = await Promise.all([
    itemsInUse(payload, domain),
    listTownships(locale),
  ]);
  const among = items.map(({ id }) => id);
  const catalogued = among.length > 0 ? await cataloguedDocuments(payload, among) : [];
  const ids = townships.map(({ id }) => String(id));
  const { rows } = matrixOf(items, catalogued, ids, today);
  return { townships, row: rows.find((row) => row.domain === domain)! };
}

async function readAll(locale: Locale) {
  const payload = await portal();
  const [items, catalogued, townships] = await Promise.all([
    itemsInUse(payload),
    cataloguedDocuments(payload),
    listTownships(locale),
  ]);
  return { items, catalogued, townships };
}

async function itemsInUse(payload: Payload, domain?: Domain): Promise<MatrixItem[]> {
  const { docs } = await payload.find({
    collection: 'catalogue-items',
    where: allOf({ retired: { not_equals: true } }, !!domain && { domain: { equals: domain } }),
    pagination: false,
    depth: 0,
    joins: false,
    select: { domain: true, way: true, reviewDays: true, levels: true },
    ...asPublic,
  });
  return docs.map(({ id, domain, way, reviewDays, levels }) => ({
    id: String(id),
    domain,
    way,
    reviewDays,
    levels,
  }));
}

/** What was published under items, one row a document and item: the same rule as the public reads by. */
async function cataloguedDocuments(
  payload: Payload,
  among?: readonly string[],
): Promise<Catalogued[]> {
  const rows = await plainListed(
    payload,
    'documents',
    { path: 'catalogueItems', relationTo: 'catalogue-items', among },
    ['id', 'agency', 'publishedOn'],
    [{ path: '_status', in: ['published'] }],
  );
  return rows.map(({ id, agency, publishedOn, listed }) => ({
    document: String(id),
    agency: agency === null ? null : String(agency),
    item: String(listed),
    publishedOn: publishedOn instanceof Date ? publishedOn.toISOString() : textIn(publishedOn),
  }));
}

const textIn = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null;

/** Agencies by their ids; `others` are all but these, and whoever has no agency: the county is what is no township. */
export type Publisher = { ids: readonly Agency['id'][]; others?: true };

/** The condition by which only the publisher's documents stand under an item. */
export const publishedBy = ({ ids, others }: Publisher): Where =>
  others
    ? { or: [{ agency: { exists: false } }, { agency: { not_in: ids } }] }
    : { agency: { in: ids } };
