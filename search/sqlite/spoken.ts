import type Database from 'libsql';
import { MAX_INITIALS, MAX_SOUND, readingsOf, soften, syllablesOf } from '../sound';
import type { Words } from '../words';
import { rows } from './schema';

/** A stretch of titles. */
export type Stretch = {
  text: string;
  /** Titles that hold it. */
  count: number;
  /** It is all there is of a title. */
  isWhole: boolean;
  /** Sounds exactly as typed, not only much alike. */
  isExact: boolean;
};

const MAX_TITLES = 60;
const SHORTEST_PREFIX = 4;
const SHORTEST_INITIALS = 3;

/** Titles' stretches that sound like the letters and begin where a word does, the likeliest first. */
export function stretchesBySound(
  db: Database.Database,
  letters: string,
  words: Words,
  limit = MAX_TITLES,
): Stretch[] {
  const sound = soften(letters);
  if (sound.length < 2) return [];
  const start = sound.slice(0, MAX_SOUND);
  const isPrefix = start.length >= SHORTEST_PREFIX;
  const titles = titlesWith(db, `{sound} : "${start}"${isPrefix ? ' *' : ''}`, limit);
  return gather(titles, words, (spoken, from) => stretchFrom(spoken, from, letters));
}

/** The same by first letters. */
export function stretchesByInitials(
  db: Database.Database,
  letters: string,
  words: Words,
): Stretch[] {
  const start = letters.slice(0, MAX_INITIALS);
  const whole = titlesWith(db, `{initials} : "${start}"`);
  const isPrefix = start.length >= SHORTEST_INITIALS && whole.length === 0;
  const titles = isPrefix ? titlesWith(db, `{initials} : "${start}" *`) : whole;
  return gather(titles, words, (spoken, from) => {
    const chars = spoken.slice(from, from + letters.length);
    const firsts = chars.map(({ syllable }) => syllable.charAt(0)).join('');
    return firsts === letters ? { text: textOf(chars), isExact: true } : null;
  });
}

/** Titles without signs and without the name of the state. The expression is made of quoted letters alone. */
export function titlesWith(
  db: Database.Database,
  expression: string,
  limit = MAX_TITLES,
): string[] {
  const sql = `SELECT d.title_key AS title FROM (
      SELECT rowid FROM heads WHERE heads MATCH ? LIMIT ${limit}
    ) h JOIN doc d ON d.id = h.rowid`;
  return rows<{ title: string }>(db, sql, expression).map(({ title }) => title);
}

type Spoken = { char: string; syllable: string; isStart: boolean };

const textOf = (chars: readonly Spoken[]): string => chars.map(({ char }) => char).join('');

function gather(
  titles: readonly string[],
  words: Words,
  read: (spoken: readonly Spoken[], from: number) => { text: string; isExact: boolean } | null,
): Stretch[] {
  const found = new Map<string, Stretch>();
  for (const title of new Set(titles)) {
    const spoken = spokenChars(title, words);
    for (const [from, { isStart }] of spoken.entries()) {
      const stretch = isStart ? read(spoken, from) : null;
      if (!stretch) continue;
      const isWhole = stretch.text === title;
      const known = found.get(stretch.text);
      if (known) {
        known.count += 1;
        known.isWhole ||= isWhole;
        known.isExact ||= stretch.isExact;
      } else found.set(stretch.text, { ...stretch, count: 1, isWhole });
    }
  }
  return [...found.values()].sort((a, b) => worth(b) - worth(a));
}

const worth = ({ count, isWhole, isExact }: Stretch): number =>
  Math.log2(count + 1) + (isWhole ? 4 : 0) + (isExact ? 3 : 0);

const read = new WeakMap<Words, Map<string, Spoken[]>>();
const MAX_READ = 500;

/** One question looks at the same titles several times. */
function spokenChars(title: string, words: Words): Spoken[] {
  const known = read.get(words) ?? new Map<string, Spoken[]>();
  read.set(words, known);
  const spoken = known.get(title) ?? readAloud(title, words);
  if (known.size >= MAX_READ) known.clear();
  known.set(title, spoken);
  return spoken;
}

function readAloud(title: string, words: Words): Spoken[] {
  return words
    .cut(title)
    .flatMap((word) => words.pieces(word))
    .flatMap((word) => {
      const syllables = syllablesOf(word);
      return [...word].map((char, at) => ({
        char,
        syllable: syllables[at] ?? '',
        isStart: at === 0,
      }));
    });
}

/** The characters from a place on that make up the sound; the last one may be typed in part. */
function stretchFrom(
  spoken: readonly Spoken[],
  from: number,
  letters: string,
): { text: string; isExact: boolean } | null {
  const wanted = soften(letters);
  const walk = (at: number, heard: string): { end: number; heard: string } | null => {
    const soft = soften(heard);
    if (soft === wanted || (soft.startsWith(wanted) && heard !== '')) return { end: at, heard };
    const next = spoken[at];
    if (!next?.syllable || !wanted.startsWith(soft)) return null;
    for (const reading of readingsOf(next.char, next.syllable)) {
      const found = walk(at + 1, heard + reading);
      if (found) return found;
    }
    return null;
  };
  const found = walk(from, '');
  if (!found) return null;
  return { text: textOf(spoken.slice(from, found.end)), isExact: found.heard === letters };
}
