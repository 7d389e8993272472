import type { Payload } from 'payload';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Document, SearchPin, User } from '../../payload-types';
import { paragraph, person, signers } from './harness/people';
import { OUTSIDE_WEB, openPortal, type Portal } from './harness/portal';

let portal: Portal;
let payload: Payload;
let signed: Awaited<ReturnType<typeof signers>>;
let auditor: User;
let counts: typeof import('../../queries/search-counts');
let stored: typeof import('../../queries/stored-counts');
let rules: typeof import('../../queries/search-rules');
let search: typeof import('../../queries/search');

const TODAY = new Date(Date.now() + 8 * 3600 * 1000).toISOString().slice(0, 10);
const daysAgo = (days: number) =>
  new Date(Date.parse(`${TODAY}T12:00:00Z`) - days * 24 * 3600 * 1000).toISOString().slice(0, 10);

beforeAll(async () => {
  portal = await openPortal();
  payload = portal.payload;
  signed = await signers(payload);
  auditor = await person(payload, 'auditor', 'auditor');
  [counts, stored, rules, search] = await Promise.all([
    import('../../queries/search-counts'),
    import('../../queries/stored-counts'),
    import('../../queries/search-rules'),
    import('../../queries/search'),
  ]);
});
afterAll(async () => {
  await (await import('../../search/open')).closeSearchEngine();
  await portal?.close();
});

const BROWSER = {
  'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Chrome/126.0 Safari/537.36',
  'x-forwarded-for': '192.0.2.7',
};
const asked = (question: string, total = 1, headers: Record<string, string> = {}) =>
  counts.countSearch({
    question,
    total,
    isFirstPage: true,
    hasFilters: false,
    asking: new Headers({ ...BROWSER, ...headers }),
  });

const figures = async (question: string) =>
  (await stored.readQuestions(payload, TODAY)).find((one) => one.question === question);

describe('counted searches', () => {
  beforeEach(async () => {
    await counts.flushCounts();
    await payload.db.deleteMany({ collection: 'search-counts', where: {} });
  });

  it('are summed by question and day, with those that found nothing and the results opened', async () => {
    asked('停车收费');
    asked(' 停车收费　');
    asked('停车收费', 0);
    await counts.flushCounts();
    expect(await counts.countOpened('停车收费')).toBe(true);
    asked('停车收费');
    await counts.flushCounts();
    expect(await figures('停车收费')).toEqual({
      question: '停车收费',
      asked: 4,
      empty: 1,
      opened: 1,
    });
    expect(await stored.readTotals(payload, TODAY)).toEqual({ asked: 4, empty: 1, opened: 1 });
  });

  it('hold nothing but the day, the question and how often', async () => {
    asked('落户');
    await counts.flushCounts();
    const { docs } = await payload.db.find({ collection: 'search-counts', pagination: false });
    expect(docs).toHaveLength(1);
    const { id, createdAt, updatedAt, ...kept } = docs[0] as Record<string, unknown>;
    expect(kept).toEqual({
      key: `${TODAY}|落户`,
      day: TODAY,
      question: '落户',
      asked: 1,
      empty: 0,
      opened: 0,
    });
    expect([id, createdAt, updatedAt].every(Boolean)).toBe(true);
  });

  it('leave out what holds personal data, programs, and pages that are fetched ahead', async () => {
    asked('11010519491231002X');
    asked('停车', 1, { 'user-agent': 'Baiduspider/2.0' });
    asked('停车', 1, { 'user-agent': 'curl/8.5' });
    asked('停车', 1, { 'sec-purpose': 'prefetch;prerender' });
    counts.countSearch({ question: '停车', total: 9, isFirstPage: false, hasFilters: false });
    counts.countSearch({ question: '停车', total: 9, isFirstPage: true, hasFilters: true });
    await counts.flushCounts();
    expect(await stored.readTotals(payload, '2000-01-01')).toMatchObject({ asked: 0 });
  });

  it('add up when two write the same question at once, and lose nothing', async () => {
    const counted = ['落户', '公积金'].map((question) => ({
      day: TODAY,
      question,
      asked: 2,
      empty: 1,
      opened: 0,
    }));
    await Promise.all(Array.from({ length: 8 }, () => stored.addCounts(payload, counted)));
    expect(await figures('公积金')).toMatchObject({ asked: 16, empty: 8 });
    expect(await figures('落户')).toMatchObject({ asked: 16, empty: 8 });
  });

  it('take an opened result of a question that was asked, and of no other, and not without end', async () => {
    expect(await counts.countOpened('没人问过的')).toBe(false);
    asked('加班费');
    await counts.flushCounts();
    const opened = [];
    for (let n = 0; n < 30; n += 1) opened.push(await counts.countOpened('加班费'));
    expect(opened.filter(Boolean)).toHaveLength(10);
  });

  it('answer a browser that tells of an opened result the same whether it is counted or not', async () => {
    const { POST } = await import('../../app/api/search-opened/route');
    const { pingFor } = await import('../../queries/search-clicks');
    for (const question of ['医保', '没人问过的']) {
      if (question === '医保') for (let n = 0; n < 3; n += 1) asked(question);
      await counts.flushCounts();
      const url = `http://127.0.0.1${pingFor(question)}`;
      const told = await POST(new Request(url, { method: 'POST', headers: BROWSER }));
      expect([told.status, await told.text()]).toEqual([204, '']);
      const foreign = { ...BROWSER, 'sec-fetch-site': 'cross-site' };
      await POST(new Request(url, { method: 'POST', headers: foreign }));
    }
    await counts.flushCounts();
    expect(await stored.readTotals(payload, TODAY)).toMatchObject({ opened: 1 });
    expect(pingFor('13800138000')).toBeUndefined();
  });

  it('do not show a question asked once or twice, and forget it after a month; all after two years', async () => {
    const on = (day: string, question: string, times: number) => ({
      day,
      question,
      asked: times,
      empty: 0,
      opened: 0,
    });
    await stored.addCounts(payload, [
      on(daysAgo(40), '张三 判决', 2),
      on(daysAgo(40), '公积金', 1),
      on(daysAgo(20), '公积金', 2),
      on(daysAgo(10), '李四', 1),
      on(daysAgo(800), '公积金', 50),
    ]);
    const shown = await stored.readQuestions(payload, daysAgo(60));
    expect(shown).toEqual([{ question: '公积金', asked: 3, empty: 0, opened: 0 }]);

    await stored.forgetCounts(payload, TODAY);
    const { docs } = await payload.db.find<{ key: string }>({
      collection: 'search-counts',
      sort: 'key',
      pagination: false,
    });
    expect(docs.map(({ key }) => key)).toEqual([
      `${daysAgo(40)}|公积金`,
      `${daysAgo(20)}|公积金`,
      `${daysAgo(10)}|李四`,
    ]);
  });

  it('are read by nobody row by row', async () => {
    const read = payload.find({
      collection: 'search-counts',
      user: signed.signOff.leader,
      overrideAccess: false,
    });
    await expect(read).rejects.toThrow();
  });
});

describe('synonyms and pinned results', () => {
  const synonyms = (words: unknown, rest: object = {}) =>
    payload.create({
      collection: 'search-synonyms',
      data: { words, ...rest } as never,
      user: signed.signOff.editor,
      overrideAccess: false,
    });
  const pin = (data: Partial<SearchPin>) =>
    payload.create({
      collection: 'search-pins',
      data: data as never,
      user: signed.signOff.editor,
      overrideAccess: false,
    });
  const publish = (title: string, status: 'published' | 'draft' = 'published'): Promise<Document> =>
    payload.create({
      collection: 'documents',
      data: { title, kind: 'notice', body: paragraph('正文'), _status: status } as never,
      draft: status === 'draft',
      context: signed,
    });
  const indexed = () => payload.jobs.run({ queue: 'index', limit: 100, silent: true });

  it('hold with the next question and no longer than they stand', async () => {
    expect(await rules.rulesFor('我的房产证丢了')).toEqual({ synonyms: [], pinned: [] });
    const kept = await synonyms(['房产证', '不动产权证书']);
    expect((await rules.rulesFor('我的房 产证丢了')).synonyms).toEqual([
      { words: ['房产证', '不动产权证书'] },
    ]);
    expect((await rules.rulesFor('停车')).synonyms).toEqual([]);
    await payload.update({
      collection: 'search-synonyms',
      id: kept.id,
      data: { isOneWay: true },
      context: OUTSIDE_WEB,
    });
    expect((await rules.rulesFor('房产证')).synonyms).toEqual([
      { words: ['房产证', '不动产权证书'], isOneWay: true },
    ]);
    expect((await rules.rulesFor('不动产权证书')).synonyms).toEqual([]);
    await payload.delete({ collection: 'search-synonyms', id: kept.id });
    expect((await rules.rulesFor('房产证')).synonyms).toEqual([]);
  });

  it.each([
    [['房产证'], '两个不同的词'],
    [['房产证', '房 产 证'], '重复'],
    [['房产证', '……'], '没有文字'],
    [['房产证', '证'.repeat(31)], '太长'],
  ])('refuse the words %j and say why', async (words, why) => {
    await expect(synonyms(words)).rejects.toMatchObject({
      data: { errors: [{ path: 'words', message: expect.stringContaining(why) as string }] },
    });
  });

  it.each([[7], [{ words: 1 }], [[7, null]], [[['房产证'], {}]]])(
    'refuse %j, which is no list of words, as wrong input',
    async (words) => {
      await expect(synonyms(words)).rejects.toMatchObject({ status: 400 });
    },
  );

  it('put a pinned record first for its question alone, until its last day', async () => {
    const document = await publish('机动车停放服务收费办法');
    await publish('老旧小区停车位改造通告');
    await indexed();
    const id = `documents:${document.id}`;
    await pin({
      questions: ['车位 怎么收钱', '停车位'],
      results: [{ relationTo: 'documents', value: document.id }],
      until: TODAY,
    });
    expect(await rules.rulesFor('车位怎么收钱')).toEqual({ synonyms: [], pinned: [id] });
    expect((await rules.rulesFor('停车位改造')).pinned).toEqual([]);
    expect((await rules.rulesFor('停车位', '2999-01-01')).pinned).toEqual([]);
    const { hits } = await search.searchPublished({ text: '停车位' }, 'zh-CN');
    expect(hits[0]).toMatchObject({ id, isPinned: true });
  });

  it('put a service first too, and no longer once it is withdrawn', async () => {
    const agency = await payload.create({
      collection: 'agencies',
      data: { name: '测试县民政局', slug: 'civil', code: '990000002', kind: 'department' },
      context: OUTSIDE_WEB,
    });
    const service = await payload.create({
      collection: 'services',
      depth: 0,
      context: signed,
      data: {
        title: '内地居民结婚登记',
        slug: 'marriage',
        audience: ['people'],
        subject: 'household',
        agency: agency.id,
        basis: '《婚姻登记条例》',
        conditions: '双方自愿',
        materials: [{ name: '居民身份证' }],
        place: '县民政局一楼',
        hours: '工作日 8:30–12:00',
        phone: '0795-0000001',
        process: [{ title: '申请' }],
        _status: 'published',
      } as never,
    });
    await publish('领证纪念日摄影活动的通知');
    await indexed();
    await pin({ questions: ['领证'], results: [{ relationTo: 'services', value: service.id }] });
    const first = async () => (await search.searchPublished({ text: '领证' }, 'zh-CN')).hits[0];
    expect(await first()).toMatchObject({
      id: `services:${service.id}`,
      isPinned: true,
      url: '/services/marriage',
      record: { title: '内地居民结婚登记' },
    });
    await payload.update({
      collection: 'services',
      id: service.id,
      data: { _status: 'draft', review: { opinion: '内容有误' } } as never,
      user: { ...signed.signOff.leader, collection: 'users' },
      context: OUTSIDE_WEB,
      depth: 0,
    });
    expect(await first()).not.toMatchObject({ isPinned: true });
  });

  it('do not show a pinned record that the public may not read', async () => {
    const draft = await publish('尚未公开的补贴标准', 'draft');
    await pin({
      questions: ['补贴标准'],
      results: [{ relationTo: 'documents', value: draft.id }],
    });
    const { hits, total } = await search.searchPublished({ text: '补贴标准' }, 'zh-CN');
    expect(hits.map(({ id }) => id)).not.toContain(`documents:${draft.id}`);
    expect(total).toBe(hits.length);
  });

  it('refuse a question that is pinned already, and a last day that is past', async () => {
    const { id: value } = await publish('公积金提取指南');
    const results = [{ relationTo: 'documents' as const, value }];
    const first = await pin({ questions: ['公积金'], results });
    await expect(pin({ questions: ['提取', '公 积 金'], results })).rejects.toMatchObject({
      data: {
        errors: [{ path: 'questions', message: expect.stringContaining('另一条') as string }],
      },
    });
    await expect(pin({ questions: ['提取'], results, until: daysAgo(1) })).rejects.toMatchObject({
      data: { errors: [{ path: 'until' }] },
    });
    for (const relationTo of ['documents', 'users']) {
      const gone = [{ relationTo, value: 99_999 }] as never;
      await expect(pin({ questions: ['提取'], results: gone })).rejects.toMatchObject({
        data: { errors: [{ path: 'results' }] },
      });
    }
    await payload.update({
      collection: 'search-pins',
      id: first.id,
      data: { note: '常问' },
      context: OUTSIDE_WEB,
    });
  });

  it('are written into the audit log, and are not for an auditor to change', async () => {
    const { id } = await synonyms(['医保', '基本医疗保险']);
    const { docs } = await payload.find({
      collection: 'audit-log',
      where: { subject: { equals: 'search-synonyms' }, record: { equals: String(id) } },
    });
    expect(docs.map(({ action }) => action)).toContain('create');
    const change = payload.update({
      collection: 'search-synonyms',
      id,
      data: { words: ['医保', '保险'] },
      user: auditor,
      overrideAccess: false,
    });
    await expect(change).rejects.toMatchObject({ status: 403 });
  });
});
