import { and, or, sql, type SQL, type SQLWrapper } from '@payloadcms/db-sqlite/drizzle';
import type { CollectionSlug, Payload } from 'payload';
import { dayOf, type Day } from '@/domain/workdays/days';

export type Cell = string | number | boolean | Date | null;
type Row<Path extends string> = Record<Path, Cell>;

/**
 * Which records: those whose column holds one of the texts or ids, or lies in a span of instants (ISO texts, the
 * second one excluded), or, with `orNothing`, holds nothing; with that alone, those that hold nothing.
 */
export type Bound<Path extends string> = {
  path: Path;
  in?: readonly (string | number)[];
  from?: string;
  before?: string;
  orNothing?: true;
};

/**
 * A few columns of all records of a collection as the database keeps them, for figures over thousands of
 * records: Payload's own reading builds each record whole and costs ten times as much.
 * Neither hooks nor access control run, so the caller names only columns that may be counted.
 *
 * @param paths fields, with a dot into groups (`reply.kind`); neither localized nor lists
 * @param bounds all of which hold; left out, every record
 * @returns one row a record; null where nothing is kept; days as ISO texts or dates
 */
export async function plainColumns<Path extends string>(
  payload: Payload,
  collection: CollectionSlug,
  paths: readonly Path[],
  bounds: readonly Bound<string>[] = [],
): Promise<Row<Path>[]> {
  const { db } = payload;
  if (isSql(db)) {
    const rows = await cellsOf(db, collection, paths, bounds);
    return rows.map((cells) => rowOf(paths, (_path, i) => cells[i] ?? null));
  }
  const docs = await (db as object as Documents).collections[collection]!.find(
    { $and: [{}, ...bounds.map(withinDocument)] },
    Object.fromEntries(paths.map((path) => [nameOf(path), 1])),
  ).lean();
  return docs.map((doc) => rowOf(paths, (path) => cellOf(doc, path)));
}

/**
 * The same of all records, for columns that have an index each, of a collection whose records are long: SQLite then
 * reads the indexes alone, while a row is walked through with its whole text.
 *
 * @returns by the id as a text
 */
export async function indexedColumns<Path extends string>(
  payload: Payload,
  collection: CollectionSlug,
  paths: readonly Path[],
): Promise<Map<string, Row<Path>>> {
  const { db } = payload;
  if (!isSql(db)) {
    const rows = await plainColumns(payload, collection, ['id', ...paths]);
    return new Map(rows.map((row) => [String(row.id), row]));
  }
  const found = new Map<Cell, Row<Path>>();
  for (const path of paths) {
    for (const [id, cell] of await cellsOf(db, collection, ['id', path])) {
      let row = found.get(id!);
      if (!row) found.set(id!, (row = rowOf(paths, () => null)));
      row[path] = cell!;
    }
  }
  return new Map(Array.from(found, ([id, row]) => [String(id), row]));
}

async function cellsOf(
  db: Sql,
  collection: CollectionSlug,
  paths: readonly string[],
  bounds: readonly Bound<string>[] = [],
): Promise<Cell[][]> {
  const table = tableOf(db, collection);
  const columns = paths.map((path) => columnOf(table, collection, path));
  // One text for all rows: handing over row by row takes most of the time of a plain select.
  const [found] = await db.drizzle
    .select({ rows: sql`json_group_array(json_array(${sql.join(columns, sql`, `)}))` })
    .from(table)
    .where(
      and(...bounds.map((bound) => withinSql(columnOf(table, collection, bound.path), bound))),
    );
  return JSON.parse(found?.rows ?? '[]') as Cell[][];
}

/** A record, and one that a list of it names. */
export type Link = { from: string; to: string };

/**
 * Which records the lists of all records of a collection name, for figures, as {@link plainColumns}: Payload's own
 * reading builds each record with all its lists. Drafts among them: whoever calls knows which records count.
 *
 * @param path a relationship of many to one collection, not localized
 * @returns ids as texts, in no order
 */
export async function plainLinks(
  payload: Payload,
  collection: CollectionSlug,
  path: string,
): Promise<Link[]> {
  const db: object = payload.db;
  if (isSql(db)) {
    const field = payload.collections[collection].config.flattenedFields.find(
      ({ name }) => name === path,
    );
    if (!field || !('relationTo' in field))
      throw new Error(`${collection} names nothing in ${path}`);
    const table = tableOf(db, collection, '_rels');
    const [from, to] = [
      table.parent!,
      columnOf(table, collection, `${String(field.relationTo)}ID`),
    ];
    const [found] = await db.drizzle
      .select({ rows: sql`json_group_array(json_array(${from}, ${to}))` })
      .from(table)
      .where(and(sql`${table.path!} = ${path}`, sql`${to} IS NOT NULL`));
    const rows = JSON.parse(found?.rows ?? '[]') as Cell[][];
    return rows.map(([one, other]) => ({ from: String(one), to: String(other) }));
  }
  const { collections } = db as Documents;
  const docs = await collections[collection]!.find({ [path]: { $ne: null } }, { [path]: 1 }).lean();
  return docs.flatMap((doc) => {
    const named = (doc as Record<string, unknown>)[path];
    const from = String(cellOf(doc, 'id'));
    return Array.isArray(named) ? named.map((to) => ({ from, to: String(to) })) : [];
  });
}

function rowOf<Path extends string>(
  paths: readonly Path[],
  cell: (path: Path, i: number) => Cell,
): Row<Path> {
  const row = {} as Row<Path>;
  for (const [i, path] of paths.entries()) row[path] = cell(path, i);
  return row;
}

/** The days in cells of one reading: tens of thousands of them hold a few hundred days. */
export function dayReader(): (value: Cell) => Day | null {
  const known = new Map<Cell, Day>();
  return (value) => {
    if (!value) return null;
    let day = known.get(value);
    if (day === undefined) known.set(value, (day = dayOf(value as string | Date)));
    return day;
  };
}

type Table = Record<string, SQLWrapper | undefined>;
type Sql = {
  tables: Record<string, Table>;
  tableNameMap: Map<string, string>;
  drizzle: {
    select: (columns: object) => {
      from: (table: Table) => { where: (condition?: SQL) => Promise<{ rows: string }[]> };
    };
  };
};

const isSql = (db: object): db is Sql => 'drizzle' in db && 'tables' in db;

function tableOf(db: Sql, collection: string, suffix = ''): Table {
  const name = db.tableNameMap.get(collection.replaceAll('-', '_'));
  const table = db.tables[`${name}${suffix}`];
  if (!table) throw new Error(`no table of ${collection}${suffix}`);
  return table;
}

/** What Mongoose offers of a collection, as far as it is used here. */
type Documents = {
  collections: Record<
    string,
    { find: (where: object, columns: object) => { lean: () => Promise<object[]> } }
  >;
};

/** Payload names a column of a group after both. */
function columnOf(table: Table, collection: string, path: string): SQLWrapper {
  const column = table[path.replaceAll('.', '_')];
  if (!column) throw new Error(`${collection} has no column ${path}`);
  return column;
}

function withinSql(column: SQLWrapper, { in: texts, from, before, orNothing }: Bound<string>) {
  const held = and(
    ...(texts ? [sql`${column} IN (${sql.join([...texts], sql`, `)})`] : []),
    ...(from ? [sql`${column} >= ${from}`] : []),
    ...(before ? [sql`${column} < ${before}`] : []),
  );
  return orNothing ? or(sql`${column} IS NULL`, held) : held;
}

function withinDocument({ path, in: texts, from, before, orNothing }: Bound<string>): object {
  const held = {
    ...(texts && { $in: texts }),
    ...(from && { $gte: new Date(from) }),
    ...(before && { $lt: new Date(before) }),
  };
  if (Object.keys(held).length === 0) return orNothing ? { [path]: null } : {};
  return orNothing ? { $or: [{ [path]: null }, { [path]: held }] } : { [path]: held };
}

/** MongoDB has its own name for the id. */
const nameOf = (path: string): string => (path === 'id' ? '_id' : path);

function cellOf(doc: object, path: string): Cell {
  let value: unknown = doc;
  for (const key of nameOf(path).split('.')) {
    value = (value as Record<string, unknown> | null | undefined)?.[key];
  }
  return (value ?? null) as Cell;
}
