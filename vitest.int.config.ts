import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '');

/** About SQLite itself: its migrations, and the batches in which an import writes to it. */
const SQLITE_ALONE = ['**/migrations.int.test.ts', '**/import-broken-off.int.test.ts'];

/**
 * The stand-in for MongoDB takes a second for what SQLite does in twenty milliseconds. On it run the
 * tests whose subject hangs on the database: queries, counters, races, versions, hooks that write
 * elsewhere. A real server (MONGODB_TEST_URI) runs all.
 */
const ON_STAND_IN = [
  'applications',
  'audit',
  'consultations',
  'database',
  'letters',
  'release',
  'review',
  'search',
  'searches',
  'services',
  'statistics',
  'subscriptions',
  'tampering',
].map((name) => `tests/int/${name}.int.test.ts`);

const isMongodb = process.env.TEST_DATABASE === 'mongodb';
const isStandIn = isMongodb && process.env.MONGODB_COMPATIBILITY === 'ferretdb';

/** Tests that open a whole portal on a real database: tests/int/harness/portal.ts says which. */
export default defineConfig({
  resolve: { alias: { '@payload-config': `${root}/payload.config.ts`, '@': root } },
  test: {
    include: isStandIn ? ON_STAND_IN : ['tests/int/**/*.int.test.ts'],
    exclude: isMongodb ? SQLITE_ALONE : [],
    // Each file opens a portal of its own, and Payload keeps one a process.
    pool: 'forks',
    isolate: true,
    maxWorkers: 2,
    // Without it, Lexical picks its build by a top-level await that now and then ends the process.
    execArgv: ['--conditions=production'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
});
