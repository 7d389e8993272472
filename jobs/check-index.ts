import type { Payload } from 'payload';
import type { SearchCollection, SearchRecord } from '@/search/engine';
import { digestOf } from '@/search/digest';
import { searchEngine } from '@/search/open';
import { recordId } from '@/search/record';
import { publicRecords } from './index-all';
import { indexRecord, isSearched, publicRecord } from './index-record';
import { publicIds } from './index-sources';

/** Between index and database: published and not found, found and not public, or found by what it no longer says. */
export type IndexDifference = {
  why: 'missing' | 'superfluous' | 'stale';
  id: string;
  title: string;
};

export type CheckProgress = { public: number; inIndex: number };

/** So many records are held at once. */
const AT_ONCE = 200;

/**
 * Compares the index with what the public may read, record by record, and gives each difference as it is found. What
 * changes meanwhile is no difference: each is looked at once more by itself.
 *
 * @param onProgress told now and then how many records were looked at on either side
 */
export async function* indexDifferences(
  payload: Payload,
  onProgress?: (done: CheckProgress) => void,
): AsyncGenerator<IndexDifference> {
  const done: CheckProgress = { public: 0, inIndex: 0 };
  for await (const records of lots(publicRecords(payload))) {
    const digests = await searchEngine().digests(records.map(({ id }) => id));
    for (const record of records) {
      if (digests.get(record.id) !== digestOf(record))
        yield* one(await differenceOf(payload, record));
    }
    done.public += records.length;
    onProgress?.(done);
  }
  for (let after: string | null = null; ;) {
    const entries = await searchEngine().entries(after, AT_ONCE);
    const known = await publicAmong(
      payload,
      entries.map(({ id }) => id),
    );
    for (const entry of entries)
      if (!known.has(entry.id)) yield* one(await differenceOf(payload, entry));
    done.inIndex += entries.length;
    onProgress?.(done);
    if (entries.length < AT_ONCE) return;
    after = entries.at(-1)?.id ?? null;
  }
}

/** Brings one record of the index to what the database says. @returns whether both are the same now */
export async function mendDifference(payload: Payload, { id }: IndexDifference): Promise<boolean> {
  const { collection, key } = partsOf(id);
  if (isSearched(collection) && isKey(payload, key)) await indexRecord(payload, collection, key);
  else await searchEngine().remove([id]);
  return (await differenceOf(payload, { id, title: '' })) === null;
}

/** The record's difference as it stands now, if there is one. */
async function differenceOf(
  payload: Payload,
  { id, title }: Pick<SearchRecord, 'id' | 'title'>,
): Promise<IndexDifference | null> {
  const { collection, key } = partsOf(id);
  const isOurs = isSearched(collection) && isKey(payload, key);
  const record = isOurs ? await publicRecord(payload, collection, key) : null;
  const digest = (await searchEngine().digests([id])).get(id);
  if (!record) return digest === undefined ? null : { why: 'superfluous', id, title };
  if (digest === undefined) return { why: 'missing', id, title: record.title };
  return digest === digestOf(record) ? null : { why: 'stale', id, title: record.title };
}

const one = (difference: IndexDifference | null): IndexDifference[] =>
  difference ? [difference] : [];

/** Which of some ids of the index are of records that the public may read. */
async function publicAmong(payload: Payload, ids: readonly string[]): Promise<Set<string>> {
  const keys = new Map<SearchCollection, string[]>();
  for (const id of ids) {
    const { collection, key } = partsOf(id);
    if (!isSearched(collection) || !isKey(payload, key)) continue;
    keys.set(collection, [...(keys.get(collection) ?? []), key]);
  }
  const known = new Set<string>();
  for (const [collection, some] of keys) {
    for (const id of await publicIds(payload, collection, some))
      known.add(recordId(collection, id));
  }
  return known;
}

function partsOf(id: string): { collection: string; key: string } {
  const at = id.indexOf(':');
  return { collection: id.slice(0, at), key: id.slice(at + 1) };
}

/** An index of another database may hold ids that this one would choke on. */
const isKey = ({ db }: Payload, key: string): boolean =>
  db.defaultIDType === 'number' ? /^\d{1,15}$/.test(key) : /^[0-9a-f]{24}$/.test(key);

async function* lots<Item>(items: AsyncIterable<Item>): AsyncGenerator<Item[]> {
  let lot: Item[] = [];
  for await (const item of items) {
    lot.push(item);
    if (lot.length < AT_ONCE) continue;
    yield lot;
    lot = [];
  }
  yield lot;
}
