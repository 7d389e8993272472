import type Database from 'libsql';
import type { Mark, SearchCollection, Suggestion } from '../engine';
import { findNumberKeys } from '../number-keys';
import { MAX_QUERY_LENGTH } from '../query';
import { fold, titleKey } from '../normalise';
import { simplified } from '../simplified';
import { MAX_INITIALS, MAX_SOUND, soften } from '../sound';
import { typedLetters } from '../sound-typed';
import { spelled, type Combo, type Head } from './row';
import { rows } from './schema';

const CANDIDATES = 60;
// Titles looked at; of a beginning that very many titles have, not all are.
const MAX_LOOKED_AT = 600;
const MAX_SUGGESTIONS = 20;
const SHORTEST_SOUND = 4;
const ENDED = new Set(['repealed', 'lapsed']);
// What all titles of the state's laws begin with; nobody types it.
const STATE = soften('zhonghuarenmingongheguo');
const STATE_INITIALS = 'zhrmghg';
// Folded, so brackets of every width are these.
const BEGUN_NUMBER =
  /^(\p{Script=Han}{1,20})\s*[〔[(【〖]?\s*(\d{1,4})\s*[〕\])】〗年]*\s*第?\s*(\d{0,5})\s*号?$/u;
const BEGUN_ORDER = /^(\p{Script=Han}{0,20}(?:令|公告|通告))\s*第?\s*(\d{1,5})\s*号?$/u;

type Found = { head: string; titleKey: string; combo: string };

/**
 * Titles that hold the typed characters in a row: beginnings first, then short titles, what is in force first. A
 * number typed leads to its document, as far as it is typed; letters lead to titles that sound so, or whose
 * first letters they are.
 */
export function suggestTitles(db: Database.Database, typed: string, limit: number): Suggestion[] {
  const text = fold(typed.slice(0, MAX_QUERY_LENGTH)).trim();
  const meant = simplified(text);
  const found = titlesFor(db, meant, limit);
  // 昇 and 龑 stand in names as they are.
  return found.length > 0 || meant === text ? found : titlesFor(db, text, limit);
}

function titlesFor(db: Database.Database, text: string, limit: number): Suggestion[] {
  const chars = spelled(text);
  if (!chars.length) return [];
  const wanted = titleKey(text);
  const found = [
    ...byNumber(db, text),
    ...inOrder(titlesWith(db, `{spelled} : "${chars.join(' ')}"`), (title) =>
      title.startsWith(wanted),
    ),
    ...bySound(db, text),
  ];
  const seen = new Set<string>();
  return found
    .filter(({ titleKey: title }) => !seen.has(title) && seen.add(title))
    .slice(0, Math.max(1, Math.min(MAX_SUGGESTIONS, Math.floor(limit))))
    .map((row) => {
      const head = JSON.parse(row.head) as Head;
      const combo = JSON.parse(row.combo) as Combo;
      return {
        text: head.title,
        marks: marksOf(head.title, chars),
        id: head.id,
        number: head.number,
        collection: combo.collection as SearchCollection,
        url: head.url,
      };
    });
}

/** Where the typed letters stand in a row, whatever signs and blanks stand between them in the title or as typed. */
function marksOf(title: string, chars: readonly string[]): Mark[] {
  const inARow = new RegExp(chars.join('[^\\p{L}\\p{N}]*'), 'gu');
  return [...fold(title).matchAll(inARow)].map(({ 0: found, index }) => [
    index,
    index + found.length,
  ]);
}

/** Documents whose number begins as typed, in order of their numbers: 国发〔2019 also with its bracket only. */
function byNumber(db: Database.Database, text: string): Found[] {
  const begun = BEGUN_NUMBER.exec(text);
  const keys = findNumberKeys(text).map((key) => `"${key}"`);
  if (begun) {
    const [, series = '', year = '', serial = ''] = begun;
    const isYearWhole = year.length === 4;
    if (isYearWhole || serial === '') {
      keys.push(`"号${series}年${year}${isYearWhole ? `第${serial}` : ''}" *`);
    }
  }
  const [, issued, nth] = BEGUN_ORDER.exec(text) ?? [];
  if (issued !== undefined) keys.push(`"号${issued}年0第${nth}" *`);
  const found = keys.flatMap((key) => titlesWith(db, `{number} : ${key}`));
  const numberOf = ({ head }: Found): string => (JSON.parse(head) as Head).number ?? '';
  return found
    .map((row) => ({ row, number: numberOf(row) }))
    .sort((a, b) => a.number.localeCompare(b.number, 'zh-CN', { numeric: true }))
    .map(({ row }) => row);
}

/** Titles by pinyin or first letters: those that begin so, then those of which a later word does. */
function bySound(db: Database.Database, text: string): Found[] {
  const letters = typedLetters(text);
  if (!letters) return [];
  const sound = letters.length >= SHORTEST_SOUND ? soften(letters) : '';
  const begin = (column: string, start: string, most: number): string =>
    `{${column}} : ^ "${start.slice(0, most)}" *`;
  const starts = [
    ...(sound ? [begin('sound', sound, MAX_SOUND), begin('sound', STATE + sound, MAX_SOUND)] : []),
    begin('initials', letters, MAX_INITIALS),
    begin('initials', STATE_INITIALS + letters, MAX_INITIALS),
  ];
  const first = titlesWith(db, starts.join(' OR '));
  const later = [
    ...(sound ? [`{sound} : "${sound.slice(0, MAX_SOUND)}" *`] : []),
    `{initials} : "${letters.slice(0, MAX_INITIALS)}" *`,
  ];
  const rest = first.length < MAX_SUGGESTIONS ? titlesWith(db, later.join(' OR ')) : [];
  return [...inOrder(first, () => true), ...inOrder(rest, () => false)];
}

function titlesWith(db: Database.Database, expression: string): Found[] {
  const sql = `SELECT d.head AS head, d.title_key AS titleKey, c.value AS combo
    FROM (SELECT rowid FROM heads WHERE heads MATCH ? LIMIT ${MAX_LOOKED_AT}) h
    JOIN doc d ON d.id = h.rowid JOIN meta m ON m.id = d.id JOIN combo c ON c.id = m.combo
    ORDER BY length(d.title_key), m.published DESC LIMIT ${CANDIDATES}`;
  return rows<Found>(db, sql, expression);
}

/** Short titles come first already. */
function inOrder(found: readonly Found[], isBeginning: (titleKey: string) => boolean): Found[] {
  const orderOf = ({ combo, titleKey: title }: Found): number => {
    const { validity } = JSON.parse(combo) as Combo;
    return (isBeginning(title) ? 0 : 2) + (ENDED.has(validity ?? '') ? 1 : 0);
  };
  return found
    .map((row) => ({ row, order: orderOf(row) }))
    .sort((a, b) => a.order - b.order)
    .map(({ row }) => row);
}
