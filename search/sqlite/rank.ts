import { ENDS_AS_NAME } from '../../domain/documents/citations/words';
import { askedKey, fold, titleKey } from '../normalise';
import type { ParsedQuery } from '../query';
import type { MatchPlan, Unit } from './plan';
import type { Combo } from './row';
import { NAMED } from './score';

/** A document that may stand on the first pages, with what speaks for it. */
export type Candidate = {
  slot: number;
  recordId: string;
  /** Ids of the records that it explains. */
  explains: readonly string[];
  standing: number;
  titleKey: string;
  /** Other wordings of a question, as keys. */
  called: readonly string[];
  isNamed: boolean;
  /** What the first look found (score.ts). */
  look: number;
  /** Text of the best passage; empty when there is none. */
  passage: string;
};

export type Ranked = { slot: number; score: number };

// A text that no longer holds stands below one that does, unless it fits far better; one that was amended holds as
// amended, and stands below its newer text alone.
const VALIDITY: Record<string, number> = { amended: 0.98, lapsed: 0.6, repealed: 0.55 };
// An interpretation, a topic or a report stands beside its document, not above it.
const COLLECTION: Record<string, number> = {
  interpretations: 0.75,
  'annual-reports': 0.9,
  topics: 0.95,
  policies: 0.95,
  consultations: 0.85,
  proposals: 0.7,
};
// What holds for the whole country, before what holds for a place or for a case.
const KIND: Record<string, number> = {
  law: 1,
  regulation: 0.985,
  judicial: 0.955,
  'local-regulation': 0.94,
  rule: 0.94,
};
// Worth in the score of the words' share of the title, and of how closely the words stand.
const COVERAGE = 0.8;
const CLOSENESS = 0.8;
// Of titles that hold every word the one with least besides is meant: 民事证据规定, not those on patents.
const BREVITY = 1;
// Whoever types a whole title wants that text, in force or not.
const VERY_TITLE = 10;
const SHORTEST_NAME = 4;
// 管理办法 at the end of a title is its own name, before that it is another's (关于修改……管理办法的决定).
const OWN_NAME = 0.6;
const OTHER_KIND = 0.925;
const JUST_BELOW = 0.999;

/** What kind and state of a record are worth, 1 for a law in force. */
export const standing = (combo: Combo): number =>
  (VALIDITY[combo.validity ?? ''] ?? 1) *
  (COLLECTION[combo.collection] ?? 1) *
  (combo.collection === 'documents' ? (KIND[combo.kind ?? ''] ?? OTHER_KIND) : 1);

/** Puts candidates in order: the named document, then by title, passage, validity and date. */
export function rank(
  candidates: readonly Candidate[],
  query: ParsedQuery,
  plan: MatchPlan,
): Ranked[] {
  const wanted = titleKey(query.text);
  const asked = askedKey(query.text);
  const isName = wanted.length >= SHORTEST_NAME && ENDS_AS_NAME.test(wanted);
  const typed = fold(query.text).replace(/\s+/g, '');
  const units = plan.units.filter(({ isWeak }) => !isWeak);
  const words = units.map(({ text }) => text);
  const names = namesFor(units, wanted);
  const keys = units.map(({ forms }) => forms.map(({ text }) => titleKey(text)));
  const scores = new Map<string, number>();
  const ranked = candidates.map((one) => {
    const titles = [one.titleKey, ...one.called];
    const fit =
      one.look +
      Math.max(
        ...titles.map(
          (title) =>
            Math.max(...names.map(({ key, weight }) => titleFit(title, key) * weight)) +
            (isName && title.endsWith(wanted) ? OWN_NAME : 0) +
            coverage(title, keys) * COVERAGE,
        ),
      ) +
      Math.max(
        closeness(one.passage, typed, words),
        ...titles.map((title) => closeness(title, typed, words)),
      ) *
        CLOSENESS;
    const isVeryTitle =
      wanted.length >= SHORTEST_NAME && (titles.includes(wanted) || one.called.includes(asked));
    const score = fit * one.standing + (isVeryTitle ? VERY_TITLE : 0) + (one.isNamed ? NAMED : 0);
    scores.set(one.recordId, score);
    return { slot: one.slot, score, explains: one.explains };
  });
  for (const one of ranked) {
    const explained = one.explains.flatMap((id) => scores.get(id) ?? []);
    if (explained.length) one.score = Math.min(one.score, Math.max(...explained) * JUST_BELOW);
  }
  return ranked.map(({ slot, score }) => ({ slot, score }));
}

/** How nearly the typed words are the title itself: 3 when they are, 0 when it doesn't hold them. */
function titleFit(title: string, wanted: string): number {
  if (wanted.length < 2 || title === '') return 0;
  if (title === wanted) return 3;
  const at = title.indexOf(wanted);
  if (at < 0) return 0;
  const share = wanted.length / title.length;
  const isAtEdge = at === 0 || at + wanted.length === title.length;
  return share * 1.5 + (isAtEdge ? 0.6 : 0.3);
}

/** What the title may be called: as typed, and with the best of what serves in its place (食安法, 食品安全法). */
function namesFor(units: readonly Unit[], wanted: string): { key: string; weight: number }[] {
  const names = [{ key: wanted, weight: 1 }];
  const [only] = units;
  if (units.length === 1 && only) {
    for (const { text, weight } of only.forms) names.push({ key: titleKey(text), weight });
  } else {
    const best = units.map(({ forms }) => forms[1] ?? forms[0]);
    const weight = Math.min(...best.map((form) => form?.weight ?? 1));
    names.push({ key: best.map((form) => titleKey(form?.text ?? '')).join(''), weight });
  }
  return names;
}

/** The share of the words, by length, that the title holds in any of their forms; for all, what share of it they are too. */
function coverage(title: string, words: readonly (readonly string[])[]): number {
  let [all, held] = [0, 0];
  for (const forms of words) {
    const length = forms[0]?.length ?? 0;
    all += length;
    if (forms.some((form) => form !== '' && title.includes(form))) held += length;
  }
  if (all === 0) return 0;
  const isWhole = held === all && words.length > 1;
  return held / all + (isWhole ? BREVITY * Math.min(1, held / title.length) : 0);
}

const MAX_PLACES = 50;
const ALL_HAN = /^\p{Script=Han}+$/u;

/** How nearly a passage has the words as they were typed: 2 when it does, up to 1 the closer they stand. */
function closeness(passage: string, typed: string, words: readonly string[]): number {
  if (passage === '' || words.length === 0) return 0;
  // Folding each passage costs more than all else here, and Chinese words are the same unfolded.
  const text = ALL_HAN.test(typed) ? passage : fold(passage);
  if (typed.length > 1 && text.includes(typed))
    return words.length > 1 ? 2 + Math.min(1, typed.length / 12) : 0.5;
  if (words.length < 2) return 0;
  const pairs = words.slice(1).filter((word, n) => text.includes(`${words[n]}${word}`)).length;
  return (pairs / (words.length - 1)) * 0.5 + nearness(text, words) * 0.5;
}

/** 1 when the words that the text holds follow each other, less the farther apart the nearest of them are. */
function nearness(text: string, words: readonly string[]): number {
  const places = words
    .flatMap((word, n) => placesOf(text, word).map((at) => ({ at, end: at + word.length, n })))
    .sort((a, b) => a.at - b.at);
  const distinct = new Set(places.map(({ n }) => n));
  if (distinct.size < 2) return 0;
  const own = [...distinct].reduce((sum, n) => sum + (words[n] as string).length, 0);
  const counts = new Map<number, number>();
  let shortest = Infinity;
  let tail = 0;
  for (const place of places) {
    counts.set(place.n, (counts.get(place.n) ?? 0) + 1);
    while (counts.size === distinct.size) {
      const first = places[tail] as (typeof places)[number];
      shortest = Math.min(shortest, place.end - first.at);
      const left = (counts.get(first.n) as number) - 1;
      if (left) counts.set(first.n, left);
      else counts.delete(first.n);
      tail += 1;
    }
  }
  return distinct.size / words.length / (1 + Math.max(0, shortest - own) / 30);
}

function placesOf(text: string, word: string): number[] {
  const places: number[] = [];
  let at = text.indexOf(word);
  while (at >= 0 && places.length < MAX_PLACES) {
    places.push(at);
    at = text.indexOf(word, at + word.length);
  }
  return places;
}
