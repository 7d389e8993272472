import { likeness, pairsOf, type Pairs } from './likeness';
import type { Line } from './lines';
import { inOrder, type Pair } from './order';

/** How many pairs of lines were looked at closely: what a comparison costs. */
export type Matched = { pairs: Pair[]; work: number };

/**
 * Says of the lines of two texts which became which. The surest first: the same words; the same
 * words under another number, so that an article put in doesn't smear those after it; the same
 * place and like words; like words near by; much like words anywhere.
 *
 * The answer is the same whichever text is called the old one.
 *
 * @returns pairs in order of the old text; a line without a pair was added or removed
 */
export function matchLines(before: readonly Line[], after: readonly Line[]): Matched {
  const matching = new Matching(before, after);
  const sayings = [(line: Line) => line.text, bodyOf];
  for (const saying of sayings) matching.matchSaidOnce(saying);
  for (const saying of sayings) matching.matchRepeated(saying);
  matching.matchLike(matching.candidatesNearBy());
  matching.matchLike(matching.candidatesAnywhere());
  return { pairs: matching.pairs(), work: matching.work };
}

/** The least likeness of lines that bear one number, of those between the same neighbours, of others. */
const LEAST = { sameKey: 0.25, near: 0.45, anywhere: 0.6 };
const BONUS_FOR_KEY = 0.2;
/** Shorter ones (是, 无) are the same by chance, and in a long text shorter lines are alike by chance. */
const LEAST_BODY = 2;
const LEAST_LENGTH_ANYWHERE = 12;
/** Bounds of the work: a stretch of 50 by 50 lines is compared in full, a longer one in a band. */
const MOST_IN_FULL = 2500;
const BAND = 20;
const MOST_HOLDERS = 20;
const MOST_RIVALS = 3;
const MOST_WORK = 600_000;

type Candidate = { before: number; after: number; score: number };

class Matching {
  work = 0;
  private readonly toAfter: Int32Array;
  private readonly toBefore: Int32Array;
  private readonly shapes = new Map<Line, Pairs>();

  constructor(
    private readonly before: readonly Line[],
    private readonly after: readonly Line[],
  ) {
    this.toAfter = new Int32Array(before.length).fill(-1);
    this.toBefore = new Int32Array(after.length).fill(-1);
  }

  pairs(): Pair[] {
    return [...this.toAfter].flatMap((a, b): Pair[] => (a < 0 ? [] : [[b, a]]));
  }

  /** Pairs lines of which the same is said, and of no other line. */
  matchSaidOnce(saying: (line: Line) => string | undefined): void {
    for (const [olds, youngs] of this.groups(saying)) {
      if (olds.length === 1 && youngs.length === 1) this.pair(olds[0]!, youngs[0]!);
    }
  }

  /** Pairs lines of which the same is said, by what is paired beside them. */
  matchRepeated(saying: (line: Line) => string | undefined): void {
    const candidates = [...this.groups(saying)].flatMap(([olds, youngs]) => {
      if (olds.length * youngs.length > MOST_IN_FULL) return zipped(olds, youngs);
      return olds.flatMap((b) => youngs.map((a) => this.besides(b, a)));
    });
    this.take(candidates);
  }

  matchLike(candidates: Iterable<[number, number, least: number]>): void {
    const seen = new Set<number>();
    const scored: Candidate[] = [];
    for (const [b, a, near] of candidates) {
      const name = b * this.after.length + a;
      if (seen.has(name) || this.work >= MOST_WORK) continue;
      seen.add(name);
      this.work += 1;
      const old = this.before[b]!;
      const young = this.after[a]!;
      if ((old.kind === 'row') !== (young.kind === 'row')) continue;
      const hasSameKey = old.key !== undefined && old.key === young.key;
      const least = hasSameKey ? LEAST.sameKey : near;
      const like = likeness(this.shapeOf(old), this.shapeOf(young));
      if (like < least) continue;
      scored.push({ before: b, after: a, score: like + (hasSameKey ? BONUS_FOR_KEY : 0) });
    }
    this.take(scored);
  }

  /** Lines that bear one number, and those between the same neighbours. */
  *candidatesNearBy(): Iterable<[number, number, number]> {
    const olds = unmatched(this.toAfter);
    const youngs = unmatched(this.toBefore);
    const byKey = new Map(youngs.map((a) => [this.after[a]!.key, a]));
    for (const b of olds) {
      const { key } = this.before[b]!;
      const a = key && byKey.get(key);
      if (a !== undefined && a !== '') yield [b, a, LEAST.sameKey];
    }
    for (const [oldGap, youngGap] of this.gaps()) {
      for (const [b, a] of oldGap.length * youngGap.length <= MOST_IN_FULL
        ? inFull(oldGap, youngGap)
        : inBand(oldGap, youngGap)) {
        yield [b, a, LEAST.near];
      }
    }
  }

  /** Lines that share pairs of characters which few lines have, wherever they stand. */
  *candidatesAnywhere(): Iterable<[number, number, number]> {
    const isLong = (lines: readonly Line[]) => (i: number) =>
      lines[i]!.text.length >= LEAST_LENGTH_ANYWHERE;
    const allOlds = unmatched(this.toAfter);
    const allYoungs = unmatched(this.toBefore);
    if (allOlds.length * allYoungs.length <= MOST_IN_FULL) {
      for (const [b, a] of inFull(allOlds, allYoungs)) yield [b, a, LEAST.anywhere];
      return;
    }
    const olds = allOlds.filter(isLong(this.before));
    const youngs = allYoungs.filter(isLong(this.after));
    const oldHolders = this.holders(olds, this.before);
    const youngHolders = this.holders(youngs, this.after);
    const isRare = (pair: number) =>
      (oldHolders.get(pair)?.length ?? 0) <= MOST_HOLDERS &&
      (youngHolders.get(pair)?.length ?? 0) <= MOST_HOLDERS;
    const rivals = (line: Line, holders: Map<number, number[]>) => {
      const shared = new Map<number, number>();
      for (const pair of sampled(this.shapeOf(line))) {
        if (!isRare(pair)) continue;
        for (const other of holders.get(pair) ?? [])
          shared.set(other, (shared.get(other) ?? 0) + 1);
      }
      return [...shared]
        .sort(([i, x], [j, y]) => y - x || i - j)
        .slice(0, MOST_RIVALS)
        .map(([other]) => other);
    };
    for (const b of olds) {
      for (const a of rivals(this.before[b]!, youngHolders)) yield [b, a, LEAST.anywhere];
    }
    for (const a of youngs) {
      for (const b of rivals(this.after[a]!, oldHolders)) yield [b, a, LEAST.anywhere];
    }
  }

  private pair(b: number, a: number): void {
    this.toAfter[b] = a;
    this.toBefore[a] = b;
  }

  /** The best first; nothing here depends on which text is called the old one. */
  private take(candidates: Candidate[]): void {
    candidates.sort(
      (x, y) =>
        y.score - x.score ||
        x.before + x.after - (y.before + y.after) ||
        Math.abs(x.before - x.after) - Math.abs(y.before - y.after),
    );
    for (const { before, after } of candidates) {
      if (this.toAfter[before] === -1 && this.toBefore[after] === -1) this.pair(before, after);
    }
  }

  private groups(saying: (line: Line) => string | undefined): Iterable<[number[], number[]]> {
    const groups = new Map<string, [number[], number[]]>();
    const collect = (lines: readonly Line[], matches: Int32Array, side: 0 | 1) => {
      for (const i of unmatched(matches)) {
        const said = saying(lines[i]!);
        if (said === undefined) continue;
        const group = groups.get(said) ?? [[], []];
        group[side].push(i);
        groups.set(said, group);
      }
    };
    collect(this.before, this.toAfter, 0);
    collect(this.after, this.toBefore, 1);
    return groups.values();
  }

  /** How well two equal lines fit by their neighbours, and by how far they are from where they were. */
  private besides(b: number, a: number): Candidate {
    const beside = [-1, 1].filter((step) => {
      const [old, young] = [this.before[b + step], this.after[a + step]];
      if (!old || !young) return false;
      return this.toAfter[b + step] === a + step || old.text === young.text;
    }).length;
    const hasSameKey =
      this.before[b]!.key !== undefined && this.before[b]!.key === this.after[a]!.key;
    const distance =
      Math.abs(expected(this.toAfter, b) - a) + Math.abs(expected(this.toBefore, a) - b);
    const reach = this.before.length + this.after.length + 1;
    return {
      before: b,
      after: a,
      score: (beside + (hasSameKey ? 1 : 0)) * 4 * reach - distance,
    };
  }

  /** The unmatched lines between pairs that stand in the same order in both texts. */
  private *gaps(): Iterable<[number[], number[]]> {
    const kept = [...inOrder(this.pairs())].sort(([x], [y]) => x - y);
    let [b, a] = [0, 0];
    for (const [oldEnd, youngEnd] of [...kept, [this.before.length, this.after.length] as const]) {
      const olds = range(b, oldEnd).filter((i) => this.toAfter[i] === -1);
      const youngs = range(a, youngEnd).filter((i) => this.toBefore[i] === -1);
      if (olds.length > 0 && youngs.length > 0) yield [olds, youngs];
      [b, a] = [oldEnd + 1, youngEnd + 1];
    }
  }

  private holders(indexes: readonly number[], lines: readonly Line[]): Map<number, number[]> {
    const holders = new Map<number, number[]>();
    for (const i of indexes) {
      for (const pair of sampled(this.shapeOf(lines[i]!))) {
        const list = holders.get(pair);
        if (!list) holders.set(pair, [i]);
        // One more than counts as rare says that it isn't.
        else if (list.length <= MOST_HOLDERS) list.push(i);
      }
    }
    return holders;
  }

  private shapeOf(line: Line): Pairs {
    const known = this.shapes.get(line);
    if (known) return known;
    const shape = pairsOf(line.text.slice(line.labelEnd) || line.text);
    this.shapes.set(line, shape);
    return shape;
  }
}

/** The words under a number; nothing for lines without one and for very short ones. */
function bodyOf(line: Line): string | undefined {
  const body = line.text.slice(line.labelEnd);
  return line.labelEnd > 0 && body.length >= LEAST_BODY
    ? `${line.kind === 'row' ? 'row' : 'text'}\t${body}`
    : undefined;
}

/** Where a line would stand if it kept its distance from the matched line before it. */
function expected(matches: Int32Array, i: number): number {
  let at = i;
  while (at >= 0 && matches[at] === -1 && i - at < BAND) at -= 1;
  return at >= 0 && matches[at] !== -1 ? matches[at]! + (i - at) : i;
}

const unmatched = (matches: Int32Array): number[] =>
  Array.from(matches.keys()).filter((i) => matches[i] === -1);

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(to - from, 0) }, (_, i) => from + i);

const zipped = (olds: readonly number[], youngs: readonly number[]): Candidate[] =>
  olds
    .slice(0, youngs.length)
    .map((before, i) => ({ before, after: youngs[i] as number, score: 0 }));

function* inFull(olds: readonly number[], youngs: readonly number[]): Iterable<Pair> {
  for (const b of olds) for (const a of youngs) yield [b, a];
}

/** Pairs of two long stretches that stand about as far from their start. */
function* inBand(olds: readonly number[], youngs: readonly number[]): Iterable<Pair> {
  for (const [from, to, isTurned] of [
    [olds, youngs, false],
    [youngs, olds, true],
  ] as const) {
    for (const [i, one] of from.entries()) {
      const middle = Math.round((i * to.length) / from.length);
      for (const other of to.slice(Math.max(0, middle - BAND), middle + BAND + 1)) {
        yield isTurned ? [other, one] : [one, other];
      }
    }
  }
}

/** A quarter of the pairs stands for all of them: enough to find a rival, and a quarter of the memory. */
function* sampled(shape: Pairs): Iterable<number> {
  let last: number | undefined;
  for (const pair of shape) {
    if (pair === last || (pair ^ (pair >> 7)) % 4 !== 0) continue;
    last = pair;
    yield pair;
  }
}
