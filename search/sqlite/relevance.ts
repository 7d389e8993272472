import type Database from 'libsql';
import { at, type Columns } from './columns';
import type { Combos } from './combos';
import type { Reading } from './find';
import { readPassages } from './hits';
import type { Matched, Matcher } from './match';
import { bestFirst, firstOf, type Compare } from './order';
import { rank, type Candidate } from './rank';
import type { Head } from './row';
import { rows } from './schema';
import { NAMED, scoreAll, type Scores } from './score';

// So many are weighed by their texts.
const CANDIDATES = 80;

export type Ordered = {
  /** As many as are taken of them; versions of one text are not grouped yet. */
  slots: Iterable<number>;
  compare: Compare;
  score: (slot: number) => number;
  /** The passage that answers best, its row; 0 when none holds anything asked for. */
  row: (slot: number) => number;
};

export type Index = { db: Database.Database; matcher: Matcher; columns: Columns; combos: Combos };

/**
 * The best by a first look are put in order by all that speaks for them; after them come the others in
 * the order of the first look.
 */
export function orderByRelevance(
  { passing: slots, matched, parsed, article }: Reading,
  index: Index,
): Ordered {
  const { columns } = index;
  const scores = scoreAll(slots, matched, index);
  const { score, row } = scores;
  const compare = bestFirst(score, columns);
  const first = firstOf(slots, CANDIDATES, compare);
  if (article && !first.includes(article.slot)) first.push(article.slot);
  const ranked = rank(candidates(first, scores, matched, index), parsed, matched.plan);
  // Whoever was looked at closely stays above the others, whatever the second look made of it.
  const lowest = slots.length > first.length ? at(score, first.at(-1) as number) : 0;
  for (const one of ranked) score[one.slot] = one.score + lowest;
  if (article) {
    score[article.slot] = 2 * NAMED;
    row[article.slot] = article.row;
  }
  return {
    slots: inOrder(first, slots, compare),
    compare,
    score: (slot) => at(score, slot),
    row: (slot) => at(row, slot),
  };
}

function* inOrder(first: readonly number[], all: Int32Array, compare: Compare): Generator<number> {
  yield* [...first].sort(compare);
  if (first.length === all.length) return;
  const seen = new Set(first);
  for (const slot of firstOf(all, all.length, compare)) if (!seen.has(slot)) yield slot;
}

function candidates(
  slots: readonly number[],
  { look, row }: Scores,
  matched: Matched,
  { db, columns, combos }: Index,
): Candidate[] {
  const ids = slots.map((slot) => at(columns.ids, slot));
  const sql = `SELECT id, title_key AS titleKey, head FROM doc WHERE id IN (${ids.join(',')})`;
  type Found = { id: number; titleKey: string; head: string };
  const docs = new Map(rows<Found>(db, sql).map((doc) => [doc.id, doc]));
  const best = slots.map((slot) => at(row, slot));
  const passages = readPassages(db, best);
  return slots.flatMap((slot, n) => {
    const doc = docs.get(ids[n] as number);
    if (!doc) return [];
    const head = JSON.parse(doc.head) as Head;
    return {
      slot,
      recordId: head.id,
      explains: head.explains ?? [],
      standing: combos.standing[at(columns.combos, slot)] ?? 1,
      titleKey: doc.titleKey,
      called: head.called ?? [],
      isNamed: matched.named.has(slot),
      look: at(look, slot),
      passage: passages.get(best[n] as number)?.text ?? '',
    };
  });
}
