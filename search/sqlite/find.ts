import type Database from 'libsql';
import { formatDocumentNumber, type DocumentNumber } from '../../domain/documents/number';
import type { SearchFilters, SearchQuery, SearchResult } from '../engine';
import { parseQuery, writtenStretch, type ParsedQuery } from '../query';
import type { Lexicon } from '../lexicon';
import { titleKey } from '../normalise';
import { mentionOf, wholeNumber } from '../number-keys';
import { simplified } from '../simplified';
import type { Words } from '../words';
import { at, Columns } from './columns';
import { Combos } from './combos';
import { directAnswer, findArticle, type Article } from './direct';
import { countFacets, noFacets } from './facets';
import { readHits, type Wanted } from './hits';
import { Lists } from './lists';
import { Matcher, type Matched } from './match';
import { byAndBy, chained, countGroups, dayOrder, groupVersions, type Compare } from './order';
import { planMatch } from './plan';
import { orderByRelevance, type Index, type Ordered } from './relevance';
import { rows } from './schema';
import { bestPassage } from './score';
import { asNamed } from './titles';
import { spelled } from './row';
import { corrections, isSoundTyped, readSound } from './spell';

const MAX_LIMIT = 100;
const MAX_OFFSET = 20_000;
const MAX_NAMED = 100;
const MAX_VERSIONS = 5;
const MAX_CORRECTIONS = 3;
// What is longer is no name that was mistyped.
const MAX_CORRECTED = 16;
const LOOKED_AT = 5;

/** A question and what it finds. */
export type Reading = {
  parsed: ParsedQuery;
  matched: Matched;
  /** Found and within the days asked for; the facets are counted over these. */
  dated: Int32Array;
  /** See Combos.failing. */
  failing: Int32Array | null;
  /** Found and within all filters. */
  passing: Int32Array;
  pinned: readonly number[];
  article: Article | null;
};

/** Answers questions from one open file. What it has read of the index it keeps, as long as that doesn't change. */
export class Finder {
  readonly #db: Database.Database;
  readonly #words: Words;
  readonly #lexicon: Lexicon;
  readonly #columns: Columns;
  readonly #combos: Combos;
  readonly #lists: Lists;
  readonly #matcher: Matcher;
  readonly #index: Index;

  /** @param mostRead row numbers that are read for one question; see Matcher */
  constructor(db: Database.Database, words: Words, lexicon: Lexicon, mostRead?: number) {
    this.#db = db;
    this.#words = words;
    this.#lexicon = lexicon;
    this.#columns = new Columns(db);
    this.#combos = new Combos(db);
    this.#lists = new Lists(db);
    this.#matcher = new Matcher(db, this.#columns, this.#lists, mostRead);
    this.#index = { db, matcher: this.#matcher, columns: this.#columns, combos: this.#combos };
  }

  /** One snapshot for the whole answer, so that counts and list agree while others write. */
  search(query: SearchQuery): SearchResult {
    const started = performance.now();
    this.#db.exec('BEGIN');
    try {
      this.#refresh();
      return { ...this.#search(query), took: performance.now() - started };
    } finally {
      this.#db.exec('ROLLBACK');
    }
  }

  #refresh(): void {
    if (!this.#columns.refresh()) return;
    this.#combos.refresh();
    this.#lists.forget();
  }

  /** As typed; when that stands nowhere so, what was meant by it instead, if a title is called so. */
  #search(query: SearchQuery): Omit<SearchResult, 'took'> {
    const typed = this.#readTyped(query);
    const missing = typed.matched.named.size ? null : wholeNumber(typed.parsed.text);
    if (missing) return this.#mentioning(missing, query);
    const result = this.#answer(typed, query);
    const isFound = typed.passing.length > 0 && !typed.matched.isRelaxed;
    // Only the beginning of the list shows whether a title is called so.
    const isBeginning = !query.offset && (query.sort ?? 'relevance') === 'relevance';
    const isHeld = !isBeginning || holdsTyped(result, typed.parsed);
    // What an article answers asks for no other reading.
    if (typed.article || (isFound && typed.matched.isAsTyped && isHeld)) return result;
    const meant = this.#meant(typed, query, isFound);
    const [best] = meant;
    if (best === undefined) return result;
    const answer = this.#answer(this.#read(best.text, query), query);
    const isBetter = !typed.passing.length || (!typed.matched.isAsTyped && best.isTitle);
    if (!isBetter) return { ...result, corrections: meant.map(({ text }) => text) };
    const others = meant.slice(1).map(({ text }) => text);
    return { ...answer, isCut: result.isCut, answeredFor: best.text, corrections: others };
  }

  /** What mentions a number that no record bears, and nothing that merely holds some of its digits. */
  #mentioning(number: DocumentNumber, query: SearchQuery): Omit<SearchResult, 'took'> {
    const read = this.#read(mentionOf(number), query);
    const { matched, pinned } = read;
    const own = Int32Array.from(pinned).sort();
    const onlyOwn = { dated: own, passing: own, matched: { ...matched, isRelaxed: false } };
    return {
      ...this.#answer(matched.isRelaxed ? { ...read, ...onlyOwn } : read, query),
      searchedToo: [],
      missingNumber: formatDocumentNumber(number),
    };
  }

  /** Other texts that find everything they name, the likeliest first, at most three. */
  #meant(
    { parsed, matched }: Reading,
    query: SearchQuery,
    isFound: boolean,
  ): { text: string; isTitle: boolean }[] {
    const isLeftOut = parsed.excludedTerms.length > 0 || parsed.excludedPhrases.length > 0;
    const isExact = parsed.phrases.length > 0 || parsed.stretches.some((one) => one.isQuoted);
    if (isExact || isLeftOut || parsed.text === '') return [];
    if (matched.named.size) return [];
    const isSound = isSoundTyped(parsed.text);
    if (isFound && (isSound || parsed.text.length > MAX_CORRECTED)) return [];
    const texts = isSound
      ? this.#spoken(parsed)
      : corrections(this.#db, parsed, this.#words, this.#lexicon);
    const meant: { text: string; isTitle: boolean }[] = [];
    for (const text of texts) {
      if (meant.length >= MAX_CORRECTIONS) break;
      const found = this.#read(text, query, 'guess');
      // An article that is found is what was meant, though its text counts in characters (第三十九条) and the question in digits.
      if (!found.passing.length || (found.matched.isRelaxed && !found.article)) continue;
      meant.push({ text, isTitle: isSound || this.#isInTitle(found.parsed.text) });
    }
    return meant;
  }

  /** What letters stand for, where they were looked for: title:tingche is title:停车. */
  #spoken({ text, stretches }: ParsedQuery): string[] {
    const fields = new Set(stretches.map((one) => one.in));
    const [field] = fields;
    if (fields.size > 1) return [];
    return readSound(this.#db, text, this.#words, this.#lexicon).map((one) =>
      writtenStretch({ text: one, ...(field && { in: field }) }),
    );
  }

  #isInTitle(text: string): boolean {
    const letters = spelled(text).join(' ');
    return this.#lists.get('heads', `{spelled} : "${letters}"`).length > 0;
  }

  /** What was typed; with its characters as they stand where that is held, and what they mean in simplified ones is not. */
  #readTyped(query: SearchQuery): Reading {
    const typed = this.#read(query.text, query);
    if (typed.matched.isAsTyped || simplified(query.text) === query.text) return typed;
    const literal = this.#read(query.text, query, 'letters');
    return literal.matched.isAsTyped ? literal : this.#read(query.text, query);
  }

  /**
   * What a text finds. It holds until the next is read.
   *
   * @param as a guess is found by its words alone, and letters are no Traditional characters
   */
  #read(text: string, query: SearchQuery, as?: 'guess' | 'letters'): Reading {
    const { lexicon, synonyms } = { lexicon: this.#lexicon, synonyms: query.synonyms };
    const isLiteral = as === 'letters';
    const parsed = asNamed(parseQuery(text, { lexicon, synonyms, isLiteral }), this.#db);
    const planned = planMatch(parsed, this.#words);
    const plan = as === 'guess' ? { ...planned, asPhrases: [] } : planned;
    const matched = this.#matcher.match(plan, text.trim() !== '');
    const article = parsed.article && findArticle(parsed.article, this.#index);
    const pinned = this.#slots(query.pinned ?? []);
    const without = this.#slots(query.without ?? []);
    const filters = query.filters ?? {};
    const found = including(
      matched.slots,
      [...pinned, ...(article ? [article.slot] : [])],
      without,
    );
    const dated = this.#dated(found, filters);
    const failing = this.#combos.failing(filters);
    const passing = failing
      ? dated.filter((slot) => at(failing, at(this.#columns.combos, slot)) === 0)
      : dated;
    const isPassing = (slot: number): boolean => passing.includes(slot);
    return {
      parsed,
      matched,
      dated,
      failing,
      passing,
      pinned: pinned.filter(isPassing),
      article: article && isPassing(article.slot) ? article : null,
    };
  }

  #answer(reading: Reading, query: SearchQuery): Omit<SearchResult, 'took'> {
    const { parsed, matched, dated, failing, passing } = reading;
    return {
      total: countGroups(passing, this.#columns),
      hits: readHits(
        this.#db,
        this.#page(reading, query),
        matched.plan,
        query.snippetLength ?? 120,
      ),
      facets:
        query.facets === false
          ? noFacets()
          : countFacets(dated, this.#columns, this.#combos, failing),
      direct: directAnswer(reading, this.#index),
      missingNumber: null,
      answeredFor: null,
      corrections: [],
      searchedToo: matched.also,
      isRelaxed: matched.isRelaxed,
      isCut: parsed.isCut,
    };
  }

  /** The results of the page asked for, in order. */
  #page(reading: Reading, query: SearchQuery): Wanted[] {
    const { passing, matched, pinned } = reading;
    const offset = clamp(query.offset ?? 0, 0, MAX_OFFSET);
    const limit = clamp(query.limit ?? 20, 1, MAX_LIMIT);
    if (!passing.length) return [];
    const isEverything = matched.weight === 0 && !matched.named.size && !reading.article;
    const byDay = dayOrder(query.sort, isEverything, this.#columns);
    const ordered: Ordered = byDay
      ? this.#byDay(passing, byDay)
      : orderByRelevance(reading, this.#index);
    const list = groupVersions(chained(pinned, ordered.slots), this.#columns, offset + limit);
    const page = list.slice(offset);
    const versions = this.#versions(page, passing, ordered.compare);
    return page.map((slot) => ({
      id: at(this.#columns.ids, slot),
      row: ordered.row(slot),
      score: ordered.score(slot),
      isPinned: pinned.includes(slot),
      versions: (versions.get(at(this.#columns.works, slot)) ?? [])
        .filter((other) => other !== slot)
        .slice(0, MAX_VERSIONS)
        .map((other) => at(this.#columns.ids, other)),
    }));
  }

  #byDay(passing: Int32Array, compare: Compare): Ordered {
    return {
      slots: byAndBy(passing, compare),
      compare,
      score: () => 0,
      row: (slot) => bestPassage(slot, this.#index).best,
    };
  }

  /** By work: all versions found of the texts on a page, in order. */
  #versions(page: readonly number[], passing: Int32Array, compare: Compare): Map<number, number[]> {
    const { works } = this.#columns;
    const versions = new Map<number, number[]>();
    for (const slot of page) if (at(works, slot)) versions.set(at(works, slot), []);
    if (!versions.size) return versions;
    for (const slot of passing) versions.get(at(works, slot))?.push(slot);
    for (const slots of versions.values()) slots.sort(compare);
    return versions;
  }

  #slots(ids: readonly string[]): number[] {
    return [...new Set(ids)].slice(0, MAX_NAMED).flatMap((record) => {
      const sql = 'SELECT id FROM ids WHERE record = ?';
      return rows<{ id: number }>(this.#db, sql, record).map(({ id }) =>
        at(this.#columns.slotOf, id),
      );
    });
  }

  #dated(slots: Int32Array, { publishedFrom, publishedTo }: SearchFilters): Int32Array {
    const from = isDay(publishedFrom) ? numeral(publishedFrom) : 0;
    const to = isDay(publishedTo) ? numeral(publishedTo) : Infinity;
    if (!from && to === Infinity) return slots;
    const { published } = this.#columns;
    return slots.filter((slot) => {
      const day = at(published, slot);
      return day > 0 && day >= from && day <= to;
    });
  }
}

/** Whether one of the first results is called by what was typed, or answers it. */
function holdsTyped(
  { hits, direct }: Pick<SearchResult, 'hits' | 'direct'>,
  { text }: ParsedQuery,
): boolean {
  if (direct?.why === 'question') return true;
  const wanted = titleKey(text);
  return hits.slice(0, LOOKED_AT).some(({ title }) => titleKey(title.text).includes(wanted));
}

function including(
  slots: Int32Array,
  others: readonly number[],
  without: readonly number[],
): Int32Array {
  const missing = others.filter((slot) => !slots.includes(slot));
  const all = missing.length ? Int32Array.from([...slots, ...missing]).sort() : slots;
  return without.length ? all.filter((slot) => !without.includes(slot)) : all;
}

const isDay = (text: string | undefined): text is string => /^\d{4}-\d{2}-\d{2}$/.test(text ?? '');

const numeral = (day: string): number => Number(day.replaceAll('-', ''));

const clamp = (value: number, low: number, high: number): number =>
  Number.isFinite(value) ? Math.min(high, Math.max(low, Math.floor(value))) : low;
