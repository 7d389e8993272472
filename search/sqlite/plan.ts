import type { Form, ParsedQuery, Term } from '../query';
import { isLocalNumber } from '../telephone';
import type { Words } from '../words';

/**
 * Full-text expressions for one question. They are made of words that hold letters and digits
 * alone, each in quotation marks: nothing a person types is read as syntax.
 */
export type MatchPlan = {
  /** One unit for each thing to find; no units: the question names nothing to find. */
  units: Unit[];
  /** The stretches typed without a blank that have several words, each as it stands; empty when there are none. */
  asTyped: string[];
  /** Each stretch as a phrase, for when its words are found nowhere; empty for a question that is more than a few words. */
  asPhrases: Unit[];
  /** Whether the words were typed without a blank between them: a question then, of which not each has to be found. */
  isOneStretch: boolean;
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
  /** As typed, without blanks. */
  text: string;
  /** What finds it: as typed with weight 1, then what serves in its place. */
  forms: UnitForm[];
  /** All its parts in one row, for a text that has them apart; null when there are none. */
  loose: Expression | null;
  /**
   * For a phrase whose ends may be torn out of longer words: `loose` finds its middle or its characters, and a row
   * holds the phrase only if these characters stand in it. Letters of Chinese script alone.
   */
  verify?: string;
  /** `loose` finds single characters wherever they stand: enough beside other words that are found, not by itself. */
  isScattered?: boolean;
  /** Speaks for a result but need not be found. */
  isWeak: boolean;
  in?: 'title' | 'agency';
};

export type UnitForm = { text: string; weight: number; expression: Expression };

/** One expression for each place where a unit is looked for. */
export type Expression = { words: string; title: string; agency: string };

// A bit for each in 32.
const MAX_UNITS = 31;
const MAX_FORMS = 8;
// What is typed that is no question but the name of something.
const MAX_STRETCHES = 4;
const LONGEST_STRETCH = 8;
// Characters at the two ends of a phrase that a torn word may have spoilt.
const TORN_AT_START = 2;
const TORN_AT_END = 3;
// Stands for the columns in which words follow each other as in the text.
const TEXT = '@';

export function planMatch(query: ParsedQuery, words: Words): MatchPlan {
  const units = new Map<string, Unit>();
  const add = (unit: Unit | null): void => {
    if (!unit || units.size >= MAX_UNITS) return;
    const key = `${unit.in ?? ''} ${unit.forms[0]?.expression.words ?? ''}`;
    if (!units.has(key)) units.set(key, unit);
  };
  for (const phrase of query.phrases) add(phraseUnit(phrase, words));
  // 宜府发〔2026〕6号 is a number, and 发 in it no word that has synonyms.
  const isNumber = query.numberKeys.length > 0;
  const all = query.terms.flatMap((term) =>
    termUnits(isNumber ? { ...term, also: [] } : term, words),
  );
  const meaningful = all.filter((unit) => !words.isStopWord(unit.text) || unit.forms.length > 1);
  for (const unit of meaningful.length || units.size ? meaningful : all) add(unit);
  const found = [...units.values()];
  // A question of weak words alone asks for these.
  const isAllWeak = found.every(({ isWeak }) => isWeak);
  const wanted = new Set(found.map(({ text }) => text));
  const marks = new Set(
    found
      .filter(({ isWeak }) => isAllWeak || !isWeak)
      .flatMap(({ text, forms }) => [
        ...words.cut(text).flatMap((word) => (isLocalNumber(word) ? word : words.parts(word))),
        ...forms.flatMap((form) => form.text.split(/\s+/)),
      ]),
  );
  return {
    units: isAllWeak ? found.map((unit) => ({ ...unit, isWeak: false })) : found,
    asTyped: query.text.split(/\s+/).flatMap((stretch) => {
      const expression = words.cut(stretch).length > 1 ? inARow(stretch, words) : null;
      return expression === null ? [] : asExpression(expression).words;
    }),
    asPhrases: asPhrases(query, words),
    isOneStretch:
      !query.phrases.length && !/\s/.test(query.text) && query.terms.every((term) => !term.in),
    excluded: excludedBy(query, words),
    numberWords: query.numberKeys,
    words: [...wanted],
    marks: [...new Set([...wanted, ...marks])].sort((a, b) => b.length - a.length),
  };
}

/** A text may be cut otherwise than the question: 新学年度 into 新学 and 年度, and 学年 is found in it by its characters alone. */
function asPhrases(query: ParsedQuery, words: Words): Unit[] {
  const isPlain =
    !query.numberKeys.length &&
    !query.phrases.length &&
    query.terms.every((term) => term.isWeak || !term.in);
  const typed = query.text.split(/\s+/);
  const meaningful = typed.filter((one) => !words.isStopWord(one));
  const stretches = meaningful.length ? meaningful : typed;
  if (!isPlain || stretches.length > MAX_STRETCHES || !stretches.every(isShortHan)) return [];
  return [...new Set(stretches)].flatMap((stretch) => phraseUnit(stretch, words) ?? []);
}

const isShortHan = (text: string): boolean =>
  text.length > 1 && text.length <= LONGEST_STRETCH && ALL_HAN.test(text);

function termUnits(term: Term, words: Words): Unit[] {
  const groups = groupsOf(term.text, words);
  const rest = { isWeak: Boolean(term.isWeak), in: term.in };
  if (!term.also.length) return groups.map((group) => ({ ...groupUnit(group, words), ...rest }));
  const [group = []] = groups;
  const typed = groups.length === 1 ? groupUnit(group, words) : stretchUnit(term.text, words);
  if (!typed) return [];
  const also = term.also.slice(0, MAX_FORMS).flatMap((form) => alsoForm(form, words));
  return [{ ...typed, ...rest, forms: [...typed.forms, ...also] }];
}

/** Several words that are one thing: in a row, else all of them in one passage. */
function stretchUnit(text: string, words: Words): Unit | null {
  const expression = inARow(text, words);
  if (!expression) return null;
  const groups = groupsOf(text, words).map((group) => groupUnit(group, words));
  return {
    text: text.replace(/\s+/g, ''),
    forms: [{ text, weight: 1, expression: asExpression(expression) }],
    loose: asExpression(and(groups.map((unit) => unit.raw))),
    isWeak: false,
  };
}

function alsoForm({ text, weight }: Form, words: Words): UnitForm[] {
  const parts = text.split(/\s+/).flatMap((stretch) => inARow(stretch, words) ?? []);
  return parts.length ? [{ text, weight, expression: asExpression(and(parts)) }] : [];
}

/** The words of a stretch one after the other, or as the parts of a longer word. */
function inARow(text: string, words: Words): string | null {
  const cut = words.cut(text);
  if (!cut.length) return null;
  if (cut.length === 1) return quote(cut[0] as string);
  return `(${TEXT} : ${quote(cut.join(' '))} OR ${quote(cut.join(''))})`;
}

function excludedBy(query: ParsedQuery, words: Words): string | null {
  const units = [
    ...query.excludedPhrases.flatMap((phrase) => phraseUnit(phrase, words)?.raw ?? []),
    ...query.excludedTerms.flatMap((term) => {
      // An excluded stretch is one thing: -财政补贴 leaves out what has both its words.
      const groups = groupsOf(term, words).map((group) => groupUnit(group, words).raw);
      return groups.length ? and(groups) : [];
    }),
  ].slice(0, MAX_UNITS);
  return units.length ? asExpression(units.join(' OR ')).words : null;
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

type RawUnit = Unit & { raw: string };

function groupUnit(group: readonly string[], words: Words): RawUnit {
  const text = group.join('');
  if (group.length > 1) {
    const raw = `(${TEXT} : ${quote(group.join(' '))} OR ${quote(text)})`;
    return { ...unitOf(text, raw, and(group.map(quote))), isScattered: true };
  }
  const pieces = words.pieces(text);
  return unitOf(text, quote(text), pieces.length > 1 ? and(pieces.map(quote)) : null);
}

/**
 * The last word may be the beginning of a longer one, and the whole may stand inside a longer word:
 * 信息公开 in 政府信息公开条例.
 */
function phraseUnit(phrase: string, words: Words): RawUnit | null {
  const cut = words.cut(phrase);
  if (!cut.length) return null;
  const exact = `(${TEXT} : ${quote(cut.join(' '))} * OR ${quote(cut.join(''))})`;
  if (!ALL_HAN.test(phrase)) return unitOf(phrase, exact, null);
  const middle = middleOf(cut);
  const loose = middle.length
    ? `(${TEXT} : ${quote(middle.join(' '))})`
    : and([...new Set(phrase)].map(quote));
  return { ...unitOf(phrase, exact, loose), verify: phrase };
}

const unitOf = (text: string, raw: string, loose: string | null): RawUnit => ({
  text,
  raw,
  forms: [{ text, weight: 1, expression: asExpression(raw) }],
  loose: loose === null ? null : asExpression(loose),
  isWeak: false,
});

/** What is left without the words at both ends, where a word torn in two is cut in some other way. */
function middleOf(cut: readonly string[]): string[] {
  let [from, to] = [0, cut.length];
  for (let left = TORN_AT_START; left > 0 && from < to; from += 1) left -= cut[from]?.length ?? 0;
  for (let left = TORN_AT_END; left > 0 && to > from; to -= 1) left -= cut[to - 1]?.length ?? 0;
  return cut.slice(from, to);
}

const asExpression = (raw: string): Expression => ({
  words: raw.replaceAll(TEXT, '{text number agency extra}'),
  title: `{title parts chars} : (${raw.replaceAll(TEXT, '{title}')})`,
  agency: `{agency} : (${raw.replaceAll(TEXT, '{agency}')})`,
});

const and = (expressions: readonly string[]): string =>
  expressions.length === 1 ? (expressions[0] as string) : `(${expressions.join(' AND ')})`;

const quote = (words: string): string => `"${words}"`;

const ALL_HAN = /^(?:(?=\p{L})\p{Script=Han})+$/u;

const isOneHan = (word: string): boolean => /^\p{Script=Han}$/u.test(word);
