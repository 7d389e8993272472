import { createLocalReq, handleEndpoints, type Payload } from 'payload';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fileApplication } from './harness/file-application';
import { actOnLetter } from '../../collections/Letters/act-letter';
import { sweepLetters } from '../../collections/Letters/erase-letter';
import { fileLetter, letterReceiptOf } from '../../collections/Letters/file-letter';
import { readWaiting } from '../../collections/Letters/waiting-rows';
import { actAsWriter, openLetter } from '../../collections/Letters/writer-letter';
import { letterFrom } from '../../collections/Applications/to-letter';
import { newDraftKey, readDraft } from '../../collections/ApplicationDrafts/drafts';
import { statusOf } from '../../access/thrown';
import { correctionFigures } from '../../domain/letters/figures';
import { nationalCalendar } from '../../domain/workdays/national-calendar';
import type { LetterAction } from '../../domain/letters/actions';
import { parseLetter, type LetterInput } from '../../domain/letters/parse';
import { addDays, dayOf } from '../../domain/workdays/days';
import { isSealed } from '../../fields/sealed/seal';
import { sendDue } from '../../jobs/send-mail';
import type { Letter, User } from '../../payload-types';
import { composeMail } from '../../transfer/mail/compose';
import { mailFacts } from '../../transfer/mail/mail-facts';
import { openMailServer, type MailServer } from './harness/mail-server';
import { ago, fileCase, openOffice, putCase, tokenOf, type Office } from './harness/office';
import { person } from './harness/people';
import { openPortal, type Portal } from './harness/portal';

let portal: Portal;
let payload: Payload;
let office: Office;
let server: MailServer;
let second: User;

beforeAll(async () => {
  server = await openMailServer();
  process.env.SMTP_URL = server.url;
  process.env.MAIL_FROM = '测试县政府信息公开 <noreply@county.example.test>';
  portal = await openPortal();
  payload = portal.payload;
  office = await openOffice(payload);
  second = await person(payload, 'officer2', 'officer');
}, 120_000);
afterAll(async () => {
  await portal.close();
  await server.stop();
  delete process.env.SMTP_URL;
});

const written = (more: Partial<LetterInput> = {}): LetterInput => ({
  purpose: 'letter',
  kind: 'question',
  title: '村道什么时候通车',
  body: '我是张样例，电话13800000000，路已修好。',
  agency: null,
  page: null,
  name: '张样例',
  phone: '13800000000',
  email: null,
  address: null,
  idNumber: null,
  mayPublish: true,
  ...more,
});

const stored = async (receiptNumber: string): Promise<Letter> =>
  (await payload.db.findOne<Letter>({
    collection: 'letters',
    where: { receiptNumber: { equals: receiptNumber } },
  }))!;

const as = (user: User) => createLocalReq({ user: { ...user, collection: 'users' } }, payload);
const does = async (user: User, id: Letter['id'], action: LetterAction, input: object = {}) =>
  actOnLetter(await as(user), id, action, { ...input });

const route = (id: Letter['id']) =>
  does(office.people.officer, id, 'route', { agency: String(office.agency.id) });

async function call(
  token: string,
  path: string,
  body?: object,
  method = body ? 'POST' : 'GET',
  collection = 'letters',
): Promise<Response> {
  return handleEndpoints({
    config: payload.config,
    path: `/api/${collection}/${path.split('?')[0]}`,
    request: new Request(`http://portal.example.test/api/${collection}/${path}`, {
      method,
      headers: { Authorization: `JWT ${token}`, 'Content-Type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    }),
  });
}

describe('a letter', () => {
  test('sent twice from one draft makes one case, with its data sealed and one receipt', async () => {
    const draftKey = newDraftKey();
    const [first, again] = await Promise.all([
      fileLetter(payload, written(), { draftKey }),
      fileLetter(payload, written(), { draftKey }),
    ]);
    expect(again).toEqual(first);
    expect(await letterReceiptOf(payload, draftKey)).toEqual(first);
    expect(first.receiptNumber).toMatch(/^LX\d{4}-\d{5}-[\dX]$/);
    const letter = await stored(first.receiptNumber);
    for (const field of ['body', 'name', 'phone'] as const) {
      expect(isSealed(letter[field])).toBe(true);
    }
    expect(letter.queryHash).not.toContain(first.queryCode);
    expect(await openLetter(payload, first.receiptNumber, 'AAAABBBB')).toBeNull();
    expect(await openLetter(payload, 'LX2026-99999-0', first.queryCode)).toBeNull();
    const seen = await openLetter(payload, first.receiptNumber.toLowerCase(), first.queryCode);
    expect(seen).toMatchObject({ status: 'received', deeds: ['withdraw', 'to-application'] });
    expect(seen?.why).toContain('15');
  });

  test('goes its way: routed, drafted by one, sent by another, rated, published without the writer', async () => {
    const { officer, leader } = office.people;
    const keys = await fileLetter(payload, written());
    const { id } = await stored(keys.receiptNumber);
    const council = await payload.create({
      collection: 'agencies',
      data: { name: '国务院', slug: 'state-council', kind: 'external' },
      context: { disableRevalidate: true },
    });
    await expect(does(officer, id, 'route', { agency: String(council.id) })).rejects.toThrow(
      '没有找到这个机关',
    );
    await route(id);
    await does(officer, id, 'classify', { complexity: 'simple' });
    const simple = await stored(keys.receiptNumber);
    expect(dayOf(simple.dueOn!) < addDays(dayOf(simple.receivedOn!), 15)).toBe(true);
    await does(officer, id, 'draft', { text: '张样例，你好：下月通车。' });
    await expect(does(officer, id, 'issue')).rejects.toThrow('另一位同事');
    expect((await openLetter(payload, keys.receiptNumber, keys.queryCode))?.reply).toBeNull();
    await does(leader, id, 'issue');
    const seen = (await openLetter(payload, keys.receiptNumber, keys.queryCode))!;
    expect(seen).toMatchObject({ status: 'answered', reply: { text: '张样例，你好：下月通车。' } });
    const given = { revision: seen.revision, score: 5, text: '很快' };
    expect(await actAsWriter(payload, id, 'rate', given)).toEqual({ ok: true });
    expect(await actAsWriter(payload, id, 'rate', given)).toEqual({ ok: true });
    expect(isSealed((await stored(keys.receiptNumber)).rating?.comment)).toBe(true);

    const made = await call(office.tokens.officer, `${id}/publish-draft`, {});
    expect(made.status).toBe(201);
    const draft = await payload.findByID({
      collection: 'published-letters',
      id: (await made.json()).id,
      draft: true,
      depth: 0,
    });
    expect(`${draft.question}${draft.answer}`).not.toMatch(/张样例|13800000000/);
    // An editor who could point it at any letter would learn from the refusals who wrote that.
    const editor = await person(payload, 'editor', 'editor');
    await payload.db.updateOne({
      collection: 'users',
      id: editor.id,
      data: { agency: office.agency.id },
    });
    const token = await tokenOf(payload, editor);
    const refused = {
      title: '路',
      question: '路',
      answer: '张样例',
      answeredOn: '2026-10-01',
      letter: id,
    };
    expect((await call(token, '', refused, 'POST', 'published-letters')).status).toBe(403);
    const elsewhere = await stored(
      (await fileLetter(payload, written({ name: '王别人' }))).receiptNumber,
    );
    const pointed = await call(
      token,
      `${draft.id}?draft=true`,
      { letter: elsewhere.id, answer: '下月通车，谢谢王别人。' },
      'PATCH',
      'published-letters',
    );
    expect(pointed.status).toBe(200);
    expect((await pointed.json()).doc.letter).toBeUndefined();
    const pinned = {
      collection: 'published-letters',
      id: draft.id,
      draft: true,
      depth: 0,
    } as const;
    expect((await payload.findByID(pinned)).letter).toBe(id);
    await expect(
      payload.update({ ...pinned, data: { letter: elsewhere.id as number } }),
    ).rejects.toThrow('不能选登');
    await expect(
      payload.update({
        collection: 'published-letters',
        id: draft.id,
        draft: true,
        data: { answer: '张样例，你好' },
        context: { disableRevalidate: true },
      }),
    ).rejects.toThrow('个人信息');
  });

  test('of two officers who act at once one wins and the other is told', async () => {
    const { receiptNumber } = await fileLetter(payload, written());
    const { id } = await stored(receiptNumber);
    const revision = 0;
    const results = await Promise.allSettled(
      [office.people.officer, second].map((user) =>
        does(user, id, 'route', { agency: String(office.agency.id), revision }),
      ),
    );
    const refused = results.filter((each) => each.status === 'rejected');
    expect(refused.map(({ reason }) => statusOf(reason))).toEqual([409]);
    expect((await stored(receiptNumber)).revision).toBe(1);
  });

  test('keeps what the writer sent and what actions wrote, whatever a save brings', async () => {
    const { receiptNumber } = await fileLetter(payload, written());
    const { id } = await stored(receiptNumber);
    await payload.update({
      collection: 'letters',
      id,
      data: {
        title: '改过',
        status: 'answered',
        phone: '1',
        kind: 'complaint',
        dueOn: '2030-01-01',
      },
      user: { ...office.people.officer, collection: 'users' },
      overrideAccess: false,
      depth: 0,
    });
    const now = await stored(receiptNumber);
    expect(now).toMatchObject({ title: '村道什么时候通车', status: 'received', kind: 'complaint' });
    expect(dayOf(now.dueOn!) < '2030-01-01').toBe(true);
    expect(now.phoneHash).toBeTruthy();
  });

  test('becomes an application of the same person and is closed by it', async () => {
    const keys = await fileLetter(payload, written());
    const { id } = await stored(keys.receiptNumber);
    const begun = await actAsWriter(payload, id, 'to-application', { revision: 0 });
    const draftKey = begun.ok ? begun.draftKey! : '';
    const draft = (await readDraft(payload, draftKey))!;
    expect(draft.answers).toMatchObject({ name: '张样例', informationTitle: '村道什么时候通车' });
    const filed = await fileApplication(
      payload,
      {
        applicantKind: 'natural',
        name: '张样例',
        idType: 'id-card',
        idNumber: '11010519491231002X',
        creditCode: null,
        representative: null,
        phone: '13800000000',
        email: null,
        address: null,
        postcode: null,
        agency: 'finance',
        informationTitle: '村道工程计划',
        informationNumber: null,
        description: null,
        form: 'electronic',
        delivery: 'online',
      },
      { draftKey, letter: draft.letter },
    );
    const seen = await openLetter(payload, keys.receiptNumber, keys.queryCode);
    expect(seen).toMatchObject({
      status: 'redirected',
      application: { receiptNumber: filed.receiptNumber },
    });
  });
});

test('an application that was none tells where to write, and what was written goes along (§39)', async () => {
  const { id } = await fileCase(payload, office, { description: '邻居占道，请处理。' });
  const reply = { kind: 'petition', decision: '不作为政府信息公开申请处理', decidedOn: ago(1) };
  expect(await letterFrom(payload, id, 'zh-CN')).toBeNull();
  const application = await putCase(payload, id, 'answered', { reply } as never);
  const answers = (await letterFrom(payload, id, 'zh-CN'))!;
  const parsed = parseLetter({ ...answers, kind: 'complaint' });
  expect(parsed).toMatchObject({ ok: true, value: { agency: 'finance' } });
  expect(answers.body).toMatch(/^邻居占道，请处理。\n\n（由编号为 .+ 的政府信息公开申请转来）$/);
  const mail = composeMail(
    {
      ...(await mailFacts(payload, { ...application, reply } as never, 'replied', null)),
      attached: null,
    },
    'zh-CN',
  );
  expect(mail.text).toMatch(/可以写信.*\n?.*\/letters/);
});

describe('the office', () => {
  test('sees another agency’s letters nowhere, and the writer in full only with a reason', async () => {
    const { receiptNumber } = await fileLetter(payload, written());
    const { id } = await stored(receiptNumber);
    const other = await payload.create({
      collection: 'agencies',
      data: { name: '测试县水利局', slug: 'water', kind: 'department' },
      context: { disableRevalidate: true },
    });
    const outsider = await person(payload, 'outsider', 'officer');
    await payload.db.updateOne({
      collection: 'users',
      id: outsider.id,
      data: { agency: other.id },
    });
    const token = await tokenOf(payload, outsider);
    expect((await call(token, `${id}/desk`)).status).toBe(404);
    expect(
      (await call(token, `${id}/reveal`, { fields: ['phone'], reason: '电话联系' })).status,
    ).toBe(404);
    const { officer, auditor } = office.tokens;
    expect(
      (await call(auditor, `${id}/reveal`, { fields: ['phone'], reason: '电话联系' })).status,
    ).toBe(403);
    expect((await call(officer, `${id}/reveal`, { fields: ['phone'], reason: '' })).status).toBe(
      400,
    );
    const shown = await call(officer, `${id}/reveal`, { fields: ['phone'], reason: '电话联系' });
    expect(await shown.json()).toEqual({ values: { phone: '13800000000' } });
    const { docs } = await payload.find({
      collection: 'audit-log',
      where: { subject: { equals: 'letters' } },
      pagination: false,
    });
    expect(docs.some(({ action }) => action === 'reveal')).toBe(true);
    expect(JSON.stringify(docs)).not.toMatch(/13800000000|张样例|路已修好/);
  });

  test('has letters, corrections, records and applications on one desk, the late ones first', async () => {
    const correction = await fileLetter(
      payload,
      written({
        purpose: 'correction',
        kind: null,
        title: '链接打不开',
        page: { address: '/about', title: null, kind: 'link' },
      }),
    );
    const { id } = await stored(correction.receiptNumber);
    await payload.db.updateOne({
      collection: 'letters',
      id,
      data: { dueOn: '2026-01-05T12:00:00.000Z' },
    });
    const req = await as(office.people.officer);
    const all = await readWaiting(req, { kind: null, agency: null, span: 'all', page: 1 });
    expect(all.rows[0]).toMatchObject({ kind: 'correction', title: '链接打不开' });
    expect(all.rows[0]!.daysLeft).toBeLessThan(0);
    expect(new Set(all.rows.map(({ kind }) => kind))).toEqual(
      new Set(['correction', 'letter', 'application']),
    );
    const late = await readWaiting(req, { kind: null, agency: null, span: 'overdue', page: 1 });
    expect(late).toMatchObject({ total: 1, late: 1 });
    const week = await readWaiting(req, { kind: 'letter', agency: null, span: 'week', page: 1 });
    expect(week.late).toBe(0);
    const outsider = await payload.find({
      collection: 'users',
      where: { name: { equals: 'outsider' } },
      depth: 0,
    });
    const theirs = await readWaiting(await as(outsider.docs[0]!), {
      kind: null,
      agency: null,
      span: 'all',
      page: 1,
    });
    expect(theirs.total).toBe(0);

    await does(office.people.officer, id, 'close', { result: 'corrected', text: '已改正' });
    const seen = await openLetter(payload, correction.receiptNumber, correction.queryCode);
    expect(seen).toMatchObject({ status: 'answered', page: { result: 'corrected' } });
    const today = dayOf(new Date());
    const { countedLetters } = await import('../../queries/letter-figures');
    const counted = await countedLetters(payload);
    expect(correctionFigures(counted, nationalCalendar, today).all).toMatchObject({
      received: 1,
      answered: 1,
      onTime: 0,
    });
  });

  test('has each on one page alone, in one order, as many as the counts say', async () => {
    for (let i = 0; i < 60; i += 1) {
      await payload.db.create({
        collection: 'letters',
        data: {
          purpose: i % 3 === 0 ? 'correction' : 'letter',
          title: `第${i}件`,
          body: 'sealed',
          channel: 'internet',
          receiptNumber: `LX-DESK-${i}`,
          filingKey: `desk-${i}`,
          status: 'received',
          receivedOn: '2026-03-02T12:00:00.000Z',
          dueOn: `2026-03-${i % 4 < 2 ? '09' : '10'}T12:00:00.000Z`,
          history: [],
          revision: 0,
        },
        returning: false,
      });
    }
    const req = await as(office.people.officer);
    const page = (of: number) =>
      readWaiting(req, { kind: null, agency: null, span: 'all', page: of });
    const first = await page(1);
    expect(first.pages).toBeGreaterThan(1);
    const rest = Array.from({ length: first.pages - 1 }, (_, i) => page(i + 2));
    const rows = [first, ...(await Promise.all(rest))].flatMap((one) => one.rows);
    expect(rows).toHaveLength(first.total);
    expect(new Set(rows.map(({ kind, id }) => `${kind}-${id}`)).size).toBe(first.total);
    const days = rows.map(({ due }) => due ?? '9999-12-31');
    expect(days).toEqual(days.toSorted());
    for (const [kind, count] of Object.entries(first.counts)) {
      expect(rows.filter((row) => row.kind === kind)).toHaveLength(count);
    }
    expect((await page(first.pages + 1)).rows).toEqual([]);
    await payload.db.deleteMany({
      collection: 'letters',
      where: { receiptNumber: { like: 'LX-DESK-' } },
    });
  });

  test('erases the writer the day after they asked, and the figures stay', async () => {
    const keys = await fileLetter(payload, written());
    const { id } = await stored(keys.receiptNumber);
    await actAsWriter(payload, id, 'withdraw', { revision: 0 });
    const asked = await actAsWriter(payload, id, 'ask-deletion', { revision: 1 });
    expect(asked).toEqual({ ok: true });
    const req = await createLocalReq({}, payload);
    const today = dayOf(new Date());
    expect(await sweepLetters(req, today)).toEqual({ erased: 0, failed: 0 });
    expect(await sweepLetters(req, addDays(today, 1))).toEqual({ erased: 1, failed: 0 });
    const letter = await stored(keys.receiptNumber);
    expect(letter).toMatchObject({ name: null, phone: null, phoneHash: null, status: 'withdrawn' });
    expect(JSON.stringify(letter)).not.toContain('村道');
    const seen = await openLetter(payload, keys.receiptNumber, keys.queryCode);
    expect(seen).toMatchObject({ isErased: true, deeds: [] });
  });
});

describe('mail', () => {
  test('brings the query code once, tells of each step, and one that bounced is seen by the office', async () => {
    const email = 'writer@mail.example.test';
    const keys = await fileLetter(payload, written({ email }));
    await expect.poll(() => server.inbox.length, { timeout: 5000 }).toBe(1);
    const [first] = server.inbox;
    expect(first?.mail.text).toContain(keys.receiptNumber);
    expect(first?.mail.text).toContain(keys.queryCode.slice(0, 4));
    expect(first?.raw).not.toContain('路已修好');
    const { id } = await stored(keys.receiptNumber);
    await route(id);
    await payload.jobs.run({ queue: 'mail', limit: 100 });
    expect(server.inbox).toHaveLength(2);
    expect(server.inbox[1]?.mail.subject).toContain('已交机关办理');
    expect(server.inbox[1]?.mail.text).not.toContain(keys.queryCode.slice(0, 4));
    expect(server.inbox[1]?.mail.text).toContain('测试县财政局');

    server.answers.set(email, { code: 550, text: 'no such user' });
    await does(office.people.officer, id, 'redirect', {
      channel: 'petition',
      text: '请向信访部门提出',
    });
    await payload.jobs.run({ queue: 'mail', limit: 100 });
    await sendDue(payload, new Date(Date.now() + 600_000));
    const { docs } = await payload.find({
      collection: 'mails',
      where: { and: [{ letter: { equals: id } }, { state: { equals: 'failed' } }] },
      user: { ...office.people.officer, collection: 'users' },
      overrideAccess: false,
      depth: 0,
    });
    expect(docs).toMatchObject([{ kind: 'letter-redirected' }]);
  });
});

describe('a letter that came by telephone', () => {
  const officer = () => office.tokens.officer;
  const call1 = {
    channel: 'phone',
    purpose: 'letter',
    kind: 'help',
    title: '独居老人送餐',
    body: '来电人说，隔壁老人独居，问怎么申请送餐。',
    name: '李样例',
    phone: '１３９ 0000 0000',
    receivedOn: ago(2),
  };
  const create = (more: object = {}, token = officer()) => call(token, '', { ...call1, ...more });

  test('is numbered, sealed and due as any other, and tells nobody who left no address', async () => {
    const made = await create();
    expect(made.status).toBe(201);
    const letter = await stored((await made.json()).doc.receiptNumber);
    expect(letter).toMatchObject({ channel: 'phone', status: 'received' });
    expect(letter.agency ?? null).toBeNull();
    for (const field of ['body', 'name', 'phone'] as const) {
      expect(isSealed(letter[field])).toBe(true);
    }
    expect(dayOf(letter.receivedOn!)).toBe(ago(2));
    expect(letter.history).toMatchObject([{ action: 'register', by: 'officer', on: ago(2) }]);
    const mails = { letter: { equals: letter.id } };
    expect((await payload.count({ collection: 'mails', where: mails })).totalDocs).toBe(0);
    const told = await create({ email: 'caller@mail.example.test' });
    const { id } = (await told.json()).doc;
    const { docs } = await payload.find({ collection: 'mails', where: { letter: { equals: id } } });
    expect(docs).toMatchObject([{ kind: 'letter-received' }]);
  });

  test('is refused with everything that is wrong with it, each at its field, and by whoever may not', async () => {
    const answer = await create({
      channel: 'internet',
      kind: null,
      phone: '12',
      receivedOn: ago(-1),
    });
    expect(answer.status).toBe(400);
    const { errors } = await answer.json();
    expect(errors[0].data.errors.map(({ path }: { path: string }) => path)).toEqual([
      'channel',
      'receivedOn',
      'kind',
      'phone',
    ]);
    expect((await create({ purpose: 'constructor' })).status).toBe(400);
    expect((await create({ receivedOn: '0001-01-01' })).status).toBe(400);
    expect((await create({}, office.tokens.auditor)).status).toBe(403);
  });

  test('is put right by the office until it is passed on; what somebody wrote themselves is not', async () => {
    const { doc } = await (await create()).json();
    const patch = (body: object, id = doc.id) => call(officer(), String(id), body, 'PATCH');
    expect((await patch({ title: '老人送餐', phone: '12' })).status).toBe(400);
    expect((await patch({ title: '老人送餐', phone: '13800000000' })).status).toBe(200);
    const right = await stored(doc.receiptNumber);
    const same = await stored((await fileLetter(payload, written())).receiptNumber);
    expect(right).toMatchObject({ title: '老人送餐', phoneHash: same.phoneHash });
    // A save that carries back the masks changes nothing.
    const { name, phone } = (await (await call(officer(), String(doc.id))).json()) as Letter;
    expect((await patch({ name, phone, address: '城东路1号' })).status).toBe(200);
    const again = await stored(doc.receiptNumber);
    expect([again.name, again.phoneHash]).toEqual([right.name, right.phoneHash]);
    await route(doc.id);
    expect((await patch({ title: '改过', phone: '13900000000' })).status).toBe(200);
    expect(await stored(doc.receiptNumber)).toMatchObject({
      title: '老人送餐',
      phoneHash: right.phoneHash,
    });
    await patch({ title: '改过' }, same.id as number);
    expect((await stored(same.receiptNumber!)).title).toBe('村道什么时候通车');
  });

  test('has a query code once it is given; another takes a reason, and the first is dead', async () => {
    const { doc } = await (await create()).json();
    const ask = async (body: object, token = officer()) => {
      const answer = await call(token, `${doc.id}/query-code`, body);
      return { status: answer.status, ...(await answer.json()) };
    };
    expect((await ask({ reason: '本人来' }, office.tokens.leader)).status).toBe(403);
    const first = await ask({ revision: 0 });
    expect(await openLetter(payload, doc.receiptNumber, first.queryCode)).toBeTruthy();
    expect((await ask({})).status).toBe(400);
    expect((await ask({ revision: 0, reason: '遗失' })).status).toBe(409);
    const second = await ask({ reason: '李样例持身份证到窗口，遗失' });
    expect(await openLetter(payload, doc.receiptNumber, first.queryCode)).toBeNull();
    expect(await openLetter(payload, doc.receiptNumber, second.queryCode)).toBeTruthy();
    const { docs } = await payload.find({
      collection: 'audit-log',
      where: { and: [{ subject: { equals: 'letters' } }, { action: { equals: 'reveal' } }] },
      sort: '-createdAt',
      limit: 1,
    });
    const log = JSON.stringify([docs, (await stored(doc.receiptNumber)).history]);
    expect(log).toContain('持身份证到窗口');
    expect(log).not.toMatch(new RegExp(`李样例|${second.queryCode.replace('-', '-?')}`));
  });
});
