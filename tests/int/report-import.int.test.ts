import { readFile } from 'node:fs/promises';
import { handleEndpoints } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blocksFromLexical } from '../../domain/documents/lexical';
import { blocksToText } from '../../domain/documents/blocks';
import { readReport, type ReadReport } from '../../transfer/import/annual-report/read-report';
import { NotSaved, saveReport } from '../../transfer/import/annual-report/save';
import { signers } from './harness/people';
import { openPortal, type Portal } from './harness/portal';

let portal: Portal;
let report: ReadReport;
beforeAll(async () => {
  portal = await openPortal();
  const file = new URL('../fixtures/annual-reports/hanweb-2019.html', import.meta.url);
  report = await readReport(await readFile(file), 'hanweb-2019.html');
  await portal.payload.create({
    collection: 'agencies',
    data: { name: '青禾县财政局', slug: 'caizheng', kind: 'department' },
    locale: 'zh-CN',
    context: { disableRevalidate: true, disableIndexing: true },
  });
}, 120_000);
afterAll(() => portal?.close());

const reasonOf = async (saving: Promise<unknown>): Promise<string> => {
  const error: unknown = await saving.then(
    () => null,
    (caught: unknown) => caught,
  );
  return error instanceof NotSaved ? error.reason : `no refusal: ${String(error)}`;
};

it('saves what was read as a draft that nobody outside sees', async () => {
  const { id, isNew, title } = await saveReport(portal.payload, report, { replacesDraft: false });
  expect({ isNew, title }).toEqual({
    isNew: true,
    title: '青禾县财政局2020年政府信息公开工作年度报告',
  });
  const stored = await portal.payload.findByID({
    collection: 'annual-reports',
    id,
    draft: true,
    depth: 0,
  });
  expect(stored._status).toBe('draft');
  expect(stored).toMatchObject({ year: 2020, layout: '2019', tables: report.tables });
  expect(blocksToText(blocksFromLexical(stored.parts?.problems))).toBe('一是公开不够及时。');
  const open = await portal.payload.find({ collection: 'annual-reports', overrideAccess: false });
  expect(open.totalDocs).toBe(0);
});

it('replaces a draft only when told to', async () => {
  expect(await reasonOf(saveReport(portal.payload, report, { replacesDraft: false }))).toBe(
    'draft',
  );
  const changed = { ...report, narrative: { ...report.narrative, other: ['改过了。'] } };
  const { isNew, id } = await saveReport(portal.payload, changed, { replacesDraft: true });
  expect(isNew).toBe(false);
  const stored = await portal.payload.findByID({
    collection: 'annual-reports',
    id,
    draft: true,
    depth: 0,
  });
  expect(blocksToText(blocksFromLexical(stored.parts?.other))).toBe('改过了。');
  const { totalDocs } = await portal.payload.count({ collection: 'annual-reports' });
  expect(totalDocs).toBe(1);
});

it('leaves alone what was approved and waits for its hour', async () => {
  const { payload } = portal;
  const { docs } = await payload.find({ collection: 'annual-reports', depth: 0, limit: 1 });
  const change = (data: object, context: object) =>
    payload.update({
      collection: 'annual-reports',
      id: docs[0]!.id,
      draft: true,
      data,
      context: { disableRevalidate: true, disableIndexing: true, ...context },
    });
  await change({}, await signers(payload));
  expect(await reasonOf(saveReport(payload, report, { replacesDraft: true }))).toBe('inReview');
  await change({ titleEnglish: 'Changed since' }, {});
});

it('names a report that is made over to another year after it, unless somebody named it', async () => {
  const { payload } = portal;
  const { docs } = await payload.find({ collection: 'agencies', limit: 1 });
  const change = (id: number, data: object) =>
    payload.update({
      collection: 'annual-reports',
      id,
      draft: true,
      depth: 0,
      data,
      context: { disableRevalidate: true, disableIndexing: true },
    });
  const { id } = await payload.create({
    collection: 'annual-reports',
    draft: true,
    data: { agency: docs[0]!.id, year: 2022 } as never,
    context: { disableRevalidate: true, disableIndexing: true },
  });
  const moved = await change(id, { year: 2019, layout: '2021' });
  expect(moved).toMatchObject({ layout: '2019', title: expect.stringMatching('财政局2019年') });
  await change(id, { title: '县财政局年报' });
  expect(await change(id, { year: 2023 })).toMatchObject({ title: '县财政局年报' });
  await payload.delete({ collection: 'annual-reports', id, context: { disableRevalidate: true } });
});

it('refuses in words what can’t be told', async () => {
  const { payload } = portal;
  const wish = { replacesDraft: false };
  expect(await reasonOf(saveReport(payload, { ...report, agency: '无此县' }, wish))).toBe(
    'unknownAgency',
  );
  expect(await reasonOf(saveReport(payload, report, { ...wish, agencySlug: 'none' }))).toBe(
    'unknownSlug',
  );
  expect(await reasonOf(saveReport(payload, { ...report, agency: null }, wish))).toBe('noAgency');
  expect(await reasonOf(saveReport(payload, { ...report, year: null }, wish))).toBe('noYear');
  expect(await reasonOf(saveReport(payload, { ...report, year: 2015 }, wish))).toBe('yearEarly');
});

it('finds the agency by the slug that is given, and takes the year that is given', async () => {
  const unnamed = { ...report, agency: null, year: null };
  const wish = { replacesDraft: false, agencySlug: 'caizheng', year: 2019 };
  expect(await saveReport(portal.payload, unnamed, wish)).toMatchObject({ isNew: true });
});

describe('the upload in the admin', () => {
  const page = (year: number): string =>
    `<h1>青禾县财政局${year}年政府信息公开工作年度报告</h1><h2>一、总体情况</h2><p>公开信息12条。</p>
     <table><tr><th>信息内容</th><th>本年制发件数</th><th>本年废止件数</th><th>现行有效件数</th></tr>
     <tr><td>规章</td><td>约20</td><td>0</td><td>三</td></tr></table>`;
  const tokens = new Map<string, string>();
  const ids: Record<string, number | string> = {};

  beforeAll(async () => {
    const { payload } = portal;
    const { docs } = await payload.find({
      collection: 'agencies',
      where: { slug: { equals: 'caizheng' } },
    });
    ids.own = docs[0]?.id ?? 0;
    const other = await payload.create({
      collection: 'agencies',
      data: { name: '青禾县教育局', slug: 'jiaoyu', kind: 'department' },
      locale: 'zh-CN',
      context: { disableRevalidate: true, disableIndexing: true },
    });
    ids.other = other.id;
    for (const role of ['editor', 'clerk', 'administrator'] as const) {
      const email = `${role}@demo.example`;
      const password = 'a long word for tests';
      await payload.create({
        collection: 'users',
        data: { email, password, name: role, roles: [role], agency: ids.own as never },
      });
      const { token } = await payload.login({ collection: 'users', data: { email, password } });
      tokens.set(role, token ?? '');
    }
  });

  const ask = async (
    role: string | null,
    wish: object | null,
    { text = page(2024), query = '', name = 'a.html' } = {},
  ): Promise<{ status: number; body: Record<string, never> }> => {
    const form = new FormData();
    form.set('_payload', JSON.stringify({ name, ...wish }));
    if (text !== '') form.set('file', new File([text], name));
    const response = await handleEndpoints({
      config: portal.payload.config,
      request: new Request(`http://127.0.0.1/api/annual-reports/import${query}`, {
        method: 'POST',
        headers: {
          'Accept-Language': 'zh',
          ...(role && { Authorization: `JWT ${tokens.get(role)}` }),
        },
        body: form,
      }),
    });
    return { status: response.status, body: (await response.json()) as Record<string, never> };
  };
  const told = ({ body }: { body: { errors?: { message: string }[] } }) =>
    body.errors?.[0]?.message ?? '';
  const count = async () =>
    (await portal.payload.count({ collection: 'annual-reports' })).totalDocs;

  it('shows what was read and saves nothing', async () => {
    const before = await count();
    const { status, body } = await ask('editor', {}, { query: '?preview=true' });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      isRead: true,
      layout: '2021',
      year: 2024,
      agencyId: ids.own,
      cells: {
        'disclosure/rules/issued': { figure: null, state: 'unread', at: 't1r2c2' },
        'disclosure/rules/abolished': { figure: 0, state: 'read' },
        'disclosure/rules/in-force': { figure: 3, state: 'guessed' },
      },
    });
    expect(await count()).toBe(before);
  });

  it('is closed to whoever writes no texts, and to other agencies’ reports', async () => {
    expect((await ask(null, {})).status).toBe(401);
    expect((await ask('clerk', {}, { query: '?preview=true' })).status).toBe(403);
    const before = await count();
    const refused = await ask('editor', { agency: ids.other, year: 2024 });
    expect(refused.status).toBe(403);
    expect(told(refused)).toBe('只能导入本机构的报告，没有保存。');
    expect(await count()).toBe(before);
  });

  it('keeps a draft of the person, and replaces it only when that is confirmed', async () => {
    const wish = { agency: ids.own, year: 2024 };
    const first = await ask('editor', wish);
    expect(first.status).toBe(200);
    const stored = await portal.payload.findByID({
      collection: 'annual-reports',
      id: first.body.id as never,
      draft: true,
      depth: 0,
    });
    expect(stored).toMatchObject({ _status: 'draft', year: 2024, layout: '2021' });
    const again = await ask('editor', wish);
    expect(again.status).toBe(409);
    expect(told(again)).toContain('要替换它，请先勾选确认');
    expect((await ask('editor', { ...wish, replace: true })).body).toMatchObject({
      id: first.body.id,
    });
  });

  it('leaves a published report alone', async () => {
    const { id } = await portal.payload.create({
      collection: 'annual-reports',
      draft: true,
      data: { agency: ids.other as never, year: 2022 },
      context: { disableRevalidate: true, disableIndexing: true },
    });
    await portal.payload.db.updateOne({
      collection: 'annual-reports',
      id,
      data: { _status: 'published' },
    });
    const refused = await ask('administrator', { agency: ids.other, year: 2022, replace: true });
    expect(refused.status).toBe(409);
    expect(told(refused)).toContain('已经发布，没有保存');
  });

  it.each([
    ['no file', {}, '', 400],
    ['a file that is no report', { year: 2024 }, '今天天气很好。', 400],
    ['no agency', { year: 2024 }, undefined, 400],
    ['an agency that is no id', { agency: { not: 1 }, year: 2024 }, undefined, 400],
    ['a year without a layout', { year: 2015 }, undefined, 409],
    ['a year that is none', { year: '2024' }, undefined, 400],
  ])('says in words what is wrong with %s', async (_, wish, text, status) => {
    const own = status === 409 ? { agency: ids.own } : {};
    const refused = await ask('editor', { ...own, ...wish }, text === undefined ? {} : { text });
    expect(refused.status).toBe(status);
    expect(told(refused)).toMatch(/[。]$/u);
  });
});
