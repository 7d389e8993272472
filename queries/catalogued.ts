import { cache } from 'react';
import type { Payload, Where } from 'payload';
import {
  cellOf,
  COUNTY,
  matrixOf,
  publicationsOf,
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
import type { Agency, CatalogueItem } from '@/payload-types';
import { listTownships, type AgencyRow } from './agencies';
import { plainColumns, plainLinks } from './plain-columns';
import { allOf, portal } from './portal';

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
  const publications = publicationsOf(items, catalogued, ids);
  const cell = (domain: Domain, places: readonly string[], level?: Level) =>
    cellOf(publications, { domain, places, level }, today);
  return DOMAINS.map(({ code }) => ({
    domain: code,
    counts: cell(code, [COUNTY, ...ids]),
    levels: { county: cell(code, [COUNTY], 'county'), township: cell(code, ids, 'township') },
  }));
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
  const catalogued = await cataloguedDocuments(payload);
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

/** Straight from the database: everybody may read every item. */
async function itemsInUse(payload: Payload, domain?: Domain): Promise<MatrixItem[]> {
  const { docs } = await payload.db.find<CatalogueItem>({
    collection: 'catalogue-items',
    where: allOf({ retired: { not_equals: true } }, !!domain && { domain: { equals: domain } }),
    limit: 0,
    pagination: false,
    select: { domain: true, way: true, reviewDays: true, levels: true },
  });
  return docs.map(({ id, domain: field, way, reviewDays, levels }) => ({
    id: String(id),
    domain: field,
    way,
    reviewDays,
    levels,
  }));
}

/**
 * What was published under items, one row a document and item, by the rule by which the public reads. Each column is
 * read alone: SQLite finds it in its index then, and walks through no row with its whole text.
 */
async function cataloguedDocuments(payload: Payload): Promise<Catalogued[]> {
  const [links, published, agencies, days] = await Promise.all([
    plainLinks(payload, 'documents', 'catalogueItems'),
    plainColumns(payload, 'documents', ['id'], [{ path: '_status', in: ['published'] }]),
    plainColumns(payload, 'documents', ['id', 'agency']),
    plainColumns(payload, 'documents', ['id', 'publishedOn']),
  ]);
  const isPublic = new Set(published.map(({ id }) => String(id)));
  const agencyOf = new Map(agencies.map(({ id, agency }) => [String(id), agency]));
  const dayOf = new Map(days.map(({ id, publishedOn }) => [String(id), publishedOn]));
  return links.flatMap(({ from, to }) => {
    if (!isPublic.has(from)) return [];
    const agency = agencyOf.get(from) ?? null;
    const day = dayOf.get(from) ?? null;
    return [
      {
        document: from,
        agency: agency === null ? null : String(agency),
        item: to,
        publishedOn: day instanceof Date ? day.toISOString() : (day as string | null) || null,
      },
    ];
  });
}

/** Agencies by their ids; `others` are all but these, and whoever has no agency: the county is what is no township. */
export type Publisher = { ids: readonly Agency['id'][]; others?: true };

/** The condition by which only the publisher's documents stand under an item. */
export const publishedBy = ({ ids, others }: Publisher): Where =>
  others
    ? { or: [{ agency: { exists: false } }, { agency: { not_in: ids } }] }
    : { agency: { in: ids } };
