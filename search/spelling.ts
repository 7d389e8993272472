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
 * Whether a text may have been meant by one that was cut into words. A slip is mostly no word: 台 in 劳动 台 同 法, and not
 * 承包期 in 土地 承包期 for 土地承包法, nor the 不 of 行政机关 不 履行 职责. In a long text, and in the middle of one, it may have
 * become one (网路 安全法); so it may where it tore a word and left a character alone that is none (还 in 营商 还 境).
 */
export function isLikelySlip(
  words: readonly string[],
  meant: string,
  isCommon: (word: string) => boolean,
): boolean {
  const typed = words.join('');
  if (isReordered(typed, meant)) return true;
  const isTorn = (word = ''): boolean => word.length === 1 && !isCommon(word);
  let start = 0;
  for (const [at, word] of words.entries()) {
    const end = start + word.length;
    const isAlone = word.length === 1;
    const hasTorn = isTorn(words[at - 1]) || isTorn(words[at + 1]);
    const isWord = isAlone
      ? isCommon(word) && !hasTorn
      : typed.length < LONG && !hasSameEnds(typed, meant);
    const isChanged = typed.length === meant.length && meant.slice(start, end) !== word;
    const isLost = isAlone && typed.slice(0, start) + typed.slice(end) === meant;
    if (isWord && (isChanged || isLost)) return false;
    start = end;
  }
  return true;
}

const isReordered = (one: string, other: string): boolean =>
  one.length === other.length && [...one].sort().join('') === [...other].sort().join('');
