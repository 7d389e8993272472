import { createHash } from 'node:crypto';
import type { SearchRecord } from './engine';

/**
 * A short mark of all that a record holds: two records with the same one are the same. Kept in the index, so that
 * it can be compared with the database without its texts. Fields in whatever order; one that is left out is the same
 * as one without a value.
 *
 * @returns 22 letters and digits of base64url
 */
export const digestOf = (record: SearchRecord): string =>
  createHash('sha256').update(JSON.stringify(record, inOrder)).digest('base64url').slice(0, 22);

function inOrder(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).filter(([, held]) => held !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
