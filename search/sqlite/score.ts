import { at, type Columns } from './columns';
import type { Combos } from './combos';
import type { Matched, Matcher } from './match';

const TITLE = 1.1;
const HEAD = 0.4;
const DOCUMENT = 0.4;
const SPREAD = 0.2;
const RECENCY = 0.08;
const FIRST_YEAR = 1980;
const YEARS = 60;
/** Above everything that is found by its words. */
export const NAMED = 100;

/** A first look at what speaks for each document, without reading any text. By slot. */
export type Scores = {
  /** Whether it fits: about 1 for a passage with everything, 2 with the title too. */
  look: Float32Array;
  /** The same with what kind and state of the document are worth. */
  score: Float32Array;
  /** The passage that answers best, its row; 0 when none holds anything asked for. */
  row: Int32Array;
};

type Found = { matcher: Matcher; columns: Columns; combos: Combos };

/**
 * Title, best passage, what else the head holds (agency, keywords, interpretation) and what stands elsewhere in
 * the document: each as a share of the whole question.
 */
export function scoreAll(slots: Int32Array, matched: Matched, found: Found): Scores {
  const { matcher, columns, combos } = found;
  const look = new Float32Array(columns.slots);
  const score = new Float32Array(columns.slots);
  const row = new Int32Array(columns.slots);
  const whole = matched.weight || 1;
  for (const slot of slots) {
    const head = at(columns.ids, slot);
    const { best, sum } = bestPassage(slot, found);
    row[slot] = best;
    const inPassage = best ? at(matcher.rowScore, best) : 0;
    const inHead = at(matcher.rowMask, head) & ~at(matcher.titleMask, slot);
    const held =
      inPassage +
      at(matcher.titleScore, slot) * TITLE +
      at(matcher.typedScore, slot) +
      matcher.weightOf(inHead) * HEAD +
      matcher.weightOf(at(matcher.docMask, slot)) * DOCUMENT;
    const spread = SPREAD * Math.min(1, Math.log2(1 + sum / whole) / 4);
    look[slot] = held / whole + spread + recency(at(columns.published, slot));
    const standing = combos.standing[at(columns.combos, slot)] ?? 1;
    score[slot] = at(look, slot) * standing + (matched.named.has(slot) ? NAMED : 0);
  }
  return { look, score, row };
}

/** The row of the passage that holds most of the question, 0 for none, and how many hold something of it. */
export function bestPassage(
  slot: number,
  { matcher, columns }: Pick<Found, 'matcher' | 'columns'>,
): { best: number; sum: number } {
  const head = at(columns.ids, slot);
  const end = head + at(columns.passages, slot);
  let [best, most, sum] = [0, 0, 0];
  for (let row = head + 1; row <= end; row += 1) {
    const held = at(matcher.rowScore, row);
    if (held <= 0) continue;
    sum += held;
    if (held <= most) continue;
    most = held;
    best = row;
  }
  return { best, sum };
}

/** From 0 to a little: it decides between texts that fit alike. */
function recency(published: number): number {
  if (!published) return 0;
  const years = published / 10_000 - FIRST_YEAR;
  return Math.min(1, Math.max(0, years / YEARS)) * RECENCY;
}
