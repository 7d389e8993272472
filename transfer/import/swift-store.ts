import { is, Param, Placeholder, SQL, sql } from '@payloadcms/db-sqlite/drizzle';
import type { Payload } from 'payload';
import { SwiftConnection, type Adapter } from './swift-connection';

/**
 * Payload's SQLite adapter builds each INSERT anew, asks for all of the row back (the whole text) and
 * reads the new record once more from its tables. For thousands of documents that is most of the
 * time. This replaces, on one adapter and until it is given back, how rows are stored in a
 * transaction and nothing else: what is stored was validated and passed every hook before, and the
 * rows are the same (tests/int/import-parity.int.test.ts compares them).
 *
 * On MongoDB it does nothing.
 *
 * @returns puts the adapter's own functions back
 */
export function putSwiftStore(payload: Payload): () => void {
  const db: unknown = payload.db;
  if (!isSqlite(db)) return () => undefined;
  const own = { insert: db.insert, create: db.create, beginTransaction: db.beginTransaction };
  const { connection, inserts } = swiftOf(db);
  /** Records being created, by the table of their own rows; one at a time in each. */
  const creating = new Map<string, { id?: unknown }>();
  let turn: Promise<unknown> = Promise.resolve();
  db.beginTransaction = async function swiftBegin(options) {
    return connection.begin(this) ?? (await own.beginTransaction.call(this, options));
  };
  db.insert = async function swiftInsert(args) {
    const { db: session, onConflictDoUpdate, tableName, values } = args;
    const rows = Array.isArray(values) ? values : [values];
    const table = this.tables[tableName];
    const isSwift = session === connection.drizzle && !onConflictDoUpdate && table !== undefined;
    const inserted =
      isSwift && rows.every(isPlain)
        ? insertRows(connection, inserts, { name: tableName, table }, rows)
        : await own.insert.call(this, args);
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
type Table = Record<string, object>;
type Session = {
  insert: (table: Table) => {
    values: (rows: Row[]) => { toSQL: () => { sql: string; params: unknown[] } };
  };
};
type InsertArgs = {
  db: unknown;
  onConflictDoUpdate?: unknown;
  tableName: string;
  values: Row | Row[];
};
type CreateArgs = { collection: string; data: Row; select?: unknown; returning?: boolean };
type Sqlite = Adapter & {
  name: string;
  tables: Record<string, Table>;
  insert: (this: Sqlite, args: InsertArgs) => Promise<Row[]>;
  create: (this: Sqlite, args: CreateArgs) => Promise<Row>;
  beginTransaction: (this: Sqlite, options?: unknown) => Promise<string | number | null>;
};

const isSqlite = (db: unknown): db is Sqlite =>
  typeof db === 'object' && db !== null && 'name' in db && db.name === 'sqlite' && 'tables' in db;

/** An INSERT as drizzle writes it, once for each shape of rows: which columns they fill, how many they are. */
type Insert = { sql: string; parameters: ((rows: readonly Row[]) => unknown)[] };
type Swift = { connection: SwiftConnection; inserts: Map<string, Insert> };

/** One connection for each adapter, so that what it has prepared serves all batches of a run. */
const opened = new WeakMap<Sqlite, Swift>();

function swiftOf(db: Sqlite): Swift {
  const known = opened.get(db);
  if (known) return known;
  const swift = { connection: new SwiftConnection(db), inserts: new Map<string, Insert>() };
  opened.set(db, swift);
  return swift;
}

/** @returns what callers of the adapter's own insert go on to use: the ids of the rows */
function insertRows(
  connection: SwiftConnection,
  inserts: Map<string, Insert>,
  { name, table }: { name: string; table: Table },
  rows: readonly Row[],
): Row[] {
  const columns = Object.keys(table).filter((column) => rows.some((row) => isGiven(row[column])));
  // A column that one row leaves out and another fills needs its default in one of them.
  const isEven = rows.every((row) => columns.every((column) => isGiven(row[column])));
  if (rows.length > 1 && (!isEven || rows.length > MOST_TOGETHER))
    return rows.flatMap((row) => insertRows(connection, inserts, { name, table }, [row]));
  const key = `${name} ${rows.length} ${columns.join()}`;
  let insert = inserts.get(key);
  if (!insert) inserts.set(key, (insert = insertOf(connection, table, columns, rows.length)));
  const last = connection.insert(
    insert.sql,
    insert.parameters.map((parameter) => parameter(rows)),
  );
  // Nobody else writes in the meantime, so the ids of one statement follow each other.
  const firstId = last - rows.length + 1;
  return rows.map((row, at) => ({
    ...('id' in table && { id: row.id ?? firstId + at }),
    ...('_uuid' in table && { _uuid: row._uuid }),
  }));
}

/** Longer statements are no quicker, and each length is one of its own. */
const MOST_TOGETHER = 50;

/** SQL handed in as a value (an increment, a function) can't be bound. */
const isPlain = (row: Row): boolean => Object.values(row).every((value) => !is(value, SQL));

const isGiven = (value: unknown): boolean => value !== undefined;

function insertOf(
  { drizzle }: SwiftConnection,
  table: Table,
  columns: readonly string[],
  count: number,
): Insert {
  const rows = Array.from({ length: count }, (_, at) =>
    Object.fromEntries(columns.map((column) => [column, sql.placeholder(`${at} ${column}`)])),
  );
  const { sql: text, params } = (drizzle as unknown as Session).insert(table).values(rows).toSQL();
  return { sql: text, parameters: params.map(parameterOf) };
}

/** What a place of the statement takes from the rows; defaults that drizzle filled in stay. */
function parameterOf(param: unknown): (rows: readonly Row[]) => unknown {
  if (!is(param, Param) || !is(param.value, Placeholder)) return () => param;
  const { encoder } = param;
  const [at = '', column = ''] = param.value.name.split(' ');
  return (rows) => {
    const value = rows[Number(at)]?.[column];
    return value === null ? null : encoder.mapToDriverValue(value);
  };
}
