import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { handleEndpoints, type Payload, type RequestContext } from 'payload';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillTables } from '../../domain/annual-reports/fill';
import { report2020 } from '../../domain/annual-reports/report-2020.fixture';
import type { User } from '../../payload-types';
import { openPortal, OUTSIDE_WEB, type Portal } from './harness/portal';
import { paragraph, PASSWORD, person, signers } from './harness/people';

/** Results by applicant are blank in the report of 2020. */
const ONLY_TOTALS = {
  finding:
    'applications.-.natural+business+research+welfare+legal-service+other-org.blank-column:-:23',
  reason: '原报告只填写总计。',
};

let portal: Portal;
let payload: Payload;
let signed: RequestContext;
let GET: typeof import('../../app/(portal)/[locale]/annual-reports/[agency]/[year]/download/route').GET;
let files: typeof import('../../queries/report-file');
let reports: typeof import('../../queries/annual-reports');
let report: { id: number };

beforeAll(async () => {
  portal = await openPortal();
  payload = portal.payload;
  process.env.DOWNLOADS_PATH = path.join(portal.folder, 'downloads');
  signed = await signers(payload);
  [{ GET }, files, reports] = await Promise.all([
    import('../../app/(portal)/[locale]/annual-reports/[agency]/[year]/download/route'),
    import('../../queries/report-file'),
    import('../../queries/annual-reports'),
  ]);
  const agency = await payload.create({
    collection: 'agencies',
    data: { name: '青禾县人民政府', slug: 'qinghe', kind: 'government' } as never,
    context: OUTSIDE_WEB,
  });
  await payload.update({
    collection: 'agencies',
    id: agency.id,
    locale: 'en',
    data: { name: 'Qinghe County' },
    context: OUTSIDE_WEB,
  });
  report = (await payload.create({
    collection: 'annual-reports',
    data: {
      agency: agency.id,
      year: 2020,
      publishedOn: '2021-03-18',
      parts: {
        overview: paragraph('全年公开信息15908条。'),
        problems: paragraph('目录更新还不够及时。'),
        other: paragraph('无。'),
      },
      tables: report2020(),
      reasons: [ONLY_TOTALS],
      _status: 'published',
    } as never,
    context: signed,
  })) as never;
});
afterAll(async () => {
  const { press } = await import('../../transfer/export/press');
  press().close();
  delete process.env.DOWNLOADS_PATH;
  await portal.close();
});

const ask = (format: string, locale = 'zh-CN', year = '2020', headers = {}) =>
  GET(new Request(`http://localhost/x?format=${format}`, { headers }), {
    params: Promise.resolve({ locale, agency: 'qinghe', year }),
  });
const kept = async () =>
  (await readdir(process.env.DOWNLOADS_PATH as string, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);

test('gives a report out in every format under its own name, and knows the size after', async () => {
  for (const format of ['docx', 'pdf', 'xlsx', 'html', 'csv', 'json', 'txt']) {
    const answer = await ask(format);
    expect(answer.status, format).toBe(200);
    expect(decodeURIComponent(answer.headers.get('content-disposition') ?? '')).toContain(
      `青禾县人民政府2020年政府信息公开工作年度报告.${format}`,
    );
    expect((await answer.arrayBuffer()).byteLength).toBe(
      Number(answer.headers.get('content-length')),
    );
  }
  const found = await reports.findReport('qinghe', 2020, 'zh-CN');
  const sizes = await files.reportSizes(found!);
  expect(Object.values(sizes).every((size) => (size ?? 0) > 1000)).toBe(true);
});

test('gives the same Chinese file to who reads in English, and nothing again to who has it', async () => {
  const chinese = await ask('txt');
  const english = await ask('txt', 'en');
  expect(await english.text()).toBe(await chinese.text());
  const etag = chinese.headers.get('etag') ?? '';
  expect(english.headers.get('etag')).toBe(etag);
  expect((await ask('txt', 'en', '2020', { 'If-None-Match': etag })).status).toBe(304);
});

test('says what is wrong with a format, a year or a language that is none', async () => {
  expect((await ask('exe')).status).toBe(400);
  expect((await ask('pdf', 'zh-CN', '1999')).status).toBe(404);
  expect((await ask('pdf', 'zh-CN', '../2020')).status).toBe(404);
  expect((await ask('pdf', 'fr')).status).toBe(404);
  expect(await (await ask('exe', 'en')).text()).toContain('docx, pdf, xlsx');
});

test('makes a file again when the report changes, and keeps none of one that is taken back', async () => {
  const before = (await ask('csv')).headers.get('etag');
  const tables = report2020();
  tables.disclosure.rules!.made = 1;
  await payload.update({
    collection: 'annual-reports',
    id: report.id,
    data: { tables, _status: 'published' } as never,
    context: signed,
  });
  const after = await ask('csv');
  expect(after.headers.get('etag')).not.toBe(before);
  expect(await after.text()).toContain('本年新制作数量,,1');
  await payload.update({
    collection: 'annual-reports',
    id: report.id,
    data: { _status: 'draft', review: { opinion: '数字有误' } } as never,
    user: (signed.signOff as { leader: User }).leader,
    context: OUTSIDE_WEB,
  });
  expect((await ask('csv')).status).toBe(404);
  expect(await kept()).toEqual([]);
});

test('holds a report back until its sums are right and every oddity has a reason', async () => {
  const { agency } = await payload.findByID({
    collection: 'annual-reports',
    id: report.id,
    depth: 0,
  });
  const editor = await payload.update({
    collection: 'users',
    id: (await person(payload, 'reporter', 'editor')).id,
    data: { agency: agency as number },
    context: OUTSIDE_WEB,
  });
  const tables = fillTables('2021', () => 0);
  // As in 2020: nothing to ask about.
  const { licensing, penalties, enforcement } = report2020().disclosure;
  tables.disclosure.licensing = { decisions: licensing!.decisions! };
  tables.disclosure.penalties = { decisions: penalties!.decisions! };
  tables.disclosure.enforcement = { decisions: enforcement!.decisions! };
  // One more than the report of 2020 carried over.
  for (const row of ['carried-in', 'granted', 'outcome-total'] as const) {
    tables.applications[row]!.natural = 1;
    tables.applications[row]!.total = 1;
  }
  const parts = {
    overview: paragraph('全年收到申请2件。'),
    problems: paragraph('目录更新还不够及时。'),
    other: paragraph('无。'),
  };
  const draft = await payload.create({
    collection: 'annual-reports',
    draft: true,
    data: { agency: agency as number, year: 2021, tables, parts } as never,
    user: editor,
    overrideAccess: false,
    context: OUTSIDE_WEB,
  });
  const save = (data: object) =>
    payload.update({
      collection: 'annual-reports',
      id: draft.id,
      draft: true,
      data: data as never,
      user: editor,
      overrideAccess: false,
      context: OUTSIDE_WEB,
    });
  const submit = { review: { action: 'submit' } };
  await expect(save(submit)).rejects.toThrow('自然人: 二 1 ≠ 上年报告四 0');

  for (const row of ['carried-in', 'received'] as const) {
    tables.applications[row]!.natural = row === 'received' ? 1 : 0;
    tables.applications[row]!.total = row === 'received' ? 1 : 0;
  }
  await expect(save({ tables, ...submit })).rejects.toThrow(
    '“全年收到申请2件”: 文中 2 ≠ 表中 总计 一 1',
  );
  await save({ tables });

  const asked = (user: User | null, body: object) => check(user, { id: draft.id, ...body });
  const own = await asked(editor, { agency, year: 2021, tables });
  expect(own).toMatchObject({
    status: 200,
    body: { findings: [{ rule: 'narrative', severity: 'soft', needsReason: true }] },
  });
  const finding = (own.body as { findings: { key: string }[] }).findings[0]?.key;
  const stranger = await person(payload, 'stranger', 'editor');
  expect((await check(stranger, { agency, year: 2021, tables })).status).toBe(403);
  expect((await check(null, { agency, year: 2021, tables })).status).toBe(401);
  expect((await check(editor, { agency, year: '去年' })).status).toBe(400);
  expect((await check(editor, { agency, year: 2021, tables: { fees: 3 } })).status).toBe(400);

  await save({
    reasons: [{ finding, reason: '另一件次年才确认收到。', byName: '别人' }],
    ...submit,
  });
  const submitted = await payload.findByID({
    collection: 'annual-reports',
    id: draft.id,
    draft: true,
    depth: 0,
  });
  expect(submitted).toMatchObject({
    review: { state: 'submitted' },
    reasons: [{ finding, reason: '另一件次年才确认收到。', byName: 'reporter' }],
  });
  const outside = await payload.find({ collection: 'annual-reports', overrideAccess: false });
  expect(outside.docs.every((doc) => !('reasons' in doc))).toBe(true);
});

/** `POST /api/annual-reports/check` as somebody, or as nobody. */
async function check(user: User | null, body: object): Promise<{ status: number; body: unknown }> {
  const headers = new Headers({ 'Content-Type': 'application/json' });
  if (user) {
    const { token } = await payload.login({
      collection: 'users',
      data: { email: user.email, password: PASSWORD },
      context: OUTSIDE_WEB,
    });
    headers.set('Authorization', `JWT ${token}`);
  }
  const response = await handleEndpoints({
    config: payload.config,
    request: new Request('http://localhost/api/annual-reports/check', {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    }),
  });
  return { status: response.status, body: await response.json() };
}
