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
      await add(payload.db, counted.slice(at, at + AT_ONCE));
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
  const found = await countsIn(db)
    .aggregate<Counts & { _id: string }>([
      { $match: { day: { $gte: since } } },
      { $group: { _id: '$question', ...SUMS } },
      { $match: { asked: { $gte: SHOWN_FROM } } },
    ])
    .toArray();
  return found.map(({ _id, asked, empty, opened }) => ({ question: _id, asked, empty, opened }));
}

/** How often was asked in all since a day; rare questions count here too. */
export async function readTotals(payload: Payload, since: Day): Promise<Counts> {
  const db: object = payload.db;
  const [sums] = isSql(db)
    ? await db.drizzle.all<Counts>(sql`
        SELECT sum(asked) AS asked, sum(empty) AS empty, sum(opened) AS opened
        FROM search_counts WHERE day >= ${since}`)
    : await countsIn(db)
        .aggregate<Counts>([
          { $match: { day: { $gte: since } } },
          { $group: { _id: null, ...SUMS } },
        ])
        .toArray();
  return { asked: sums?.asked ?? 0, empty: sums?.empty ?? 0, opened: sums?.opened ?? 0 };
}

/** Removes what is too old, and after a month what was asked too rarely to be shown. */
export async function forgetCounts(payload: Payload, today: Day): Promise<void> {
  const oldest = addMonths(today, -KEPT_MONTHS);
  const rareBefore = addDays(today, -RARE_DAYS);
  const db: object = payload.db;
  if (isSql(db)) {
    await db.drizzle.run(sql`DELETE FROM search_counts WHERE day < ${oldest}`);
    await db.drizzle.run(sql`
      DELETE FROM search_counts WHERE day < ${rareBefore} AND question IN (
        SELECT question FROM search_counts GROUP BY question HAVING sum(asked) < ${SHOWN_FROM})`);
    return;
  }
  const counts = countsIn(db);
  await counts.deleteMany({ day: { $lt: oldest } });
  const rare = counts.aggregate<{ _id: string }>([
    { $group: { _id: '$question', ...SUMS } },
    { $match: { asked: { $lt: SHOWN_FROM } } },
  ]);
  for (const { _id } of await rare.toArray()) {
    await counts.deleteMany({ question: _id, day: { $lt: rareBefore } });
  }
}

/** A day has ten characters always, so no question makes the key of another. */
const keyOf = (day: Day, question: string): string => `${day}|${question}`;

async function add(db: object, counted: readonly Counted[]): Promise<void> {
  const now = new Date();
  if (isSql(db)) {
    const at = now.toISOString();
    const rows = counted.map(
      ({ day, question, asked, empty, opened }) =>
        sql`(${keyOf(day, question)}, ${day}, ${question}, ${asked}, ${empty}, ${opened}, ${at}, ${at})`,
    );
    await db.drizzle.run(sql`
      INSERT INTO search_counts (key, day, question, asked, empty, opened, updated_at, created_at)
      VALUES ${sql.join(rows, sql`, `)}
      ON CONFLICT (key) DO UPDATE SET asked = asked + excluded.asked, empty = empty + excluded.empty,
        opened = opened + excluded.opened, updated_at = excluded.updated_at`);
    return;
  }
  await countsIn(db).bulkWrite(
    counted.map(({ day, question, asked, empty, opened }) => ({
      updateOne: {
        filter: { key: keyOf(day, question) },
        update: {
          $inc: { asked, empty, opened },
          $set: { updatedAt: now },
          $setOnInsert: { day, question, createdAt: now },
        },
        upsert: true,
      },
    })),
  );
}

const SUMS = {
  asked: { $sum: '$asked' },
  empty: { $sum: '$empty' },
  opened: { $sum: '$opened' },
} as const;

type Sql = {
  drizzle: {
    all: <Row>(query: SQL) => Promise<Row[]>;
    run: (query: SQL) => Promise<unknown>;
  };
};

const isSql = (db: object): db is Sql => 'drizzle' in db;

/** What the MongoDB driver offers, as far as it is used here: Mongoose has no sums over groups of its own. */
type Documents = {
  aggregate: <Row>(steps: object[]) => { toArray: () => Promise<Row[]> };
  bulkWrite: (writes: object[]) => Promise<unknown>;
  deleteMany: (where: object) => Promise<unknown>;
};

function countsIn(db: object): Documents {
  const { collections } = db as { collections: Record<string, { collection: Documents }> };
  const model = collections['search-counts'];
  if (!model) throw new Error('no collection search-counts');
  return model.collection;
}
