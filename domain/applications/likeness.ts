/**
 * How much of a wish stands in a title: 1 for all of its pairs of characters, 0 for none. Years and
 * numbers of the wish count like other characters, so another year’s list is less alike than this one’s.
 */
export function likeness(wish: string, title: string): number {
  const wanted = pairsOf(wish);
  if (wanted.size === 0) return 0;
  const found = pairsOf(title);
  return [...wanted].filter((pair) => found.has(pair)).length / wanted.size;
}

/** A title so alike is worth a look before somebody applies. */
export const WORTH_A_LOOK = 0.4;

function pairsOf(text: string): Set<string> {
  const characters = [
    ...text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ''),
  ];
  return new Set(characters.slice(1).map((character, i) => `${characters[i]}${character}`));
}
