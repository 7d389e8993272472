import type Database from 'libsql';
import type { Lists } from './lists';
import type { Expression, Unit } from './plan';

// Looked for in the first texts alone, as each is read whole.
const MAX_READ_WHOLE = 2_000;
// A unit that is found by its parts only, in the order of results.
const LOOSE = 0.7;
// From this weight on a form is told as an equal of what was typed.
const EQUAL = 0.8;
// Row numbers that are read for the units as typed, some 400 ms when none is kept: what is left of a question is then
// passed over. Counted, not timed, so that every page of an answer is of the same answer.
const MAX_READ = 3_000_000;
// What an expression costs that finds next to nothing.
const LEAST_READ = 1_000;

/** What a form of a unit finds: its rows and, of these, the heads whose titles have it. */
export type Found = { rows: Int32Array; heads: Int32Array; weight: number };

/** Reads which rows have the units of a question. */
export class UnitReader {
  readonly #db: Database.Database;
  readonly #lists: Lists;
  readonly #mostRead: number;

  constructor(db: Database.Database, lists: Lists, mostRead = MAX_READ) {
    this.#db = db;
    this.#lists = lists;
    this.#mostRead = mostRead;
  }

  /** What each unit finds as it was typed and by what serves in its place; null from where the question is too long. */
  exact(units: readonly Unit[]): (Found[] | null)[] {
    let read = 0;
    return units.map((unit) => {
      if (read >= this.#mostRead) return null;
      return unit.forms.map(({ expression, weight }) => {
        if (read >= this.#mostRead) return NOTHING;
        const found = this.#find(unit, expression, weight);
        read += found.rows.length + found.heads.length + LEAST_READ;
        return found;
      });
    });
  }

  loose(units: readonly Unit[], exact: readonly (Found[] | null)[]): Found[][] {
    return units.map((unit, n) => {
      const found = exact[n];
      if (!found || !unit.loose) return found ?? [];
      const loose = this.#find(unit, unit.loose, LOOSE);
      return [...found, unit.verify ? this.#verified(loose, unit.verify) : loose];
    });
  }

  #find(unit: Unit, expression: Expression, weight: number): Found {
    const heads = this.#lists.get('heads', expression[unit.in ?? 'title']);
    const rows = unit.in ? heads : this.#lists.get('words', expression.words);
    return { rows, heads: unit.in === 'agency' ? NOTHING.heads : heads, weight };
  }

  /** The rows in which the characters stand as they are. */
  #verified({ rows, weight }: Found, phrase: string): Found {
    const ids = rows.subarray(0, MAX_READ_WHOLE).join(',');
    const read = (sql: string): Int32Array => {
      const found = this.#db.prepare(sql).all(phrase) as { id: number }[];
      return Int32Array.from(found, ({ id }) => id);
    };
    const heads = read(
      `SELECT id FROM doc WHERE id IN (${ids}) AND instr(title_key, ?) ORDER BY id`,
    );
    const texts = read(
      `SELECT id FROM passage WHERE id IN (${ids}) AND instr(text, ?) ORDER BY id`,
    );
    return { rows: Int32Array.from([...heads, ...texts]), heads, weight };
  }
}

/** Equals of what was typed that found something; mere hints are nobody's concern. */
export function alsoFound(units: readonly Unit[], found: readonly Found[][]): string[] {
  const texts = units.flatMap(({ forms, isWeak }, n) =>
    forms.flatMap(({ text, weight }, i) => {
      const { rows, heads } = found[n]?.[i] ?? NOTHING;
      const isEqual = i > 0 && !isWeak && weight >= EQUAL;
      return isEqual && rows.length + heads.length > 0 ? [text] : [];
    }),
  );
  return [...new Set(texts)];
}

const NOTHING: Found = { rows: new Int32Array(0), heads: new Int32Array(0), weight: 0 };
