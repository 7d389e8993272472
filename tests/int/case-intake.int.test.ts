import type { Payload } from 'payload';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { historyOf } from '../../collections/Applications/stored-case';
import { keyedHash, unseal } from '../../fields/sealed/seal';
import type { Application, User } from '../../payload-types';
import { ago, fileCase, openOffice, putCase, tokenOf, type Office } from './harness/office';
import { person } from './harness/people';
import { openPortal, OUTSIDE_WEB, type Portal } from './harness/portal';
import { rest } from './harness/rest';

let portal: Portal;
let payload: Payload;
let office: Office;

beforeAll(async () => {
  portal = await openPortal();
  payload = portal.payload;
  office = await openOffice(payload);
});
afterAll(() => portal.close());

async function send(method: string, path: string, body: object, token = office.tokens.officer) {
  const response = await rest(payload, `applications${path}`, { token, method, body });
  return { status: response.status, body: await response.json() };
}

const counter = (more: Partial<Application> = {}) => ({
  applicantKind: 'natural',
  name: '李测试',
  idType: 'id-card',
  idNumber: '11010519491231002X',
  phone: '13800000000',
  informationTitle: '测试信息',
  form: 'electronic',
  delivery: 'online',
  channel: 'in-person',
  agency: office.agency.id,
  ...more,
});

const refusalOf = ({ body }: Awaited<ReturnType<typeof send>>) => body.errors[0].data?.refusal;
const read = (id: Application['id']) => payload.findByID({ collection: 'applications', id });

describe('what an officer writes down', () => {
  test('days after it was signed for is filed on that day', async () => {
    const { status, body } = await send(
      'POST',
      '',
      counter({ channel: 'signed-post', signedOn: ago(4) }),
    );
    expect(status).toBe(201);
    expect(body.doc.filedOn.slice(0, 10)).toBe(ago(4));
    expect(body.doc).toMatchObject({ status: 'confirmed' });
  });

  test.each([
    ['filedInFuture', { filedOn: ago(-1) }],
    ['filedInFuture', { channel: 'signed-post', signedOn: ago(-1) }],
    ['clock', { filedOn: '1926-11-02' }],
    ['clock', { channel: 'signed-post', filedOn: ago(1), signedOn: ago(4) }],
  ] as const)('with days that can not be is refused in words: %s', async (refusal, days) => {
    const answer = await send('POST', '', counter(days as Partial<Application>));
    expect(answer.status).toBe(400);
    expect(refusalOf(answer)).toBe(refusal);
  });

  test('and is refused costs no number for good', async () => {
    const before = await fileCase(payload, office);
    expect((await send('POST', '', counter({ name: '' }))).status).toBe(400);
    const { docs } = await payload.find({
      collection: 'counters',
      where: { key: { contains: 'drawn:application:' } },
    });
    // The number waits to be drawn again; those of the cases that there are do not.
    expect(docs).toHaveLength(1);
    await payload.db.updateOne({ collection: 'counters', id: docs[0]!.id, data: { value: 1 } });
    const next = await fileCase(payload, office);
    const serial = ({ receiptNumber }: Application) => Number(receiptNumber?.slice(7, 12));
    expect(serial(next)).toBe(serial(before) + 1);
  });
});

describe('what was asked, and by whom', () => {
  test('is written down with a way that can be gone', async () => {
    for (const lack of [{ delivery: 'email' }, { delivery: 'post' }, { form: 'paper' }] as const) {
      const answer = await send('POST', '', counter(lack));
      expect(answer.status, JSON.stringify(lack)).toBe(400);
      expect(refusalOf(answer)).toBe('undeliverable');
    }
  });

  test('is the officer’s to write until something is done, and nobody’s to rewrite by a save then', async () => {
    const { id } = await fileCase(payload, office, { email: 'zhang@mail.example.test' });
    const asFiled = { informationTitle: '写错的题目' };
    expect((await send('PATCH', `/${id}`, asFiled)).status).toBe(200);
    await send('POST', `/${id}/actions/dispatch`, {});
    for (const change of [
      { informationTitle: '改过的题目' },
      { name: '某某某' },
      { email: 'evil@example.test' },
      { delivery: 'in-person' },
      { phone: '' },
    ]) {
      const answer = await send('PATCH', `/${id}`, change);
      expect(answer.status, JSON.stringify(change)).toBe(400);
      expect(refusalOf(answer)).toBe('requestFixed');
    }
    const { body } = await send('PATCH', `/${id}`, { isHeld: true, name: '张**' });
    expect(body.doc).toMatchObject({ ...asFiled, isHeld: true, delivery: 'online' });
  });

  test('is not rewritten at all where the applicant filed it, nor once it is filed away', async () => {
    const { id } = await fileCase(payload, office);
    const [registered] = historyOf(await read(id));
    await putCase(payload, id, 'received', {
      history: [{ ...registered, role: 'applicant', by: null, byId: null }],
    } as Partial<Application>);
    expect(refusalOf(await send('PATCH', `/${id}`, { description: '改' }))).toBe('requestFixed');
    await putCase(payload, id, 'archived');
    expect(refusalOf(await send('PATCH', `/${id}`, { description: '改' }))).toBe('requestFixed');
    const late = await send('POST', `/${id}/actions/amend`, {
      item: 'description',
      value: '改',
      reason: '笔误',
    });
    expect(refusalOf(late)).toBe('state');
  });

  test('is put right by a step with a reason, which keeps sealed how it read', async () => {
    const { id } = await fileCase(payload, office, { email: 'old@mail.example.test' });
    const amend = (body: object) => send('POST', `/${id}/actions/amend`, body);
    expect(refusalOf(await amend({ item: 'email', value: 'new@mail.example.test' }))).toBe('needs');
    const reason = '申请人来电更换邮箱';
    expect(refusalOf(await amend({ item: 'email', value: 'new', reason }))).toBe('amendment');
    expect(refusalOf(await amend({ item: 'status', value: 'answered', reason }))).toBe('needs');
    const done = await amend({ item: 'email', value: 'new@mail.example.test', reason });
    expect(done.status).toBe(200);
    expect(JSON.stringify(done.body)).not.toMatch(/@mail|sealed/);
    const stored = await payload.db.findOne<Application>({
      collection: 'applications',
      where: { id: { equals: id } },
    });
    const entry = historyOf(stored!).at(-1);
    expect(entry).toMatchObject({ action: 'amend', reason, amended: { item: 'email' } });
    expect(unseal(entry!.amended!.old!, 'amended')).toBe('old@mail.example.test');
    expect(unseal(stored!.email!, 'email')).toBe('new@mail.example.test');
    expect(stored!.emailHash).toBe(keyedHash('new@mail.example.test', 'emailHash'));
    expect(JSON.stringify(stored)).not.toMatch(/@mail/);

    const shown = await send('POST', `/${id}/reveal`, {
      fields: ['history'],
      reason: '核对旧邮箱',
    });
    expect(shown.body.values.history).toEqual([{ item: 'email', old: 'old@mail.example.test' }]);
    const { docs } = await payload.find({
      collection: 'audit-log',
      limit: 100,
      sort: '-createdAt',
    });
    expect(JSON.stringify(docs)).not.toMatch(/(old|new)@mail/);
  });
});

describe('a channel or a day that is put right', () => {
  test('a signing day that comes later is the day of receipt, and the case goes on', async () => {
    const { id } = await fileCase(payload, office, { channel: 'signed-post', filedOn: ago(6) });
    await send('PATCH', `/${id}`, { signedOn: ago(3) });
    const known = await read(id);
    expect(known.status).toBe('confirmed');
    expect(known.receivedOn?.slice(0, 10)).toBe(ago(3));
    expect((await send('POST', `/${id}/actions/dispatch`, {})).status).toBe(200);
  });

  test('takes a case that was taken for one from the counter back to be confirmed, and forth', async () => {
    const { id } = await fileCase(payload, office);
    await send('PATCH', `/${id}`, { channel: 'internet' });
    expect(await read(id)).toMatchObject({ status: 'received', stopped: 'confirmation' });
    await send('PATCH', `/${id}`, { channel: 'oral' });
    const known = await read(id);
    expect(known).toMatchObject({ status: 'confirmed', stopped: null });
    expect(historyOf(known)[0]).toMatchObject({ action: 'register', status: 'confirmed' });
  });

  test('can not take the receipt from under a case that has gone on', async () => {
    const { id } = await fileCase(payload, office);
    await send('POST', `/${id}/actions/dispatch`, {});
    const { dueOn } = await read(id);
    expect(refusalOf(await send('PATCH', `/${id}`, { channel: 'internet' }))).toBe('receiptFixed');
    expect(await read(id)).toMatchObject({ channel: 'in-person', dueOn });
  });

  test('makes no late answer one in time', async () => {
    const { id } = await fileCase(payload, office);
    await putCase(payload, id, 'answered', { dueOn: `${ago(9)}T12:00:00.000Z` });
    expect(refusalOf(await send('PATCH', `/${id}`, { filedOn: ago(2) }))).toBe('receiptFixed');
    // Any other save leaves the days as they were stored, which a later holiday notice may not follow.
    expect((await send('PATCH', `/${id}`, { isHeld: true })).status).toBe(200);
    expect(await read(id)).toMatchObject({ isHeld: true, dueOn: `${ago(9)}T12:00:00.000Z` });
  });
});

test('a closed case whose days no clock follows, out of an old ledger, can be opened and saved', async () => {
  const { id } = await fileCase(payload, office);
  const dueOn = '2021-03-04T12:00:00.000Z';
  await putCase(payload, id, 'answered', {
    dueOn,
    history: [
      { action: 'register', status: 'confirmed', on: ago(6) },
      { action: 'extend', status: 'in-progress', on: ago(5) },
      { action: 'issue', status: 'answered', on: ago(5) },
    ],
  });
  const panel = await rest(payload, `applications/${id}/desk`, { token: office.tokens.officer });
  expect(panel.status).toBe(200);
  expect(await panel.json()).toMatchObject({ due: '2021-03-04' });
  expect((await send('PATCH', `/${id}`, { isHeld: true })).status).toBe(200);
  expect((await send('POST', `/${id}/actions/note`, { reason: '补登' })).status).toBe(200);
  expect(await read(id)).toMatchObject({ dueOn });
});

describe('a case goes on', () => {
  let other: User;
  let token: string;

  beforeAll(async () => {
    const agency = await payload.create({
      collection: 'agencies',
      data: { name: '测试县教育局', slug: 'education', kind: 'department' },
      context: OUTSIDE_WEB,
    });
    const { id } = await person(payload, 'education-officer', 'officer');
    other = await payload.update({
      collection: 'users',
      id,
      data: { agency: agency.id },
      depth: 0,
      context: OUTSIDE_WEB,
    });
    token = await tokenOf(payload, other);
  });

  test('to no agency and to nobody that there is not, and to nobody who handles none', async () => {
    const { id } = await fileCase(payload, office);
    const tried = [
      ['agencyUnknown', { agency: 99_999 }],
      ['agencyUnknown', { agency: 'x' }],
      ['assigneeUnknown', { assignee: 99_999 }],
      ['assigneeUnknown', { assignee: 'x' }],
      ['assigneeUnknown', { assignee: office.people.auditor.id }],
    ] as const;
    for (const [refusal, given] of tried) {
      const answer = await send('POST', `/${id}/actions/dispatch`, given);
      expect([answer.status, refusalOf(answer)]).toEqual([400, refusal]);
    }
    expect((await read(id)).status).toBe('confirmed');
  });

  test('to another agency by a step that is recorded, and not by a save', async () => {
    const agency = other.agency as number;
    const { id } = await fileCase(payload, office, { channel: 'internet', agency });
    await send('PATCH', `/${id}`, { agency: office.agency.id }, token);
    expect(await payload.findByID({ collection: 'applications', id, depth: 0 })).toMatchObject({
      agency,
    });
  });

  test.each(['abc', '1.5', 'NaN', '1 or 1', '__proto__'])(
    'is not found under an id that is none: %s',
    async (id) => {
      const { status } = await send('POST', `/${encodeURIComponent(id)}/actions/note`, {
        reason: '测试',
      });
      expect(status).toBe(404);
    },
  );
});

describe('what a program sends that no field can hold', () => {
  test.each<[object, RegExp]>([
    [{ agency: [2] }, /“agency”的值不对：应当是一条记录的编号/],
    [{ agency: {} }, /应当是一条记录的编号/],
    [{ agency: 'x' }, /应当是一条记录的编号/],
    [{ agency: 1e21 }, /应当是一条记录的编号/],
    [{ agency: '65f1c0ffee65f1c0ffee65f1' }, /“agency”/],
    [{ name: { first: '李' } }, /“name”的值不对：应当是文字/],
    [{ informationTitle: ['甲'] }, /应当是文字/],
    [{ filedOn: 20260302 }, /应当是日期/],
    [{ signedOn: '' }, /应当是日期/],
    [{ reply: null }, /应当是一组字段/],
    [{ isHeld: 'yes' }, /应当是 true 或 false/],
  ])(
    'is refused in words at its field, on a new case and on one that is there: %j',
    async (body, words) => {
      const { id } = await fileCase(payload, office);
      for (const [method, path, sent] of [
        ['POST', '', counter(body)],
        ['PATCH', `/${id}`, body],
      ] as const) {
        const answer = await send(method, path, sent);
        expect(answer.status).toBe(400);
        expect(answer.body.errors[0].data.errors[0].message).toMatch(words);
      }
      expect((await send('PATCH', `/${id}`, { informationNumber: '甲' })).status).toBe(200);
    },
  );

  test('names an agency that is not there', async () => {
    const nobody = payload.db.defaultIDType === 'number' ? 99_999 : '65f1c0ffee65f1c0ffee65f1';
    const answer = await send('POST', '', counter({ agency: nobody as number }));
    expect(answer.status).toBe(400);
    expect(answer.body.errors[0].data.errors[0].message).toBe('“agency”指的记录不存在。');
  });

  test.each(['x', 1, null, true, [[]]])('is no object: %j', async (body) => {
    const answer = await send('POST', '', body as object);
    expect(answer.status).toBe(400);
    expect(answer.body.errors[0].message).toContain('JSON 对象');
  });

  test.each([
    '/x',
    '/1e400',
    '?limit=x',
    '?page=-1',
    '?sort=nothing',
    '?where[agency][equals]=x',
    '?where[receivedOn][greater_than]=x',
  ])('an address that nothing answers to: %s', async (address) => {
    const answer = await rest(payload, `applications${address}`, { token: office.tokens.officer });
    expect(answer.status).toBe(address.startsWith('/') ? 404 : 400);
  });
});
