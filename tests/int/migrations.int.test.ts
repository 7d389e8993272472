import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { drizzle } from '@payloadcms/db-sqlite/drizzle/libsql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { migrations } from '../../migrations';

/** SQLite's migrations alone: MongoDB has none of these. */
describe('the migrations of SQLite', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'gongkai-migrations-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('turn what was done to a document into a relation of the document that did it', async () => {
    const db = drizzle(`file:${path.join(folder, 'old.db')}`);
    const client = db.$client;
    const to = (name: string) => migrations.findIndex((each) => each.name.endsWith(name));
    const run = async (from: number, end: number) => {
      for (const { up } of migrations.slice(from, end)) await up({ db } as never);
    };
    await run(0, 1);
    await client.executeMultiple(`
      INSERT INTO documents (id, title, _status) VALUES (1, 'new', 'published');
      INSERT INTO documents (id, title, change_status, change_on, change_by_id, change_reason, _status)
        VALUES (2, 'old', 'repealed', '2021-01-01T12:00:00.000Z', 1, 'replaced', 'published');
      INSERT INTO _documents_v (id, parent_id, version_title, latest) VALUES (10, 1, 'new', 1);
    `);
    await run(1, to('change_by_relation') + 1);
    const relations = await client.execute(
      'SELECT _parent_id, verb, document_id, "on", reason FROM documents_relations',
    );
    const done = { verb: 'repeals', document_id: 2, on: '2021-01-01T12:00:00.000Z' };
    expect(relations.rows).toEqual([
      expect.objectContaining({ _parent_id: 1, ...done, reason: 'replaced' }),
    ]);
    const versions = await client.execute(
      'SELECT _parent_id, verb, document_id, "on" FROM _documents_v_version_relations',
    );
    expect(versions.rows).toEqual([expect.objectContaining({ _parent_id: 10, ...done })]);
    const old = await client.execute('SELECT change_status, change_on FROM documents WHERE id = 2');
    expect(old.rows[0]).toMatchObject({ change_status: 'none', change_on: null });
    client.close();
  });
});
