import { fold } from './normalise';

/**
 * Two neighbouring letters or characters each of a title. A title shares most of them with a question that lacks one of
 * its characters, has one too many or one that is wrong.
 */
export const pairsOf = (title: string): string[] => {
  const chars = fold(title).match(/[\p{L}\p{N}]/gu) ?? [];
  const pairs = new Set<string>();
  for (let at = 1; at < chars.length; at += 1) pairs.add(`${chars[at - 1]}${chars[at]}`);
  return [...pairs];
};

const LONG = 6;

/** What one change away from a text looks like: the text itself, and without each of its characters. */
export function withoutOne(text: string): string[] {
  const chars = [...text];
  return [text, ...chars.map((_, at) => [...chars.slice(0, at), ...chars.slice(at + 1)].join(''))];
}

/**
 * Changes that make one text of the other: characters put in, left out, replaced, or two neighbours swapped.
 * @returns `limit + 1` when there are more than `limit`
 */
export function distance(from: string, to: string, limit: number): number {
  const [a, b] = [[...from], [...to]];
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let older: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1];
      let cost = Math.min(
        (last[j] as number) + 1,
        (row[j - 1] as number) + 1,
        (last[j - 1] as number) + (isSame ? 0 : 1),
      );
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwap) cost = Math.min(cost, (older[j - 2] as number) + 1);
      row.push(cost);
    }
    if (Math.min(...row) > limit) return limit + 1;
    older = last;
    last = row;
  }
  return Math.min(last[b.length] as number, limit + 1);
}

/** Slips are seldom made in the first and the last character. */
export const hasSameEnds = (one: string, other: string): boolean =>
  one.charAt(0) === other.charAt(0) && one.at(-1) === other.at(-1);

/**
 * The stretch of a title that is most like the typed text, when no more than `limit` changes part them. It begins and
 * ends where a word of the title does; of equals the one that begins and ends as what was typed, then the one as long.
 */
export function likestStretch(
  typed: string,
  titleWords: readonly string[],
  limit: number,
): { text: string; distance: number } | null {
  const { length } = typed;
  let best: { text: string; distance: number; order: number } | null = null;
  for (let from = 0; from < titleWords.length; from += 1) {
    let text = '';
    for (let to = from; to < titleWords.length && text.length <= length + limit; to += 1) {
      text += titleWords[to] as string;
      if (Math.abs(text.length - length) > limit) continue;
      const changes = distance(typed, text, limit);
      if (changes > limit) continue;
      const grown = text.length === length ? 0 : text.length > length ? 1 : 2;
      const order = changes * 10 + (hasSameEnds(text, typed) ? 0 : 5) + grown;
      if (!best || order < best.order) best = { text, distance: changes, order };
    }
  }
  return best && { text: best.text, distance: best.distance };
}

/**
 * Whether another text of the same length differs in a character that stands inside a word: 土地承包期 is
 * 土地 and 承包期, so its last character is no slip for 土地承包法. A wrong character mostly stands alone (劳动 台 同 法);
 * in a long text it counts little that it doesn't.
 */
export function tearsWords(words: readonly string[], other: string): boolean {
  const typed = words.join('');
  if (typed.length !== other.length || typed.length >= LONG) return false;
  let start = 0;
  return words.some((word) => {
    const same = other.slice(start, start + word.length) === word;
    start += word.length;
    return word.length > 1 && !same;
  });
}
