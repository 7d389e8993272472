import type { Block } from '../blocks';
import { linesOf, type Line } from './lines';
import { matchLines } from './match';
import { inOrder, type Pair } from './order';
import { compareWords, type Effort, type Piece } from './words';

/**
 * What became of one line. Every line of the old text is the `before` of one entry and every line
 * of the new text the `after` of one, in the order of its text.
 */
export type Entry =
  | { kind: 'same'; before: Line; after: Line }
  | { kind: 'changed'; before: Line; after: Line; pieces: Piece[] }
  /** Only its number is another, because something was put in or left out before it. */
  | { kind: 'renumbered'; before: Line; after: Line; pieces: Piece[] }
  | { kind: 'added'; after: Line }
  | { kind: 'removed'; before: Line }
  /** Stands here now and stood elsewhere; `pieces` say whether its words changed as well. */
  | { kind: 'moved'; after: Line; from: Line; pieces: Piece[] }
  /** Stood here and stands elsewhere now: the other end of a `moved`. */
  | { kind: 'moved-away'; before: Line; to: Line };

export type Summary = {
  added: number;
  removed: number;
  changed: number;
  moved: number;
  renumbered: number;
};

export type Comparison = {
  entries: Entry[];
  /** Lines by what became of them; one that moved and changed counts as moved. */
  summary: Summary;
  isSame: boolean;
  /** Steps taken: bounded, whatever the two texts are. */
  work: number;
};

/**
 * Compares two texts line by line, and lines that changed word by word. Headings, paragraphs, items
 * of lists and rows of tables are lines; marks, links and blanks don't count.
 *
 * The work grows with the length of the texts, not with its square: two texts of 5,000 paragraphs
 * that share nothing take a second at most. Beyond the bounds the answer is coarser, never wrong.
 */
export function compareTexts(before: readonly Block[], after: readonly Block[]): Comparison {
  const olds = linesOf(before);
  const youngs = linesOf(after);
  const { pairs, work } = matchLines(olds, youngs);
  const effort: Effort = { left: MOST_WORD_STEPS };
  const entries = entriesOf(olds, youngs, pairs, effort);
  const count = (kind: Entry['kind']) => entries.filter((entry) => entry.kind === kind).length;
  const summary = {
    added: count('added'),
    removed: count('removed'),
    changed: count('changed'),
    moved: count('moved'),
    renumbered: count('renumbered'),
  };
  return {
    entries,
    summary,
    isSame: Object.values(summary).every((n) => n === 0),
    work: work + MOST_WORD_STEPS - effort.left,
  };
}

const MOST_WORD_STEPS = 8_000_000;

/** The new text in its order; what is gone stands where it stood, after the line before it. */
function entriesOf(
  olds: readonly Line[],
  youngs: readonly Line[],
  pairs: readonly Pair[],
  effort: Effort,
): Entry[] {
  // A paragraph that changed is easier to read where it stood; the one that passed it has moved.
  const fixed = inOrder(pairs, ([b, a]) => olds[b]!.text !== youngs[a]!.text);
  const partner = new Map(pairs.map(([b, a]) => [a, b]));
  const away = new Map(pairs.filter((pair) => !fixed.has(pair)));
  const entries: Entry[] = [];
  let b = 0;
  const passUntil = (end: number) => {
    for (; b < end; b += 1) {
      const to = away.get(b);
      const line = olds[b] as Line;
      entries.push(
        to === undefined
          ? { kind: 'removed', before: line }
          : { kind: 'moved-away', before: line, to: youngs[to] as Line },
      );
    }
  };
  for (const after of youngs) {
    const index = partner.get(after.index);
    const before = index === undefined ? undefined : olds[index];
    if (!before) {
      entries.push({ kind: 'added', after });
      continue;
    }
    const pieces = piecesOf(before, after, effort);
    if (away.has(before.index)) {
      entries.push({ kind: 'moved', after, from: before, pieces });
      continue;
    }
    // What is gone comes before what was put in its place, so the gap of the old text goes first.
    const gap = entries.splice(lastFixed(entries) + 1);
    passUntil(before.index);
    entries.push(...gap);
    b += 1;
    entries.push(
      before.text === after.text
        ? { kind: 'same', before, after }
        : { kind: isRenumbered(before, after) ? 'renumbered' : 'changed', before, after, pieces },
    );
  }
  const gap = entries.splice(lastFixed(entries) + 1);
  passUntil(olds.length);
  entries.push(...gap);
  return entries;
}

const lastFixed = (entries: readonly Entry[]): number =>
  entries.findLastIndex((entry) => 'before' in entry && 'after' in entry);

const isRenumbered = (before: Line, after: Line): boolean =>
  before.labelEnd > 0 &&
  after.labelEnd > 0 &&
  before.text.slice(before.labelEnd) === after.text.slice(after.labelEnd);

/** Rows are compared cell by cell, so that no change runs from one cell into the next. */
function piecesOf(before: Line, after: Line, effort: Effort): Piece[] {
  const olds = before.text.split('\t');
  const youngs = after.text.split('\t');
  if (before.kind !== 'row' || olds.length !== youngs.length) {
    return compareWords(before.text, after.text, effort);
  }
  return olds.flatMap((cell, i): Piece[] => [
    ...(i > 0 ? [{ text: '\t', change: 'kept' as const }] : []),
    ...compareWords(cell, youngs[i] as string, effort),
  ]);
}
