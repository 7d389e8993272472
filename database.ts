import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { mongooseAdapter } from '@payloadcms/db-mongodb';
import { sqliteAdapter, type SQLiteAdapter } from '@payloadcms/db-sqlite';
import type { Config, Payload } from 'payload';
import { migrations } from './migrations';

/**
 * The address chooses the database: `file:` is SQLite in the same process, `mongodb:` a server.
 * Nothing else in the code asks which it is.
 */
export function databaseAt(uri: string): Config['db'] {
  if (uri.startsWith('mongodb:') || uri.startsWith('mongodb+srv:')) return mongodb(uri);
  if (uri.startsWith('file:')) return sqlite(uri);
  throw new Error(
    `DATABASE_URI 应以 file: 或 mongodb: 开头，现在是“${uri.split(':')[0]}:”。 ` +
      'DATABASE_URI must start with file: or mongodb:.',
  );
}

function sqlite(uri: string): Config['db'] {
  mkdirSync(path.dirname(path.resolve(uri.slice('file:'.length))), { recursive: true });
  const adapter = sqliteAdapter({
    client: { url: uri },
    push: false,
    prodMigrations: migrations,
    migrationDir: path.resolve('migrations'),
    // A command and the web process may write at the same time: the second waits.
    busyTimeout: 5000,
    wal: { synchronous: 'NORMAL' },
  });
  return overwritingDeleted(adapter);
}

/**
 * SQLite leaves what was deleted or changed in the file until its place is used again: whoever gets a copy
 * reads titles that were erased, and opens with an earlier key what was sealed anew since. With this setting
 * of a connection it writes zeros over it. Before migrations too, which copy whole tables.
 */
function overwritingDeleted(adapter: ReturnType<typeof sqliteAdapter>): typeof adapter {
  return {
    ...adapter,
    init: (args) => {
      const database = adapter.init(args);
      const { connect, migrate } = database;
      const set = () => database.client.execute('PRAGMA secure_delete = ON');
      return Object.assign(database, {
        connect: async (options) => {
          await connect?.call(database, options);
          await set();
        },
        migrate: async (options) => {
          await set();
          await migrate.call(database, options);
        },
      } as Pick<typeof database, 'connect' | 'migrate'>);
    },
  };
}

/**
 * Empties SQLite's log of changes, which holds pages as they were before, also those with what was erased since.
 * Where somebody reads at this very moment it stays for the next time.
 */
export async function forgetDeleted({ db }: Pick<Payload, 'db'>): Promise<void> {
  if (db.name !== 'sqlite') return;
  await (db as unknown as SQLiteAdapter).client.execute('PRAGMA wal_checkpoint(TRUNCATE)');
}

function mongodb(uri: string): Config['db'] {
  // FerretDB speaks MongoDB's protocol without $lookup and transactions; a real server keeps both.
  const isFerret = process.env.MONGODB_COMPATIBILITY === 'ferretdb';
  const adapter = mongooseAdapter({
    url: uri,
    // Not the folder of SQLite's migrations, which say nothing to MongoDB.
    migrationDir: path.resolve('migrations', 'mongodb'),
    ...(isFerret && { useJoinAggregations: false, transactionOptions: false }),
  });
  return isFerret ? forFerretdb(adapter) : adapter;
}

/**
 * FerretDB 1.24 differs from MongoDB in `findAndModify` twice. With a projection it answers "support
 * for field "fields" is not implemented yet", and Payload sends one whenever a change names what it
 * wants back (counting a failed sign-in, for one): asked without, it gives the whole record, which
 * serves as well. And it reads and writes in two steps, so that two changes at once can lose one:
 * here they take turns, which holds for the one process of a test, and for no more.
 */
function forFerretdb(adapter: ReturnType<typeof mongooseAdapter>): typeof adapter {
  return {
    ...adapter,
    init: (args) => {
      const database = adapter.init(args);
      const { deleteOne, updateOne, updateVersion } = database;
      let turn: Promise<unknown> = Promise.resolve();
      const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
        const mine = turn.then(work, work);
        turn = mine;
        return mine;
      };
      return Object.assign(database, {
        deleteOne: (change) => deleteOne.call(database, { ...change, select: undefined }),
        updateOne: (change) =>
          inTurn(() => updateOne.call(database, { ...change, select: undefined })),
        updateVersion: (change) => updateVersion.call(database, { ...change, select: undefined }),
      } as Pick<typeof database, 'deleteOne' | 'updateOne' | 'updateVersion'>);
    },
  };
}
