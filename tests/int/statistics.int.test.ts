import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createLocalReq, type Payload } from 'payload';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { act } from '../../collections/Applications/act';
import type { ActionCode } from '../../domain/applications/actions';
import { lastFullQuarter, quarterBounds } from '../../domain/statistics/quarter';
import { quarterTitle } from '../../domain/statistics/quarter-text';
import { extractText } from '../../transfer/extract/extract';
import { addDays, dayOf, yearOf } from '../../domain/workdays/days';
import type { Application, Document, QuarterlyNotice, User } from '../../payload-types';
import { ago, fileCase, openOffice, type Office } from './harness/office';
import { paragraph, person, type signers } from './harness/people';
import { OUTSIDE_WEB, openPortal, type Portal } from './harness/portal';

let portal: Portal;
let payload: Payload;
let office: Office;
let signed: Awaited<ReturnType<typeof signers>>;
let readStatistics: (typeof import('../../queries/application-statistics'))['readStatistics'];
let readYear: (typeof import('../../queries/statistics'))['readYear'];
let forgetStatistics: (typeof import('../../queries/statistics'))['forgetStatistics'];
let documentsList: (typeof import('../../queries/lists/documents'))['documentsList'];
let addressValues: (typeof import('../../queries/search-address'))['addressValues'];
let countRead: (typeof import('../../queries/read-counts'))['countRead'];
let flushReads: (typeof import('../../queries/read-counts'))['flushReads'];
let compileNotice: (typeof import('../../collections/QuarterlyNotices/compile-notice'))['compileNotice'];
let findNotice: (typeof import('../../queries/quarterly-notices'))['findNotice'];
let figuresOfNotice: (typeof import('../../queries/quarterly-notices'))['figuresOfNotice'];
let noticeDownload: (typeof import('../../queries/quarterly-notices'))['noticeDownload'];
const today = dayOf(new Date());

beforeAll(async () => {
  portal = await openPortal();
  payload = portal.payload;
  office = await openOffice(payload);
  // With the configuration, which reads the environment that the portal made.
  ({ readStatistics } = await import('../../queries/application-statistics'));
  ({ readYear, forgetStatistics } = await import('../../queries/statistics'));
  ({ documentsList } = await import('../../queries/lists/documents'));
  ({ addressValues } = await import('../../queries/search-address'));
  ({ countRead, flushReads } = await import('../../queries/read-counts'));
  ({ compileNotice } = await import('../../collections/QuarterlyNotices/compile-notice'));
  ({ findNotice, figuresOfNotice, noticeDownload } =
    await import('../../queries/quarterly-notices'));
  const [editor, clerk] = [
    await person(payload, 'editor', 'editor'),
    await person(payload, 'clerk', 'clerk'),
  ];
  const { leader } = office.people;
  signed = { ...OUTSIDE_WEB, signOff: { editor, clerk, leader, opinion: '同意公开' } };
}, 120_000);
afterAll(async () => {
  await (await import('../../search/open')).closeSearchEngine();
  await portal.close();
});

const does = async (user: User, id: Application['id'], action: ActionCode, input: object = {}) => {
  const req = await createLocalReq({ user: { ...user, collection: 'users' } }, payload);
  return act(req, id, action, { ...input });
};

async function reply(id: Application['id'], kind: string): Promise<void> {
  const { officer, counsel, leader } = office.people;
  await does(officer, id, 'draft', {
    kind,
    facts: '经检索，有该信息。',
    decision: '见附件。',
    withoutFile: true,
  });
  await does(counsel, id, 'review');
  await does(leader, id, 'approve');
  await does(officer, id, 'issue');
}

test('cases handled through their actions are counted as the annual table counts them', async () => {
  const { officer, leader } = office.people;
  const granted = await fileCase(payload, office, { filedOn: ago(10) });
  const partial = await fileCase(payload, office, { applicantKind: 'business', channel: 'oral' });
  const withdrawn = await fileCase(payload, office);
  const late = await fileCase(payload, office, { filedOn: ago(60) });
  await fileCase(payload, office, { channel: 'internet' });
  await fileCase(payload, office);
  await reply(granted.id, 'granted');
  await does(leader, partial.id, 'extend', { workingDays: 5, reason: '需要检索档案' });
  await reply(partial.id, 'partial');
  await reply(late.id, 'not-existing');
  // Drafted, and then taken back: no reply was given.
  await does(officer, withdrawn.id, 'draft', {
    kind: 'granted',
    facts: '有。',
    decision: '公开。',
    withoutFile: true,
  });
  await does(officer, withdrawn.id, 'withdraw', { reason: '申请人来电撤回' });
  await does(officer, withdrawn.id, 'archive');
  const { all } = await readStatistics(payload, today);
  expect(all).toMatchObject({
    received: 5,
    closed: 4,
    pending: 1,
    replied: 3,
    timed: 3,
    onTime: 2,
    extended: 1,
    results: { granted: 1, partial: 1, refused: 0, unavailable: 1, declined: 0, other: 1 },
    channels: { 'in-person': 4, oral: 1, internet: 0 },
    applicants: { natural: 4, business: 1 },
  });
});

test('a correction takes no answer back and makes none late', async () => {
  const before = (await readStatistics(payload, today)).all;
  const { id } = await fileCase(payload, office);
  await reply(id, 'granted');
  const first = await payload.findByID({ collection: 'applications', id, depth: 0 });
  await does(office.people.officer, id, 'correct', { reason: '文号有误' });
  const during = (await readStatistics(payload, today)).all;
  expect(during.replied).toBe(before.replied + 1);
  expect(during.results.granted).toBe(before.results.granted + 1);
  await reply(id, 'granted');
  const after = await payload.findByID({ collection: 'applications', id, depth: 0 });
  expect(after.closedOn).toBe(first.closedOn);
  expect((await readStatistics(payload, today)).all).toMatchObject({
    replied: before.replied + 1,
    onTime: before.onTime + 1,
  });
});

describe('a year in figures', () => {
  test('agrees with the lists that its rows lead to, and adds up', async () => {
    for (const [i, kind] of (['normative', 'notice', 'notice', 'plan'] as const).entries()) {
      await publishDocument({ kind, agency: i === 2 ? null : office.agency.id });
    }
    await (await import('../../jobs/index-all')).ensureIndex(payload);
    forgetStatistics(payload);
    const statistics = await readYear(payload, YEAR, today);
    const { figureTables } = await import('../../queries/statistics-tables');
    const { agencies, kinds } = await figureTables(statistics!, 'zh-CN');
    const total = statistics!.documents;
    expect(total).toBe(4);
    for (const table of [agencies, kinds]) {
      expect(table.rows.reduce((sum, { cells }) => sum + Number(cells[0]), 0)).toBe(total);
      for (const { href, cells } of table.rows) {
        if (!href) continue;
        const asked = addressValues(new URL(href, 'http://portal.test').searchParams);
        const list = await documentsList(asked, 'zh-CN');
        expect([href, list.total]).toEqual([href, cells[0]]);
      }
    }
    expect(statistics!.explained).toMatchObject({ due: 2, explained: 0, missing: 2 });
    const { years } = await readStatistics(payload, today);
    const { applications } = statistics!;
    const [thisYear] = years;
    expect(applications).toMatchObject({
      received: thisYear!.received,
      answered: thisYear!.replied,
      onTime: thisYear!.onTime,
      timed: thisYear!.timed,
    });
  });

  test('is there for no year that has not begun or in which nothing happened', async () => {
    expect(await readYear(payload, YEAR + 1, today)).toBeNull();
    expect(await readYear(payload, 1999, today)).toBeNull();
  });
});

describe('a reading', () => {
  const browser = (address: string) =>
    new Headers({
      'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Chrome/126.0 Safari/537.36',
      'x-forwarded-for': address,
    });
  const counts = async () => {
    await flushReads();
    const { docs } = await payload.db.find<{ record: string; month: string; count: number }>({
      collection: 'read-counts',
      pagination: false,
    });
    return Object.fromEntries(docs.map(({ record, count }) => [record, count]));
  };

  test('counts once a day for each address, and adds to what was stored', async () => {
    const { slug } = await publishDocument({ kind: 'notice' });
    const record = `documents:${slug}`;
    expect(await countRead(record, browser('192.0.2.1'))).toBe(true);
    expect(await countRead(record, browser('192.0.2.1'))).toBe(false);
    expect(await counts()).toMatchObject({ [record]: 1 });
    expect(await countRead(record, browser('2001:db8:1:2::1'))).toBe(true);
    // Another address of the same household.
    expect(await countRead(record, browser('2001:db8:1:2:ffff::9'))).toBe(false);
    expect(await counts()).toMatchObject({ [record]: 2 });
    const tomorrow = new Date(Date.now() + 24 * 3600 * 1000);
    expect(await countRead(record, browser('192.0.2.1'), tomorrow)).toBe(true);
    const { month: _, ...row } = (await payload.db.findOne<
      Record<string, unknown> & { id: number }
    >({
      collection: 'read-counts',
      where: { record: { equals: record } },
    }))!;
    expect(Object.keys(row).sort()).toEqual(
      ['count', 'createdAt', 'id', 'key', 'record', 'updatedAt'].sort(),
    );
  });

  test('counts only of what the public may read, and not by programs', async () => {
    const draft = await payload.create({
      collection: 'documents',
      draft: true,
      depth: 0,
      data: { title: '没有公开的通知', kind: 'notice', slug: 'not-public-yet' },
      context: OUTSIDE_WEB,
    });
    const before = await counts();
    for (const record of [
      `documents:${draft.slug}`,
      'documents:nothing',
      'users:1',
      'x'.repeat(500),
    ]) {
      expect(await countRead(record, browser('192.0.2.3'))).toBe(false);
    }
    const { slug } = await publishDocument({ kind: 'notice' });
    const robot = browser('192.0.2.4');
    robot.set('user-agent', 'Googlebot/2.1');
    expect(await countRead(`documents:${slug}`, robot)).toBe(false);
    expect(await counts()).toEqual(before);
  });

  test('is bounded for each address, however many records there are', async () => {
    let counted = 0;
    for (let i = 0; i < 130; i += 1) {
      counted += Number(await countRead(`documents:none-${i}`, browser('192.0.2.9')));
    }
    const { slug } = await publishDocument({ kind: 'notice' });
    expect(counted).toBe(0);
    expect(await countRead(`documents:${slug}`, browser('192.0.2.9'))).toBe(false);
  });
});

describe('a quarterly notice', () => {
  const quarter = lastFullQuarter(today);
  let notice: QuarterlyNotice;
  const newest = () =>
    payload.findByID({ collection: 'quarterly-notices', id: notice.id, draft: true, depth: 0 });
  const asEditor = () =>
    createLocalReq({ user: { ...signed.signOff.editor, collection: 'users' } }, payload);

  test('is named after its quarter, of which there is one', async () => {
    const make = (data: object) =>
      payload.create({
        collection: 'quarterly-notices',
        draft: true,
        depth: 0,
        data: { agency: office.agency.id, ...data } as never,
        context: OUTSIDE_WEB,
      });
    notice = await make(quarter);
    expect(notice).toMatchObject({
      title: quarterTitle(quarter),
      slug: `${quarter.year}-q${quarter.quarter}`,
    });
    await expect(make(quarter)).rejects.toThrow(/已经有一份通报|There is a notice/);
    await expect(make({ year: quarter.year - 1, quarter: 1 })).resolves.toBeTruthy();
  });

  test('is counted from the records, and its figures are typed by nobody', async () => {
    const publishing = payload.update({
      collection: 'quarterly-notices',
      id: notice.id,
      data: { _status: 'published' },
      context: signed,
    });
    await expect(publishing).rejects.toThrow(/还没有汇总|was not compiled/);
    const { from } = quarterBounds(quarter);
    await publishDocument({
      kind: 'normative',
      agency: office.agency.id,
      madeOn: addDays(from, -60),
      publishedOn: addDays(from, 5),
    });
    const { figures, isBodyWritten } = await compileNotice(await asEditor(), await newest(), {
      overrideAccess: true,
    });
    expect(isBodyWritten).toBe(true);
    expect(figures.rows.find(({ slug }) => slug === 'finance')).toMatchObject({
      published: 1,
      late: 1,
      unexplained: 1,
    });
    await payload.update({
      collection: 'quarterly-notices',
      id: notice.id,
      draft: true,
      depth: 0,
      data: { figures: { ...figures, total: {} }, body: paragraph('编辑改过的正文。') as never },
      context: OUTSIDE_WEB,
    });
    expect((await newest()).figures).toEqual(figures);
    const again = await compileNotice(await asEditor(), await newest(), { overrideAccess: true });
    expect(again.isBodyWritten).toBe(false);
    expect(JSON.stringify((await newest()).body)).toContain('编辑改过的正文。');
  });

  test('is public once it is signed, and its Word file holds the table', async () => {
    await payload.update({
      collection: 'quarterly-notices',
      id: notice.id,
      data: { _status: 'published' },
      context: signed,
    });
    const found = await findNotice(notice.slug!, 'zh-CN');
    const figures = figuresOfNotice(found!);
    expect(figures?.total.late).toBe(1);
    const { bytes, type } = await noticeDownload(found!, figures!, 'docx');
    expect(type).toContain('wordprocessingml');
    const file = path.join(portal.folder, 'notice.docx');
    await writeFile(file, bytes);
    const { text } = await extractText({ path: file, name: 'notice.docx' });
    for (const words of [
      '测试县财政局',
      '超期公开',
      '编辑改过的正文。',
      quarterTitle(quarter).slice(-6),
    ]) {
      expect(text).toContain(words);
    }
    if (spawnSync(OFFICE, ['--version']).status !== 0) {
      console.warn('skipped: LibreOffice is not here, so nobody opened the Word file');
      return;
    }
    const made = spawnSync(
      OFFICE,
      ['--headless', '--convert-to', 'pdf', '--outdir', portal.folder, file],
      { timeout: 60_000 },
    );
    expect(made.status).toBe(0);
  });
});

const OFFICE = process.env.SOFFICE ?? 'soffice';
const YEAR = yearOf(today);
let made = 0;

async function publishDocument(data: {
  kind: Document['kind'];
  agency?: Document['agency'];
  madeOn?: string;
  publishedOn?: string;
}): Promise<Document> {
  made += 1;
  return payload.create({
    collection: 'documents',
    depth: 0,
    data: {
      title: `统计测试文件第${made}号`,
      slug: `counted-${made}`,
      body: paragraph('正文。') as never,
      publishedOn: `${YEAR}-01-0${(made % 9) + 1}`,
      ...data,
      _status: 'published',
    },
    context: signed,
  });
}
