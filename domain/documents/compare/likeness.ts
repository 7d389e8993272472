/** What two lines are compared by before their words are: their pairs of characters, in order of code. */
export type Pairs = Int32Array;

/** Blanks and punctuation are in every line and tell nothing. */
export function pairsOf(text: string): Pairs {
  const plain = text.replace(/[\p{P}\s]+/gu, '');
  if (plain.length === 1) return Int32Array.of(plain.charCodeAt(0));
  const pairs = new Int32Array(Math.max(plain.length - 1, 0));
  for (let i = 0; i < pairs.length; i += 1) {
    pairs[i] = (plain.charCodeAt(i) << 15) ^ plain.charCodeAt(i + 1);
  }
  return pairs.sort();
}

/** How alike two lines are: 0 for nothing in common, 1 for the same pairs as often (Dice). */
export function likeness(a: Pairs, b: Pairs): number {
  if (a.length === 0 || b.length === 0) return a.length === b.length ? 1 : 0;
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const difference = (a[i] as number) - (b[j] as number);
    if (difference === 0) shared += 1;
    if (difference <= 0) i += 1;
    if (difference >= 0) j += 1;
  }
  return (2 * shared) / (a.length + b.length);
}
