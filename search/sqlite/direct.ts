import type { DirectAnswer, Passage } from '../engine';
import { titleKey } from '../normalise';
import type { ArticleAsked, ParsedQuery } from '../query';
import { at } from './columns';
import { placeOf, readDocuments, readPassages, versionOf } from './hits';
import type { Matched } from './match';
import type { Index } from './relevance';
import { rows } from './schema';

const MAX_NAMED = 50;

/** The one document among those found that the question names by its number, or the article that it names. */
export function directAnswer(
  parsed: ParsedQuery,
  matched: Matched,
  passing: Int32Array,
  index: Index,
): DirectAnswer | null {
  const isPassing = (slot: number): boolean => passing.includes(slot);
  const article = parsed.article && namedArticle(parsed.article, isPassing, index);
  if (article) return article;
  const named = [...matched.named].filter(isPassing);
  const slot = theOne(named, index);
  const document = slot === null ? undefined : documentAt(slot, index);
  return document ? { why: 'number', hit: versionOf(document), passage: null } : null;
}

/** Of several documents the one that stands best; null when several texts are named and stand alike. */
function theOne(slots: readonly number[], { columns, combos }: Index): number | null {
  const standing = (slot: number): number => combos.standing[at(columns.combos, slot)] ?? 1;
  const sorted = [...slots].sort(
    (a, b) => standing(b) - standing(a) || at(columns.published, b) - at(columns.published, a),
  );
  const [first, second] = sorted;
  if (first === undefined) return null;
  if (second === undefined || standing(second) < standing(first)) return first;
  const work = at(columns.works, first);
  return work && work === at(columns.works, second) ? first : null;
}

function namedArticle(
  { titles, label, anchors }: ArticleAsked,
  isPassing: (slot: number) => boolean,
  index: Index,
): DirectAnswer | null {
  for (const title of titles) {
    const law = lawOf(title, isPassing, index);
    const passage = law === null ? null : articleOf(law, label, anchors, index);
    const document = law === null ? undefined : documentAt(law, index);
    if (passage && document) return { why: 'article', hit: versionOf(document), passage };
  }
  return null;
}

/** The document of that title, the one in force first. */
function lawOf(
  title: string,
  isPassing: (slot: number) => boolean,
  { db, columns, combos }: Index,
): number | null {
  const sql = `SELECT id FROM doc WHERE title_key = ? LIMIT ${MAX_NAMED}`;
  const slots = rows<{ id: number }>(db, sql, titleKey(title))
    .map(({ id }) => at(columns.slotOf, id))
    .filter(isPassing);
  const standing = (slot: number): number => combos.standing[at(columns.combos, slot)] ?? 1;
  slots.sort(
    (a, b) => standing(b) - standing(a) || at(columns.published, b) - at(columns.published, a),
  );
  return slots[0] ?? null;
}

function articleOf(
  slot: number,
  label: string,
  anchors: readonly string[],
  { db, columns }: Index,
): Passage | null {
  const id = at(columns.ids, slot);
  const last = id + at(columns.passages, slot);
  const article = /^第[^条]+条/u.exec(label)?.[0] ?? label;
  const byAnchor = anchors.map(() => '?').join(', ');
  const sql = `SELECT id FROM passage WHERE id BETWEEN ? AND ? AND (anchor IN (${byAnchor}) OR label IN (?, ?))
    ORDER BY anchor IS NULL, id LIMIT 1`;
  const [found] = rows<{ id: number }>(db, sql, id, last, ...anchors, label, article);
  const passage = found && readPassages(db, [found.id]).get(found.id);
  return passage ? { text: passage.text, ...placeOf(passage) } : null;
}

function documentAt(slot: number, { db, columns }: Index) {
  const id = at(columns.ids, slot);
  return readDocuments(db, [id]).get(id);
}
