import type Database from 'libsql';
import { ENDS_AS_NAME } from '../../domain/documents/citations/words';
import { titleKey } from '../normalise';
import type { ParsedQuery, Term } from '../query';
import { spelled } from './row';
import { rows } from './schema';

const MAX_LOOKED_AT = 50;
const SHORTEST_ENDING = 4;

export type Titled = { id: number; titleKey: string; collection: string };

/** Records whose titles end with a title key of four characters at least; of very many that hold it, not all are looked at. */
export function titlesEnding(key: string, db: Database.Database): Titled[] {
  const letters = spelled(key);
  if (letters.length < SHORTEST_ENDING) return [];
  const sql = `SELECT d.id AS id, d.title_key AS titleKey, json_extract(c.value, '$.collection') AS collection
    FROM heads JOIN doc d ON d.id = heads.rowid JOIN meta m ON m.id = d.id JOIN combo c ON c.id = m.combo
    WHERE heads MATCH ? LIMIT ${MAX_LOOKED_AT}`;
  return rows<Titled>(db, sql, `{spelled} : "${letters.join(' ')}"`).filter(({ titleKey }) =>
    titleKey.endsWith(key),
  );
}

/** A word inside a name that a text bears stands for nothing else: 政府 in 政府投资项目管理办法 is no 人民政府. */
export function asNamed(parsed: ParsedQuery, db: Database.Database): ParsedQuery {
  const { text, terms } = parsed;
  const isInside = (term: Term): boolean => term.also.length > 0 && term.text !== text;
  if (!ENDS_AS_NAME.test(text) || !terms.some(isInside)) return parsed;
  if (titlesEnding(titleKey(text), db).length === 0) return parsed;
  return { ...parsed, terms: terms.map((term) => (isInside(term) ? { ...term, also: [] } : term)) };
}
