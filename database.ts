import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { mongooseAdapter } from '@payloadcms/db-mongodb';
import { sqliteAdapter } from '@payloadcms/db-sqlite';
import type { Config } from 'payload';
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
  return sqliteAdapter({
    client: { url: uri },
    push: false,
    prodMigrations: migrations,
    migrationDir: path.resolve('migrations'),
    // A command and the web process may write at the same time: the second waits.
    busyTimeout: 5000,
    wal: { synchronous: 'NORMAL' },
  });
}

function mongodb(uri: string): Config['db'] {
  // FerretDB speaks MongoDB's protocol without $lookup and transactions; a real server keeps both.
  const isFerret = process.env.MONGODB_COMPATIBILITY === 'ferretdb';
  return mongooseAdapter({
    url: uri,
    ...(isFerret && { useJoinAggregations: false, transactionOptions: false }),
  });
}
