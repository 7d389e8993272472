import Database from 'libsql';
import path from 'node:path';
import { ARTICLES_ASKED, articlesOf, Places, type Contestant } from '../contestant';
import { versionOf } from './version';

const SHORTEST = 3;

/**
 * SQLite's FTS5 with the trigram tokenizer: every stretch between blanks has to stand in an article, by
 * bm25; where no article holds all, any three characters in a row. Stretches of one or two characters,
 * which trigrams don't find, by LIKE.
 */
export function enter(folder: string): Contestant {
  const file = path.join(folder, 'trigram.db');
  const places = new Places();
  let db: Database.Database | undefined;
  const opened = (): Database.Database => (db ??= new Database(file));
  const matching = (expression: string): number[] =>
    (
      opened()
        .prepare(
          `SELECT rowid AS id FROM article WHERE article MATCH ? ORDER BY bm25(article, 10, 10, 1) LIMIT ${ARTICLES_ASKED}`,
        )
        .all(expression) as { id: number }[]
    ).map(({ id }) => id);
  return {
    name: 'SQLite FTS5 trigram',
    version: `libsql ${versionOf('libsql')}`,
    setup: 'bm25, title counts tenfold; all stretches, else any trigram; under 3 characters LIKE',
    isOnDisk: true,
    build: async (records) => {
      opened().exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF');
      opened().exec(
        "CREATE VIRTUAL TABLE article USING fts5(title, number, text, tokenize = 'trigram'); CREATE TABLE place (id INTEGER PRIMARY KEY, title TEXT, label TEXT)",
      );
      const put = opened().prepare(
        'INSERT INTO article (rowid, title, number, text) VALUES (?, ?, ?, ?)',
      );
      const tell = opened().prepare('INSERT INTO place (id, title, label) VALUES (?, ?, ?)');
      opened().exec('BEGIN');
      let next = 0;
      for await (const record of records) {
        for (const { id, title, number, text, label } of articlesOf(record, next)) {
          put.run(id, title, number, text);
          tell.run(id, title, label);
          next = id + 1;
        }
      }
      opened().exec("COMMIT; INSERT INTO article (article) VALUES ('optimize')");
    },
    open: async () => {
      const all = opened().prepare('SELECT id, title, label FROM place ORDER BY id').all();
      for (const row of all as { id: number; title: string; label: string | null }[]) {
        places.add({ ...row, number: '', text: '' });
      }
    },
    find: async (text) => {
      const stretches = text.split(/\s+/u).filter(Boolean);
      const long = stretches.filter((one) => [...one].length >= SHORTEST);
      if (long.length < stretches.length || long.length === 0) {
        return places.laws(containing(opened(), stretches));
      }
      const all = matching(long.map(quoted).join(' AND '));
      const ids = all.length > 0 ? all : matching(long.flatMap(trigrams).map(quoted).join(' OR '));
      return places.laws(ids);
    },
    close: async () => {
      db?.close();
      db = undefined;
    },
  };
}

function containing(db: Database.Database, stretches: readonly string[]): number[] {
  if (stretches.length === 0) return [];
  const pattern = (one: string): string => `%${one.replace(/[\\%_]/g, '\\$&')}%`;
  const one = "(title LIKE ? ESCAPE '\\' OR text LIKE ? ESCAPE '\\')";
  const values = stretches.flatMap((text) => [pattern(text), pattern(text)]);
  const rows = db
    .prepare(
      `SELECT rowid AS id FROM article WHERE ${stretches.map(() => one).join(' AND ')}
       ORDER BY title LIKE ? ESCAPE '\\' DESC LIMIT ${ARTICLES_ASKED}`,
    )
    .all(...values, pattern(stretches[0]!));
  return (rows as { id: number }[]).map(({ id }) => id);
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

function trigrams(text: string): string[] {
  const letters = [...text];
  return letters.slice(0, -2).map((_, at) => letters.slice(at, at + SHORTEST).join(''));
}
