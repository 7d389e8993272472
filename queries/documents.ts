import { cache } from 'react';
import type { Where } from 'payload';
import type { Locale } from '@/i18n/routing';
import type { Agency, Document, Interpretation } from '@/payload-types';
import { allOf, asPublic, portal } from './portal';
import { atAddress, type Reader } from './preview';

/** The columns of a list row; a list never reads bodies. */
const ROW = {
  title: true,
  slug: true,
  number: true,
  agency: true,
  agencyName: true,
  kind: true,
  validity: true,
  publishedOn: true,
  english: { title: true },
} as const;

/** A published document by its address, or null; its agency is named in the reader's language. */
export const findDocument = cache(
  async (slug: string, locale: Locale, as: Reader = asPublic): Promise<Document | null> => {
    const payload = await portal();
    const { docs } = await payload.find({
      collection: 'documents',
      where: atAddress(slug, as),
      limit: 1,
      pagination: false,
      depth: 1,
      joins: false,
      locale,
      ...as,
    });
    return docs[0] ?? null;
  },
);

/** Published interpretations of a document, the newest first. */
export async function interpretationsOf(id: Document['id']): Promise<Interpretation[]> {
  const payload = await portal();
  const { docs } = await payload.find({
    collection: 'interpretations',
    where: { documents: { equals: id } },
    sort: '-publishedOn',
    depth: 0,
    pagination: false,
    limit: 50,
    select: {
      title: true,
      slug: true,
      form: true,
      publishedOn: true,
      summary: true,
      english: true,
      provisions: true,
    },
    ...asPublic,
  });
  return docs as Interpretation[];
}

export type DocumentFilters = {
  kind?: string;
  theme?: string;
  agency?: string;
  category?: string;
  validity?: string;
  column?: string;
  /** Only those that have an interpretation, or only those without, are a search facet, not a list filter. */
  year?: number;
  from?: string;
  to?: string;
  text?: string;
};

export const DOCUMENTS_PER_PAGE = 20;

export type DocumentRow = Pick<
  Document,
  | 'id'
  | 'title'
  | 'slug'
  | 'number'
  | 'agencyName'
  | 'kind'
  | 'validity'
  | 'publishedOn'
  | 'english'
> & { agency?: Agency | null };

/** One page of the list, newest publication first, with the total. */
export async function listDocuments(
  filters: DocumentFilters,
  page = 1,
  limit = DOCUMENTS_PER_PAGE,
  locale: Locale = 'zh-CN',
): Promise<{ items: DocumentRow[]; total: number }> {
  const payload = await portal();
  const { docs, totalDocs } = await payload.find({
    collection: 'documents',
    where: whereOf(filters),
    sort: ['-publishedOn', '-id'],
    page,
    limit,
    depth: 1,
    joins: false,
    locale,
    select: ROW,
    populate: { agencies: { name: true, shortName: true, slug: true } },
    ...asPublic,
  });
  return { items: docs as unknown as DocumentRow[], total: totalDocs };
}

export async function countDocuments(filters: DocumentFilters): Promise<number> {
  const payload = await portal();
  const { totalDocs } = await payload.count({
    collection: 'documents',
    where: allOf(whereOf(filters), { _status: { equals: 'published' } }),
    ...asPublic,
  });
  return totalDocs;
}

function whereOf(filters: DocumentFilters): Where {
  const { kind, theme, agency, category, validity, column, year, from, to, text } = filters;
  return allOf(
    !!kind && { kind: { equals: kind } },
    !!theme && { themes: { in: [theme] } },
    !!agency && { 'agency.slug': { equals: agency } },
    !!category && { category: { equals: category } },
    !!validity && { validity: { equals: validity } },
    !!column && { 'columns.slug': { equals: column } },
    !!year && {
      publishedOn: {
        greater_than_equal: `${year}-01-01T00:00:00.000Z`,
        less_than_equal: `${year}-12-31T23:59:59.999Z`,
      },
    },
    !!from && { publishedOn: { greater_than_equal: `${from}T00:00:00.000Z` } },
    !!to && { publishedOn: { less_than_equal: `${to}T23:59:59.999Z` } },
    !!text && { or: [{ title: { like: text } }, { number: { like: text } }] },
  );
}
