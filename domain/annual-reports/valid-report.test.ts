import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkTables, isConsistent } from './check';
import { validTables } from './valid-report.fixture';

it.each(['2019', '2021'] as const)('finds nothing broken in a valid report of %s', (code) => {
  fc.assert(
    fc.property(validTables(code), (tables) => {
      expect(isConsistent(checkTables(code, tables))).toBe(true);
    }),
  );
});
