import { diffArrays } from 'diff';

/** A stretch of a line: in both texts, only in the new one, or only in the old one. */
export type Piece = { text: string; change: 'kept' | 'added' | 'removed' };

/** How many steps the comparison of words may still take; counted down as they are taken. */
export type Effort = { left: number };

/**
 * What became of one line, word by word: 为期三个月 → 为期六个月 is 三 and 六, not strokes of them.
 *
 * @returns kept and removed pieces together are `before`, kept and added ones `after`; what is
 *   removed stands before what is put in its place. Where the effort is used up, what differs is
 *   one piece on each side.
 */
export function compareWords(before: string, after: string, effort: Effort = ample()): Piece[] {
  if (before === after) return before === '' ? [] : [{ text: before, change: 'kept' }];
  const start = sharedStart(before, after);
  const end = sharedEnd(before.slice(start), after.slice(start));
  const removed = before.slice(start, before.length - end);
  const added = after.slice(start, after.length - end);
  return tidy([
    { text: before.slice(0, start), change: 'kept' },
    ...compareMiddle(removed, added, effort),
    { text: before.slice(before.length - end), change: 'kept' },
  ]);
}

/** The words of a Chinese text; a number, a date, an amount or 第三十三条 is one of them. */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  let at = 0;
  for (const match of text.matchAll(WHOLE)) {
    words.push(...segments(text.slice(at, match.index)), match[0]);
    at = match.index + match[0].length;
  }
  words.push(...segments(text.slice(at)));
  return words;
}

const ample = (): Effort => ({ left: 1_000_000 });
const MOST_FOR_ONE_LINE = 400_000;

const DIGITS = '[0-9０-９]';
const AMOUNT = `${DIGITS}+(?:[,，]${DIGITS}{3})*(?:[.．]${DIGITS}+)?`;
const HAN = '[零〇一二三四五六七八九十百千两]';
/** What a reader takes in at one glance, and what is therefore changed as one. */
const WHOLE = new RegExp(
  [
    // 宜府发〔2020〕5号, without the words before it
    `[〔\\[［【(（]${DIGITS}{4}[〕\\]］】)）]\\s?第?${DIGITS}+号`,
    `${DIGITS}{4}年(?:${DIGITS}{1,2}月(?:${DIGITS}{1,2}日)?)?`,
    `${DIGITS}{1,2}月${DIGITS}{1,2}日`,
    `${DIGITS}{4}-${DIGITS}{1,2}-${DIGITS}{1,2}`,
    `第(?:${HAN}|${DIGITS})+[编章节条款项](?:之${HAN}+)?`,
    `百分之${HAN}+(?:点${HAN}+)?`,
    `${AMOUNT}\\s?(?:[万亿千百]*(?:元|人|户|吨|公里|公顷|平方米|天|日|个月|年)|[万亿]|[%％‰])?`,
  ].join('|'),
  'gu',
);

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const segments = (text: string): string[] =>
  text === '' ? [] : Array.from(segmenter.segment(text), ({ segment }) => segment);

function compareMiddle(before: string, after: string, effort: Effort): Piece[] {
  const old = wordsOf(before);
  const young = wordsOf(after);
  const size = old.length + young.length;
  const most = Math.min(effort.left, MOST_FOR_ONE_LINE);
  const maxEditLength = Math.floor(most / Math.max(size, 1));
  const changes = maxEditLength > 0 ? diffArrays(old, young, { maxEditLength }) : undefined;
  if (!changes) {
    effort.left -= most;
    return replaced(before, after);
  }
  const pieces = changes.map(({ value, added, removed }): Piece => {
    if (added || removed) effort.left -= size * value.length;
    return { text: value.join(''), change: added ? 'added' : removed ? 'removed' : 'kept' };
  });
  return withoutIslands(pieces);
}

const replaced = (before: string, after: string): Piece[] => [
  { text: before, change: 'removed' },
  { text: after, change: 'added' },
];

/** A lone 的 or a comma that two quite different passages share only tears them to pieces. */
function withoutIslands(pieces: readonly Piece[]): Piece[] {
  return pieces.flatMap((piece, i): Piece[] => {
    const isBetween = i > 0 && i < pieces.length - 1;
    const isIsland = /^[\p{P}\s的和与及或在对等将为由所地得了]$/u.test(piece.text);
    if (piece.change !== 'kept' || !isBetween || !isIsland) return [piece];
    const around = changedBefore(pieces, i) + changedAfter(pieces, i);
    return around > 8 ? replaced(piece.text, piece.text) : [piece];
  });
}

const changedBefore = (pieces: readonly Piece[], i: number): number =>
  lengthUntilKept(pieces.slice(Math.max(0, i - 2), i).reverse());

const changedAfter = (pieces: readonly Piece[], i: number): number =>
  lengthUntilKept(pieces.slice(i + 1, i + 3));

function lengthUntilKept(pieces: readonly Piece[]): number {
  let length = 0;
  for (const piece of pieces) {
    if (piece.change === 'kept') break;
    length += piece.text.length;
  }
  return length;
}

/** Neighbours of one sort made one, nothing empty, and of a change the old words before the new. */
function tidy(pieces: readonly Piece[]): Piece[] {
  const tidied: Piece[] = [];
  let removed = '';
  let added = '';
  const settle = () => {
    if (removed) tidied.push({ text: removed, change: 'removed' });
    if (added) tidied.push({ text: added, change: 'added' });
    removed = '';
    added = '';
  };
  for (const { text, change } of pieces) {
    if (text === '') continue;
    if (change === 'removed') removed += text;
    else if (change === 'added') added += text;
    else {
      settle();
      const last = tidied.at(-1);
      if (last?.change === 'kept') last.text += text;
      else tidied.push({ text, change });
    }
  }
  settle();
  return tidied;
}

/**
 * Words end at Chinese punctuation: what both share up to there need not be taken apart. Nor what
 * is far from the first difference: a word cut there is cut on both sides, and kept.
 */
const STOPS = /[，。；：、！？\t]/u;
const FAR = 30;

function sharedStart(a: string, b: string): number {
  let at = 0;
  let stop = 0;
  while (at < a.length && a[at] === b[at]) {
    at += 1;
    if (STOPS.test(a[at - 1]!)) stop = at;
  }
  return Math.max(stop, at - FAR);
}

function sharedEnd(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let at = 0;
  let stop = 0;
  while (at < most && a[a.length - 1 - at] === b[b.length - 1 - at]) {
    at += 1;
    if (STOPS.test(a[a.length - at]!)) stop = at;
  }
  return Math.max(stop, at - FAR);
}
