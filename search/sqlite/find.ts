import type Database from 'libsql';
import type {
  SearchCollection,
  SearchFilters,
  SearchHit,
  SearchQuery,
  SearchResult,
  Validity,
} from '../engine';
import { bestPassage, markWords } from '../passage';
import { parseQuery, type ParsedQuery } from '../query';
import type { Words } from '../words';
import { countFacets, noFacets, passes, type ComboCount } from './facets';
import { matchAll, matchSome, matchTitle, planMatch, type MatchPlan } from './match';
import { rank, type Candidate, type Ranked } from './rank';
import type { Combo, Head } from './row';
import { rows } from './schema';

const MAX_LIMIT = 100;
const MAX_OFFSET = 20_000;
const CANDIDATES = 120;
const MAX_CHOICES_FROM = 6;
const MAX_READ_WHOLE = 300;

/** What is searched for and where: one FTS expression (null: everything), and conditions on `meta`. */
type Scope = { match: string | null; title: string | null; where: string[]; isRelaxed: boolean };

type Attempt = Omit<Scope, 'where'> & {
  /** Phrases that `match` only comes near to. */
  verify: string[];
};

/** Answers questions from one open file. Combinations of facet values are kept, as they never change. */
export class Finder {
  readonly #db: Database.Database;
  readonly #words: Words;
  readonly #combos = new Map<number, Combo>();

  constructor(db: Database.Database, words: Words) {
    this.#db = db;
    this.#words = words;
  }

  /** One snapshot for the whole answer, so that counts and list agree while others write. */
  search(query: SearchQuery): SearchResult {
    this.#db.exec('BEGIN');
    try {
      return this.#search(query);
    } finally {
      this.#db.exec('ROLLBACK');
    }
  }

  #search(query: SearchQuery): SearchResult {
    const started = performance.now();
    const parsed = parseQuery(query.text);
    const plan = planMatch(parsed, this.#words);
    const filters = query.filters ?? {};
    const { scope, counts } = this.#widen(plan, dateConditions(filters), query.text.trim() !== '');
    const allowed = counts.filter(({ combo }) => passes(combo, filters));
    const total = allowed.reduce((sum, { count }) => sum + count, 0);
    if (allowed.length < counts.length) {
      scope.where.push(`m.combo IN (${allowed.map(({ id }) => id).join(',')})`);
    }
    const offset = clamp(query.offset ?? 0, 0, MAX_OFFSET);
    const limit = clamp(query.limit ?? 20, 1, MAX_LIMIT);
    const byDate = query.sort === 'newest' || scope.match === null;
    const page = !total
      ? []
      : byDate
        ? this.#newest(scope, offset, limit)
        : this.#relevant(scope, plan, parsed, offset, limit);
    return {
      total,
      hits: this.#hits(page, plan, query.snippetLength ?? 120),
      facets: query.facets === false ? noFacets() : countFacets(counts, filters),
      direct: null,
      answeredFor: null,
      corrections: [],
      searchedToo: [],
      isRelaxed: scope.isRelaxed,
      isCut: parsed.isCut,
      took: performance.now() - started,
    };
  }

  /** Every word; else every word or its parts; else as many of the words as any text holds. */
  #widen(
    plan: MatchPlan,
    where: string[],
    isAsked: boolean,
  ): { scope: Scope; counts: ComboCount[] } {
    const base = { where, title: null, isRelaxed: false };
    if (!plan.units.length && !plan.numberWords.length) {
      const scope: Scope = { ...base, match: null, where: [...where, ...exclude(plan)] };
      // Signs alone (“？”) are a question that nothing answers, not a wish to see everything.
      if (isAsked && !plan.excluded) return { scope, counts: [] };
      return { scope, counts: this.#count(scope) };
    }
    for (const attempt of attempts(plan)) {
      const { verify, ...rest } = attempt;
      const scope: Scope = { ...base, ...rest, where: [...where] };
      if (verify.length) scope.where.push(this.#holding(scope, verify));
      const counts = this.#count(scope);
      if (counts.length) return { scope, counts };
    }
    return { scope: { ...base, match: matchAll(plan, 'exact') }, counts: [] };
  }

  #count(scope: Scope): ComboCount[] {
    const sql = `SELECT m.combo AS id, count(*) AS count FROM ${source(scope)} GROUP BY m.combo`;
    const counted = rows<{ id: number; count: number }>(this.#db, sql, ...bound(scope));
    return counted.map(({ id, count }) => ({ id, count, combo: this.#combo(id) }));
  }

  /**
   * A condition: the texts in which the characters stand in a row. Looked for in the likeliest texts
   * alone, as each is read whole.
   */
  #holding(scope: Scope, phrases: readonly string[]): string {
    const held = phrases.map(() => '(instr(d.body, ?) OR instr(d.title_key, ?))').join(' AND ');
    const sql = `SELECT d.id AS id FROM doc d WHERE d.id IN (
        SELECT rowid FROM words WHERE words MATCH ? ORDER BY rank LIMIT ${MAX_READ_WHOLE}
      ) AND ${held}`;
    const values = [...bound(scope), ...phrases.flatMap((phrase) => [phrase, phrase])];
    return `m.id IN (${rows<{ id: number }>(this.#db, sql, ...values).map(({ id }) => id)})`;
  }

  #newest(scope: Scope, offset: number, limit: number): Ranked[] {
    const sql = `SELECT m.id AS id, m.published AS published FROM ${source(scope)}
      ORDER BY m.published DESC, m.id DESC LIMIT ${limit} OFFSET ${offset}`;
    return rows<{ id: number; published: number }>(this.#db, sql, ...bound(scope)).map((row) => ({
      ...row,
      score: 0,
    }));
  }

  /**
   * The best by text and the best by title are put in order by all that speaks for them; after
   * them come the others by text alone.
   */
  #relevant(
    scope: Scope,
    plan: MatchPlan,
    query: ParsedQuery,
    offset: number,
    limit: number,
  ): Ranked[] {
    const best = this.#byText(scope, CANDIDATES);
    const titles = this.#byTitle(scope, plan);
    const ordered = rank(this.#candidates(best, titles, plan), query, plan.words);
    if (offset + limit <= ordered.length || best.size < CANDIDATES) {
      return ordered.slice(offset, offset + limit);
    }
    const seen = new Set(ordered.map(({ id }) => id));
    const others = [...this.#byText(scope, offset + limit + titles.size)]
      .filter(([id]) => !seen.has(id))
      .map(([id]) => ({ id, score: 0, published: 0 }));
    return [...ordered, ...others].slice(offset, offset + limit);
  }

  #byText(scope: Scope, limit: number): Map<number, number> {
    const isPlain = scope.where.length === 0;
    const from = isPlain ? 'words WHERE words MATCH ?' : source(scope);
    const sql = `SELECT words.rowid AS id, words.rank AS score FROM ${from} ORDER BY words.rank LIMIT ${limit}`;
    const found = rows<{ id: number; score: number }>(this.#db, sql, ...bound(scope));
    return new Map(found.map(({ id, score }) => [id, -score]));
  }

  #byTitle(scope: Scope, plan: MatchPlan): Map<number, number> {
    if (!scope.title) return new Map();
    const where = [...scope.where, ...exclude(plan)]
      .map((condition) => ` AND ${condition}`)
      .join('');
    const sql = `SELECT m.id AS id, heads.rank AS score FROM heads JOIN meta m ON m.id = heads.rowid
      WHERE heads MATCH ?${where} ORDER BY heads.rank LIMIT ${CANDIDATES}`;
    const found = rows<{ id: number; score: number }>(this.#db, sql, scope.title);
    return new Map(found.map(({ id, score }) => [id, -score]));
  }

  #candidates(
    text: ReadonlyMap<number, number>,
    titles: ReadonlyMap<number, number>,
    plan: MatchPlan,
  ): Candidate[] {
    const ids = [...new Set([...text.keys(), ...titles.keys()])];
    const named = new Set(this.#named(plan));
    const sql = `SELECT m.id AS id, m.combo AS combo, m.published AS published, d.title_key AS titleKey
      FROM meta m JOIN doc d ON d.id = m.id WHERE m.id IN (${[...ids, ...named].join(',')})`;
    type Found = { id: number; combo: number; published: number; titleKey: string };
    return rows<Found>(this.#db, sql)
      .filter(({ id }) => text.has(id) || titles.has(id))
      .map(({ id, combo, published, titleKey }) => ({
        id,
        collection: this.#combo(combo).collection,
        validity: this.#combo(combo).validity,
        published,
        titleKey,
        isNumberMatch: named.has(id),
        textScore: text.get(id) ?? 0,
        titleScore: titles.get(id) ?? 0,
      }));
  }

  /** Ids of the documents that bear the number typed. */
  #named(plan: MatchPlan): number[] {
    if (!plan.numberWords.length) return [];
    const named = `{number} : (${plan.numberWords.map((word) => `"${word}"`).join(' OR ')})`;
    const sql = 'SELECT rowid AS id FROM words WHERE words MATCH ? LIMIT 50';
    return rows<{ id: number }>(this.#db, sql, named).map(({ id }) => id);
  }

  #hits(page: readonly Ranked[], plan: MatchPlan, snippetLength: number): SearchHit[] {
    if (!page.length) return [];
    const sql = `SELECT d.id AS id, d.head AS head, d.body AS body, m.combo AS combo, m.published AS published
      FROM doc d JOIN meta m ON m.id = d.id WHERE d.id IN (${page.map(({ id }) => id).join(',')})`;
    type Found = { id: number; head: string; body: string; combo: number; published: number };
    const found = new Map(rows<Found>(this.#db, sql).map((row) => [row.id, row]));
    return page.map(({ id, score }) => {
      const row = found.get(id) as Found;
      const head = JSON.parse(row.head) as Head;
      const combo = this.#combo(row.combo);
      return {
        id: head.id,
        score,
        collection: combo.collection as SearchCollection,
        key: head.key,
        title: markWords(head.title, plan.marks),
        number: head.number,
        agency: head.agency,
        kind: combo.kind,
        publishedOn: dayOf(row.published),
        validity: combo.validity as Validity | null,
        url: head.url,
        snippet: bestPassage(row.body, plan.marks, snippetLength),
        place: null,
        isPinned: false,
        versions: [],
        isNumberMatch: head.numberKeys.some((key) => plan.numberWords.includes(key)),
      };
    });
  }

  #combo(id: number): Combo {
    const known = this.#combos.get(id);
    if (known) return known;
    const all = rows<{ id: number; value: string }>(this.#db, 'SELECT id, value FROM combo');
    for (const row of all) this.#combos.set(row.id, JSON.parse(row.value) as Combo);
    return this.#combos.get(id) as Combo;
  }
}

function* attempts(plan: MatchPlan): Generator<Attempt> {
  for (const how of ['exact', 'loose'] as const) {
    yield {
      match: matchAll(plan, how),
      title: plan.units.length ? matchTitle(plan, how) : null,
      verify: how === 'loose' ? plan.units.flatMap(({ verify }) => verify ?? []) : [],
      isRelaxed: false,
    };
  }
  const { length } = plan.units;
  const first = length > MAX_CHOICES_FROM ? 1 : length - 1;
  for (let count = first; count >= 1; count -= 1) {
    yield { match: matchSome(plan, count), title: null, verify: [], isRelaxed: true };
  }
}

function source(scope: Scope): string {
  const conditions = [...(scope.match === null ? [] : ['words MATCH ?']), ...scope.where];
  const from = scope.match === null ? 'meta m' : 'words JOIN meta m ON m.id = words.rowid';
  return conditions.length ? `${from} WHERE ${conditions.join(' AND ')}` : from;
}

const bound = (scope: Scope): string[] => (scope.match === null ? [] : [scope.match]);

/** The expression holds quoted letters and digits alone (see match.ts), so it can stand in the statement. */
const exclude = (plan: MatchPlan): string[] =>
  plan.excluded
    ? [`m.id NOT IN (SELECT rowid FROM words WHERE words MATCH '${plan.excluded}')`]
    : [];

function dateConditions(filters: SearchFilters): string[] {
  const conditions: string[] = [];
  if (isDay(filters.publishedFrom))
    conditions.push(`m.published >= ${numeral(filters.publishedFrom)}`);
  if (isDay(filters.publishedTo)) {
    conditions.push(`m.published BETWEEN 1 AND ${numeral(filters.publishedTo)}`);
  }
  return conditions;
}

const isDay = (text: string | undefined): text is string => /^\d{4}-\d{2}-\d{2}$/.test(text ?? '');

const numeral = (day: string): number => Number(day.replaceAll('-', ''));

function dayOf(published: number): string | null {
  if (!published) return null;
  const digits = String(published).padStart(8, '0');
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}

const clamp = (value: number, low: number, high: number): number =>
  Number.isFinite(value) ? Math.min(high, Math.max(low, Math.floor(value))) : low;
