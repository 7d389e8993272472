import type Database from 'libsql';

// 80 MB of row numbers.
const MAX_KEPT = 20_000_000;
// What an entry costs besides its numbers.
const ENTRY = 64;

export type TextTable = 'words' | 'heads';

const EMPTY = new Int32Array(0);

/**
 * Lists of the rows that an expression finds, ascending. They leave the database as one text, which is ten times
 * faster than row by row; those asked for lately are kept.
 */
export class Lists {
  readonly #statements: Record<TextTable, Database.Statement>;
  readonly #kept = new Map<string, Int32Array>();
  #size = 0;

  constructor(db: Database.Database) {
    const sql = (table: TextTable): string =>
      `SELECT count(*) AS count, group_concat(rowid) AS list FROM ${table} WHERE ${table} MATCH ?`;
    this.#statements = { words: db.prepare(sql('words')), heads: db.prepare(sql('heads')) };
  }

  /** @param expression quoted letters and digits alone (see plan.ts) */
  get(table: TextTable, expression: string): Int32Array {
    if (expression === '') return EMPTY;
    const key = `${table} ${expression}`;
    const kept = this.#kept.get(key);
    const list = kept ?? this.#read(table, expression);
    this.#kept.delete(key);
    this.#kept.set(key, list);
    if (!kept) this.#make(list.length + ENTRY);
    return list;
  }

  /** To be called when the index has changed. */
  forget(): void {
    this.#kept.clear();
    this.#size = 0;
  }

  #read(table: TextTable, expression: string): Int32Array {
    type Found = { count: number; list: string | null };
    const [found] = this.#statements[table].all(expression) as Found[];
    return found?.list ? parseNumbers(found.list, found.count) : EMPTY;
  }

  #make(room: number): void {
    this.#size += room;
    for (const [key, list] of this.#kept) {
      if (this.#size <= MAX_KEPT || this.#kept.size === 1) break;
      this.#kept.delete(key);
      this.#size -= list.length + ENTRY;
    }
  }
}

/** Reads `count` numbers, none below zero, parted by commas. */
export function parseNumbers(text: string, count: number): Int32Array {
  const numbers = new Int32Array(count);
  let number = 0;
  let at = 0;
  for (let i = 0; i < text.length; i += 1) {
    const digit = text.charCodeAt(i) - 48;
    if (digit >= 0) number = number * 10 + digit;
    else {
      numbers[at] = number;
      at += 1;
      number = 0;
    }
  }
  if (count > 0) numbers[at] = number;
  return numbers;
}
