import { sql, type SQL } from '@payloadcms/db-sqlite/drizzle';
import type { Payload } from 'payload';

/** How often a record (`documents:<slug>`) was read in a month (`2026-11`). */
export type Reads = { record: string; month: string; count: number };

/** So many rows go to the database at once. */
const AT_ONCE = 200;

/**
 * Adds counts to those that are stored. The database does the adding, so two processes that write the same record
 * lose nothing of each other's.
 * @returns what could not be written, and why
 */
export async function addReads(
  payload: Payload,
  reads: readonly Reads[],
): Promise<{ left: readonly Reads[]; error?: unknown }> {
  for (let at = 0; at < reads.length; at += AT_ONCE) {
    try {
      await add(payload, reads.slice(at, at + AT_ONCE));
    } catch (error) {
      return { left: reads.slice(at), error };
    }
  }
  return { left: [] };
}

/**
 * The records read most in some months, the most read first. Sums alone, without who read: whoever calls shows of
 * them only what the public may open.
 */
export async function mostRead(
  payload: Payload,
  months: { from: string; to: string },
  limit: number,
): Promise<{ record: string; count: number }[]> {
  const { docs } = await payload.db.find<Reads>({
    collection: 'read-counts',
    where: {
      and: [
        { month: { greater_than_equal: months.from } },
        { month: { less_than_equal: months.to } },
      ],
    },
    limit: 0,
    pagination: false,
    select: { record: true, count: true },
  });
  const sums = new Map<string, number>();
  for (const { record, count } of docs) sums.set(record, (sums.get(record) ?? 0) + count);
  return [...sums]
    .map(([record, count]) => ({ record, count }))
    .sort((a, b) => b.count - a.count || (a.record < b.record ? -1 : 1))
    .slice(0, limit);
}

/** A month has seven characters always, and a record no end of its own: the month stands last. */
const keyOf = ({ record, month }: Reads): string => `${record}:${month}`;

async function add(payload: Payload, reads: readonly Reads[]): Promise<void> {
  const db: object = payload.db;
  if (!isSql(db)) {
    for (const one of reads) await addOne(payload, one);
    return;
  }
  const now = new Date().toISOString();
  const rows = reads.map(
    (one) => sql`(${keyOf(one)}, ${one.record}, ${one.month}, ${one.count}, ${now}, ${now})`,
  );
  // One statement for all: SQLite answers within the turn in which it is asked, and nobody else is served.
  await db.drizzle.run(sql`
    INSERT INTO read_counts (key, record, month, count, updated_at, created_at)
    VALUES ${sql.join(rows, sql`, `)}
    ON CONFLICT (key) DO UPDATE SET count = count + excluded.count, updated_at = excluded.updated_at`);
}

async function addOne(payload: Payload, read: Reads): Promise<void> {
  if (await increment(payload, read)) return;
  try {
    await payload.db.create({
      collection: 'read-counts',
      data: { ...read, key: keyOf(read) },
      returning: false,
    });
  } catch (error) {
    // Another process made the row first: then it is there to be added to.
    if (!(await increment(payload, read))) throw error;
  }
}

const increment = ({ db }: Payload, read: Reads): Promise<unknown> =>
  db.updateOne({
    collection: 'read-counts',
    where: { key: { equals: keyOf(read) } },
    data: { count: { $inc: read.count } },
  });

type Sql = { drizzle: { run: (query: SQL) => Promise<unknown> } };

const isSql = (db: object): db is Sql => 'drizzle' in db;
