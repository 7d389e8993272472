import type Database from 'libsql';
import type { Head } from './row';
import { rows } from './schema';

/** The titles of documents, in no order. */
export const titlesOf = (db: Database.Database, ids: readonly number[]): string[] =>
  rows<{ head: string }>(db, `SELECT head FROM doc WHERE id IN (${ids.join(',')})`).map(
    ({ head }) => (JSON.parse(head) as Head).title,
  );
