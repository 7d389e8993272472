import type { Payload, Where } from 'payload';
import { dayOf, type Day } from '@/domain/workdays/days';
import type { CatalogueItem, Document } from '@/payload-types';

export type Publication = Pick<Document, 'title' | 'slug' | 'english'> & { publishedOn?: Day };

export type Published = {
  count: number;
  /** The day of the newest one. */
  last?: Day;
  /** The newest, first. */
  newest: Publication[];
};

// Nobody is signed in: what access control gives here is what the public may read.
const asPublic = { overrideAccess: false, user: null } as const;

const BATCH = 1_000;
const NEWEST = 3;

/**
 * What the public may read under each of some items, by the item's id as text. Read in batches, so
 * that memory holds three titles an item however many documents stand under it.
 *
 * @param by a further condition on the documents
 */
export async function publicationsUnder(
  payload: Payload,
  items: readonly CatalogueItem['id'][],
  by: Where | false = false,
): Promise<Map<string, Published>> {
  const published = new Map<string, Published>();
  const wanted = new Set(items.map(String));
  if (wanted.size === 0) return published;
  for (let page = 1; ; page += 1) {
    const { docs } = await payload.find({
      collection: 'documents',
      where: {
        and: [{ catalogueItems: { in: [...items] } }, ...(by ? [by] : [])],
      },
      sort: ['-publishedOn', '-id'],
      page,
      limit: BATCH,
      pagination: page > 1,
      depth: 0,
      joins: false,
      select: {
        title: true,
        slug: true,
        publishedOn: true,
        catalogueItems: true,
        english: { title: true },
      },
      ...asPublic,
    });
    for (const document of docs) {
      const { title, slug, english } = document;
      const day = document.publishedOn ? dayOf(document.publishedOn) : undefined;
      for (const item of document.catalogueItems ?? []) {
        const id = String(typeof item === 'object' ? item.id : item);
        if (wanted.has(id)) add(published, id, { title, slug, english, publishedOn: day });
      }
    }
    if (docs.length < BATCH) return published;
  }
}

function add(published: Map<string, Published>, id: string, publication: Publication): void {
  const known = published.get(id) ?? { count: 0, newest: [] };
  known.count += 1;
  known.last ??= publication.publishedOn;
  if (known.newest.length < NEWEST) known.newest.push(publication);
  published.set(id, known);
}
