import type Database from 'libsql';
import { FACETS, type FacetName, type SearchFilters } from '../engine';
import { standing } from './rank';
import type { Combo } from './row';
import { rows } from './schema';

const FACET_COUNT = FACETS.length;

/**
 * The combinations of facet values, read once: values as numbers, so that thousands of combinations are
 * filtered and counted in no time. Combinations never change and are never taken away.
 */
export class Combos {
  /** One more than the highest id. */
  end = 1;
  /** By id: what the kind and state of such a record are worth in the order of results, 1 for the best. */
  standing: number[] = [1];
  /** By facet: the values by number. */
  readonly values: string[][] = FACETS.map(() => []);
  readonly #numbers = FACETS.map(() => new Map<string, number>());
  /** By id and facet: the numbers of the values. */
  readonly #of: (readonly (readonly number[])[])[] = [[]];
  readonly #db: Database.Database;

  constructor(db: Database.Database) {
    this.#db = db;
  }

  /** Reads those that have been added since. */
  refresh(): void {
    const sql = 'SELECT id, value FROM combo WHERE id >= ? ORDER BY id';
    for (const { id, value } of rows<{ id: number; value: string }>(this.#db, sql, this.end)) {
      const combo = JSON.parse(value) as Combo;
      this.#of[id] = FACETS.map((facet, n) => {
        const numbers = valuesOf(combo, facet).map((one) => this.#numberOf(n, one));
        return numbers.length ? numbers : NONE;
      });
      this.standing[id] = standing(combo);
      this.end = id + 1;
    }
  }

  valuesOf(combo: number, facet: number): readonly number[] {
    return this.#of[combo]?.[facet] ?? NONE;
  }

  /** By id: a bit for each facet whose filter the combination does not pass; null when nothing is filtered. */
  failing(filters: SearchFilters): Int32Array | null {
    const chosen = FACETS.flatMap((facet, n) => {
      const wanted = filters[facet];
      if (!wanted?.length) return [];
      return [{ n, wanted: new Set(wanted.map((value) => this.#numbers[n]?.get(value) ?? -1)) }];
    });
    if (!chosen.length) return null;
    const failing = new Int32Array(this.end);
    for (let combo = 1; combo < this.end; combo += 1) {
      for (const { n, wanted } of chosen) {
        if (!this.valuesOf(combo, n).some((value) => wanted.has(value))) {
          failing[combo] = (failing[combo] as number) | (1 << n);
        }
      }
    }
    return failing;
  }

  #numberOf(facet: number, value: string): number {
    const numbers = this.#numbers[facet] as Map<string, number>;
    const known = numbers.get(value);
    if (known !== undefined) return known;
    const number = numbers.size;
    numbers.set(value, number);
    (this.values[facet] as string[]).push(value);
    return number;
  }
}

const NONE: readonly number[] = [];

export const FACET_NUMBERS = Array.from({ length: FACET_COUNT }, (_, n) => n);

function valuesOf(combo: Combo, facet: FacetName): readonly string[] {
  const value = combo[facet];
  if (Array.isArray(value)) return value;
  return value === null ? [] : [value];
}
