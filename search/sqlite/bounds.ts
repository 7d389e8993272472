import type { Passage } from '../engine';

/**
 * Bounds of one record, so that a broken file can't stop the index: as many characters as are kept of one attachment,
 * eight times the civil code. Cutting them into words takes about two seconds, in which nobody else is answered.
 */
export const MAX_TEXT = 1_000_000;
const MAX_PASSAGES = 20_000;

/**
 * The passages that fit. The record's own text goes first; of its attachments the short ones are whole, and what is left
 * is shared among the long ones: behind a list of thousands of lines the next file must be found too.
 */
export function withinBounds(passages: readonly Passage[]): Passage[] {
  const parts = [...partsOf(passages).values()];
  const characters = shares(
    parts.map((part) => part.reduce((sum, { text }) => sum + text.length, 0)),
    MAX_TEXT,
  );
  const counts = shares(
    parts.map(({ length }) => length),
    MAX_PASSAGES,
  );
  return parts.flatMap((part, n) => {
    let left = characters[n] ?? 0;
    return part.slice(0, counts[n]).flatMap((passage): Passage[] => {
      const text = passage.text.slice(0, left);
      left -= text.length;
      return text === '' ? [] : [{ ...passage, text: text.toWellFormed() }];
    });
  });
}

/** The record's own text, which is there even when it is empty, and each file's. */
function partsOf(passages: readonly Passage[]): Map<string | undefined, Passage[]> {
  const parts = new Map<string | undefined, Passage[]>([[undefined, []]]);
  for (const passage of passages) {
    const part = parts.get(passage.file);
    if (part) part.push(passage);
    else parts.set(passage.file, [passage]);
  }
  return parts;
}

/** What each gets of `most`: the first what it wants, of the others the least first, so that none takes from a smaller one. */
function shares(wanted: readonly number[], most: number): number[] {
  const given = wanted.map(() => 0);
  const order = wanted.map((_, n) => n).sort((a, b) => rank(wanted, a) - rank(wanted, b));
  let left = most;
  order.forEach((n, i) => {
    const share = n === 0 ? left : Math.floor(left / (order.length - i));
    given[n] = Math.min(wanted[n] ?? 0, share);
    left -= given[n];
  });
  return given;
}

const rank = (wanted: readonly number[], n: number): number => (n === 0 ? -1 : (wanted[n] ?? 0));
