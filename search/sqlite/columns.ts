import type Database from 'libsql';
import { parseNumbers } from './lists';
import { rows } from './schema';

const SPARE = 1_024;

type Meta = { id: number; passages: number; combo: number; published: number; work: number };

/**
 * What filters, sorts and counts, in memory: one slot for each document, and for each row of text the slot of
 * its document. A removed document leaves an empty slot (`ids[slot]` is 0) until the columns are read anew.
 */
export class Columns {
  /** Slots in use, empty ones among them. */
  slots = 0;
  /** One more than the highest row. */
  rowEnd = 0;
  /** Documents that are there, and their rows. */
  documents = 0;
  rows = 0;
  /** Id of each slot's document, which is the number of its head row; the passages follow it. */
  ids: Int32Array = new Int32Array(0);
  passages: Int32Array = new Int32Array(0);
  combos: Int32Array = new Int32Array(0);
  /** YYYYMMDD, 0 when unknown. */
  published: Int32Array = new Int32Array(0);
  /** 0 for none. */
  works: Int32Array = new Int32Array(0);
  highestWork = 0;
  /** Slot of each row; -1 for a row that is no more. */
  slotOf: Int32Array = new Int32Array(0);
  readonly #db: Database.Database;
  readonly #seq: Database.Statement;
  #seen = -1;

  constructor(db: Database.Database) {
    this.#db = db;
    this.#seq = db.prepare(
      'SELECT (SELECT max(seq) FROM touched) AS last, (SELECT min(seq) FROM touched) AS first',
    );
  }

  /**
   * Brings the columns up to what the present transaction sees.
   * @returns whether anything has changed since the last call
   */
  refresh(): boolean {
    const [{ last, first }] = this.#seq.all() as [{ last: number | null; first: number | null }];
    const seq = last ?? 0;
    if (seq === this.#seen) return false;
    const isFollowing = this.#seen >= 0 && seq > this.#seen && (first ?? 0) <= this.#seen + 1;
    if (isFollowing) this.#follow();
    else this.#readAll();
    this.#seen = seq;
    return true;
  }

  #readAll(): void {
    const [read] = rows<Record<keyof Meta | 'count', number> & Record<keyof Meta, string | null>>(
      this.#db,
      `SELECT count(*) AS count, group_concat(id) AS id, group_concat(passages) AS passages,
        group_concat(combo) AS combo, group_concat(published) AS published, group_concat(work) AS work
      FROM meta`,
    );
    const count = read?.count ?? 0;
    const column = (name: keyof Meta): Int32Array => parseNumbers(read?.[name] ?? '', count);
    this.slots = this.documents = count;
    this.ids = column('id');
    this.passages = column('passages');
    this.combos = column('combo');
    this.published = column('published');
    this.works = column('work');
    this.highestWork = this.works.reduce((most, work) => Math.max(most, work), 0);
    this.rowEnd = this.rows = 0;
    for (let slot = 0; slot < count; slot += 1) {
      const after = at(this.ids, slot) + at(this.passages, slot) + 1;
      this.rowEnd = Math.max(this.rowEnd, after);
      this.rows += at(this.passages, slot) + 1;
    }
    this.slotOf = new Int32Array(this.rowEnd).fill(-1);
    for (let slot = 0; slot < count; slot += 1) this.#claim(slot, slot);
  }

  /** Reads again what was written since the last call. */
  #follow(): void {
    const sql = 'SELECT DISTINCT doc AS doc FROM touched WHERE seq > ?';
    const docs = rows<{ doc: number }>(this.#db, sql, this.#seen).map(({ doc }) => doc);
    // First all that is gone: a number may have been given to another row since.
    for (const doc of docs) {
      const slot = doc < this.rowEnd ? at(this.slotOf, doc) : -1;
      if (slot >= 0 && this.ids[slot] === doc) this.#clear(slot);
    }
    for (const doc of docs) {
      const [meta] = rows<Meta>(this.#db, 'SELECT * FROM meta WHERE id = ?', doc);
      if (meta) this.#add(meta);
    }
  }

  #clear(slot: number): void {
    this.#claim(slot, -1);
    this.documents -= 1;
    this.rows -= at(this.passages, slot) + 1;
    this.ids[slot] = 0;
  }

  #add({ id, passages, combo, published, work }: Meta): void {
    const slot = this.slots;
    this.slots += 1;
    for (const name of ['ids', 'passages', 'combos', 'published', 'works'] as const) {
      this[name] = grown(this[name], this.slots);
    }
    this.ids[slot] = id;
    this.passages[slot] = passages;
    this.combos[slot] = combo;
    this.published[slot] = published;
    this.works[slot] = work;
    this.highestWork = Math.max(this.highestWork, work);
    this.documents += 1;
    this.rows += passages + 1;
    this.rowEnd = Math.max(this.rowEnd, id + passages + 1);
    this.slotOf = grown(this.slotOf, this.rowEnd, -1);
    this.#claim(slot, slot);
  }

  #claim(slot: number, value: number): void {
    const from = at(this.ids, slot);
    this.slotOf.fill(value, from, from + at(this.passages, slot) + 1);
  }
}

/** An element that is there: the compiler can't know that an index is inside an array. */
export const at = (array: Int32Array | Float32Array, index: number): number =>
  array[index] as number;

function grown(array: Int32Array, length: number, fill = 0): Int32Array {
  if (array.length >= length) return array;
  const larger = new Int32Array(Math.ceil(length * 1.2) + SPARE).fill(fill);
  larger.set(array);
  return larger;
}
