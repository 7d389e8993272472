import { createLocalReq, handleEndpoints, type Payload, type RequestContext } from 'payload';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { act } from '../../collections/Applications/act';
import type { ActionCode } from '../../domain/applications/actions';
import type { Application, PublishedAnswer, User } from '../../payload-types';
import { fileCase, openOffice, tokenOf, type Office } from './harness/office';
import { person } from './harness/people';
import { OUTSIDE_WEB, openPortal, type Portal } from './harness/portal';

let portal: Portal;
let payload: Payload;
let office: Office;
let context: RequestContext;
let ownOfficer: User;

beforeAll(async () => {
  portal = await openPortal();
  payload = portal.payload;
  office = await openOffice(payload);
  const { leader } = office.people;
  const [editor, clerk] = await Promise.all([
    person(payload, 'editor', 'editor'),
    person(payload, 'clerk', 'clerk'),
  ]);
  context = { ...OUTSIDE_WEB, signOff: { editor, clerk, leader, opinion: '同意公开' } };
  const other = await payload.create({
    collection: 'agencies',
    data: { name: '测试县教育局', slug: 'education', kind: 'department' },
    context: OUTSIDE_WEB,
  });
  const made = await person(payload, 'elsewhere', 'officer');
  ownOfficer = await payload.update({
    collection: 'users',
    id: made.id,
    data: { agency: other.id },
    depth: 0,
    context: OUTSIDE_WEB,
  });
  // The interfaces below are called without Next, which has no page cache here to renew.
  payload.collections['published-answers'].config.hooks.beforeOperation.unshift(({ req }) => {
    req.context.disableRevalidate = true;
  });
}, 120_000);
afterAll(() => portal.close());

const does = async (user: User, id: Application['id'], action: ActionCode, input: object = {}) => {
  const req = await createLocalReq({ user: { ...user, collection: 'users' } }, payload);
  return act(req, id, action, { ...input });
};

const secret = {
  name: '欧阳样例',
  phone: '13800000000',
  email: 'ouyang@mail.example.test',
  address: '测试县测试镇测试路12号',
  idNumber: '11010519491231002X',
};

/** A case with the applicant named in its own words, and answered. */
async function answered(): Promise<Application> {
  const { officer, counsel, leader } = office.people;
  const { id } = await fileCase(payload, office, {
    ...secret,
    informationTitle: '2025年补贴名单',
    description: `本人${secret.name}，电话138-0000-0000，想看名单。`,
  });
  await does(officer, id, 'draft', {
    kind: 'granted',
    facts: '经检索，有该信息。',
    decision: `${secret.name}申请的信息予以公开，寄往${secret.address}。`,
    withoutFile: true,
  });
  await does(counsel, id, 'review');
  await does(leader, id, 'approve');
  return does(officer, id, 'issue');
}

async function draft(id: Application['id'], user: User | null) {
  const token = user && (await tokenOf(payload, user));
  const response = await handleEndpoints({
    config: payload.config,
    path: `/api/applications/${id}/publish-draft`,
    request: new Request(`http://127.0.0.1:9/api/applications/${id}/publish-draft`, {
      method: 'POST',
      headers: { ...(token && { Authorization: `JWT ${token}` }), 'Accept-Language': 'zh' },
    }),
  });
  return {
    status: response.status,
    body: (await response.json()) as { id: number; address: string; made: boolean },
  };
}

const text = (answer: object) => JSON.stringify(answer);
const anybody = /欧阳|1380000|138-0000|ouyang|测试路12号|11010519491231002X/;

describe('a draft from a case', () => {
  test('has the request and the reply without whoever asked, and is made once', async () => {
    const { id } = await answered();
    const first = await draft(id, office.people.officer);
    expect(first.status).toBe(201);
    expect(first.body.address).toBe(`/admin/collections/published-answers/${first.body.id}`);
    const made = await payload.findByID({
      collection: 'published-answers',
      id: first.body.id,
      draft: true,
      depth: 0,
    });
    expect(text(made)).not.toMatch(anybody);
    expect(made).toMatchObject({
      title: '2025年补贴名单',
      question: '2025年补贴名单\n本人××，电话××，想看名单。',
      replyKind: 'granted',
      _status: 'draft',
      application: id,
    });
    expect(made.answer).toMatch(/^××申请的信息予以公开，寄往.*××。$/);
    expect(made.slug).toMatch(/^\d{4}-[0-9a-f]{8}$/);
    const second = await draft(id, office.people.officer);
    expect(second).toMatchObject({ status: 200, body: { id: first.body.id, made: false } });
  });

  test('can be opened by the officer who is led there, and by no officer of another agency', async () => {
    const { id } = await answered();
    const { body } = await draft(id, office.people.officer);
    const open = (user: User) =>
      payload.findByID({
        collection: 'published-answers',
        id: body.id,
        draft: true,
        depth: 0,
        overrideAccess: false,
        user: { ...user, collection: 'users' },
      });
    expect(await open(office.people.officer)).toMatchObject({ id: body.id, _status: 'draft' });
    const own = { ...office.people.officer, agency: office.agency.id };
    expect(await open(own)).toMatchObject({ id: body.id });
    await expect(open(ownOfficer)).rejects.toMatchObject({ status: 404 });
  });

  test('is refused for a case without a reply, in words', async () => {
    const { id } = await fileCase(payload, office);
    const { status, body } = await draft(id, office.people.officer);
    expect(status).toBe(400);
    expect(text(body)).toContain('还没有作出答复');
  });

  test('is refused for an answered case without its text, as a ledger brings it, in other words', async () => {
    const { id } = await answered();
    const reply = { kind: 'granted' as const, decision: null };
    await payload.db.updateOne({ collection: 'applications', id, data: { reply } });
    const { status, body } = await draft(id, office.people.officer);
    expect(status).toBe(400);
    expect(text(body)).toContain('从台账导入');
  });

  test('is made by nobody who may not read the case, nor by those who only look', async () => {
    const { id } = await answered();
    expect((await draft(id, null)).status).toBe(401);
    expect((await draft(id, office.people.auditor)).status).toBe(403);
    expect((await draft(id, ownOfficer)).status).toBe(404);
  });
});

describe('a text that names the applicant', () => {
  test.each([
    ['name', '欧 阳 样例申请了名单', '申请人姓名'],
    ['phone', '联系电话 138 0000 0000', '电话'],
    ['email', 'OUYANG@mail.example.test', '电子邮箱'],
    ['address', '寄往测试路12号（测试县测试镇测试路12号）', '通信地址'],
    ['idNumber', '证件 110105 19491231 002X', '证件号码'],
  ])('is not saved, as a draft neither: its %s', async (_, answer, told) => {
    const { id } = await answered();
    const save = (data: Partial<PublishedAnswer>) =>
      payload.create({
        collection: 'published-answers',
        draft: true,
        data: {
          title: '名单',
          question: '名单',
          answer,
          replyKind: 'granted',
          agency: office.agency.id,
          answeredOn: '2026-11-02',
          application: id as number,
          ...data,
        } as PublishedAnswer,
        context: OUTSIDE_WEB,
      });
    await expect(save({})).rejects.toThrow(told);
    await expect(save({ answer: '公开', english: { answer } })).rejects.toThrow();
    await expect(save({ answer: '公开', title: answer })).rejects.toThrow();
    const fine = await save({ answer: '公开' });
    await expect(
      payload.update({
        collection: 'published-answers',
        id: fine.id,
        draft: true,
        data: { answer },
        context: OUTSIDE_WEB,
      }),
    ).rejects.toThrow(told);
  });

  test('is refused when the link to the case comes after the words', async () => {
    const { id } = await answered();
    const made = await payload.create({
      collection: 'published-answers',
      draft: true,
      data: { title: '名单', answer: '欧阳样例' } as PublishedAnswer,
      context: OUTSIDE_WEB,
    });
    await expect(
      payload.update({
        collection: 'published-answers',
        id: made.id,
        draft: true,
        data: { application: id as number },
        context: OUTSIDE_WEB,
      }),
    ).rejects.toThrow('申请人姓名');
  });
});

test('the public reads what was approved, and never from which case it was made', async () => {
  const { id } = await answered();
  const data = {
    title: '补贴名单',
    question: '名单',
    answer: '予以公开',
    replyKind: 'granted' as const,
    agency: office.agency.id,
    answeredOn: '2026-11-02',
    application: id as number,
  };
  await payload.create({
    collection: 'published-answers',
    data: { ...data, _status: 'published' } as PublishedAnswer,
    context,
  });
  await payload.create({
    collection: 'published-answers',
    draft: true,
    data: { ...data, title: '还没有审查' } as PublishedAnswer,
    context: OUTSIDE_WEB,
  });
  const { docs } = await payload.find({
    collection: 'published-answers',
    overrideAccess: false,
    depth: 2,
  });
  expect(docs.map(({ title }) => title)).toEqual(['补贴名单']);
  expect(docs[0]?.application).toBeUndefined();
  const [{ listAnswers }, { publishedBy }] = await Promise.all([
    import('../../queries/published-answers'),
    import('../../queries/agency-publications'),
  ]);
  const { slug } = office.agency;
  expect((await listAnswers('zh-CN', 1, slug)).total).toBe(1);
  expect((await listAnswers('zh-CN', 1, 'education')).total).toBe(0);
  expect(await publishedBy(office.agency)).toContainEqual({
    kind: 'published-answers',
    count: 1,
    href: `/applications/answers?agency=${slug}`,
  });
  await expect(
    payload.find({
      collection: 'published-answers',
      where: { application: { equals: id } },
      overrideAccess: false,
    }),
  ).rejects.toThrow();
});

test('nobody publishes an answer that was not examined and approved', async () => {
  await expect(
    payload.create({
      collection: 'published-answers',
      data: {
        title: '名单',
        question: '名单',
        answer: '公开',
        replyKind: 'granted',
        agency: office.agency.id,
        answeredOn: '2026-11-02',
        _status: 'published',
      } as PublishedAnswer,
      user: office.people.officer,
      context: OUTSIDE_WEB,
    }),
  ).rejects.toThrow();
});
