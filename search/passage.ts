import type { Mark, MarkedText, Snippet } from './engine';
import { fold } from './normalise';

const MAX_PLACES_PER_WORD = 400;
const SENTENCE_END = /[。！？；\n]/;

type Place = { start: number; end: number; word: number };

/** A text with every occurrence of the words marked; overlapping marks are joined. */
export function markWords(text: string, words: readonly string[]): MarkedText {
  return { text, marks: toMarks(findPlaces(text, words), 0, text.length) };
}

/**
 * The stretch of a body that holds the most, and the longest, of the words; its beginning when it
 * holds none. It starts at a sentence where one begins near by.
 * @param words folded; a longer word counts more than the shorter ones inside it
 * @param length about so many UTF-16 units
 */
export function bestPassage(body: string, words: readonly string[], length: number): Snippet {
  const places = findPlaces(body, words);
  const first = places.length ? densest(places, words, length) : null;
  const from = first && body.length > length ? startOf(body, first.start, first.end, length) : 0;
  const start = skipBlank(body, from);
  const end = wholeCharacter(body, Math.min(body.length, start + length));
  return {
    text: body.slice(start, end).replace(/\s/g, ' '),
    marks: toMarks(places, start, end),
    cutBefore: start > 0 && body.slice(0, start).trim() !== '',
    cutAfter: body.slice(end).trim() !== '',
  };
}

function findPlaces(text: string, words: readonly string[]): Place[] {
  // Folding a long law costs more than searching it, and Chinese words are the same unfolded.
  const searched = words.some((word) => /[a-z0-9\s\p{P}]/u.test(word)) ? fold(text) : text;
  const places: Place[] = [];
  words.forEach((word, index) => {
    if (word === '') return;
    let at = searched.indexOf(word);
    for (let count = 0; at >= 0 && count < MAX_PLACES_PER_WORD; count += 1) {
      places.push({ start: at, end: at + word.length, word: index });
      at = searched.indexOf(word, at + word.length);
    }
  });
  return places.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** The window of places whose distinct words weigh most; the first of equals. */
function densest(
  places: readonly Place[],
  words: readonly string[],
  length: number,
): { start: number; end: number } {
  const counts = new Map<number, number>();
  let best = { start: 0, end: 0, weight: -1 };
  let weight = 0;
  let tail = 0;
  for (const place of places) {
    const seen = counts.get(place.word) ?? 0;
    counts.set(place.word, seen + 1);
    weight += seen === 0 ? weightOf(words[place.word]) : REPEATED;
    while (place.end - (places[tail] as Place).start > length * 0.8 && places[tail] !== place) {
      const left = (places[tail] as Place).word;
      const remaining = (counts.get(left) ?? 1) - 1;
      counts.set(left, remaining);
      weight -= remaining === 0 ? weightOf(words[left]) : REPEATED;
      tail += 1;
    }
    if (weight > best.weight + REPEATED / 2) {
      best = { start: (places[tail] as Place).start, end: place.end, weight };
    }
  }
  return best;
}

const REPEATED = 0.01;
const weightOf = (word: string | undefined): number => (word ? word.length ** 1.5 : 0);

/** Where the passage begins so that the found words stand in it with some text before them. */
function startOf(body: string, start: number, end: number, length: number): number {
  const spare = Math.max(0, length - (end - start));
  const earliest = Math.max(0, start - Math.floor(spare * 0.6));
  for (let at = start - 1; at >= earliest; at -= 1) {
    if (SENTENCE_END.test(body.charAt(at))) return at + 1;
  }
  if (earliest === 0) return 0;
  return wholeCharacter(body, Math.max(0, start - Math.floor(spare * 0.3)));
}

function skipBlank(body: string, from: number): number {
  let at = from;
  while (at < body.length && /\s/.test(body.charAt(at))) at += 1;
  return at < body.length ? at : from;
}

/** A position that is not between the halves of a surrogate pair. */
function wholeCharacter(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at + 1 : at;
}

function toMarks(places: readonly Place[], from: number, to: number): Mark[] {
  const marks: Mark[] = [];
  for (const place of places) {
    const start = Math.max(place.start, from) - from;
    const end = Math.min(place.end, to) - from;
    if (end <= start) continue;
    const last = marks.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else marks.push([start, end]);
  }
  return marks;
}
