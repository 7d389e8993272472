import { and, or, sql, type SQL, type SQLWrapper } from '@payloadcms/db-sqlite/drizzle';
import type { CollectionSlug, Payload } from 'payload';

type Cell = string | number | boolean | Date | null;
type Row<Path extends string> = Record<Path, Cell>;

/**
 * Which records: those whose column holds one of the texts, or lies in a span of instants (ISO texts, the
 * second one excluded), or, with `orNothing`, holds nothing.
 */
export type Bound<Path extends string> = {
  path: Path;
  in?: readonly string[];
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
  const db: object = payload.db;
  if (isSql(db)) {
    const table = db.tables[db.tableNameMap.get(collection.replaceAll('-', '_')) ?? ''];
    if (!table) throw new Error(`no table of ${collection}`);
    const columns = paths.map((path) => columnOf(table, collection, path));
    // One text for all rows: handing over row by row takes most of the time of a plain select.
    const [found] = await db.drizzle
      .select({ rows: sql`json_group_array(json_array(${sql.join(columns, sql`, `)}))` })
      .from(table)
      .where(
        and(...bounds.map((bound) => withinSql(columnOf(table, collection, bound.path), bound))),
      );
    const rows = JSON.parse(found?.rows ?? '[]') as Cell[][];
    return rows.map((cells) => rowOf(paths, (_path, i) => cells[i] ?? null));
  }
  const { collections } = db as Documents;
  const docs = await collections[collection]!.find(
    { $and: [{}, ...bounds.map(withinDocument)] },
    Object.fromEntries(paths.map((path) => [nameOf(path), 1])),
  ).lean();
  return docs.map((doc) => rowOf(paths, (path) => cellOf(doc, path)));
}

/**
 * As `plainColumns`, of records that name others in a list: one row for each record and each one that it names,
 * under `listed` the id of that one. Records that name none are left out.
 *
 * @param list a relationship to one collection with `hasMany`; `among`: only those it names of these
 */
export async function plainListed<Path extends string>(
  payload: Payload,
  collection: CollectionSlug,
  list: { path: string; relationTo: CollectionSlug; among?: readonly (string | number)[] },
  paths: readonly Path[],
  bounds: readonly Bound<string>[] = [],
): Promise<Row<Path | 'listed'>[]> {
  const db: object = payload.db;
  const all = [...paths, 'listed'] as const;
  if (isSql(db)) {
    const name = db.tableNameMap.get(collection.replaceAll('-', '_')) ?? '';
    const [table, rels] = [db.tables[name], db.tables[`${name}_rels`]];
    if (!table || !rels) throw new Error(`no lists of ${collection}`);
    const listed = columnOf(rels, `${collection}_rels`, `${list.relationTo}ID`);
    const columns = [...paths.map((path) => columnOf(table, collection, path)), listed];
    const [found] = await db.drizzle
      .select({ rows: sql`json_group_array(json_array(${sql.join(columns, sql`, `)}))` })
      .from(rels)
      .innerJoin(
        table,
        and(
          sql`${columnOf(rels, `${collection}_rels`, 'parent')} = ${columnOf(table, collection, 'id')}`,
          sql`${columnOf(rels, `${collection}_rels`, 'path')} = ${list.path}`,
        )!,
      )
      .where(
        and(
          list.among && sql`${listed} IN (${sql.join([...list.among], sql`, `)})`,
          ...bounds.map((bound) => withinSql(columnOf(table, collection, bound.path), bound)),
        ),
      );
    const rows = JSON.parse(found?.rows ?? '[]') as Cell[][];
    return rows.map((cells) => rowOf(all, (_path, i) => cells[i] ?? null));
  }
  const { collections } = db as Documents;
  const docs = await collections[collection]!.find(
    { $and: [{ [`${list.path}.0`]: { $exists: true } }, ...bounds.map(withinDocument)] },
    Object.fromEntries([...paths, list.path].map((path) => [nameOf(path), 1])),
  ).lean();
  return docs.flatMap((doc) =>
    (cellOf(doc, list.path) as unknown as Cell[])
      .filter((listed) => !list.among || list.among.map(String).includes(String(listed)))
      .map((listed) => rowOf(all, (path) => (path === 'listed' ? listed : cellOf(doc, path)))),
  );
}

const rowOf = <Path extends string>(
  paths: readonly Path[],
  cell: (path: Path, i: number) => Cell,
): Row<Path> => Object.fromEntries(paths.map((path, i) => [path, cell(path, i)])) as Row<Path>;

type Table = Record<string, SQLWrapper | undefined>;
type Where = { where: (condition?: SQL) => Promise<{ rows: string }[]> };
type Sql = {
  tables: Record<string, Table>;
  tableNameMap: Map<string, string>;
  drizzle: {
    select: (columns: object) => {
      from: (table: Table) => Where & { innerJoin: (table: Table, on: SQL) => Where };
    };
  };
};

const isSql = (db: object): db is Sql => 'drizzle' in db && 'tables' in db;

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
    [path]: {
      ...(texts && { $in: texts }),
      ...(from && { $gte: new Date(from) }),
      ...(before && { $lt: new Date(before) }),
    },
  };
  return orNothing ? { $or: [{ [path]: null }, held] } : held;
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
