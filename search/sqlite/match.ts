import type { ParsedQuery } from '../query';
import type { Words } from '../words';

/**
 * Full-text expressions for one question. They are made of words that hold letters and digits
 * alone, each in quotation marks: nothing a person types is read as syntax.
 */
export type MatchPlan = {
  /** One unit for each thing that must be found; no units: the question names nothing to find. */
  units: Unit[];
  /** What must not be found, one expression; null when nothing is left out. */
  excluded: string | null;
  /** The words under which the named document numbers are indexed. */
  numberWords: string[];
  /** The words and phrases asked for, without the parts of words. */
  words: string[];
  /** Words, parts of words and phrases to mark in a result, longest first. */
  marks: string[];
};

export type Unit = {
  /** The word as it stands. */
  exact: string;
  /** All its parts, for a text that has them apart; the same as `exact` when there are none. */
  loose: string;
  /**
   * For a phrase whose ends may be torn out of longer words: `loose` finds its middle or its characters, and a text
   * holds the phrase only if these characters stand in it. Letters of Chinese script alone.
   */
  verify?: string;
};

const MAX_UNITS = 32;
// Characters at the two ends of a phrase that a torn word may have spoilt.
const TORN_AT_START = 2;
const TORN_AT_END = 3;
const TEXT_COLUMNS = '{title number agency body extra}';

export function planMatch(query: ParsedQuery, words: Words): MatchPlan {
  const units = new Map<string, Unit>();
  const wanted = new Set<string>();
  const marks = new Set<string>();
  const add = (key: string, unit: Unit | null): void => {
    if (unit && units.size < MAX_UNITS) units.set(key, unit);
  };
  for (const phrase of query.phrases) {
    wanted.add(phrase);
    add(`"${phrase}`, phraseUnit(phrase, words));
  }
  const groups = query.terms.flatMap(({ text }) => groupsOf(text, words));
  const meaningful = groups.filter((group) => !words.isStopWord(group.join('')));
  for (const group of meaningful.length || units.size ? meaningful : groups) {
    wanted.add(group.join(''));
    for (const word of group) for (const piece of words.parts(word)) marks.add(piece);
    add(group.join(' '), groupUnit(group, words));
  }
  return {
    units: [...units.values()],
    excluded: excludedBy(query, words),
    numberWords: query.numberKeys,
    words: [...wanted],
    marks: [...new Set([...wanted, ...marks])].sort((a, b) => b.length - a.length),
  };
}

type How = 'exact' | 'loose';

/** All units; the number's own document in any case. */
export const matchAll = (plan: MatchPlan, how: How): string =>
  finish(plan, plan.units.map((unit) => unit[how]).join(' AND '));

/**
 * At least `count` of the units, as every choice of so many. Grows quickly: for a few units only.
 */
export function matchSome(plan: MatchPlan, count: number): string {
  const choices = combinations(plan.units, count).map(
    (chosen) => `(${chosen.map((unit) => (unit.verify ? unit.exact : unit.loose)).join(' AND ')})`,
  );
  return finish(plan, choices.join(' OR '));
}

/**
 * The units as a title has to hold them, so that whatever it matches is matched by `matchAll` too;
 * exclusion is left to the caller.
 */
export function matchTitle(plan: MatchPlan, how: How): string {
  const units = plan.units.map((unit) => unit[how].replaceAll(TEXT_COLUMNS, '{title}'));
  return `{title parts chars} : (${units.join(' AND ')})`;
}

function finish(plan: MatchPlan, expression: string): string {
  const wanted = [...(expression ? [`(${expression})`] : []), ...plan.numberWords.map(quote)].join(
    ' OR ',
  );
  return plan.excluded ? `(${wanted}) NOT (${plan.excluded})` : wanted;
}

function excludedBy(query: ParsedQuery, words: Words): string | null {
  const units = [
    ...query.excludedPhrases.map((phrase) => phraseUnit(phrase, words)),
    ...query.excludedTerms.map((term) => termUnit(term, words)),
  ].slice(0, MAX_UNITS);
  const expressions = units.flatMap((unit) => (unit ? [unit.exact] : []));
  return expressions.length ? expressions.join(' OR ') : null;
}

/** An excluded stretch is one thing: -财政补贴 leaves out what has both its words. */
function termUnit(term: string, words: Words): Unit | null {
  const units = groupsOf(term, words).map((group) => groupUnit(group, words));
  if (!units.length) return null;
  return {
    exact: `(${units.map((unit) => unit.exact).join(' AND ')})`,
    loose: `(${units.map((unit) => unit.loose).join(' AND ')})`,
  };
}

/**
 * Words of a stretch. Single characters that follow each other are kept together: mostly they are
 * a name that no dictionary has, and apart they would match nearly every text.
 */
function groupsOf(term: string, words: Words): string[][] {
  const groups: string[][] = [];
  for (const run of words.runs(term)) {
    let singles: string[] = [];
    for (const word of run) {
      const isSingle = isOneHan(word) && !words.isStopWord(word);
      if (isSingle) singles.push(word);
      if (!isSingle || singles.length === 1) {
        if (!isSingle) singles = [];
        groups.push(isSingle ? singles : [word]);
      }
    }
  }
  return groups;
}

function groupUnit(group: readonly string[], words: Words): Unit {
  const [word = ''] = group;
  if (group.length > 1) {
    const unit = `(${TEXT_COLUMNS} : ${quote(group.join(' '))} OR ${quote(group.join(''))})`;
    return { exact: unit, loose: `(${group.map(quote).join(' AND ')})` };
  }
  const pieces = words.pieces(word);
  return { exact: quote(word), loose: `(${quote(word)} OR (${pieces.map(quote).join(' AND ')}))` };
}

/**
 * The last word may be the beginning of a longer one, and the whole may stand inside a longer word:
 * 信息公开 in 政府信息公开条例.
 */
function phraseUnit(phrase: string, words: Words): Unit | null {
  const cut = words.cut(phrase);
  if (!cut.length) return null;
  const joined = cut.join('');
  const exact = `(${TEXT_COLUMNS} : ${quote(cut.join(' '))} * OR ${quote(joined)})`;
  if (!ALL_HAN.test(phrase)) return { exact, loose: exact };
  const middle = middleOf(cut);
  const loose = middle.length
    ? `(${TEXT_COLUMNS} : ${quote(middle.join(' '))})`
    : `(${[...new Set(phrase)].map(quote).join(' AND ')})`;
  return { exact, loose, verify: phrase };
}

/** What is left without the words at both ends, where a word torn in two is cut in some other way. */
function middleOf(cut: readonly string[]): string[] {
  let [from, to] = [0, cut.length];
  for (let left = TORN_AT_START; left > 0 && from < to; from += 1) left -= cut[from]?.length ?? 0;
  for (let left = TORN_AT_END; left > 0 && to > from; to -= 1) left -= cut[to - 1]?.length ?? 0;
  return cut.slice(from, to);
}

const quote = (words: string): string => `"${words}"`;

const ALL_HAN = /^(?:(?=\p{L})\p{Script=Han})+$/u;

const isOneHan = (word: string): boolean => /^\p{Script=Han}$/u.test(word);

function combinations<T>(items: readonly T[], count: number): T[][] {
  if (count === 0) return [[]];
  return items.flatMap((item, index) =>
    combinations(items.slice(index + 1), count - 1).map((rest) => [item, ...rest]),
  );
}
