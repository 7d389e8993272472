import type Database from 'libsql';
import type { SearchRecord } from '../engine';
import type { Words } from '../words';
import { rowOf, textOf, type Combo } from './row';
import { rows } from './schema';

/** Prepared statements that add and remove records of one open file. */
export class Writer {
  readonly #db: Database.Database;
  readonly #words: Words;
  readonly #combos = new Map<string, number>();
  readonly #insert: Record<'ids' | 'meta' | 'doc' | 'words' | 'heads', Database.Statement>;
  readonly #delete: Record<'ids' | 'meta' | 'doc' | 'words' | 'heads', Database.Statement>;

  constructor(db: Database.Database, words: Words) {
    this.#db = db;
    this.#words = words;
    this.#insert = {
      ids: db.prepare('INSERT INTO ids (record, id) VALUES (?, ?)'),
      meta: db.prepare('INSERT INTO meta (combo, published) VALUES (?, ?)'),
      doc: db.prepare('INSERT INTO doc (id, title_key, head, body) VALUES (?, ?, ?, ?)'),
      words: db.prepare(
        'INSERT INTO words (rowid, title, number, agency, body, extra, parts, chars) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      ),
      heads: db.prepare(
        'INSERT INTO heads (rowid, title, parts, chars, spelled) VALUES (?, ?, ?, ?, ?)',
      ),
    };
    this.#delete = {
      ids: db.prepare('DELETE FROM ids WHERE record = ?'),
      meta: db.prepare('DELETE FROM meta WHERE id = ?'),
      doc: db.prepare('DELETE FROM doc WHERE id = ?'),
      words: db.prepare('DELETE FROM words WHERE rowid = ?'),
      heads: db.prepare('DELETE FROM heads WHERE rowid = ?'),
    };
  }

  /** Inside a transaction of the caller. */
  put(record: SearchRecord): void {
    this.remove(record.id);
    const row = rowOf(record, this.#words);
    const { lastInsertRowid } = this.#insert.meta.run(this.#comboId(row.combo), row.published);
    const id = Number(lastInsertRowid);
    this.#insert.ids.run(record.id, id);
    this.#insert.doc.run(id, row.titleKey, JSON.stringify(row.head), storable(textOf(record)));
    this.#insert.words.run(
      id,
      row.titleWords,
      row.number,
      row.agency,
      row.body,
      row.extra,
      row.parts,
      row.chars,
    );
    this.#insert.heads.run(id, row.titleWords, row.titleParts, row.titleChars, row.titleSpelled);
  }

  /** Inside a transaction of the caller. */
  remove(record: string): void {
    const [found] = rows<{ id: number }>(this.#db, 'SELECT id FROM ids WHERE record = ?', record);
    if (!found) return;
    this.#delete.ids.run(record);
    for (const table of ['meta', 'doc', 'words', 'heads'] as const) {
      this.#delete[table].run(found.id);
    }
  }

  /** What a rolled-back transaction gave out is no longer there. */
  forget(): void {
    this.#combos.clear();
  }

  #comboId(combo: Combo): number {
    const value = JSON.stringify(combo);
    const known = this.#combos.get(value);
    if (known !== undefined) return known;
    this.#db.prepare('INSERT OR IGNORE INTO combo (value) VALUES (?)').run(value);
    const [row] = rows<{ id: number }>(this.#db, 'SELECT id FROM combo WHERE value = ?', value);
    const id = (row as { id: number }).id;
    this.#combos.set(value, id);
    return id;
  }
}

/** The database ends a text at a zero byte and can't hold half a character. */
const storable = (text: string): string =>
  text.replaceAll('\0', ' ').replace(/[\ud800-\udfff]/gu, '\ufffd');
