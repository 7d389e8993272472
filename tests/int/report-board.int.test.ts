import { createLocalReq, handleEndpoints, type Payload } from 'payload';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { reportDesk } from '../../components/admin/MyWork/report-desk';
import { readBoard, sightOf } from '../../collections/AnnualReports/board-rows';
import { fillTables } from '../../domain/annual-reports/fill';
import { dayOf } from '../../domain/workdays/days';
import type { Agency, AnnualReport, ReportReminder, User } from '../../payload-types';
import { sendReminders, writeDueReminders } from '../../transfer/mail/send-reminders';
import { openMailServer, type MailServer } from './harness/mail-server';
import { tokenOf } from './harness/office';
import { paragraph, person, signers } from './harness/people';
import { openPortal, OUTSIDE_WEB, type Portal } from './harness/portal';

const YEAR = 2026;
const JANUARY = '2027-01-20';
const at = (day: string) => new Date(`${day}T04:00:00.000Z`);

let portal: Portal;
let payload: Payload;
let server: MailServer;
const agencies: Record<string, Agency> = {};
let clerk: User;
let editor: User;

beforeAll(async () => {
  server = await openMailServer();
  process.env.SMTP_URL = server.url;
  process.env.MAIL_FROM = '测试县政府信息公开 <noreply@county.example.test>';
  portal = await openPortal();
  payload = portal.payload;
  for (const [i, [slug, kind, email]] of (
    [
      ['county', 'government', 'county@office.example.test'],
      ['finance', 'department', 'finance@office.example.test'],
      ['justice', 'department', null],
      ['xinchang', 'township', 'xinchang@office.example.test'],
      ['province', 'external', 'province@office.example.test'],
    ] as const
  ).entries()) {
    agencies[slug] = await payload.create({
      collection: 'agencies',
      data: { name: `测试县${slug}`, slug, kind, email, order: i },
      context: OUTSIDE_WEB,
    });
  }
  const signed = await signers(payload);
  clerk = signed.signOff.clerk;
  editor = await payload.update({
    collection: 'users',
    id: (await person(payload, 'finance-editor', 'editor')).id,
    data: { agency: agencies.finance!.id },
    depth: 0,
  });
  const text = paragraph('本年没有发生。');
  await payload.create({
    collection: 'annual-reports',
    data: {
      agency: agencies.xinchang!.id,
      year: YEAR,
      tables: fillTables('2021', () => 0),
      parts: {
        overview: text,
        disclosure: text,
        applications: text,
        litigation: text,
        problems: text,
        other: text,
      },
      publishedOn: '2027-01-15',
      _status: 'published',
    } as unknown as AnnualReport,
    context: signed,
  });
  const broken = fillTables('2021', () => 0);
  broken.applications.received!.natural = 23;
  await payload.create({
    collection: 'annual-reports',
    data: { agency: agencies.finance!.id, year: YEAR, tables: broken } as unknown as AnnualReport,
    draft: true,
    context: OUTSIDE_WEB,
  });
}, 120_000);
afterAll(async () => {
  await portal.close();
  await server.stop();
  delete process.env.SMTP_URL;
});
beforeEach(async () => {
  server.inbox.length = 0;
  server.answers.clear();
  await payload.db.deleteMany({ collection: 'report-reminders', where: {} });
});

const boardFor = async (user: User) => {
  const req = await createLocalReq({ user: { ...user, collection: 'users' } }, payload);
  return readBoard(req, { year: YEAR, filter: null });
};

const remind = (user: User, ...slugs: string[]) => remindOf(YEAR, user, ...slugs);

const remindOf = async (year: number, user: User, ...slugs: string[]) => {
  const response = await handleEndpoints({
    config: payload.config,
    request: new Request('http://portal.test/api/report-reminders/remind', {
      method: 'POST',
      headers: {
        Authorization: `JWT ${await tokenOf(payload, user)}`,
        'Content-Type': 'application/json',
        'Accept-Language': 'zh',
      },
      body: JSON.stringify({ year, agencies: slugs.map((slug) => agencies[slug]!.id) }),
    }),
  });
  return { status: response.status, body: await response.json() };
};

const reminders = async (): Promise<ReportReminder[]> => {
  const { docs } = await payload.find({
    collection: 'report-reminders',
    depth: 0,
    sort: 'key',
    pagination: false,
  });
  return docs;
};

test('the board lists whoever owes a report, with what does not add up in words', async () => {
  const { rows, totals, county } = await boardFor(clerk);
  expect(rows.map(({ agency }) => agency.name)).toEqual([
    '测试县county',
    '测试县finance',
    '测试县justice',
    '测试县xinchang',
  ]);
  expect(totals).toMatchObject({ agencies: 4, published: 1, draft: 1, none: 2, broken: 1 });
  expect(rows[1]!.findings).toMatchObject({
    state: 'checked',
    first: expect.stringMatching(/23.*≠/u),
  });
  expect(rows[3]!.standing).toMatchObject({ state: 'published', publishedOn: '2027-01-15' });
  expect(county?.shares).toEqual({
    published: ['测试县xinchang'],
    submitted: [],
    draft: ['测试县finance'],
    none: ['测试县justice'],
  });
});

test('an editor sees the own agency alone, and an officer nothing', async () => {
  const { rows, county } = await boardFor(editor);
  expect(rows.map(({ agency }) => agency.name)).toEqual(['测试县finance']);
  expect(county).toBeNull();
  expect(sightOf(await person(payload, 'officer', 'officer'))).toBe('none');
});

test('the first screen names the reports that are missing while it is the time for them', async () => {
  const deskOf = (user: User, day: string) =>
    reportDesk({
      payload,
      user: { ...user, collection: 'users' },
      locale: 'zh-CN',
      now: at(day).toISOString(),
    });
  const { items, total } = await deskOf(clerk, '2027-02-03');
  expect(total).toBe(3);
  expect(items[1]).toMatchObject({ title: '测试县finance', isLate: true });
  expect(items[0]).toMatchObject({ note: '最迟2027年3月31日公布 · 还有 56 天', isLate: false });
  expect((await deskOf(editor, '2027-02-03')).total).toBe(1);
  expect((await deskOf(clerk, '2027-11-03')).total).toBe(0);
});

test('an occasion reminds each agency that has not published once, its writers and its mailbox', async () => {
  expect(await writeDueReminders(payload, JANUARY)).toBe(2);
  expect(await writeDueReminders(payload, JANUARY)).toBe(0);
  expect(await sendReminders(payload, at(JANUARY), JANUARY)).toBe(1);
  expect(await sendReminders(payload, at(JANUARY), JANUARY)).toBe(0);
  const [{ mail, to } = { mail: null, to: [] }, ...others] = server.inbox;
  expect(others).toEqual([]);
  expect([...to].sort()).toEqual(['finance-editor@example.test', 'finance@office.example.test']);
  expect(mail!.subject).toBe('请于2027年1月31日前公布2026年政府信息公开工作年度报告');
  expect(mail!.text).toContain('测试县finance：');
  expect(mail!.text).toContain('现在的情况：草稿');
  expect(mail!.text).toContain('第四十九条');
  expect(mail!.text).toMatch(/http:\/\/127\.0\.0\.1:9\/admin\/collections\/annual-reports\/\w+/);
  expect(mail!.text).toContain('Where it stands: Draft');
  const states = (await reminders()).map(({ key, state, error }) => [
    key.split(':').at(-1),
    state,
    error ?? null,
  ]);
  expect(states).toEqual([
    ['second', 'sent', null],
    ['second', 'skipped', '机构没有填写邮箱，也没有编辑或者审批负责人的账号'],
  ]);
});

test('a clerk reminds by hand, once a day, and never of what is public', async () => {
  const first = await remind(clerk, 'finance', 'xinchang', 'province');
  expect(first).toMatchObject({ status: 200, body: { reminded: 1, left: 2 } });
  await payload.jobs.run({ queue: 'mail', limit: 10 });
  expect(server.inbox).toHaveLength(1);
  const again = await remind(clerk, 'finance');
  expect(again.body).toMatchObject({
    reminded: 0,
    message: expect.stringContaining('没有可以提醒的'),
  });
  const row = (await boardFor(clerk)).rows[1]!;
  expect(row.reminder).toEqual({ state: 'sent', on: dayOf(new Date()), reason: null });
  expect((await remind(editor, 'finance')).status).toBe(403);
  // Nobody reports on a year that has not begun, or here on one without a national layout.
  for (const year of [2099, 2015]) {
    expect((await remindOf(year, clerk, 'finance')).status).toBe(400);
  }
});

test('what the server can’t take now goes out later, and what it refuses is told', async () => {
  await writeDueReminders(payload, JANUARY);
  const busy = { code: 451, text: 'try again' };
  server.answers.set('finance@office.example.test', busy);
  server.answers.set('finance-editor@example.test', busy);
  expect(await sendReminders(payload, at(JANUARY), JANUARY)).toBe(0);
  expect((await reminders())[0]).toMatchObject({ state: 'waiting', attempts: 1 });
  server.answers.delete('finance-editor@example.test');
  const later = new Date(Date.now() + 10 * 60_000);
  expect(await sendReminders(payload, later, JANUARY)).toBe(1);
  expect((await reminders())[0]).toMatchObject({ state: 'sent', error: '有 1 个收件人被拒收' });
});

test('without a mail server reminders wait, and the newest alone goes out once there is one', async () => {
  const { email } = payload;
  payload.email = { ...email, name: 'no-mail' };
  await writeDueReminders(payload, '2027-01-10');
  await writeDueReminders(payload, JANUARY);
  expect(await sendReminders(payload, at(JANUARY), JANUARY)).toBe(0);
  expect((await reminders()).map(({ state }) => state)).toEqual(Array(4).fill('waiting'));
  payload.email = email;
  expect(await sendReminders(payload, at(JANUARY), JANUARY)).toBe(1);
  const finance = (await reminders()).filter(({ agency }) => agency === agencies.finance!.id);
  expect(finance.map(({ key, state }) => [key.split(':').at(-1), state])).toEqual([
    ['first', 'skipped'],
    ['second', 'sent'],
  ]);
});
