import { sql } from '@payloadcms/db-sqlite/drizzle';
import type { SQL } from '@payloadcms/db-sqlite/drizzle';
import type { Payload } from 'payload';
import type { AskedQuestion } from '@/domain/searches/question-lists';
import { addDays, addMonths, type Day } from '@/domain/workdays/days';

export type Counts = Omit<AskedQuestion, 'question'>;

/** A question on one day. */
export type Counted = AskedQuestion & { day: Day };

/**
 * A question is shown when it was asked so often: one asked once or twice may name a person, and says little
 * about what the public looks for.
 */
export const SHOWN_FROM = 3;

/** What was asked less often is forgotten after so many days, and all after two years. */
const RARE_DAYS = 30;
const KEPT_MONTHS = 24;

/** So many rows go to the database at once. */
const AT_ONCE = 200;

/**
 * Adds counts to those that are stored. The database does the adding, so two processes that write the same
 * question lose nothing of each other's.
 * @returns what could not be written, and why
 */
export async function addCounts(
  payload: Payload,
  counted: readonly Counted[],
): Promise<{ left: readonly Counted[]; error?: unknown }> {
  for (let at = 0; at < counted.length; at += AT_ONCE) {
    try {
      await add(payload, counted.slice(at, at + AT_ONCE));
    } catch (error) {
      return { left: counted.slice(at), error };
    }
  }
  return { left: [] };
}

/** Whether a question was counted on one of the days. */
export async function isStored(
  payload: Payload,
  question: string,
  days: readonly Day[],
): Promise<boolean> {
  const { docs } = await payload.db.find({
    collection: 'search-counts',
    where: { key: { in: days.map((day) => keyOf(day, question)) } },
    limit: 1,
    pagination: false,
  });
  return docs.length > 0;
}

/**
 * The questions asked since a day, none that was asked less than SHOWN_FROM times, in no order. Whoever calls has
 * looked whether the reader may see them.
 */
export async function readQuestions(payload: Payload, since: Day): Promise<AskedQuestion[]> {
  const db: object = payload.db;
  if (isSql(db)) {
    return db.drizzle.all<AskedQuestion>(sql`
      SELECT question, sum(asked) AS asked, sum(empty) AS empty, sum(opened) AS opened
      FROM search_counts WHERE day >= ${since} GROUP BY question HAVING sum(asked) >= ${SHOWN_FROM}`);
  }
  const sums = new Map<string, AskedQuestion>();
  for await (const { question, ...counts } of rowsSince(db, since)) {
    sums.set(question, { question, ...added(sums.get(question) ?? NOTHING, counts) });
  }
  return [...sums.values()].filter(({ asked }) => asked >= SHOWN_FROM);
}

/** How often was asked in all since a day; rare questions count here too. */
export async function readTotals(payload: Payload, since: Day): Promise<Counts> {
  const db: object = payload.db;
  if (isSql(db)) {
    const [sums] = await db.drizzle.all<Counts>(sql`
      SELECT coalesce(sum(asked), 0) AS asked, coalesce(sum(empty), 0) AS empty,
        coalesce(sum(opened), 0) AS opened
      FROM search_counts WHERE day >= ${since}`);
    return sums ?? NOTHING;
  }
  let sums = NOTHING;
  for await (const counts of rowsSince(db, since)) sums = added(sums, counts);
  return sums;
}

/** Removes what is too old, and after a month what was asked too rarely to be shown. */
export async function forgetCounts(payload: Payload, today: Day): Promise<void> {
  const rareBefore = addDays(today, -RARE_DAYS);
  const collection = 'search-counts';
  const oldest = addMonths(today, -KEPT_MONTHS);
  await payload.db.deleteMany({ collection, where: { day: { less_than: oldest } } });
  const db: object = payload.db;
  if (isSql(db)) {
    await db.drizzle.run(sql`
      DELETE FROM search_counts WHERE day < ${rareBefore} AND question IN (
        SELECT question FROM search_counts GROUP BY question HAVING sum(asked) < ${SHOWN_FROM})`);
    return;
  }
  const asked = new Map<string, number>();
  for await (const row of rowsSince(db, oldest)) {
    asked.set(row.question, (asked.get(row.question) ?? 0) + row.asked);
  }
  const rare = [...asked].flatMap(([question, times]) => (times < SHOWN_FROM ? [question] : []));
  for (let at = 0; at < rare.length; at += AT_ONCE) {
    await payload.db.deleteMany({
      collection,
      where: {
        and: [
          { question: { in: rare.slice(at, at + AT_ONCE) } },
          { day: { less_than: rareBefore } },
        ],
      },
    });
  }
}

/** A day has ten characters always, so no question makes the key of another. */
const keyOf = (day: Day, question: string): string => `${day}|${question}`;

const NOTHING: Counts = { asked: 0, empty: 0, opened: 0 };

const added = (a: Counts, b: Counts): Counts => ({
  asked: a.asked + b.asked,
  empty: a.empty + b.empty,
  opened: a.opened + b.opened,
});

async function add(payload: Payload, counted: readonly Counted[]): Promise<void> {
  const db: object = payload.db;
  if (!isSql(db)) {
    for (const one of counted) await addOne(payload, one);
    return;
  }
  const now = new Date().toISOString();
  const rows = counted.map(
    ({ day, question, asked, empty, opened }) =>
      sql`(${keyOf(day, question)}, ${day}, ${question}, ${asked}, ${empty}, ${opened}, ${now}, ${now})`,
  );
  // One statement for all: SQLite answers within the turn in which it is asked, and nobody else is served.
  await db.drizzle.run(sql`
    INSERT INTO search_counts (key, day, question, asked, empty, opened, updated_at, created_at)
    VALUES ${sql.join(rows, sql`, `)}
    ON CONFLICT (key) DO UPDATE SET asked = asked + excluded.asked, empty = empty + excluded.empty,
      opened = opened + excluded.opened, updated_at = excluded.updated_at`);
}

async function addOne(payload: Payload, counted: Counted): Promise<void> {
  if (await increment(payload, counted)) return;
  const data = { ...counted, key: keyOf(counted.day, counted.question) };
  try {
    await payload.db.create({ collection: 'search-counts', data, returning: false });
  } catch (error) {
    // Another process made the row first: then it is there to be added to.
    if (!(await increment(payload, counted))) throw error;
  }
}

const increment = ({ db }: Payload, { day, question, ...more }: Counted): Promise<unknown> =>
  db.updateOne({
    collection: 'search-counts',
    where: { key: { equals: keyOf(day, question) } },
    data: {
      asked: { $inc: more.asked },
      empty: { $inc: more.empty },
      opened: { $inc: more.opened },
    },
  });

type Sql = {
  drizzle: {
    all: <Row>(query: SQL) => Promise<Row[]>;
    run: (query: SQL) => Promise<unknown>;
  };
};

const isSql = (db: object): db is Sql => 'drizzle' in db;

/** What Mongoose offers of a collection, as far as it is used here. */
type Documents = {
  collections: Record<
    string,
    {
      find: (
        where: object,
        columns: object,
      ) => { lean: () => { cursor: () => AsyncIterable<AskedQuestion> } };
    }
  >;
};

/** One by one, so that a year of them needs no more memory than its different questions. */
async function* rowsSince(db: object, since: Day): AsyncGenerator<AskedQuestion> {
  const { collections } = db as Documents;
  const rows = collections['search-counts']!.find(
    { day: { $gte: since } },
    { question: 1, asked: 1, empty: 1, opened: 1 },
  );
  for await (const { question, asked, empty, opened } of rows.lean().cursor()) {
    yield { question, asked, empty, opened };
  }
}
