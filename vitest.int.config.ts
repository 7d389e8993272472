import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '');

/** Tests that open a whole portal on a real database: tests/int/harness/portal.ts says which. */
export default defineConfig({
  resolve: { alias: { '@payload-config': `${root}/payload.config.ts`, '@': root } },
  test: {
    include: ['tests/int/**/*.int.test.ts'],
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
