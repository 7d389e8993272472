import { sql } from '@payloadcms/db-sqlite/drizzle';
import type { Payload } from 'payload';

/**
 * Payload's SQLite adapter builds each INSERT anew, asks for all of the row back (the whole text) and
 * reads the new record once more from its tables. For thousands of documents that is most of the
 * time. This replaces, on one adapter and until it is given back, how rows are stored and nothing
 * else: what is stored was validated and passed every hook before, and the rows are the same
 * (tests/int/import-parity.int.test.ts compares them).
 *
 * On MongoDB it does nothing.
 *
 * @returns puts the adapter's own functions back
 */
export function putSwiftStore(payload: Payload): () => void {
  const db: unknown = payload.db;
  if (!isSqlite(db)) return () => undefined;
  const own = { insert: db.insert, create: db.create };
  /** Records being created, by the table of their own rows; one at a time in each. */
  const creating = new Map<string, { id?: unknown }>();
  let turn: Promise<unknown> = Promise.resolve();
  const prepared = new WeakMap<Session, Map<string, Prepared>>();
  db.insert = async function swiftInsert(args) {
    const { db: session, onConflictDoUpdate, tableName, values } = args;
    const rows = Array.isArray(values) ? values : [values];
    const table = this.tables[tableName];
    if (onConflictDoUpdate || !table || rows.length === 0 || rows.length > 50) {
      return own.insert.call(this, args);
    }
    let known = prepared.get(session);
    if (!known) prepared.set(session, (known = new Map()));
    const inserted = await insertPrepared(session, table, tableName, rows, known);
    const create = creating.get(tableName);
    if (create) create.id ??= inserted[0]?.id;
    return inserted;
  };
  db.create = async function swiftCreate(args) {
    const tableName = args.collection.replaceAll('-', '_');
    if (args.select || args.returning === false || !this.tables[tableName]) {
      return own.create.call(this, args);
    }
    const mine = turn.then(async () => {
      const create: { id?: unknown } = {};
      creating.set(tableName, create);
      try {
        // Told that nobody asks, the adapter doesn't read back what was handed to it a moment ago.
        await own.create.call(this, { ...args, returning: false });
        return { ...args.data, id: create.id };
      } finally {
        creating.delete(tableName);
      }
    });
    turn = mine.catch(() => undefined);
    return mine;
  };
  return () => Object.assign(db, own);
}

type Row = Record<string, unknown>;
type Prepared = { columns: string[]; statement: { all: (values: Row) => Promise<Row[]> } };
type Insert = {
  values: (rows: Row[]) => { returning: (of: Row) => { prepare: () => Prepared['statement'] } };
};
type Session = { insert: (table: Row) => Insert };
type InsertArgs = {
  db: Session;
  onConflictDoUpdate?: unknown;
  tableName: string;
  values: Row | Row[];
};
type CreateArgs = { collection: string; data: Row; select?: unknown; returning?: boolean };
type Sqlite = {
  name: string;
  tables: Record<string, Row>;
  insert: (this: Sqlite, args: InsertArgs) => Promise<Row[]>;
  create: (this: Sqlite, args: CreateArgs) => Promise<Row>;
};

const isSqlite = (db: unknown): db is Sqlite =>
  typeof db === 'object' && db !== null && 'name' in db && db.name === 'sqlite' && 'tables' in db;

/** One statement for each shape of rows in a transaction: which columns they fill, and how many they are. */
async function insertPrepared(
  session: Session,
  table: Row,
  tableName: string,
  rows: readonly Row[],
  known: Map<string, Prepared>,
): Promise<Row[]> {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter(
    (column) => column in table && rows.some((row) => row[column] !== undefined),
  );
  // A column that one row leaves out and another fills needs its default in one of them.
  const isEven = rows.every((row) => columns.every((column) => row[column] !== undefined));
  const isPlain = rows.every((row) => columns.every((column) => !isExpression(row[column])));
  if (!isEven || !isPlain)
    return session
      .insert(table)
      .values([...rows])
      .returning(idsOf(table))
      .prepare()
      .all({});
  const key = `${tableName} ${rows.length} ${columns.join()}`;
  let insert = known.get(key);
  if (!insert) {
    const values = rows.map((_, at) =>
      Object.fromEntries(columns.map((column) => [column, sql.placeholder(`${at}.${column}`)])),
    );
    const statement = session.insert(table).values(values).returning(idsOf(table)).prepare();
    known.set(key, (insert = { columns, statement }));
  }
  const filled: Row = {};
  for (const [at, row] of rows.entries()) {
    for (const column of columns) filled[`${at}.${column}`] = row[column];
  }
  return insert.statement.all(filled);
}

/** What callers of the adapter's own insert go on to use. */
function idsOf(table: Row): Row {
  const ids = ['id', '_uuid'].filter((column) => column in table);
  return Object.fromEntries(ids.map((column) => [column, table[column]]));
}

/** SQL handed in as a value (an increment, a function) can't be bound. */
const isExpression = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'getSQL' in value;
