import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { drizzle } from '@payloadcms/db-sqlite/drizzle/libsql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readLetter } from '../../domain/applications/letters/letter';
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

  test('turn the steps of a case into actions, with its days, its letter and its extension', async () => {
    const db = drizzle(`file:${path.join(folder, 'cases.db')}`);
    const client = db.$client;
    const at = migrations.findIndex((each) => each.name.endsWith('_applications'));
    for (const { up } of migrations.slice(0, at)) await up({ db } as never);
    await client.executeMultiple(`
      INSERT INTO applications (id, information_title, form, delivery, applicant_kind, name, status, receipt_number, channel,
        filed_on, confirmed_on, supplement_requested_on, extension_workdays, reply_kind, reply_number, reply_letter, reply_decided_on)
      VALUES (1, 'wanted', 'paper', 'post', 'natural', 'somebody', 'answered', 'YF2026-00001-1', 'internet',
        '2026-03-02T12:00:00.000Z', '2026-03-03T12:00:00.000Z', '2026-03-05T12:00:00.000Z', 5, 'refused-law', 'no. 1',
        'title' || char(10) || 'a "quoted" line', '2026-04-20T12:00:00.000Z'),
      (2, 'more', 'paper', 'post', 'natural', 'somebody', 'extended', 'YF2026-00002-2', 'in-person',
        '2026-03-02T12:00:00.000Z', NULL, NULL, 20, NULL, NULL, NULL, NULL);
      INSERT INTO applications_history (_order, _parent_id, id, status, at, "by", note) VALUES
        (1, 1, 'a', 'received', '2026-03-02T02:00:00.000Z', NULL, NULL),
        (2, 1, 'b', 'confirmed', '2026-03-03T02:00:00.000Z', 'officer', 'phoned'),
        (3, 1, 'c', 'supplement-requested', '2026-03-05T02:00:00.000Z', 'officer', NULL),
        (4, 1, 'd', 'in-progress', '2026-03-09T17:00:00.000Z', 'officer', NULL),
        (5, 1, 'e', 'extended', '2026-03-11T02:00:00.000Z', 'officer', NULL),
        (6, 1, 'f', 'answered', '2026-04-20T02:00:00.000Z', 'officer', NULL),
        (1, 2, 'g', 'confirmed', '2026-03-02T02:00:00.000Z', NULL, NULL),
        (2, 2, 'h', 'in-progress', '2026-03-03T02:00:00.000Z', 'officer', NULL),
        (3, 2, 'i', 'extended', '2026-03-04T02:00:00.000Z', 'officer', NULL);
    `);
    for (const { up } of migrations.slice(at, at + 1)) await up({ db } as never);
    const { rows } = await client.execute(
      'SELECT status, history, letters, letter_numbers, extension_state, closed_on FROM applications ORDER BY id',
    );
    const [first, second] = rows.map((row) => ({
      ...row,
      history: JSON.parse(String(row.history)) as Record<string, unknown>[],
    }));
    expect(first?.history.map(({ action, on }) => [action, on])).toEqual([
      ['register', '2026-03-02'],
      ['confirm', '2026-03-03'],
      ['request-supplement', '2026-03-05'],
      ['receive-supplement', '2026-03-10'],
      ['extend', '2026-03-11'],
      ['issue', '2026-04-20'],
    ]);
    expect(first?.history[4]).toMatchObject({ status: 'in-progress', workingDays: 5 });
    const [letter] = JSON.parse(String(rows[0]?.letters)) as { kind: string; content: string }[];
    expect(letter?.kind).toBe('decision-refusal');
    expect(typeof letter?.content).toBe('string');
    expect(readLetter(letter?.content)?.paragraphs.map(({ text }) => text)).toEqual([
      'title',
      'a "quoted" line',
    ]);
    expect(rows[0]).toMatchObject({ letter_numbers: '|no. 1|', extension_state: 'approved' });
    expect(second).toMatchObject({ status: 'in-progress', letters: null, closed_on: null });
    expect(second?.history.map(({ action }) => action)).toEqual(['register', 'dispatch', 'extend']);
    client.close();
  });
});
