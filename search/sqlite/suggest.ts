import type Database from 'libsql';
import type { SearchCollection, Suggestion } from '../engine';
import { markWords } from '../passage';
import { MAX_QUERY_LENGTH } from '../query';
import { fold, titleKey } from '../normalise';
import { spelled, type Combo, type Head } from './row';
import { rows } from './schema';

const CANDIDATES = 60;
const MAX_SUGGESTIONS = 20;
const ENDED = new Set(['repealed', 'lapsed']);

/** Titles that hold the typed characters in a row: beginnings first, then short titles, what is in force first. */
export function suggestTitles(db: Database.Database, typed: string, limit: number): Suggestion[] {
  const text = fold(typed.slice(0, MAX_QUERY_LENGTH)).trim();
  const chars = spelled(text);
  if (!chars.length) return [];
  const sql = `SELECT d.head AS head, d.title_key AS titleKey, c.value AS combo
    FROM (SELECT rowid FROM heads WHERE heads MATCH ? LIMIT ${CANDIDATES * 10}) h
    JOIN doc d ON d.id = h.rowid JOIN meta m ON m.id = d.id JOIN combo c ON c.id = m.combo
    ORDER BY length(d.title_key), m.published DESC LIMIT ${CANDIDATES}`;
  type Found = { head: string; titleKey: string; combo: string };
  const wanted = titleKey(text);
  const seen = new Set<string>();
  return rows<Found>(db, sql, `{spelled} : "${chars.join(' ')}"`)
    .map((row) => {
      const combo = JSON.parse(row.combo) as Combo;
      const isBeginning = row.titleKey.startsWith(wanted);
      const hasEnded = ENDED.has(combo.validity ?? '');
      return { row, combo, order: (isBeginning ? 0 : 2) + (hasEnded ? 1 : 0) };
    })
    .sort((a, b) => a.order - b.order)
    .filter(({ row }) => !seen.has(row.titleKey) && seen.add(row.titleKey))
    .slice(0, Math.max(1, Math.min(MAX_SUGGESTIONS, Math.floor(limit))))
    .map(({ row, combo }) => {
      const head = JSON.parse(row.head) as Head;
      return {
        ...markWords(head.title, [text]),
        id: head.id,
        number: head.number,
        collection: combo.collection as SearchCollection,
        url: head.url,
      };
    });
}
