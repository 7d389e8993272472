import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '');

const SQLITE_ALONE = ['**/migrations.int.test.ts', '**/import-broken-off.int.test.ts'];

/** Tests that open a whole portal on a real database: tests/int/harness/portal.ts says which. */
export default defineConfig({
  resolve: { alias: { '@payload-config': `${root}/payload.config.ts`, '@': root } },
  test: {
    include: ['tests/int/**/*.int.test.ts'],
    // These two are about SQLite itself: its migrations, and the batches in which an import writes to it.
    exclude: process.env.TEST_DATABASE === 'mongodb' ? SQLITE_ALONE : [],
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
