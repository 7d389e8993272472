import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Payload, RequestContext } from 'payload';

/** Payload's own type of a migration knows no database, the committed ones know SQLite. */
type Migrations = NonNullable<NonNullable<Parameters<Payload['db']['migrate']>[0]>['migrations']>;

export interface Portal {
  payload: Payload;
  /** A folder of this portal alone, removed on close. */
  folder: string;
  /** Closes the connections and deletes the database and all files. */
  close: () => Promise<void>;
}

/**
 * What local calls outside a web process say: there is no page cache to renew here.
 * Every `payload.create` and `payload.update` of a test passes it.
 */
export const OUTSIDE_WEB = { disableRevalidate: true } satisfies RequestContext;

/**
 * A whole portal on an empty database: the real configuration, the committed migrations, no mocks.
 * `TEST_DATABASE` chooses SQLite (a new file) or MongoDB (a new database at `MONGODB_TEST_URI`).
 * Once a test file: Payload keeps one instance a process.
 */
export async function openPortal(): Promise<Portal> {
  const folder = await mkdtemp(path.join(tmpdir(), 'gongkai-int-'));
  try {
    return await openIn(folder);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

async function openIn(folder: string): Promise<Portal> {
  const isMongodb = process.env.TEST_DATABASE === 'mongodb';
  Object.assign(process.env, {
    PAYLOAD_SECRET: randomBytes(32).toString('hex'),
    SEAL_KEY: randomBytes(32).toString('base64'),
    // A closed port: nothing here may depend on a running portal.
    SITE_URL: 'http://127.0.0.1:9',
    UPLOADS_PATH: path.join(folder, 'uploads'),
    SEARCH_PATH: path.join(folder, 'search.db'),
    DATABASE_URI: isMongodb
      ? freshDatabase(process.env.MONGODB_TEST_URI)
      : `file:${path.join(folder, 'gongkai.db')}`,
  });

  // The configuration reads the environment when it is loaded, so it is loaded only now.
  const [{ getPayload }, { default: config }, { migrations }] = await Promise.all([
    import('payload'),
    import('../../../payload.config'),
    import('../../../migrations'),
  ]);
  const payload = await getPayload({ config });
  if (!isMongodb) await payload.db.migrate({ migrations: migrations as Migrations });

  return {
    payload,
    folder,
    close: async () => {
      try {
        await idle(payload);
        if (isMongodb) await dropDatabase(payload);
        await payload.destroy();
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}

/**
 * No job starts any more, and none is at work. What a test asks through the portal's own queries
 * starts the rounds of the queues; a round cut off in the middle meets a database that is gone.
 */
async function idle({ crons }: Payload): Promise<void> {
  for (const cron of crons) cron.stop();
  while (crons.some((cron) => cron.isBusy())) await setImmediate();
}

/** The server's address with a database name that no other test has. */
function freshDatabase(server: string | undefined): string {
  if (!server) throw new Error('TEST_DATABASE=mongodb needs MONGODB_TEST_URI');
  const url = new URL(server);
  url.pathname = `/gongkai_test_${randomUUID().replaceAll('-', '').slice(0, 16)}`;
  return url.toString();
}

async function dropDatabase(payload: Payload): Promise<void> {
  const { connection } = payload.db as unknown as {
    connection: { dropDatabase: () => Promise<void> };
  };
  await connection.dropDatabase();
}
