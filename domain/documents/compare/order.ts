/** A line of the old text and the line of the new one that it became. */
export type Pair = readonly [before: number, after: number];

/**
 * The most pairs that stand in the same order in both texts; the others have moved. Of several
 * such sets the one with most of the `preferred`, and of these always the same one.
 *
 * @param pairs in order of `before`, each line in one pair at most
 */
export function inOrder(
  pairs: readonly Pair[],
  preferred: (pair: Pair) => boolean = () => false,
): Set<Pair> {
  const worth: number[] = [];
  const ends = new BestEnds(pairs.reduce((most, [, after]) => Math.max(most, after), 0) + 1, worth);
  const previous: number[] = [];
  let last = -1;
  pairs.forEach((pair, i) => {
    const before = ends.below(pair[1]);
    previous[i] = before;
    // One pair more is worth more than all preferences together.
    worth[i] = (worth[before] ?? 0) + pairs.length + 1 + (preferred(pair) ? 1 : 0);
    ends.put(pair[1], i);
    if (last < 0 || worth[i] > worth[last]!) last = i;
  });
  const kept = new Set<Pair>();
  for (let i = last; i >= 0; i = previous[i]!) kept.add(pairs[i]!);
  return kept;
}

/** The worthiest chain that ends below a line of the new text, found in log n steps (a Fenwick tree). */
class BestEnds {
  private readonly tree: Int32Array;

  constructor(
    size: number,
    private readonly worth: readonly number[],
  ) {
    this.tree = new Int32Array(size + 1).fill(-1);
  }

  put(after: number, chain: number): void {
    for (let i = after + 1; i < this.tree.length; i += i & -i) {
      const best = this.tree[i]!;
      if (best < 0 || this.worth[chain]! > this.worth[best]!) this.tree[i] = chain;
    }
  }

  /** The last pair of the chain, or -1. */
  below(after: number): number {
    let best = -1;
    for (let i = after; i > 0; i -= i & -i) {
      const chain = this.tree[i]!;
      if (chain >= 0 && (best < 0 || this.worth[chain]! > this.worth[best]!)) best = chain;
    }
    return best;
  }
}
