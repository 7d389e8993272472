import type { CollectionSlug, Payload, RequestContext } from 'payload';
import type { SignOff } from '@/fields/review/enforce-review';
import type { Day } from '@/domain/workdays/days';
import type { Demo } from '../content';

/** What every part of the seed works with. */
export type Seeding = {
  payload: Payload;
  demo: Demo;
  /** The folder of the demo files, for pictures. */
  folder: string;
  today: Day;
  /** Ids of what is stored, by slug. */
  ids: Record<
    'agencies' | 'columns' | 'catalogueItems' | 'documents' | 'interpretations',
    Map<string, Id>
  >;
  signOff: SignOff;
};

/** A number on SQLite; MongoDB's text is passed through as it comes. */
export type Id = number;

/**
 * The context of every write: no page cache stands in this process, and the index is built in
 * one go at the end. `signOff` is for texts that are published under the review rule.
 */
export const quiet = (signOff?: SignOff): RequestContext => ({
  disableRevalidate: true,
  disableIndexing: true,
  // The people of the demo county have no mailboxes.
  disableMail: true,
  ...(signOff && { signOff }),
});

/**
 * The id of what a slug names.
 *
 * @throws Error when nothing of that name was stored
 */
export function idOf(ids: ReadonlyMap<string, Id>, slug: string): Id {
  const id = ids.get(slug);
  if (id === undefined) throw new Error(`nothing is stored under "${slug}"`);
  return id;
}

export const idsOf = (ids: ReadonlyMap<string, Id>, slugs: readonly string[]): Id[] =>
  slugs.map((slug) => idOf(ids, slug));

/** The ids that a run before this one left, by slug: a seed that was broken off goes on where it stopped. */
export async function storedIds(
  payload: Payload,
  collection: CollectionSlug,
): Promise<Map<string, Id>> {
  const { docs } = await payload.find({
    collection,
    pagination: false,
    depth: 0,
    select: { slug: true } as never,
  });
  return new Map(
    (docs as unknown as { id: Id; slug?: string | null }[]).map(({ id, slug }) => [slug ?? '', id]),
  );
}
