import type Database from 'libsql';

/** Raised with every change of tables, of the way text is cut or of what is searched: older files are then built again. */
export const FORMAT = 8;

/**
 * A record has one row for its head and one for each passage, numbered without a gap: a document's id is the number
 * of its head row, its passages follow. Text tables have no content of their own (the words are kept once, in
 * the index alone); what is shown is read from `doc` and `passage`. What filters, sorts and counts stands apart in
 * `meta`, so narrow that all of it is held in memory (columns.ts).
 *
 * `chars` holds characters that stand only inside longer words; `spelled` is the title character by
 * character, in which any stretch of it is a phrase; `sound`, `initials` and `pairs` find a title that was typed
 * in pinyin or with a wrong character.
 *
 * `combo` holds each distinct combination of facet values once, `work` each text of which versions may exist.
 *
 * `called` holds each wording of a question that has an answer here (askedKey): whoever types one gets that answer.
 *
 * `touched` names the documents that were written lately: by it another process brings its columns up to date.
 *
 * `change` is the journal from which a rebuild takes what was written while it ran: whole records, or
 * null for a removed one. It is kept only while `info` says that a rebuild runs.
 */
const TABLES = `
CREATE TABLE info (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE ids (record TEXT PRIMARY KEY, id INTEGER NOT NULL, digest TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE combo (id INTEGER PRIMARY KEY, value TEXT NOT NULL UNIQUE);
CREATE TABLE work (id INTEGER PRIMARY KEY, value TEXT NOT NULL UNIQUE);
CREATE TABLE meta (
  id INTEGER PRIMARY KEY, passages INTEGER NOT NULL, combo INTEGER NOT NULL, published INTEGER NOT NULL,
  work INTEGER NOT NULL
);
CREATE TABLE doc (id INTEGER PRIMARY KEY, title_key TEXT NOT NULL, head TEXT NOT NULL);
CREATE INDEX doc_title_key ON doc (title_key);
CREATE TABLE called (doc INTEGER NOT NULL, key TEXT NOT NULL, PRIMARY KEY (doc, key)) WITHOUT ROWID;
CREATE INDEX called_key ON called (key);
CREATE TABLE passage (id INTEGER PRIMARY KEY, text TEXT NOT NULL, label TEXT, anchor TEXT, file TEXT);
CREATE TABLE touched (seq INTEGER PRIMARY KEY AUTOINCREMENT, doc INTEGER NOT NULL);
CREATE TABLE change (seq INTEGER PRIMARY KEY AUTOINCREMENT, record TEXT NOT NULL, content TEXT);
CREATE VIRTUAL TABLE words USING fts5(
  text, number, agency, extra, parts, chars,
  content='', contentless_delete=1, tokenize='ascii'
);
CREATE VIRTUAL TABLE heads USING fts5(
  title, parts, chars, spelled, number, agency, sound, initials, pairs,
  content='', contentless_delete=1, tokenize='ascii'
);
`;

/** Every table, in no order: a file without one of them is damaged. */
export const TABLE_NAMES = [
  'ids',
  'combo',
  'work',
  'meta',
  'doc',
  'called',
  'passage',
  'touched',
  'change',
  'words',
  'heads',
] as const;

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
