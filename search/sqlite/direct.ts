import type { DirectAnswer } from '../engine';
import { askedKey, titleKey } from '../normalise';
import type { ArticleAsked } from '../query';
import { at } from './columns';
import type { Reading } from './find';
import { placeOf, readDocuments, readPassages, versionOf } from './hits';
import type { Index } from './relevance';
import { rows } from './schema';
import { titlesEnding } from './titles';

const MAX_NAMED = 50;
const LAST_CHARACTER = '\uffff';

/** An article: the slot of its law and the row of its passage. */
export type Article = { slot: number; row: number };

/**
 * The article that the question names, or the one document among those found that it names by its number, or the
 * answer to just this question.
 */
export function directAnswer(
  {
    article,
    matched,
    passing,
    parsed,
  }: Pick<Reading, 'article' | 'matched' | 'passing' | 'parsed'>,
  index: Index,
): DirectAnswer | null {
  const slot = article
    ? article.slot
    : theOne(
        [...matched.named].filter((one) => passing.includes(one)),
        index,
      );
  if (slot === null) return matched.named.size ? null : answered(parsed.text, passing, index);
  const id = at(index.columns.ids, slot);
  const document = readDocuments(index.db, [id]).get(id);
  if (!document) return null;
  const hit = versionOf(document);
  const passage = article && readPassages(index.db, [article.row]).get(article.row);
  if (!passage) return { why: 'number', hit, passage: null };
  return { why: 'article', hit, passage: { text: passage.text, ...placeOf(passage) } };
}

const SHORTEST_ASKED = 4;

/** The newest answer among those found to a question that is asked in just these words. */
function answered(text: string, passing: Int32Array, index: Index): DirectAnswer | null {
  const key = askedKey(text);
  if (key.length < SHORTEST_ASKED) return null;
  const sql = `SELECT doc AS id FROM called WHERE key = ? LIMIT ${MAX_NAMED}`;
  const slots = rows<{ id: number }>(index.db, sql, key)
    .map(({ id }) => at(index.columns.slotOf, id))
    .filter((slot) => passing.includes(slot));
  const [slot] = bestStanding(slots, index);
  if (slot === undefined) return null;
  const id = at(index.columns.ids, slot);
  const document = readDocuments(index.db, [id]).get(id);
  if (!document) return null;
  // The passages of a record follow its head.
  const passage = document.passages ? readPassages(index.db, [id + 1]).get(id + 1) : undefined;
  return {
    why: 'question',
    hit: versionOf(document),
    passage: passage ? { text: passage.text } : null,
  };
}

/** Of several documents the one that stands best; null when several texts are named and stand alike. */
function theOne(slots: readonly number[], index: Index): number | null {
  const [first, second] = bestStanding(slots, index);
  if (first === undefined) return null;
  if (second === undefined || standing(second, index) < standing(first, index)) return first;
  const work = at(index.columns.works, first);
  return work && work === at(index.columns.works, second) ? first : null;
}

/** The first of the titles that is a law's and whose law has the article. */
export function findArticle(asked: ArticleAsked, index: Index): Article | null {
  for (const title of asked.titles) {
    for (const slot of ofYearFirst(lawsOf(titleKey(title), index), asked.year, index)) {
      const row = articleOf(slot, asked, index);
      if (row !== null) return { slot, row };
    }
  }
  return null;
}

/** The versions of the year that was named before all others. */
function ofYearFirst(slots: readonly number[], year: number | null, { columns }: Index): number[] {
  const isOfYear = (slot: number): boolean =>
    year !== null && Math.floor(at(columns.published, slot) / 10_000) === year;
  return [...slots].sort((a, b) => Number(isOfYear(b)) - Number(isOfYear(a)));
}

/**
 * Documents of that title, the one in force first; else those whose title begins so (（2019年修订） may follow); else
 * the only one whose title ends so: 停车管理办法 of a county.
 */
function lawsOf(key: string, index: Index): number[] {
  const { db, columns } = index;
  const exact = `SELECT id FROM doc WHERE title_key = ? LIMIT ${MAX_NAMED}`;
  const begun = `SELECT id FROM doc WHERE title_key > ? AND title_key < ? ORDER BY length(title_key) LIMIT 5`;
  const found = rows<{ id: number }>(db, exact, key);
  const ids = found.length ? found : rows<{ id: number }>(db, begun, key, key + LAST_CHARACTER);
  const slots = (ids.length ? ids : onlyEndingSo(key, db)).map(({ id }) => at(columns.slotOf, id));
  return bestStanding(slots, index);
}

/** What explains a document or announces it is called by its name too, and is not what an article is asked of. */
function onlyEndingSo(key: string, db: Index['db']): { id: number }[] {
  const found = titlesEnding(key, db);
  const documents = found.filter(({ collection }) => collection === 'documents');
  const laws = documents.length ? documents : found;
  return new Set(laws.map(({ titleKey: title }) => title)).size === 1 ? laws : [];
}

function articleOf(
  slot: number,
  { label, anchors }: ArticleAsked,
  { db, columns }: Index,
): number | null {
  const id = at(columns.ids, slot);
  const last = id + at(columns.passages, slot);
  const article = /^第[^条]+条(?:之[一二三四五六七八九十]+)?/u.exec(label)?.[0] ?? label;
  const places = anchors.map(() => '?').join(', ');
  const sql = `SELECT id FROM passage WHERE id BETWEEN ? AND ?
    AND (anchor IN (${places}) OR label IN (?, ?)) ORDER BY anchor IS NULL, id LIMIT 1`;
  return rows<{ id: number }>(db, sql, id, last, ...anchors, label, article)[0]?.id ?? null;
}

const standing = (slot: number, { columns, combos }: Index): number =>
  combos.standing[at(columns.combos, slot)] ?? 1;

const bestStanding = (slots: readonly number[], index: Index): number[] =>
  [...slots].sort(
    (a, b) =>
      standing(b, index) - standing(a, index) ||
      at(index.columns.published, b) - at(index.columns.published, a),
  );
