import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url));

export default defineConfig({
  resolve: { alias: { '@': root.replace(/\/$/, '') } },
  test: {
    // Pure rules leave nothing behind for the next file; a process for each would take twice as long.
    isolate: false,
    maxWorkers: 2,
    // A property over all of Unicode takes seconds to begin with, on a busy machine more.
    testTimeout: 30_000,
    include: ['**/*.test.{ts,tsx}'],
    exclude: [
      'node_modules/**',
      '.next/**',
      'e2e/**',
      'tests/int/**',
      '**/*.int.test.ts',
      'data/**',
      '.cache/**',
    ],
  },
});
