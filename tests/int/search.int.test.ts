import { execFile } from 'node:child_process';
import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import Database from 'libsql';
import type { Payload } from 'payload';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Agency, Document } from '../../payload-types';
import { OUTSIDE_WEB, openPortal, type Portal } from './harness/portal';
import { paragraph, signers } from './harness/people';

let portal: Portal;
let payload: Payload;
let signed: Awaited<ReturnType<typeof signers>>;
let agency: Agency;
let search: (text: string) => Promise<string[]>;
let indexAll: (payload: Payload) => Promise<number>;
let engine: import('../../search/engine').SearchEngine;

beforeAll(async () => {
  portal = await openPortal();
  payload = portal.payload;
  signed = await signers(payload);
  ({ indexAll } = await import('../../jobs/index-all'));
  engine = (await import('../../search/open')).searchEngine();
  search = async (text) => {
    await payload.jobs.run({ queue: 'index', limit: 100, silent: true });
    return (await engine.search({ text })).hits.map(({ id }) => id);
  };
  agency = await payload.create({
    collection: 'agencies',
    data: { name: '县城市管理局', slug: 'urban', kind: 'department' },
    context: OUTSIDE_WEB,
  });
});
afterAll(async () => {
  await (await import('../../search/open')).closeSearchEngine();
  await portal?.close();
});

const publish = (data: Partial<Document>, words = '正文'): Promise<Document> =>
  payload.create({
    collection: 'documents',
    data: { kind: 'notice', body: paragraph(words), _status: 'published', ...data } as Document,
    context: signed,
  });

const explain = (documents: Document['id'][], words: string) =>
  payload.create({
    collection: 'interpretations',
    data: {
      title: '一问一答',
      form: 'text',
      documents,
      body: paragraph(words),
      _status: 'published',
    },
    context: signed,
  });

const facts = async (text: string, id: string) => {
  const found = await engine.search({ text });
  return {
    hit: found.hits.find((hit) => hit.id === id),
    hasInterpretation: found.facets.hasInterpretation,
  };
};

/** What a crash or a disk may do to the file of the index while no process has it open. */
async function harm(damage: (file: string) => void): Promise<void> {
  await (await import('../../search/open')).closeSearchEngine();
  const path = process.env.SEARCH_PATH ?? '';
  const file = join(dirname(path), readFileSync(`${path}.current`, 'utf8').trim());
  for (const log of ['-wal', '-shm']) rmSync(file + log, { force: true });
  damage(file);
}

describe('the search index follows what is published', () => {
  it('holds a document from its publication on, by title, number, agency and body', async () => {
    const document = await publish(
      { title: '共享单车停放办法', number: '宜府发[2020]31号', agency: agency.id },
      '车辆应当停放在白线以内。',
    );
    const id = `documents:${document.id}`;
    for (const text of ['共享单车', '宜府发 2020 31', '城市管理局 停放', '白线以内']) {
      expect(await search(text), text).toContain(id);
    }
    const { hit } = await facts('共享单车', id);
    expect(hit).toMatchObject({ url: `/documents/${document.slug}`, agency: '县城市管理局' });
  });

  it('holds no draft, and not the new words of a draft of a published document', async () => {
    const draft = await payload.create({
      collection: 'documents',
      draft: true,
      data: { title: '未公开的稿件', kind: 'notice', body: paragraph('机密草稿') },
      context: OUTSIDE_WEB,
    });
    expect(await search('未公开的稿件')).not.toContain(`documents:${draft.id}`);

    const document = await publish({ title: '河道保洁通知' }, '旧的内容写明保洁。');
    await payload.update({
      collection: 'documents',
      id: document.id,
      draft: true,
      data: { title: '河道疏浚通知' },
      context: OUTSIDE_WEB,
    });
    expect(await search('河道保洁')).toContain(`documents:${document.id}`);
    expect(await search('"河道疏浚"')).toEqual([]);
  });

  it('loses a document that is withdrawn', async () => {
    const document = await publish({ title: '夜市管理通告' });
    const id = `documents:${document.id}`;
    expect(await search('夜市管理')).toContain(id);
    await payload.update({
      collection: 'documents',
      id: document.id,
      data: { _status: 'draft', review: { opinion: '内容有误' } },
      user: signed.signOff.leader,
      context: OUTSIDE_WEB,
    });
    expect(await search('夜市管理')).not.toContain(id);
  });

  it('finds a document by the words of its interpretation, as long as they are linked', async () => {
    const [first, second] = [
      await publish({ title: '车位编号规则' }),
      await publish({ title: '车位收费规则' }),
    ];
    const interpretation = await explain([first.id], '编号由字母和流水码组成。');
    expect(await search('流水码')).toEqual(
      expect.arrayContaining([`documents:${first.id}`, `interpretations:${interpretation.id}`]),
    );
    await payload.update({
      collection: 'interpretations',
      id: interpretation.id,
      data: { documents: [second.id], _status: 'published' },
      context: signed,
    });
    const found = await search('流水码');
    expect(found).toContain(`documents:${second.id}`);
    expect(found).not.toContain(`documents:${first.id}`);
    const { hasInterpretation } = await facts('车位规则', '');
    expect(hasInterpretation.find(({ value }) => value === 'yes')?.count).toBeGreaterThan(0);
  });

  it('tells that a document was repealed by another, as soon as that one is published', async () => {
    const old = await publish({ title: '户外广告设置规则' });
    await search('户外广告');
    expect((await facts('户外广告', `documents:${old.id}`)).hit).toMatchObject({
      validity: 'in-force',
    });
    await publish({
      title: '户外招牌设置规则',
      relations: [{ verb: 'repeals', document: old.id, on: '2020-01-01', reason: '由新的代替' }],
    });
    await search('户外广告');
    const { hit } = await facts('户外广告', `documents:${old.id}`);
    expect(hit).toMatchObject({ validity: 'repealed' });
  });

  it('shows no withdrawn document, even while the index still holds it', async () => {
    const document = await publish({ title: '烟花燃放管理通告' });
    await search('');
    await payload.update({
      collection: 'documents',
      id: document.id,
      data: { _status: 'draft', review: { opinion: '内容有误' } },
      user: signed.signOff.leader,
      context: { ...OUTSIDE_WEB, disableIndexing: true },
    });
    const id = `documents:${document.id}`;
    expect((await engine.search({ text: '烟花燃放' })).hits.map((hit) => hit.id)).toContain(id);
    const { searchPublished } = await import('../../queries/search');
    for (const text of ['烟花燃放', '烟花燃放管理通告', '']) {
      const { hits, direct, total, facets } = await searchPublished({ text }, 'zh-CN');
      expect(hits.map((hit) => hit.id)).not.toContain(id);
      expect(direct).toBeNull();
      // Nor is it counted: the filters agree with the list.
      const ofAll = facets.collection.reduce((sum, { count }) => sum + count, 0);
      expect([total, ofAll]).toEqual([hits.length, hits.length]);
    }
    await engine.remove([id]);
  });

  it('is not asked for a receipt number, which is somebody’s own', async () => {
    await publish({ title: '编号 YF2026-00001-7 的说明' }, '回执编号 YF2026-00001-7');
    await search('');
    const { searchPublished } = await import('../../queries/search');
    const { suggestPublished } = await import('../../queries/suggestions');
    for (const text of ['YF2026-00001-7', '回执 yf2026000017', 'LX 2026 00001 7']) {
      const { total, hits, trouble } = await searchPublished({ text }, 'zh-CN');
      expect([total, hits, trouble]).toEqual([0, [], null]);
      expect(await suggestPublished(text, 8)).toEqual([]);
    }
  });

  it('is compared with the database: what differs is named, and put right', async () => {
    const { indexDifferences, mendDifference } = await import('../../jobs/check-index');
    const differences = async () => {
      const found = [];
      for await (const difference of indexDifferences(payload)) found.push(difference);
      return found;
    };
    const [missing, stale, gone] = [
      await publish({ title: '漏掉的通告' }),
      await publish({ title: '改过的通告' }),
      await publish({ title: '撤下的通告' }),
    ];
    await explain([stale.id], '第一次说明。');
    await explain([stale.id], '第二次说明。');
    await search('');
    expect(await differences()).toEqual([]);

    const silently = { ...signed, disableIndexing: true };
    await engine.remove([`documents:${missing.id}`]);
    await payload.update({
      collection: 'documents',
      id: stale.id,
      data: { title: '改过两次的通告', correction: '更正标题', _status: 'published' } as never,
      context: silently,
    });
    await payload.update({
      collection: 'documents',
      id: gone.id,
      data: { _status: 'draft', review: { opinion: '内容有误' } },
      user: signed.signOff.leader,
      context: { ...OUTSIDE_WEB, disableIndexing: true },
    });
    const [entry] = await engine.entries(null, 1);
    const found = await differences();
    expect(found).toEqual([
      { why: 'missing', id: `documents:${missing.id}`, title: '漏掉的通告' },
      { why: 'stale', id: `documents:${stale.id}`, title: '改过两次的通告' },
      { why: 'superfluous', id: `documents:${gone.id}`, title: '撤下的通告' },
    ]);
    expect(entry?.digest).toMatch(/^[\w-]{22}$/);
    for (const difference of found) expect(await mendDifference(payload, difference)).toBe(true);
    expect(await differences()).toEqual([]);
  });

  it('is compared by a command that prints nothing but JSON for a program', async () => {
    await (await import('../../jobs/index-all')).ensureIndex(payload);
    await engine.remove([(await engine.ids('documents'))[0] ?? '']);
    const command = ['--conditions=production', '--import', 'tsx', 'scripts/search-check.ts'];
    const told = async (...options: string[]) => {
      const { stdout } = await promisify(execFile)(process.execPath, [...command, ...options], {
        env: { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: '' },
      });
      const lines = stdout.trim().split('\n');
      return lines.map((line) => JSON.parse(line) as object);
    };
    expect(await told('--json', '--fix')).toEqual([
      expect.objectContaining({ why: 'missing', isFixed: true }),
      expect.objectContaining({ missing: 1, superfluous: 0, stale: 0, left: 0 }),
    ]);
  }, 60_000);

  it('is the same after a rebuild from the database', async () => {
    await search('');
    const before = await engine.ids();
    expect(before.length).toBeGreaterThan(4);
    expect(await indexAll(payload)).toBe(before.length);
    expect(await engine.ids()).toEqual(before);
    expect((await engine.status()).needsRebuild).toBeNull();
  });

  it.each<[string, (file: string) => void]>([
    ['cut short', (file) => truncateSync(file, 30_000)],
    ['no longer named', () => writeFileSync(`${process.env.SEARCH_PATH}.current`, '')],
  ])('is built again at the start when its file is %s, and the log says so', async (_, damage) => {
    const before = await engine.ids();
    await harm(damage);
    const { ensureIndex } = await import('../../jobs/index-all');
    const { searchEngine } = await import('../../search/open');
    const told: string[] = [];
    const { logger } = payload;
    const spy = vi.spyOn(logger, 'info').mockImplementation((line: unknown) => {
      told.push(String(line));
    });
    const reason = await ensureIndex(payload);
    spy.mockRestore();
    engine = searchEngine();
    expect(['missing', 'unfinished', 'old-format', 'damaged']).toContain(reason);
    expect(told).toEqual([
      `search index ${reason}: building it`,
      `search index built, ${before.length} records`,
    ]);
    expect(await engine.ids()).toEqual(before);
    expect(await ensureIndex(payload)).toBeNull();
  });

  it('asks people to try again where a newer version made it, and is built for this one at the start', async () => {
    const before = await engine.ids();
    await harm((file) => {
      const index = new Database(file);
      index.exec("UPDATE info SET value = '9999' WHERE name = 'format'");
      index.close();
    });
    const { searchPublished } = await import('../../queries/search');
    const { suggestPublished } = await import('../../queries/suggestions');
    const ask = () => searchPublished({ text: '', limit: 1 }, 'zh-CN');
    expect(await ask()).toMatchObject({ total: 0, trouble: 'busy' });
    expect(await suggestPublished('停车', 8)).toEqual([]);
    const { ensureIndex } = await import('../../jobs/index-all');
    // As every hour and at every search that meets damage.
    expect(await ensureIndex(payload)).toBeNull();
    expect(await ask()).toMatchObject({ total: 0, trouble: 'busy' });
    expect(await ensureIndex(payload, { isStart: true })).toBe('newer-format');
    expect(await ask()).toMatchObject({ trouble: null });
    engine = (await import('../../search/open')).searchEngine();
    expect(await engine.ids()).toEqual(before);
  });

  it('is built again when a search meets the damage, and people are told until then', async () => {
    const before = await engine.ids();
    await harm((file) => truncateSync(file, 30_000));
    const { searchPublished } = await import('../../queries/search');
    const ask = () => searchPublished({ text: '', limit: 1 }, 'zh-CN');
    expect(await ask()).toMatchObject({ total: 0, trouble: 'mending' });
    await vi.waitFor(async () => expect(await ask()).toMatchObject({ trouble: null }), 20_000);
    // The new index answers a moment before the building of it has ended.
    const { ensureIndex } = await import('../../jobs/index-all');
    await ensureIndex(payload);
    engine = (await import('../../search/open')).searchEngine();
    expect(await engine.ids()).toEqual(before);
  });

  it('answers from the old index while it is built again, and keeps what is published meanwhile', async () => {
    const { publicRecords } = await import('../../jobs/index-all');
    let goOn = (): void => undefined;
    const held = new Promise<void>((resolve) => (goOn = resolve));
    const slowly = async function* () {
      yield* publicRecords(payload);
      await held;
    };
    const before = await search('');
    const rebuilt = engine.rebuild(slowly());
    const document = await publish({ title: '重建期间发布的通告' });
    for (let n = 0; n < 5; n += 1) {
      expect(await search('重建期间发布')).toEqual([`documents:${document.id}`]);
      expect((await engine.search({ text: '' })).total).toBe(before.length + 1);
    }
    goOn();
    await rebuilt;
    expect(await search('重建期间发布')).toEqual([`documents:${document.id}`]);
    expect((await engine.search({ text: '' })).total).toBe(before.length + 1);
  });

  it('is fed with what a batch writes meanwhile, and once more with what it changed again', async () => {
    const { followDocuments } = await import('../../jobs/follow-documents');
    const old = await publish({ title: '旧的殡葬办法' });
    let end = (): void => undefined;
    const written = new Promise<void>((resolve) => (end = resolve));
    const reader = followDocuments(payload, written);
    for (let read = await reader.next(); read.value?.id !== old.id; read = await reader.next())
      expect(read.done).toBe(false);

    const fresh = await publish({
      title: '新的殡葬办法',
      relations: [{ verb: 'repeals', document: old.id, on: '2020-01-01', reason: '由新的代替' }],
    });
    end();
    const rest = [];
    for await (const { id, validity } of reader) rest.push([id, validity]);
    expect(rest).toEqual([
      [fresh.id, 'in-force'],
      [old.id, 'repealed'],
    ]);
  });

  it('takes in every record of a collection that is longer than one read', async () => {
    const before = (await engine.ids('agencies')).length;
    for (let n = 0; n < 205; n += 1) {
      await payload.create({
        collection: 'agencies',
        data: { name: `第${n}办事处`, slug: `office-${n}`, kind: 'township' },
        context: { ...OUTSIDE_WEB, disableIndexing: true },
      });
    }
    await indexAll(payload);
    expect(await engine.ids('agencies')).toHaveLength(before + 205);
  });

  it('is left alone when a change says so, for a load that builds the index at its end', async () => {
    await payload.create({
      collection: 'documents',
      data: { title: '批量导入件', kind: 'notice', body: paragraph('正文'), _status: 'published' },
      context: { ...signed, disableIndexing: true },
    });
    expect(await search('批量导入件')).toEqual([]);
    await indexAll(payload);
    expect(await search('批量导入件')).toHaveLength(1);
  });
});
