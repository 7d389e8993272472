import path from 'node:path';
import type { Payload, RequestContext } from 'payload';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { filledForm } from '../../domain/website-reports/filled-form.fixture';
import type { Agency, User, WebsiteReport } from '../../payload-types';
import { tokenOf } from './harness/office';
import { paragraph, person, signers } from './harness/people';
import { openPortal, OUTSIDE_WEB, type Portal } from './harness/portal';
import { rest } from './harness/secrets';

let portal: Portal;
let payload: Payload;
let signed: RequestContext;
let county: Agency;
let other: Agency;
let editor: User;
let token: string;

beforeAll(async () => {
  portal = await openPortal();
  payload = portal.payload;
  process.env.DOWNLOADS_PATH = path.join(portal.folder, 'downloads');
  signed = await signers(payload);
  const agency = (name: string, slug: string, kind: string) =>
    payload.create({
      collection: 'agencies',
      data: { name, slug, kind } as never,
      context: OUTSIDE_WEB,
    }) as Promise<Agency>;
  county = await agency('青禾县人民政府', 'qinghe', 'government');
  other = await agency('青禾县财政局', 'finance', 'department');
  editor = await person(payload, 'writer', 'editor');
  await payload.update({
    collection: 'users',
    id: editor.id,
    data: { agency: county.id },
    context: OUTSIDE_WEB,
  });
  token = await tokenOf(payload, editor);
  const old = await document('停车办法', {});
  await document('关于废止停车办法的决定', {
    relations: [{ verb: 'repeals', document: old.id, on: '2025-05-01', reason: '上位法已修改' }],
  });
  await document('住房规定', {
    change: { status: 'repealed', on: '2025-06-01', reason: '已过时' },
  });
  await document('补贴办法', { lapsesOn: '2025-08-01' });
});
afterAll(async () => {
  const { press } = await import('../../transfer/export/press');
  press().close();
  delete process.env.DOWNLOADS_PATH;
  await portal.close();
});

const document = (title: string, more: object) =>
  payload.create({
    collection: 'documents',
    data: {
      title,
      agency: county.id,
      kind: 'normative',
      themes: ['general-affairs'],
      category: 'normative-documents',
      body: paragraph('自发布之日起施行。'),
      madeOn: '2025-02-01',
      effectiveOn: '2025-02-01',
      publishedOn: '2025-02-03',
      interpretationWaiver: '仅作格式性规定，不涉及实体内容。',
      _status: 'published',
      ...more,
    } as never,
    context: signed,
  });
const write = (id: number | string | undefined, data: object, query = 'draft=true') =>
  rest(payload, `/website-reports${id === undefined ? '' : `/${id}`}?${query}&depth=0`, {
    token,
    method: id === undefined ? 'POST' : 'PATCH',
    body: data,
  });
const docOf = async (answer: Response): Promise<WebsiteReport> =>
  ((await answer.json()) as { doc: WebsiteReport }).doc;

let id: WebsiteReport['id'];

test('fills in what the platform counts, keeps both values of what a person changes, and says who and why', async () => {
  const made = await docOf(await write(undefined, { agency: county.id, year: 2025 }));
  id = made.id;
  const title = '青禾县人民政府网站工作年度报表（2025年度）';
  expect(made.title).toBe(title);
  // Begun for the wrong year, it is called after the right one once that is put right.
  const slip = await docOf(await write(id, { year: 2024, title }));
  expect(slip.title).toBe('青禾县人民政府网站工作年度报表（2024年度）');
  expect((await docOf(await write(id, { year: 2025 }))).title).toBe(title);
  const compiled = await rest(payload, `/website-reports/${id}/compile`, {
    token,
    method: 'POST',
    body: {},
  });
  const { answers } = (await compiled.json()) as { answers: Record<string, unknown> };
  expect(answers).toMatchObject({
    'published-total': 4,
    'published-catalogue': 4,
    'published-news': 0,
    'site-type': 'portal',
    visits: null,
  });
  const changed = await docOf(
    await write(id, {
      answers: { ...answers, 'published-news': 3, 'published-total': 7 },
      compiled: { answers: { 'published-news': 3, 'published-total': 7 } },
      handChanges: [{ field: 'published-news', why: '含转载要闻', byName: '别人', computed: 9 }],
    }),
  );
  expect(changed.handChanges).toMatchObject([
    { field: 'published-total', computed: 4, entered: 7, why: '' },
    { field: 'published-news', computed: 0, entered: 3, why: '含转载要闻', byName: editor.name },
  ]);
});

test('keeps a form from review until its sums hold and every oddity has a reason', async () => {
  const answers = {
    ...filledForm(),
    'published-total': 7,
    'published-overview': 0,
    'published-news': 3,
    'published-catalogue': 4,
    'messages-closed': 121,
    'security-fixed': 8,
  };
  const submit = (more: object) => write(id, { answers, review: { action: 'submit' }, ...more });
  const hard = await submit({});
  expect(hard.status).toBe(400);
  const text = await hard.text();
  expect(text).toMatch(/问题整改数量.*8.*发现问题数量.*7/u);
  expect(text).toContain('没有写明原因');
  answers['security-fixed'] = 7;
  const whys = ['site-name', 'organiser', 'home-page', 'published-total', 'published-news'].map(
    (field) => ({ field, why: '以实际为准' }),
  );
  const { findings } = (await (
    await rest(payload, '/website-reports/check', {
      token,
      method: 'POST',
      body: { id, answers, handChanges: [...whys, ...topics()] },
    })
  ).json()) as { findings: { key: string; severity: string }[] };
  expect(findings.filter(({ severity }) => severity === 'hard')).toEqual([]);
  const soft = await submit({ handChanges: [...whys, ...topics()] });
  expect(soft.status).toBe(400);
  expect(await soft.text()).toContain('办结留言数量');
  const reasons = findings.map(({ key }) => ({ finding: key, reason: '含上年留言' }));
  const done = await submit({ handChanges: [...whys, ...topics()], reasons });
  expect(done.status).toBe(200);
});

const topics = () =>
  [
    'topics-kept',
    'topics-opened',
    'interpretation-materials',
    'interpretation-products',
    'site-code',
    'icp',
    'police',
  ].map((field) => ({ field, why: '含未迁移的内容' }));

test('shows the public no more than the form, and lets nobody else compile it', async () => {
  const open = await payload.create({
    collection: 'website-reports',
    data: {
      agency: other.id,
      year: 2025,
      publishedOn: '2026-01-20',
      answers: filledForm(),
      _status: 'published',
    } as never,
    context: signed,
  });
  const answer = await rest(payload, `/website-reports/${open.id}?depth=0`);
  const seen = (await answer.json()) as Record<string, unknown>;
  expect(seen.answers).toEqual(filledForm());
  for (const name of ['compiled', 'handChanges', 'reasons']) expect(seen).not.toHaveProperty(name);
  expect((await rest(payload, `/website-reports/${id}?depth=0`)).status).toBe(404);
  for (const [who, status] of [
    [null, 401],
    [token, 403],
  ] as const) {
    const refused = await rest(payload, `/website-reports/${open.id}/compile`, {
      token: who,
      method: 'POST',
      body: {},
    });
    expect(refused.status).toBe(status);
  }
  const wrong = await rest(payload, '/website-reports/check', { token, method: 'POST', body: [] });
  expect(wrong.status).toBe(400);
});

test('says at its address that a report was withdrawn, and why', async () => {
  const { findReportWithdrawal } = await import('../../queries/withdrawals');
  const leader = (signed.signOff as { leader: User }).leader;
  const open = await payload.create({
    collection: 'website-reports',
    data: {
      agency: other.id,
      year: 2024,
      publishedOn: '2025-01-20',
      answers: filledForm(),
      _status: 'published',
    } as never,
    context: signed,
  });
  expect(await findReportWithdrawal('website-reports', 'finance', 2024)).toBeNull();
  await payload.update({
    collection: 'website-reports',
    id: open.id,
    data: { _status: 'draft', review: { opinion: '统计口径有误' } },
    context: OUTSIDE_WEB,
    overrideAccess: false,
    user: leader,
  });
  expect(await findReportWithdrawal('website-reports', 'finance', 2024)).toMatchObject({
    reason: '统计口径有误',
  });
});

test('gives the form out in every format', async () => {
  const { GET } =
    await import('../../app/(portal)/[locale]/website-reports/[agency]/[year]/download/route');
  const ask = (format: string, year = '2025') =>
    GET(new Request(`http://localhost/x?format=${format}`), {
      params: Promise.resolve({ locale: 'zh-CN', agency: 'finance', year }),
    });
  for (const format of ['docx', 'pdf', 'xlsx', 'html', 'csv', 'json']) {
    const answer = await ask(format);
    expect(answer.status, format).toBe(200);
    expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(1000);
  }
  expect((await ask('exe')).status).toBe(400);
  expect((await ask('pdf', '1999')).status).toBe(404);
});

test('lists what ended in the year on paper too, and finds what the records leave out', async () => {
  const [{ GET }, { findingsIn }] = await Promise.all([
    import('../../app/(portal)/[locale]/lists/[...list]/route'),
    import('../../queries/change-findings'),
  ]);
  const ask = (name: string) =>
    GET(new Request(`http://localhost/lists/${name}?year=2025&kind=normative&agency=qinghe`), {
      params: Promise.resolve({ locale: 'zh-CN', list: [name] }),
    });
  const html = await (await ask('changes.html')).text();
  expect(html).toContain('共 3 项：修改 0 项，废止或者代替 2 项，失效 1 项。');
  expect(html).toContain('关于废止停车办法的决定');
  for (const name of ['changes.docx', 'changes.pdf']) expect((await ask(name)).status).toBe(200);
  expect((await ask('agencies.pdf')).status).toBe(404);
  const { documents } = await findingsIn(payload, { year: 2025, user: null }, 'zh-CN');
  expect(documents.map(({ document, rule }) => `${document.title} ${rule}`).sort()).toEqual([
    '住房规定 no-decision',
    '补贴办法 lapse-unsaid',
  ]);
});
