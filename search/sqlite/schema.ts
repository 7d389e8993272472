import type Database from 'libsql';

/** Raised with every change of tables or of the way text is cut: older files are then built again. */
export const FORMAT = 2;

/**
 * Text tables have no content of their own (the words are kept once, in the index alone); what
 * is shown is read from `doc`. What filters, sorts and counts stands apart in `meta`, so narrow
 * that a filter on a common word reads few pages.
 *
 * `chars` holds characters that stand only inside longer words; `spelled` is the title character by
 * character, in which any stretch of it is a phrase.
 *
 * `combo` holds each distinct combination of facet values once. One count by combination gives
 * the counts of all facets, and a filter is a list of combinations.
 *
 * `change` is the journal from which a rebuild takes what was written while it ran: whole records, or
 * null for a removed one. It is kept only while `info` says that a rebuild runs.
 */
const TABLES = `
CREATE TABLE info (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE ids (record TEXT PRIMARY KEY, id INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE combo (id INTEGER PRIMARY KEY, value TEXT NOT NULL UNIQUE);
CREATE TABLE meta (id INTEGER PRIMARY KEY, combo INTEGER NOT NULL, published INTEGER NOT NULL);
CREATE INDEX meta_published ON meta (published DESC, id DESC);
CREATE TABLE doc (id INTEGER PRIMARY KEY, title_key TEXT NOT NULL, head TEXT NOT NULL, body TEXT NOT NULL);
CREATE TABLE change (seq INTEGER PRIMARY KEY AUTOINCREMENT, record TEXT NOT NULL, content TEXT);
CREATE VIRTUAL TABLE words USING fts5(
  title, number, agency, body, extra, parts, chars,
  content='', contentless_delete=1, tokenize='ascii'
);
CREATE VIRTUAL TABLE heads USING fts5(
  title, parts, chars, spelled,
  content='', contentless_delete=1, tokenize='ascii'
);
INSERT INTO words (words, rank) VALUES ('rank', 'bm25(8.0, 8.0, 2.0, 1.0, 0.7, 0.4, 0.02)');
INSERT INTO heads (heads, rank) VALUES ('rank', 'bm25(1.0, 0.5, 0.1, 0.0)');
`;

/** Makes the tables in an empty file. */
export function createTables(db: Database.Database, dictionaryVersion: string): void {
  db.exec(TABLES);
  setInfo(db, 'format', String(FORMAT));
  setInfo(db, 'dictionary', dictionaryVersion);
  setInfo(db, 'complete', 'no');
}

export function setInfo(db: Database.Database, name: string, value: string): void {
  db.prepare('INSERT OR REPLACE INTO info (name, value) VALUES (?, ?)').run(name, value);
}

export function getInfo(db: Database.Database, name: string): string | null {
  const [row] = rows<{ value: string }>(db, 'SELECT value FROM info WHERE name = ?', name);
  return row?.value ?? null;
}

/**
 * All rows of a statement. The driver's `get` leaves a statement open at its first row, and with it a
 * read transaction that keeps the log from being folded into the file; so it is not used.
 */
export const rows = <Row>(
  db: Database.Database,
  sql: string,
  ...values: readonly (string | number)[]
): Row[] => db.prepare(sql).all(...values) as Row[];
