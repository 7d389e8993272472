import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { record } from '../engine.samples';
import { Lexicon } from '../lexicon';
import { Words } from '../words';
import { openSqliteEngine } from './engine';
import { IndexFiles } from './files';
import { Finder } from './find';
import { openIndexFile } from './index-file';

const root = mkdtempSync(join(tmpdir(), 'search-find-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('a question of more common words than are read', () => {
  const typed = '水 路 桥 灯 车 船';

  it('finds the same on every page, in every order, asked first or again', async () => {
    const path = join(root, 'search.db');
    const words = new Words();
    const engine = openSqliteEngine({ path, words });
    await engine.put(
      Array.from({ length: 60 }, (_, n) =>
        record(String(n), { title: `第${n}号`, body: typed.slice(0, 2 * (1 + (n % 6))) }),
      ),
    );
    await engine.close();
    const db = openIndexFile(new IndexFiles(path).current() as string);
    // Room for the first of the words alone: an expression counts for a thousand rows at the least.
    const finder = new Finder(db, words, new Lexicon(words), 2_500);
    const totals = [
      finder.search({ text: typed }),
      finder.search({ text: typed, offset: 40 }),
      finder.search({ text: typed, sort: 'newest' }),
      finder.search({ text: typed, sort: 'oldest', offset: 20 }),
      finder.search({ text: typed }),
    ].map(({ total, isRelaxed }) => [total, isRelaxed]);
    db.close();
    // Of six words three are read: texts 2 to 5 of each six hold them.
    expect(totals).toEqual(totals.map(() => [40, false]));
  });
});
