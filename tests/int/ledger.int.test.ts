import { createLocalReq, handleEndpoints, type Payload } from 'payload';
import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { act, actAsApplicant, type ActInput } from '../../collections/Applications/act';
import { doDeed } from '../../collections/Applications/applicant-deeds';
import type { ActionCode } from '../../domain/applications/actions';
import { isSealed } from '../../fields/sealed/seal';
import type { Agency, Application, User } from '../../payload-types';
import { csvOf } from '../../transfer/export/lists/csv';
import { xlsxOf } from '../../transfer/export/lists/xlsx';
import { ledgerList } from '../../transfer/ledger/list';
import { readLedger } from '../../transfer/ledger/read-ledger';
import { noteWords } from '../../transfer/ledger/words';
import { overwriteLedger } from '../../transfer/ledger/overwrite';
import { planLedger } from '../../transfer/ledger/plan-ledger';
import { writeLedger } from '../../transfer/ledger/write-ledger';
import { PASSWORD, person } from './harness/people';
import { OUTSIDE_WEB, openPortal, type Portal } from './harness/portal';

let portal: Portal;
let payload: Payload;
let officer: User;
let counsel: User;
let leader: User;
let finance: Agency;

beforeAll(async () => {
  portal = await openPortal();
  payload = portal.payload;
  officer = await person(payload, 'officer', 'officer');
  counsel = await person(payload, 'counsel', 'counsel');
  leader = await person(payload, 'leader', 'leader');
  const agency = (name: string, slug: string) =>
    payload.create({
      collection: 'agencies',
      data: {
        name,
        slug,
        kind: 'department',
        numberPrefix: '测',
        address: '测试路1号',
        phone: '0795-0000001',
      },
      context: OUTSIDE_WEB,
    });
  finance = await agency('测试县财政局', 'finance');
  await agency('测试县教育局', 'education');
  // A letter of refusal says where to ask for review.
  await payload.create({
    collection: 'agencies',
    data: { name: '测试县人民政府', slug: 'county-government', kind: 'government' },
    context: OUTSIDE_WEB,
  });
  await payload.updateGlobal({
    slug: 'site',
    data: { onlineReview: 'https://review.example.test' },
    context: OUTSIDE_WEB,
  });
});
afterAll(() => portal.close());

async function file(data: Partial<Application> = {}): Promise<Application['id']> {
  const { id } = await payload.create({
    collection: 'applications',
    data: {
      applicantKind: 'natural',
      name: '张测试',
      idType: 'id-card',
      idNumber: '11010519491231002X',
      phone: '0795-0000001',
      informationTitle: '2025年部门决算',
      form: 'electronic',
      delivery: 'online',
      channel: 'in-person',
      filedOn: '2026-11-02',
      agency: finance.id,
      ...data,
    } as Application,
  });
  return id;
}

async function step(
  id: Application['id'],
  action: ActionCode,
  input: ActInput = {},
  user: User = officer,
): Promise<Application> {
  return act(await createLocalReq({ user }, payload), id, action, {
    lateReason: '测试时补录',
    ...input,
  });
}

async function answer(id: Application['id'], kind: string, on: string): Promise<void> {
  await step(id, 'draft', {
    on,
    kind,
    facts: '经检索，本机关保存该信息',
    decision: '决定如下。',
    withoutFile: true,
  });
  await step(id, 'review', { on }, counsel);
  await step(id, 'approve', { on }, leader);
  await step(id, 'issue', { on });
}

/** Cases that went through all that a ledger tells. */
async function handleSome(): Promise<void> {
  const plain = await file({ informationNumber: '测财〔2025〕1号' });
  await answer(plain, 'granted', '2026-11-10');
  await step(plain, 'deliver', { on: '2026-11-12' });
  await step(plain, 'archive', { on: '2026-11-20' });

  const long = await file({
    channel: 'internet',
    filedOn: '2026-09-18',
    applicantKind: 'business',
    name: '示范建材有限公司',
  });
  await step(long, 'confirm', { on: '2026-09-18' });
  await step(long, 'request-supplement', {
    on: '2026-09-21',
    missing: '年度',
    termOn: '2026-10-20',
  });
  await actAsApplicant(await createLocalReq({}, payload), long, 'receive-supplement', {
    on: '2026-10-09',
    text: '2025年度',
  });
  await step(long, 'ask-third-party', { on: '2026-10-12', party: '某公司' });
  await step(long, 'receive-opinion', { on: '2026-10-20', consultation: 1, outcome: 'refusal' });
  await step(long, 'ask-extension', { on: '2026-10-22', workingDays: 5, reason: '材料多' });
  await step(long, 'extend', { on: '2026-10-23', workingDays: 5, reason: '材料多' }, leader);
  await answer(long, 'refused-third-party', '2026-11-13');

  const back = await file({ filedOn: '2026-11-03', informationTitle: '=SUM(A1)' });
  await step(back, 'withdraw', { on: '2026-11-05', reason: '不需要了' });

  await file({ filedOn: '2026-11-04', informationTitle: '尚未答复的申请' });
}

async function exported(format: 'csv' | 'xlsx', isNamed = false): Promise<Buffer> {
  const list = await ledgerList(
    await createLocalReq({}, payload),
    { locale: 'zh-CN', isNamed },
    true,
  );
  return buffer(format === 'csv' ? Readable.from(csvOf(list)) : xlsxOf(list));
}

async function emptied(): Promise<void> {
  for (const collection of ['applications', 'counters'] as const) {
    await payload.db.deleteMany({ collection, where: {} });
  }
}

const imported = async (bytes: Uint8Array, name: string) => {
  const planned = await planLedger(payload, (await readLedger(bytes, name)).rows);
  const outcomes = planned.map(({ outcome }) => outcome);
  return { outcomes, written: await writeLedger(payload, planned) };
};

const linesOf = (csv: Buffer): string[] => csv.toString().replace(/\r\n$/u, '').split('\r\n');

describe('the ledger of what the portal handled', () => {
  beforeAll(handleSome);

  test('tells each case in one line, masked, and makes no formula of a title', async () => {
    const lines = linesOf(await exported('csv'));
    expect(lines[0]).toBe(
      '\ufeff序号,回执编号,申请渠道,申请人类别,申请人,所需信息名称,文号,提交日期,收到日期,承办机关,状态,补正,征求第三方,延长,收费,答复期限,答复日期,答复类型,年报行,文书编号,送达,是否按期,归档日期,补录',
    );
    expect(lines).toHaveLength(5);
    expect(lines[1]).toMatch(
      /^1,YF2026-\d{5}-.,互联网,商业企业,示\*+,2025年部门决算,,2026-09-18,2026-09-18,测试县财政局,已答复,2026-09-21至2026-10-09,2026-10-12至2026-10-20,5个工作日（2026-10-23）,,2026-11-\d\d,2026-11-13,不予公开（保护第三方合法权益）,（三）不予公开 4\.保护第三方合法权益,测依申请〔2026〕第\d+号,,是,,确认收到 2026-09-18（\d{4}-\d\d-\d\d补录）；[^,]*$/u,
    );
    expect(lines[2]).toContain(',张**,2025年部门决算,测财〔2025〕1号,2026-11-02,');
    expect(lines[2]).toMatch(
      /,2026-11-12,是,2026-11-20,发出答复书 2026-11-10（\d{4}-\d\d-\d\d补录）$/u,
    );
    expect(lines[3]).toContain(",'=SUM(A1),");
    expect(lines[3]).toContain(',2026-11-05,申请人撤回,,,,,');
    expect(lines[4]).toMatch(/尚未答复的申请.*,2026-12-02,,,,,,,,$/u);
  });

  test.each(['csv', 'xlsx'] as const)(
    'comes back the same after it was imported into an empty portal as %s',
    async (format) => {
      const named = linesOf(await exported('csv', true));
      const masked = linesOf(await exported('csv'));
      const bytes = await exported(format, true);
      await emptied();
      const first = await imported(bytes, `ledger.${format}`);
      expect(first.outcomes.filter((outcome) => outcome === 'new').length).toBe(first.written);
      // The case without an answer is no matter of a ledger of closed cases.
      expect(first.outcomes.filter((outcome) => outcome === 'refused')).toHaveLength(
        named.some((line) => line.includes('尚未答复')) ? 1 : 0,
      );
      // How late its letters were written down here is no matter of an older ledger.
      const told = (lines: string[]) => lines.map((line) => line.replace(/,[^,]*$/u, ''));
      const closed = (lines: string[]) => told(lines.filter((line) => !line.includes('尚未答复')));
      expect(told(linesOf(await exported('csv', true)))).toEqual(closed(named));
      expect(told(linesOf(await exported('csv')))).toEqual(closed(masked));
      // A second run finds everything there.
      const second = await imported(bytes, `ledger.${format}`);
      expect(second.written).toBe(0);
      expect(second.outcomes).not.toContain('new');
      expect(told(linesOf(await exported('csv', true)))).toEqual(closed(named));
    },
  );

  test('keeps imported names encrypted and sends nobody a mail', async () => {
    const stored = await payload.db.find<Application>({
      collection: 'applications',
      pagination: false,
    });
    expect(stored.docs.length).toBeGreaterThan(0);
    expect(stored.docs.every(({ name, ledgerKey }) => isSealed(name) && ledgerKey)).toBe(true);
    const { totalDocs } = await payload.count({ collection: 'mails' });
    expect(totalDocs).toBe(0);
  });

  test('draws new numbers after those that came with the ledger', async () => {
    const { docs } = await payload.find({ collection: 'applications', pagination: false });
    const serialOf = (number: string | null | undefined) => Number(number?.slice(7, 12));
    const highest = Math.max(...docs.map(({ receiptNumber }) => serialOf(receiptNumber)));
    const id = await file();
    const { receiptNumber } = await payload.findByID({ collection: 'applications', id });
    expect(serialOf(receiptNumber)).toBe(highest + 1);
    // Its own cases are not taken for rows of a ledger.
    const { outcomes } = await imported(await exported('csv'), 'a.csv');
    expect(outcomes.every((outcome) => outcome === 'known' || outcome === 'refused')).toBe(true);
  });
});

describe('a ledger of past years', () => {
  const untidy = Buffer.from(
    [
      '测试县2020年依申请公开登记台账,,,,,,,,',
      '序号,申请方式,申请人类型,申请人,申请内容,收到时间,承办单位,答复时间,答复结果',
      '1,网上,公民,李测试,2019年决算,2020.3.5,财政局,2020年3月20日,予以公开',
      '2,当面,公民,王测试,学校规划,43895,测试县教育局,2020.3.25,信息不存在',
      '3,当面,公民,王测试,学校规划,43895,测试县教育局,2020.3.25,信息不存在',
      '4,当面,公民,赵测试,合同,2020.3.5,测试县水利局,2020.3.25,予以公开',
    ].join('\n'),
  );

  test('is read, planned and written, and an agency that is not there is told', async () => {
    await payload.update({
      collection: 'agencies',
      id: finance.id,
      data: { shortName: '财政局' },
      context: OUTSIDE_WEB,
    });
    const planned = await planLedger(payload, (await readLedger(untidy, 'a.csv')).rows);
    expect(planned.map(({ outcome }) => outcome)).toEqual(['new', 'new', 'new', 'refused']);
    expect(planned[3]?.notes).toEqual([
      { kind: 'refused', key: 'unknown', column: 'agency', value: '测试县水利局' },
    ]);
    const before = await payload.count({ collection: 'applications' });
    expect(await writeLedger(payload, planned)).toBe(3);
    const after = await payload.count({ collection: 'applications' });
    expect(after.totalDocs - before.totalDocs).toBe(3);
    const again = await planLedger(payload, (await readLedger(untidy, 'a.csv')).rows);
    expect(again.map(({ outcome }) => outcome)).toEqual(['known', 'known', 'known', 'refused']);
    // What the portal gives out of it, with masked names and without numbers, is known too.
    const masked = await imported(await exported('csv'), 'a.csv');
    expect(masked.written).toBe(0);
  });

  test('with one number for two cases takes the first, and says where the other has it from', async () => {
    const twice = Buffer.from(
      [
        '受理编号,申请方式,申请人类型,申请人,申请内容,收到时间,承办单位,答复时间,答复结果',
        '2017-9,网上,公民,周测试,决算,2017.3.5,测试县财政局,2017.3.20,予以公开',
        '2017-9,网上,公民,周测试,决算,2017.3.5,测试县财政局,2017.3.20,予以公开',
        '2017-9,网上,公民,郑测试,规划,2017.5.5,测试县财政局,2017.5.20,予以公开',
      ].join('\n'),
    );
    const planned = await planLedger(payload, (await readLedger(twice, 'a.csv')).rows);
    expect(planned.map(({ outcome }) => outcome)).toEqual(['new', 'known', 'refused']);
    expect(planned[2]?.notes.map((note) => noteWords(note, 'zh-CN'))).toEqual([
      '“回执编号”写的是“2017-9”，与第 2 行的相同，却是另一件申请。请改成各自的编号',
    ]);
  });

  test('is known by the agency’s English name, too, as the ledger in English has it', async () => {
    await payload.update({
      collection: 'agencies',
      id: finance.id,
      locale: 'en',
      data: { name: 'Test County Finance Bureau' },
      context: OUTSIDE_WEB,
    });
    const english = Buffer.from(
      [
        '受理编号,申请方式,申请人类型,申请人,申请内容,收到时间,承办单位,答复时间,答复结果',
        '2017-10,网上,公民,周测试,决算,2017.3.5,Test County Finance Bureau,2017.3.20,予以公开',
      ].join('\n'),
    );
    const [row] = await planLedger(payload, (await readLedger(english, 'a.csv')).rows);
    expect(row).toMatchObject({ outcome: 'new', agencyId: finance.id });
  });

  test('is in the ledger of its year, with the due day worked out', async () => {
    const req = await createLocalReq({}, payload);
    const list = await ledgerList(req, { locale: 'zh-CN', year: 2020 }, true);
    const lines = linesOf(await buffer(Readable.from(csvOf(list))));
    expect(lines).toHaveLength(4);
    expect(lines[1]).toContain('互联网,自然人,李**,2019年决算,,2020-03-05,2020-03-05,测试县财政局');
    expect(lines[1]).toContain('2020-04-02,2020-03-20,予以公开,（一）予以公开');
  });
});

describe('a case of an agency from outside of the county', () => {
  let outside: Agency;
  const bytes = Buffer.from(
    [
      '受理编号,申请方式,申请人类型,申请人,申请内容,收到时间,承办单位,答复时间,答复结果',
      '2015-1,当面,公民,周测试,决算,2015.3.5,测试省水利厅,2015.3.20,予以公开',
      '2015-2,当面,公民,吴测试,规划,2015.3.5,测试县财政局,2015.3.20,予以公开',
    ].join('\n'),
  );
  const later = Buffer.from(bytes.toString().replace('决算', '预算'));
  const plan = async (from: Buffer) => planLedger(payload, (await readLedger(from, 'a.csv')).rows);

  beforeAll(async () => {
    outside = await payload.create({
      collection: 'agencies',
      data: { name: '测试省水利厅', slug: 'province-water', kind: 'external' },
      context: OUTSIDE_WEB,
    });
  });

  test('comes in with a past year’s ledger, is known when it comes again, and is written over', async () => {
    expect(await writeLedger(payload, await plan(bytes))).toBe(2);
    expect((await plan(bytes)).map(({ outcome }) => outcome)).toEqual(['known', 'known']);
    expect(await overwriteLedger(payload, await plan(later))).toBe(1);
  });

  test('goes on when its agency left the county after it was filed, to the applicant’s wishes', async () => {
    const agency = await payload.create({
      collection: 'agencies',
      data: {
        ...{ name: '测试县气象局', slug: 'weather', kind: 'department', numberPrefix: '气' },
        ...{ address: '测试路2号', phone: '0795-0000002' },
      },
      context: OUTSIDE_WEB,
    });
    const id = await file({ agency: agency.id });
    await answer(id, 'granted', '2026-11-10');
    await payload.update({
      collection: 'agencies',
      id: agency.id,
      data: { kind: 'external' },
      context: OUTSIDE_WEB,
    });
    await step(id, 'deliver', { on: '2026-11-12' });
    await step(id, 'note', { on: '2026-11-12', reason: '已电话告知' });
    for (const deed of ['rate', 'erase'] as const) {
      const { revision } = await payload.findByID({ collection: 'applications', id, depth: 0 });
      const input = { revision: revision ?? 0, text: '', score: 5, files: [] };
      expect(await doDeed(payload, id, deed, input, 'zh-CN')).toBeNull();
    }
    await step(id, 'archive', { on: '2026-11-20' });
    const saved = await payload.update({
      collection: 'applications',
      id,
      data: { agency: agency.id, isHeld: true },
      depth: 0,
    });
    expect(saved).toMatchObject({ status: 'archived', agency: agency.id, isHeld: true });
  });

  test('is none that is newly filed or given to it', async () => {
    await expect(file({ agency: outside.id })).rejects.toThrow();
    const id = await file({ channel: 'internet' });
    const given = payload.update({
      collection: 'applications',
      id,
      data: { agency: outside.id },
    });
    await expect(given).rejects.toThrow();
  });
});

test('the statistics count what came with a ledger', async () => {
  // It reads the configuration, which reads the environment, so only now.
  const { readStatistics } = await import('../../queries/application-statistics');
  const { years } = await readStatistics(payload, '2026-11-26');
  expect(years.find(({ year }) => year === 2020)).toMatchObject({ received: 3 });
});

describe('who takes the ledger out', () => {
  const ask = async (email: string | null, body: object, query = '') => {
    const headers = new Headers({ 'Content-Type': 'application/json' });
    if (email) {
      const { token } = await payload.login({
        collection: 'users',
        data: { email: `${email}@example.test`, password: PASSWORD },
      });
      headers.set('Authorization', `JWT ${token}`);
    }
    return handleEndpoints({
      config: payload.config,
      request: new Request(`http://127.0.0.1/api/applications/ledger${query}`, {
        method: 'POST',
        headers,
        body: JSON.stringify(body),
      }),
    });
  };

  test('nobody without an account, and no editor or clerk', async () => {
    await person(payload, 'clerk', 'clerk');
    expect((await ask(null, {})).status).toBe(401);
    expect((await ask('clerk', {})).status).toBe(403);
  });

  test('an officer, masked; in full with a reason, which the log keeps', async () => {
    const masked = await ask('officer', { format: 'csv', year: 2020 });
    expect(masked.status).toBe(200);
    const text = await masked.text();
    expect(text).toContain('李**');
    expect(text).not.toContain('李测试');
    expect((await ask('officer', { format: 'csv', names: true })).status).toBe(400);
    expect((await ask('counsel', { names: true, reason: '核对名单' })).status).toBe(403);
    const full = await ask('officer', {
      format: 'csv',
      year: 2020,
      names: true,
      reason: '核对年报数据',
    });
    expect(await full.text()).toContain('李测试');
    const { docs } = await payload.find({
      collection: 'audit-log',
      where: { and: [{ action: { equals: 'export' } }, { subject: { equals: 'applications' } }] },
      sort: '-seq',
      limit: 1,
    });
    expect(docs[0]).toMatchObject({
      who: String(officer.id),
      after: { format: 'csv', year: 2020, names: true, count: 3, reason: '核对年报数据' },
    });
  });

  test('only of the cases that they may read, as the list is filtered', async () => {
    await payload.update({
      collection: 'users',
      id: officer.id,
      data: { agency: finance.id },
      context: OUTSIDE_WEB,
    });
    const own = await (await ask('officer', { format: 'csv', year: 2020 })).text();
    expect(linesOf(Buffer.from(own))).toHaveLength(2);
    expect(own).not.toContain('教育局');
    const none = await ask(
      'officer',
      { format: 'csv' },
      '?where[informationTitle][equals]=nothing',
    );
    expect(linesOf(Buffer.from(await none.text()))).toHaveLength(1);
    for (const body of [{ format: 'pdf' }, { year: 'x' }, { year: 1900 }]) {
      expect((await ask('officer', body)).status).toBe(400);
    }
    for (const [field, condition] of [
      ['receivedOn', '[greater_than]=abc'],
      ['agency', '[equals]=abc'],
    ]) {
      const answer = await ask('officer', { format: 'csv' }, `?where[${field}]${condition}`);
      expect(answer.status).toBe(400);
      expect(await answer.text()).toContain(field);
    }
  });

  test('only of the cases that the list’s search finds', async () => {
    const found = async (query: string) =>
      linesOf(Buffer.from(await (await ask('officer', { format: 'csv' }, query)).text())).length -
      1;
    expect(await found('?search=2019年决算')).toBe(1);
    expect(await found('?search=2019年决算&where[informationTitle][equals]=nothing')).toBe(0);
    expect(await found('?search=没有这样的标题')).toBe(0);
  });
});
