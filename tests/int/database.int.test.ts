import { access } from 'node:fs/promises';
import path from 'node:path';
import type { Payload, PayloadRequest } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nextNumber } from '../../collections/Counters/next-number';
import { paragraph, PASSWORD, person, signers } from './harness/people';
import { OUTSIDE_WEB, openPortal, type Portal } from './harness/portal';

/**
 * What the portal asks of a database, one sentence each. The same sentences hold on SQLite and on
 * MongoDB's protocol.
 */
const isFerretdb = process.env.MONGODB_COMPATIBILITY === 'ferretdb';

let portal: Portal;
let payload: Payload;
let signed: Awaited<ReturnType<typeof signers>>;
let office: number | string;

beforeAll(async () => {
  portal = await openPortal();
  payload = portal.payload;
  signed = await signers(payload);
  const agency = await payload.create({
    collection: 'agencies',
    data: { name: '县政府办公室', slug: 'county-office', kind: 'office', code: '014349' },
    context: OUTSIDE_WEB,
  });
  office = agency.id;
});
afterAll(() => portal?.close());

/** A published document, reviewed by three people. */
const publish = (title: string, rest: object = {}) =>
  payload.create({
    collection: 'documents',
    data: {
      title,
      kind: 'normative',
      agency: office as never,
      body: paragraph(`${title}的正文`),
      _status: 'published',
      ...rest,
    },
    context: signed,
  });

describe('the database', () => {
  it('keeps a name in both languages and falls back to Chinese', async () => {
    await payload.update({
      collection: 'agencies',
      id: office,
      locale: 'en',
      data: { name: 'County Government Office' },
      context: OUTSIDE_WEB,
    });
    const read = (locale: 'en' | 'zh-CN') =>
      payload.findByID({ collection: 'agencies', id: office, locale });
    expect((await read('zh-CN')).name).toBe('县政府办公室');
    expect((await read('en')).name).toBe('County Government Office');

    const second = await payload.create({
      collection: 'agencies',
      data: { name: '县民政局', slug: 'civil-affairs', kind: 'department' },
      context: OUTSIDE_WEB,
    });
    const english = await payload.findByID({ collection: 'agencies', id: second.id, locale: 'en' });
    expect(english.name).toBe('县民政局');
  });

  it('finds and sorts by a localized name', async () => {
    const { docs } = await payload.find({
      collection: 'agencies',
      where: { name: { like: '民政' } },
      sort: 'name',
    });
    expect(docs.map(({ slug }) => slug)).toEqual(['civil-affairs']);
  });

  it('refuses a second record under a name that must be unique', async () => {
    const again = payload.create({
      collection: 'agencies',
      data: { name: '另一个', slug: 'county-office', kind: 'office' },
      context: OUTSIDE_WEB,
    });
    // FerretDB refuses too, but its answer does not name the field.
    const path = isFerretdb ? '' : 'slug';
    await expect(again).rejects.toMatchObject({ data: { errors: [{ path }] } });
  });

  it('hides a draft from the public until it is published', async () => {
    const draft = await payload.create({
      collection: 'documents',
      data: { title: '未公开的通知', kind: 'notice', body: paragraph('草稿') },
      draft: true,
      context: OUTSIDE_WEB,
    });
    const seen = () =>
      payload.find({
        collection: 'documents',
        where: { id: { equals: draft.id } },
        overrideAccess: false,
      });
    expect((await seen()).totalDocs).toBe(0);
    await payload.update({
      collection: 'documents',
      id: draft.id,
      data: { _status: 'published' },
      context: signed,
    });
    expect((await seen()).docs.map(({ title }) => title)).toEqual(['未公开的通知']);
  });

  it('refuses to publish what nobody has reviewed', async () => {
    const unreviewed = payload.create({
      collection: 'documents',
      data: { title: '直接发布', kind: 'notice', body: paragraph('x'), _status: 'published' },
      context: OUTSIDE_WEB,
    });
    await expect(unreviewed).rejects.toThrow();
    const { totalDocs } = await payload.count({
      collection: 'documents',
      where: { title: { equals: '直接发布' } },
    });
    expect(totalDocs).toBe(0);
  });

  it('keeps the published text while a new draft lies over it, and every version', async () => {
    const { id } = await publish('第一版');
    await payload.update({
      collection: 'documents',
      id,
      data: { title: '第二版' },
      draft: true,
      context: OUTSIDE_WEB,
    });
    const read = (draft: boolean) => payload.findByID({ collection: 'documents', id, draft });
    expect((await read(false)).title).toBe('第一版');
    expect((await read(true)).title).toBe('第二版');

    const versions = await payload.findVersions({
      collection: 'documents',
      where: { parent: { equals: id } },
      sort: '-updatedAt',
    });
    expect(versions.docs.map(({ version }) => version.title)).toEqual(['第二版', '第一版']);
    expect(versions.docs.map(({ latest }) => Boolean(latest))).toEqual([true, false]);
    const latest = await payload.find({
      collection: 'documents',
      draft: true,
      where: { title: { equals: '第二版' } },
    });
    expect(latest.docs.map((doc) => doc.id)).toEqual([id]);
  });

  it('shows a document its interpretations and an interpretation its documents', async () => {
    const first = await publish('营商环境第一个方案');
    const second = await publish('营商环境第二个方案');
    const interpretation = await payload.create({
      collection: 'interpretations',
      data: {
        title: '两个方案的解读',
        form: 'text',
        documents: [first.id, second.id] as never,
        body: paragraph('解读'),
        _status: 'published',
      },
      context: signed,
    });
    await payload.create({
      collection: 'interpretations',
      data: { title: '还没发布的解读', form: 'text', documents: [first.id] as never },
      draft: true,
      context: OUTSIDE_WEB,
    });

    const read = await payload.findByID({
      collection: 'documents',
      id: first.id,
      depth: 1,
      overrideAccess: false,
    });
    expect(read.interpretations?.docs).toMatchObject([{ id: interpretation.id }]);

    const { docs } = await payload.find({
      collection: 'interpretations',
      where: { 'documents.title': { equals: '营商环境第二个方案' } },
      depth: 1,
      overrideAccess: false,
    });
    expect(docs).toHaveLength(1);
    expect(docs[0]?.documents).toMatchObject([
      { title: '营商环境第一个方案' },
      { title: '营商环境第二个方案' },
    ]);
  });

  it('shows interpretations on a whole list of documents', async () => {
    const { docs } = await payload.find({
      collection: 'documents',
      where: { title: { like: '营商环境' } },
      sort: 'title',
      depth: 1,
      overrideAccess: false,
    });
    expect(docs.map((doc) => doc.interpretations?.docs?.length)).toEqual([1, 1]);
  });

  it('answers a list with filters, order and pages', async () => {
    for (let month = 1; month <= 6; month += 1) {
      await publish(`清单文件${month}`, {
        kind: month % 2 ? 'plan' : 'budget',
        themes: month <= 3 ? ['finance', 'economy'] : ['health-sport'],
        category: 'budgets',
        madeOn: `2020-0${month}-15`,
        publishedOn: `2020-0${month}-20`,
        keywords: ['预算'],
      });
    }
    const find = (where: object, page = 1) =>
      payload.find({
        collection: 'documents',
        where: { and: [{ category: { equals: 'budgets' } }, where] } as never,
        sort: ['-publishedOn', 'title'],
        limit: 2,
        page,
        overrideAccess: false,
        select: { title: true },
      });
    const titles = async (where: object, page = 1) =>
      (await find(where, page)).docs.map(({ title }) => title);

    expect(await titles({})).toEqual(['清单文件6', '清单文件5']);
    expect(await titles({}, 3)).toEqual(['清单文件2', '清单文件1']);
    expect(await find({})).toMatchObject({ totalDocs: 6, totalPages: 3, hasNextPage: true });
    expect(await titles({ themes: { in: ['economy'] } })).toEqual(['清单文件3', '清单文件2']);
    expect(await titles({ themes: { equals: 'health-sport' } })).toEqual([
      '清单文件6',
      '清单文件5',
    ]);
    expect(await titles({ kind: { not_equals: 'plan' } })).toEqual(['清单文件6', '清单文件4']);
    expect(
      await titles({
        and: [
          { madeOn: { greater_than_equal: '2020-02-01' } },
          { madeOn: { less_than: '2020-04-01' } },
        ],
      }),
    ).toEqual(['清单文件3', '清单文件2']);
    expect(await titles({ 'agency.code': { equals: '014349' } })).toHaveLength(2);
    expect(await titles({ 'agency.code': { equals: '000000' } })).toEqual([]);
    expect(
      await titles({ or: [{ title: { equals: '清单文件1' } }, { title: { contains: '文件2' } }] }),
    ).toEqual(['清单文件2', '清单文件1']);
    expect(await titles({ lapsesOn: { exists: true } })).toEqual([]);
    expect(await titles({ keywords: { in: ['预算'] } })).toHaveLength(2);
    expect(
      (
        await payload.count({
          collection: 'documents',
          where: { category: { equals: 'budgets' } },
        })
      ).totalDocs,
    ).toBe(6);
  });

  it('names the distinct values of a field', async () => {
    const { values } = await payload.findDistinct({
      collection: 'documents',
      field: 'kind',
      where: { category: { equals: 'budgets' } },
      sort: 'kind',
    });
    expect(values).toEqual([{ kind: 'budget' }, { kind: 'plan' }]);
  });

  it('keeps items of two kinds in the order of a topic', async () => {
    const document = await publish('专题里的文件');
    const interpretation = await payload.create({
      collection: 'interpretations',
      data: {
        title: '专题里的解读',
        form: 'text',
        body: paragraph('解读'),
        documents: [document.id] as never,
        _status: 'published',
      },
      context: signed,
    });
    const { id } = await payload.create({
      collection: 'topics',
      data: {
        title: '优化营商环境',
        summary: '说明',
        slug: 'business',
        sections: [
          {
            title: '第一栏',
            items: [
              { relationTo: 'interpretations', value: interpretation.id },
              { relationTo: 'documents', value: document.id },
            ] as never,
          },
        ],
        _status: 'published',
      },
      context: signed,
    });
    const topic = await payload.findByID({ collection: 'topics', id, depth: 1 });
    expect(
      topic.sections?.[0]?.items?.map(({ value }) => (value as { title: string }).title),
    ).toEqual(['专题里的解读', '专题里的文件']);
  });

  it('finds the parent and the children of a column', async () => {
    const make = (name: string, slug: string, parent?: number | string) =>
      payload.create({
        collection: 'columns',
        data: { name, slug, parent: parent as never },
        context: OUTSIDE_WEB,
      });
    const root = await make('基层政务公开', 'grassroots');
    await make('就业', 'employment', root.id);
    await make('养老', 'old-age', root.id);
    const { docs } = await payload.find({
      collection: 'columns',
      where: { 'parent.slug': { equals: 'grassroots' } },
      sort: 'slug',
      depth: 0,
    });
    expect(docs.map(({ slug }) => slug)).toEqual(['employment', 'old-age']);
    const { totalDocs } = await payload.count({
      collection: 'columns',
      where: { parent: { exists: false } },
    });
    expect(totalDocs).toBe(1);
  });

  describe('counting', () => {
    const req = () => ({ payload, context: OUTSIDE_WEB }) as unknown as PayloadRequest;

    it('gives each request in turn the next number', async () => {
      const numbers = [];
      for (let ask = 1; ask <= 5; ask += 1) numbers.push(await nextNumber('in-turn', req()));
      expect(numbers).toEqual([1, 2, 3, 4, 5]);
    });

    it('gives every request its own number when many ask at once', async () => {
      const asked = Array.from({ length: 20 }, () => nextNumber('at-once', req()));
      const numbers = (await Promise.all(asked)).toSorted((a, b) => a - b);
      expect(numbers).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    });
  });

  it('runs a queued job once and forgets it when it is done', async () => {
    await payload.delete({ collection: 'payload-jobs', where: { id: { exists: true } } });
    await payload.jobs.queue({ task: 'sweep', queue: 'test', input: {} });
    const result = await payload.jobs.run({ queue: 'test' });
    expect(Object.values(result.jobStatus ?? {})).toEqual([{ status: 'success' }]);
    const { totalDocs } = await payload.count({ collection: 'payload-jobs' });
    expect(totalDocs).toBe(0);
  });

  it('queues the indexing of a published document', async () => {
    const { id } = await publish('要进索引的文件');
    const { docs } = await payload.find({
      collection: 'payload-jobs',
      where: { and: [{ queue: { equals: 'index' } }, { 'input.id': { equals: String(id) } }] },
      depth: 0,
    });
    expect(docs.map(({ taskSlug }) => taskSlug)).toEqual(['index-record']);
  });

  it('signs a person in by password, refuses a wrong one and locks after many', async () => {
    const { email } = await person(payload, 'auditor', 'auditor');
    const login = (password: string) =>
      payload.login({ collection: 'users', data: { email, password } });
    expect((await login(PASSWORD)).token).toMatch(/^ey/);
    for (let attempt = 1; attempt <= 8; attempt += 1) {
      await expect(login('wrong')).rejects.toThrow();
    }
    await expect(login(PASSWORD)).rejects.toThrow();
  });

  it('keeps an uploaded file on disk and its record in the database', async () => {
    const file = await payload.create({
      collection: 'files',
      data: { title: '附件一' },
      file: {
        name: 'annex.txt',
        data: Buffer.from('附件'),
        mimetype: 'text/plain',
        size: Buffer.byteLength('附件'),
      },
      context: OUTSIDE_WEB,
    });
    expect(file.filesize).toBe(6);
    await access(path.join(portal.folder, 'uploads', 'files', String(file.filename)));
  });

  it('changes and removes many records by a condition', async () => {
    const where = { slug: { in: ['employment', 'old-age'] } };
    const changed = await payload.update({
      collection: 'columns',
      where,
      data: { group: '两个' },
      context: OUTSIDE_WEB,
    });
    expect(changed.docs).toHaveLength(2);
    const removed = await payload.delete({
      collection: 'columns',
      where: { group: { equals: '两个' } },
      context: OUTSIDE_WEB,
    });
    expect(removed.docs).toHaveLength(2);
  });
});
