import { createLocalReq, type Payload, type SelectType, type Where } from 'payload';
import type { Config } from '@/payload-types';
import type { SearchCollection } from '@/search/engine';
import { allOf } from './portal';

type Read<Slug extends SearchCollection> = Config['collections'][Slug];

/**
 * Those of the records that the public may read, by the collection's own rule of access, in no order.
 * Straight from the database: relations stay ids and no hooks run, which is a third of what Payload's own
 * reading costs. So `select` names only fields that are neither localized nor withheld from anybody.
 *
 * @param keys database ids, as text
 */
export async function readPublic<Slug extends SearchCollection>(
  payload: Payload,
  collection: Slug,
  keys: readonly string[],
  select: SelectType,
): Promise<Read<Slug>[]> {
  const rule = await publicRule(payload, collection);
  if (rule === false || keys.length === 0) return [];
  const { docs } = await payload.db.find<Read<Slug>>({
    collection,
    where: allOf({ id: { in: [...keys] } }, rule !== true && rule),
    limit: keys.length,
    pagination: false,
    sort: 'id',
    select,
  });
  return docs;
}

/** As readPublic, all records of a small collection. */
export async function readAllPublic<Slug extends SearchCollection>(
  payload: Payload,
  collection: Slug,
  select: SelectType,
): Promise<Read<Slug>[]> {
  const rule = await publicRule(payload, collection);
  if (rule === false) return [];
  const { docs } = await payload.db.find<Read<Slug>>({
    collection,
    where: rule === true ? {} : rule,
    pagination: false,
    sort: 'id',
    select,
  });
  return docs;
}

/** What the collection says to somebody who is not signed in. */
async function publicRule(
  payload: Payload,
  collection: SearchCollection,
): Promise<boolean | Where> {
  const req = await createLocalReq({ user: undefined }, payload);
  return payload.collections[collection].config.access.read({ req });
}
