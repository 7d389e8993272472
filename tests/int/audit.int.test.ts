import { randomUUID } from 'node:crypto';
import { handleEndpoints, type Payload } from 'payload';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { AuditLog, User } from '../../payload-types';
import { PASSWORD, paragraph, person } from './harness/people';
import { openPortal, OUTSIDE_WEB, type Portal } from './harness/portal';

let portal: Portal;
let payload: Payload;
let people: Record<'editor' | 'clerk' | 'leader' | 'auditor' | 'administrator', User>;

beforeAll(async () => {
  portal = await openPortal();
  ({ payload } = portal);
  people = {
    editor: await person(payload, 'editor', 'editor'),
    clerk: await person(payload, 'clerk', 'clerk'),
    leader: await person(payload, 'leader', 'leader'),
    auditor: await person(payload, 'auditor', 'auditor'),
    administrator: await person(payload, 'administrator', 'administrator'),
  };
});
afterAll(() => portal.close());

const entriesOf = async (record: string | number): Promise<AuditLog[]> => {
  const { docs } = await payload.find({
    collection: 'audit-log',
    where: { record: { equals: String(record) }, subject: { equals: 'documents' } },
    sort: 'seq',
    pagination: false,
  });
  return docs;
};

const verify = async () => (await import('../../collections/AuditLog/verify')).verifyAudit(payload);

const draftBy = (user: User, title = `通告 ${randomUUID()}`) =>
  payload.create({
    collection: 'documents',
    data: { title, kind: 'notice', body: paragraph('正文'), _status: 'draft' },
    draft: true,
    user,
    context: OUTSIDE_WEB,
  });

async function rest(address: string, init: RequestInit & { token?: string } = {}) {
  const { token, ...rest } = init;
  const { default: config } = await import('../../payload.config');
  return handleEndpoints({
    config,
    request: new Request(`http://127.0.0.1:9/api${address}`, {
      ...rest,
      headers: {
        'Content-Type': 'application/json',
        'X-Forwarded-For': '198.51.100.7, 203.0.113.9',
        ...(token && { Authorization: `JWT ${token}` }),
        ...rest.headers,
      },
    }),
  });
}

async function tokenOf(user: User): Promise<string> {
  const { token } = await payload.login({
    collection: 'users',
    data: { email: user.email, password: PASSWORD },
  });
  return token!;
}

describe('the audit log', () => {
  test('tells of a change who made it, what it was before and what it became', async () => {
    const { id } = await draftBy(people.editor, '原来的标题');
    await payload.update({
      collection: 'documents',
      id,
      data: { title: '改过的标题' },
      draft: true,
      user: people.editor,
      context: OUTSIDE_WEB,
    });
    const [created, changed] = await entriesOf(id);
    expect(created).toMatchObject({ action: 'create', whoName: 'editor', title: '原来的标题' });
    expect(changed).toMatchObject({ action: 'update', whoName: 'editor' });
    expect(changed!.before).toMatchObject({ title: '原来的标题' });
    expect(changed!.after).toMatchObject({ title: '改过的标题' });
    expect(changed!.before).not.toHaveProperty('body');
  });

  test('names each step of a review and the publication, with the person who took it', async () => {
    const { id } = await draftBy(people.editor);
    const step = (user: User, action: string) =>
      payload.update({
        collection: 'documents',
        id,
        data: { review: { action } } as never,
        draft: true,
        user,
        context: OUTSIDE_WEB,
      });
    await step(people.editor, 'submit');
    await step(people.clerk, 'examine');
    await step(people.leader, 'approve');
    await payload.update({
      collection: 'documents',
      id,
      data: { _status: 'published' },
      user: people.leader,
      context: OUTSIDE_WEB,
    });
    const entries = await entriesOf(id);
    expect(entries.map(({ action, whoName }) => `${action} ${whoName}`)).toEqual([
      'create editor',
      'submit editor',
      'examine clerk',
      'approve leader',
      'publish leader',
    ]);
  });

  test('keeps no password and nothing of an applicant', async () => {
    const fresh = await person(payload, `fresh-${randomUUID().slice(0, 8)}`, 'editor');
    await payload.update({
      collection: 'users',
      id: fresh.id,
      data: { password: 'another long password 2' },
      context: OUTSIDE_WEB,
    });
    await payload.create({
      collection: 'applications',
      data: {
        informationTitle: '某小区规划条件',
        applicantKind: 'natural',
        name: '张某某',
        phone: '13800000000',
        address: '某路 1 号',
        form: 'electronic',
        delivery: 'email',
        channel: 'internet',
      } as never,
      context: OUTSIDE_WEB,
    });
    const { docs } = await payload.find({ collection: 'audit-log', pagination: false });
    const all = JSON.stringify(docs);
    for (const secret of [
      'another long password 2',
      PASSWORD,
      '张某某',
      '13800000000',
      '某路 1 号',
    ]) {
      expect(all).not.toContain(secret);
    }
    const filed = docs.find(
      ({ subject, action }) => subject === 'applications' && action === 'create',
    );
    expect(filed?.after).toMatchObject({ name: '***', channel: 'internet' });
  });

  test('tells from where a request came, and of a sign-in that was refused', async () => {
    const refused = await rest('/users/login', {
      method: 'POST',
      body: JSON.stringify({ email: people.clerk.email, password: 'wrong' }),
    });
    expect(refused.status).toBe(401);
    const { docs } = await payload.find({
      collection: 'audit-log',
      where: { action: { equals: 'sign-in-refused' } },
    });
    expect(docs[0]).toMatchObject({ title: people.clerk.email, address: '203.0.113.9' });
  });

  test('tells of the same through GraphQL', async () => {
    const { GRAPHQL_POST } = await import('@payloadcms/next/routes');
    const variables = { email: 'stranger@example.test' };
    const query =
      'mutation ($email: String!) { loginUser(email: $email, password: "x") { token } }';
    await GRAPHQL_POST(payload.config)(
      new Request('http://127.0.0.1:9/api/graphql', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ query, variables }),
      }),
    );
    const { docs } = await payload.find({ collection: 'audit-log', sort: '-seq', limit: 1 });
    expect(docs[0]).toMatchObject({ action: 'sign-in-refused', title: variables.email });
  });

  test('tells of a password that was set by a link', async () => {
    const { email } = await person(payload, `lost-${randomUUID().slice(0, 8)}`, 'editor');
    const token = await payload.forgotPassword({
      collection: 'users',
      data: { email },
      disableEmail: true,
    });
    const body = JSON.stringify({ token, password: 'a new long password 3' });
    expect((await rest('/users/reset-password', { method: 'POST', body })).status).toBe(200);
    const { docs } = await payload.find({ collection: 'audit-log', sort: '-seq', limit: 1 });
    expect(docs[0]).toMatchObject({ action: 'update', after: { password: '***' } });
  });

  test('tells of somebody who tried what their role does not allow', async () => {
    const { id } = await draftBy(people.editor);
    const response = await rest(`/documents/${id}`, {
      method: 'PATCH',
      token: await tokenOf(people.leader),
      body: JSON.stringify({ _status: 'published' }),
    });
    expect(response.status).toBe(403);
    const { docs } = await payload.find({
      collection: 'audit-log',
      where: { action: { equals: 'refused' }, record: { equals: String(id) } },
    });
    expect(docs[0]).toMatchObject({ whoName: 'leader', after: { reason: 'notApproved' } });
  });

  test('is changed, added to and deleted by nobody through the interfaces', async () => {
    const { docs } = await payload.find({ collection: 'audit-log', limit: 1 });
    const token = await tokenOf(people.administrator);
    const entry = `/audit-log/${docs[0]!.id}`;
    const body = JSON.stringify({ whoName: '别人' });
    expect((await rest(entry, { method: 'PATCH', token, body })).status).toBe(403);
    expect((await rest(entry, { method: 'DELETE', token })).status).toBe(403);
    expect((await rest('/audit-log', { method: 'POST', token, body })).status).toBe(403);
    expect((await rest('/audit-log')).status).toBe(403);
    expect((await rest('/audit-log', { token: await tokenOf(people.editor) })).status).toBe(403);
    expect((await rest('/audit-log', { token: await tokenOf(people.auditor) })).status).toBe(200);
  });

  test('is exported as it is filtered, and the export is told too', async () => {
    const token = await tokenOf(people.auditor);
    const address = '/audit-log/export?where[action][equals]=publish&format=';
    const csv = await rest(`${address}csv`, { token, headers: { 'Accept-Language': 'en' } });
    expect(csv.status).toBe(200);
    const lines = (await csv.text()).trim().split('\r\n');
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.slice(1).every((line) => line.includes('publish'))).toBe(true);
    const jsonl = await rest(`${address}jsonl`, { token });
    const entries = (await jsonl.text())
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(entries.every(({ action }) => action === 'publish')).toBe(true);
    expect((await rest(`${address}xml`, { token })).status).toBe(400);
    expect((await rest(`${address}csv`)).status).toBe(403);
    const { totalDocs } = await payload.count({
      collection: 'audit-log',
      where: { action: { equals: 'export' } },
    });
    expect(totalDocs).toBe(2);
  });

  test('keeps one unbroken chain when many write at once', async () => {
    await Promise.all(Array.from({ length: 25 }, () => draftBy(people.editor)));
    expect((await verify()).breaks).toEqual([]);
  });

  test('stays whole where somebody types what a database does not keep', async () => {
    for (const email of ['a\u0000b@example.test', 'a\ud800@example.test']) {
      await rest('/users/login', {
        method: 'POST',
        body: JSON.stringify({ email, password: 'wrong' }),
      });
    }
    await draftBy(people.editor, '标题\u0000其余\udfff');
    expect((await verify()).breaks).toEqual([]);
  });
});

describe('somebody who writes in the database itself', () => {
  let last: AuditLog;

  beforeEach(async () => {
    await draftBy(people.editor);
    const { docs } = await payload.find({ collection: 'audit-log', limit: 2, sort: '-seq' });
    last = docs[1]!;
  });

  test('is found out when they change an entry', async () => {
    const write = (whoName: string) =>
      payload.db.updateOne({ collection: 'audit-log', id: last.id, data: { whoName } });
    await write('别人');
    expect((await verify()).breaks).toEqual([{ kind: 'changed', seq: last.seq }]);
    await write(last.whoName!);
    expect((await verify()).breaks).toEqual([]);
  });

  test('is found out when they take an entry away', async () => {
    await payload.db.deleteOne({ collection: 'audit-log', where: { id: { equals: last.id } } });
    expect((await verify()).breaks).toContainEqual({ kind: 'missing', seq: last.seq });
  });
});
