import type Database from 'libsql';
import { digestOf } from '../digest';
import type { SearchRecord } from '../engine';
import { headSound } from '../sound';
import { pairsOf } from '../spelling';
import type { Words } from '../words';
import { rowOf } from './row';
import { rows } from './schema';

const TABLES = ['ids', 'meta', 'doc', 'called', 'passage', 'words', 'heads', 'touched'] as const;

type Table = (typeof TABLES)[number];

const COLUMNS: Record<Table, readonly string[]> = {
  ids: ['record', 'id', 'digest'],
  meta: ['id', 'passages', 'combo', 'published', 'work'],
  doc: ['id', 'title_key', 'head'],
  called: ['doc', 'key'],
  passage: ['id', 'text', 'label', 'anchor', 'file'],
  words: ['rowid', 'text', 'number', 'agency', 'extra', 'parts', 'chars'],
  heads: [
    'rowid',
    'title',
    'parts',
    'chars',
    'spelled',
    'number',
    'agency',
    'sound',
    'initials',
    'pairs',
  ],
  touched: ['doc'],
};

// Who looks away for longer reads all columns again.
const KEPT_TOUCHED = 20_000;
const TRIM_EVERY = 1_000;

/** Prepared statements that add and remove records of one open file. */
export class Writer {
  readonly #db: Database.Database;
  readonly #words: Words;
  readonly #known = { combo: new Map<string, number>(), work: new Map<string, number>() };
  readonly #insert: Record<Table, Database.Statement>;
  readonly #delete: Record<Exclude<Table, 'touched'>, Database.Statement>;
  readonly #next: Database.Statement;
  readonly #find: Database.Statement;

  constructor(db: Database.Database, words: Words) {
    this.#db = db;
    this.#words = words;
    const insert = TABLES.map((table) => {
      const columns = COLUMNS[table];
      const marks = columns.map(() => '?').join(', ');
      return [table, db.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${marks})`)];
    });
    this.#insert = Object.fromEntries(insert) as Record<Table, Database.Statement>;
    const remove = (table: Table): Database.Statement =>
      db.prepare(`DELETE FROM ${table} WHERE ${COLUMNS[table][0]} = ?`);
    this.#delete = {
      ids: remove('ids'),
      meta: remove('meta'),
      doc: remove('doc'),
      called: remove('called'),
      passage: remove('passage'),
      words: remove('words'),
      heads: remove('heads'),
    };
    this.#next = db.prepare('SELECT id + passages + 1 AS next FROM meta ORDER BY id DESC LIMIT 1');
    this.#find = db.prepare(
      'SELECT m.id AS id, m.passages AS passages FROM ids i JOIN meta m ON m.id = i.id WHERE i.record = ?',
    );
  }

  /** Inside a transaction of the caller. */
  put(record: SearchRecord): void {
    this.remove(record.id);
    const row = rowOf(record, this.#words);
    const [last] = this.#next.all() as { next: number }[];
    const id = last?.next ?? 1;
    const { length } = row.passages;
    const work = row.work === null ? 0 : this.#idOf('work', row.work);
    const combo = this.#idOf('combo', JSON.stringify(row.combo));
    this.#insert.meta.run(id, length, combo, row.published, work);
    this.#insert.ids.run(record.id, id, digestOf(record));
    this.#insert.doc.run(id, row.titleKey, JSON.stringify(row.shown));
    for (const key of row.called) this.#insert.called.run(id, key);
    this.#insert.words.run(id, ...row.head);
    const { title } = row;
    const sound = headSound(
      this.#words.cut(record.title).flatMap((word) => this.#words.pieces(word)),
    );
    this.#insert.heads.run(
      id,
      title.words,
      title.parts,
      title.chars,
      title.spelled,
      row.number,
      row.agency,
      sound.sound.join(' '),
      sound.initials.join(' '),
      pairsOf(record.title).join(' '),
    );
    row.passages.forEach(({ columns, passage }, n) => {
      const { text, label = null, anchor = null, file = null } = passage;
      this.#insert.words.run(id + n + 1, ...columns);
      this.#insert.passage.run(id + n + 1, storable(text), label, anchor, file);
    });
    this.#touch(id);
  }

  /** Inside a transaction of the caller. */
  remove(record: string): void {
    const [found] = this.#find.all(record) as { id: number; passages: number }[];
    if (!found) return;
    const { id, passages } = found;
    this.#delete.ids.run(record);
    for (const table of ['meta', 'doc', 'called', 'heads'] as const) this.#delete[table].run(id);
    for (let row = id; row <= id + passages; row += 1) {
      this.#delete.words.run(row);
      if (row > id) this.#delete.passage.run(row);
    }
    this.#touch(id);
  }

  /** What a rolled-back transaction gave out is no longer there. */
  forget(): void {
    this.#known.combo.clear();
    this.#known.work.clear();
  }

  #touch(doc: number): void {
    const seq = Number(this.#insert.touched.run(doc).lastInsertRowid);
    if (seq % TRIM_EVERY === 0) {
      this.#db.prepare('DELETE FROM touched WHERE seq <= ?').run(seq - KEPT_TOUCHED);
    }
  }

  #idOf(table: 'combo' | 'work', value: string): number {
    const known = this.#known[table].get(value);
    if (known !== undefined) return known;
    this.#db.prepare(`INSERT OR IGNORE INTO ${table} (value) VALUES (?)`).run(value);
    const [row] = rows<{ id: number }>(this.#db, `SELECT id FROM ${table} WHERE value = ?`, value);
    const id = (row as { id: number }).id;
    this.#known[table].set(value, id);
    return id;
  }
}

/** The database ends a text at a zero byte and can't hold half a character. */
const storable = (text: string): string =>
  text.replaceAll('\0', ' ').replace(/[\ud800-\udfff]/gu, '\ufffd');
