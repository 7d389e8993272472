import type { SearchQuery } from '../engine';
import { at, type Columns } from './columns';

/** Which of two slots comes first: below zero for the first. */
export type Compare = (a: number, b: number) => number;

// Up to so many are picked out one by one; for more, all are sorted.
const MAX_PICKED = 1_000;
const FIRST_FEW = 200;

/** The first `count` of the slots in order. */
export function firstOf(slots: Int32Array, count: number, compare: Compare): number[] {
  if (count > MAX_PICKED || slots.length <= MAX_PICKED) {
    return [...slots].sort(compare).slice(0, count);
  }
  // A heap with the last of the picked at its top: most slots are turned away by one comparison.
  const heap = [...slots.subarray(0, count)];
  for (let n = (count >> 1) - 1; n >= 0; n -= 1) sink(heap, n, compare);
  for (let n = count; n < slots.length; n += 1) {
    const slot = slots[n] as number;
    if (compare(slot, heap[0] as number) >= 0) continue;
    heap[0] = slot;
    sink(heap, 0, compare);
  }
  return heap.sort(compare);
}

function sink(heap: number[], from: number, compare: Compare): void {
  const moved = heap[from] as number;
  let n = from;
  for (;;) {
    let child = 2 * n + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && compare(heap[child] as number, heap[child + 1] as number) < 0) {
      child += 1;
    }
    if (compare(moved, heap[child] as number) >= 0) break;
    heap[n] = heap[child] as number;
    n = child;
  }
  heap[n] = moved;
}

export const newestFirst =
  ({ published, ids }: Columns): Compare =>
  (a, b) =>
    at(published, b) - at(published, a) || at(ids, b) - at(ids, a);

/** What has no day comes last here too. */
export const oldestFirst =
  ({ published, ids }: Columns): Compare =>
  (a, b) =>
    (at(published, a) || NEVER) - (at(published, b) || NEVER) || at(ids, a) - at(ids, b);

const NEVER = 99_999_999;

export const bestFirst =
  (score: Float32Array, { published, ids }: Columns): Compare =>
  (a, b) =>
    at(score, b) - at(score, a) || at(published, b) - at(published, a) || at(ids, a) - at(ids, b);

/** The first `count` of a list in which versions of one text are one: the first of them stands for all. */
export function groupVersions(
  ordered: Iterable<number>,
  columns: Columns,
  count: number,
): number[] {
  const seen = new Set<number>();
  const first: number[] = [];
  for (const slot of ordered) {
    if (first.length >= count) break;
    const group = at(columns.works, slot) || -1 - slot;
    if (seen.has(group)) continue;
    seen.add(group);
    first.push(slot);
  }
  return first;
}

/** How many results a list has: versions of one text are one. */
export function countGroups(slots: Int32Array, columns: Columns): number {
  const seen = new Uint8Array(columns.highestWork + 1);
  let count = 0;
  for (const slot of slots) {
    const work = at(columns.works, slot);
    if (work && seen[work]) continue;
    if (work) seen[work] = 1;
    count += 1;
  }
  return count;
}

/** Null: by relevance. A list without a question is in order of days. */
export function dayOrder(
  sort: SearchQuery['sort'],
  isEverything: boolean,
  columns: Columns,
): Compare | null {
  if (sort === 'oldest') return oldestFirst(columns);
  return sort === 'newest' || isEverything ? newestFirst(columns) : null;
}

export function* chained(...lists: readonly Iterable<number>[]): Generator<number> {
  for (const list of lists) yield* list;
}

/** In order; sorted whole only when the first few don't suffice. */
export function* byAndBy(slots: Int32Array, compare: Compare): Generator<number> {
  const first = firstOf(slots, FIRST_FEW, compare);
  yield* first;
  if (slots.length > first.length) yield* firstOf(slots, slots.length, compare).slice(first.length);
}
