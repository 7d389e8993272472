import type Database from 'libsql';
import { knownExpressions } from '../known-expressions';
import type { Lexicon } from '../lexicon';
import { fold } from '../normalise';
import { writtenStretch, type ParsedQuery, type Stretch } from '../query';
import { soften, soundOf } from '../sound';
import { syllablesIn, typedLetters } from '../sound-typed';
import { hasSameEnds, isLikelySlip, likestStretch, pairsOf } from '../spelling';
import type { Words } from '../words';
import { stretchesByInitials, stretchesBySound, titlesWith } from './spoken';

const MOST = 5;
const MAX_STRETCHES = 3;
const LONGEST_STRETCH = 40;
const LONGEST_WINDOW = 8;
const MAX_LOOKUPS = 40;
const MAX_NEAR_TITLES = 300;
const MAX_COMPARED = 40;
const FEW_TITLES = 8;
const SHORTEST_NEAR = 4;
// From this length on two changes are taken for slips.
const TWO_CHANGES_FROM = 9;
const LONGEST_INITIALS = 12;
const SHORTEST_ACCENT = 6;
const ENDINGS = new Set('吗呢的了吧啊么'.split(''));
// What is so much less likely than the best is no help.
const FAR_BELOW = 2.5;
const SAME_ENDS = 1.5;

type Guess = { text: string; score: number };

/** Whether a question may be pinyin or first letters: Latin letters with blanks, tones and apostrophes alone. */
export const isSoundTyped = (typed: string): boolean => typedLetters(typed) !== null;

/** Chinese texts that pinyin or first letters may stand for, the likeliest first; not looked up. */
export function readSound(
  db: Database.Database,
  typed: string,
  words: Words,
  lexicon: Lexicon,
): string[] {
  const letters = typedLetters(typed);
  if (!letters) return [];
  // An accent may write what is no syllable (gonkai), but not in two or three letters.
  const maySound = letters.length >= SHORTEST_ACCENT || syllablesIn(letters) !== null;
  const spoken = maySound ? bySound(db, letters, words, lexicon) : [];
  const inParts = spoken.length > 0 ? [] : soundInParts(db, letters, words, lexicon);
  const firsts = letters.length <= LONGEST_INITIALS ? byInitials(db, letters, words, lexicon) : [];
  return best([...spoken, ...inParts, ...firsts]);
}

/**
 * Texts that may have been meant by one with a wrong, missing, doubled or misplaced character, the likeliest first; not
 * looked up. What stands in a title as it is typed is not corrected.
 */
export function corrections(
  db: Database.Database,
  parsed: ParsedQuery,
  words: Words,
  lexicon: Lexicon,
): string[] {
  const { stretches, article } = parsed;
  const name = article?.titles.at(-1);
  const guesses = stretches.slice(0, MAX_STRETCHES).flatMap((stretch, place) => {
    const { text: typed } = stretch;
    if (typed.length < 2 || typed.length > LONGEST_STRETCH || !CORRECTED.test(typed)) return [];
    return [
      ...fixes(db, typed, words, lexicon),
      // 劳动和同法第39条: the name of the law without its article.
      ...(name && typed !== name && typed.includes(name)
        ? fixes(db, name, words, lexicon)
        : []
      ).map(({ text, score }) => ({ text: typed.replace(name as string, text), score })),
    ].map(({ text, score }) => ({
      text: written(stretches.map((one, at) => (at === place ? { ...one, text } : one))),
      score,
    }));
  });
  return best(guesses).filter((text) => text !== written(stretches));
}

const written = (stretches: readonly Stretch[]): string => stretches.map(writtenStretch).join(' ');

function fixes(db: Database.Database, stretch: string, words: Words, lexicon: Lexicon): Guess[] {
  const cut = words.cut(stretch);
  // A single character may be the wrong one of a word (物业管里), so few of them are taken for empty.
  const isFull = (word: string): boolean =>
    !ENDINGS.has(word) && (word.length === 1 || !lexicon.isEmptyWord(word));
  const first = cut.findIndex(isFull);
  const last = cut.findLastIndex(isFull);
  if (first < 0) return [];
  const [before, after] = [cut.slice(0, first).join(''), cut.slice(last + 1).join('')];
  const inner = cut.slice(first, last + 1);
  const core = inner.join('');
  if (core.length < 2 || lexicon.isUnderstood(core) || isInTitle(db, core)) return [];
  return [
    ...soundAlike(db, inner, words, lexicon),
    ...windowsAlike(inner, lexicon),
    ...nearTitles(db, inner, words, lexicon),
  ]
    .filter(({ text }) => text !== core)
    .map(({ text, score }) => ({
      text: before + text + after,
      score: score + (hasSameEnds(text, core) ? SAME_ENDS : 0),
    }));
}

/** The whole sounds like a stretch of a title or an expression: 劳动和同法, 劳dong法. */
function soundAlike(
  db: Database.Database,
  cut: readonly string[],
  words: Words,
  lexicon: Lexicon,
): Guess[] {
  const core = cut.join('');
  const letters = soundOf(cut);
  return bySound(db, letters, words, lexicon)
    .filter(({ text }) => text.length >= core.replace(/[a-z]+/g, '字').length && text.length > 2)
    .map(({ text, score }) => ({ text, score: score + 4 }));
}

/** A part of it sounds like an expression, or is one change away from one. */
function windowsAlike(cut: readonly string[], lexicon: Lexicon): Guess[] {
  const known = knownExpressions(lexicon);
  const isCommon = (word: string): boolean => lexicon.isCommon(word);
  const guesses: Guess[] = [];
  for (let from = 0; from < cut.length; from += 1) {
    for (let to = from + 1; to <= Math.min(cut.length, from + LONGEST_WINDOW); to += 1) {
      const window = cut.slice(from, to);
      const typed = window.join('');
      const isSound = to - from === 1 || known.has(typed) || typed.length < 2;
      if (isSound || window.every((word) => word.length > 1 && known.has(word))) continue;
      const alike = known.bySound(soundOf(window)).filter((one) => one.length === typed.length);
      const near =
        window.some((word) => word.length === 1) || typed.length > 4 ? known.near(typed) : [];
      const share = typed.length / cut.join('').length;
      const put = (text: string, score: number): void => {
        const whole = [...cut.slice(0, from), text, ...cut.slice(to)].join('');
        guesses.push({ text: whole, score: score * share });
      };
      // Two characters are a slip of a word only where each was left alone: 扮 法 for 办法.
      const isTorn = window.every((word) => word.length === 1 && !isCommon(word));
      if (typed.length > 2 || isTorn) for (const text of alike) put(text, 7);
      for (const text of near) if (isLikelySlip(window, text, isCommon)) put(text, 5);
    }
  }
  return guesses;
}

/**
 * Stretches of titles from which one or two changes part the text. One change leaves one half of the text whole, so
 * titles are looked for that hold one half and something of the other.
 */
function nearTitles(
  db: Database.Database,
  cut: readonly string[],
  words: Words,
  lexicon: Lexicon,
): Guess[] {
  const core = cut.join('');
  if (core.length < SHORTEST_NEAR || !ALL_HAN.test(core)) return [];
  const limit = core.length >= TWO_CHANGES_FROM ? 2 : 1;
  const pairs = pairsOf(core);
  const counts = new Map<string, { count: number; changes: number }>();
  // The likeliest titles alone are compared character by character.
  const near = [...new Set(titlesNear(db, core, limit))]
    .map((title) => ({ title, held: pairs.filter((pair) => title.includes(pair)).length }))
    .filter(({ held }) => held >= pairs.length - limit * 3)
    .sort((a, b) => b.held - a.held || a.title.length - b.title.length)
    .slice(0, MAX_COMPARED);
  for (const { title } of near) {
    const titleWords = words.cut(title).flatMap((word) => words.pieces(word));
    const stretch = likestStretch(core, titleWords, limit);
    if (!stretch || stretch.distance === 0) continue;
    if (!isLikelySlip(cut, stretch.text, (word) => lexicon.isCommon(word))) continue;
    const known = counts.get(stretch.text);
    if (known) known.count += 1;
    else counts.set(stretch.text, { count: 1, changes: stretch.distance });
  }
  return [...counts].map(([text, { count, changes }]) => ({
    text,
    score: 6 - changes * 2 + Math.log2(count + 1) / 2,
  }));
}

function titlesNear(db: Database.Database, core: string, limit: number): string[] {
  const size = Math.ceil(core.length / (limit + 1));
  const parts = Array.from({ length: limit + 1 }, (_, at) =>
    pairsOf(core.slice(at * size, (at + 1) * size)),
  ).filter((pairs) => pairs.length > 0);
  const all = pairsOf(core);
  const narrow = parts.map((part) => {
    const others = all.filter((pair) => !part.includes(pair));
    // 第一条第一条: each half holds all there is.
    if (!others.length) return `(${and(part)})`;
    return `(${and(part)} AND (${others.map(quote).join(' OR ')}))`;
  });
  if (!narrow.length || all.length < 2) return [];
  const found = titlesWith(db, `{pairs} : (${narrow.join(' OR ')})`, MAX_NEAR_TITLES);
  if (found.length > 0) return found;
  return titlesWith(db, `{pairs} : (${parts.map(and).join(' OR ')})`, MAX_NEAR_TITLES);
}

function isInTitle(db: Database.Database, core: string): boolean {
  const pairs = pairsOf(core);
  if (!pairs.length) return false;
  return titlesWith(db, `{pairs} : (${and(pairs)})`, 50).some((title) => title.includes(core));
}

function bySound(
  db: Database.Database,
  letters: string,
  words: Words,
  lexicon: Lexicon,
  limit?: number,
): Guess[] {
  const known = knownExpressions(lexicon).bySound(soften(letters));
  const inTitles = stretchesBySound(db, letters, words, limit);
  return [
    ...known.map((text) => ({ text, score: 5 })),
    ...inTitles.map(({ text, count, isWhole, isExact }) => ({
      text,
      score: Math.log2(count + 1) / 2 + (isWhole ? 4 : 0) + (isExact ? 3 : 0),
    })),
  ];
}

function byInitials(
  db: Database.Database,
  letters: string,
  words: Words,
  lexicon: Lexicon,
): Guess[] {
  const known = knownExpressions(lexicon).byInitials(letters);
  const inTitles = stretchesByInitials(db, letters, words);
  return [
    ...inTitles.map(({ text, count, isWhole }) => ({
      text,
      score: Math.log2(count + 1) / 4 + (isWhole ? 3 : 0),
    })),
    ...known.map((text) => ({ text, score: 1 })),
  ];
}

/** Several expressions without a blank between them (laodonghetongjiabanfei), the longest first. */
function soundInParts(
  db: Database.Database,
  letters: string,
  words: Words,
  lexicon: Lexicon,
): Guess[] {
  const syllables = syllablesIn(letters);
  if (!syllables || syllables.length < 3) return [];
  const texts: string[] = [];
  let lookups = 0;
  for (let from = 0; from < syllables.length;) {
    let size = Math.min(syllables.length - from, 12);
    let found: Guess | undefined;
    for (; size > 1 && lookups < MAX_LOOKUPS; size -= 1, lookups += 1) {
      const part = syllables.slice(from, from + size).join('');
      [found] = bySound(db, part, words, lexicon, FEW_TITLES)
        .filter(({ text }) => text.length === size)
        .sort((a, b) => b.score - a.score);
      if (found) break;
    }
    if (!found) return [];
    texts.push(found.text);
    from += size;
  }
  return [{ text: texts.join(' '), score: 2 }];
}

/** Each text once, the best scored first. */
function best(guesses: readonly Guess[]): string[] {
  const scores = new Map<string, number>();
  for (const { text, score } of guesses) {
    const known = scores.get(text);
    // Told by two signs, it is likelier than by either.
    scores.set(text, known === undefined ? score : Math.max(known, score) + 1);
  }
  const highest = Math.max(...scores.values());
  return [...scores]
    .filter(([, score]) => score > highest - FAR_BELOW)
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST)
    .map(([text]) => fold(text));
}

const quote = (pair: string): string => `"${pair}"`;
const and = (pairs: readonly string[]): string =>
  pairs.length === 1 ? quote(pairs[0] as string) : `(${pairs.map(quote).join(' AND ')})`;

const CORRECTED = /^(?=\S*\p{Script=Han})\S+$/u;
const ALL_HAN = /^(?:(?=\p{L})\p{Script=Han})+$/u;
