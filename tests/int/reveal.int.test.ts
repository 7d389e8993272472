import { createLocalReq, type Payload } from 'payload';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Application, AuditLog } from '../../payload-types';
import { fileCase, openOffice, type Office } from './harness/office';
import { openPortal, type Portal } from './harness/portal';
import { journey, peopleAround, rest, SECRETS, secretValues } from './harness/secrets';

/** Personal data are masked, and shown in full to those who say why. */
let portal: Portal;
let payload: Payload;
let office: Office;
let application: Application;
let tokens: Record<string, string | null>;

beforeAll(async () => {
  portal = await openPortal();
  payload = portal.payload;
  office = await openOffice(payload);
  ({ tokens } = await peopleAround(payload, office));
  application = await journey(payload, office);
});
afterAll(() => portal.close());

const reveal = (who: string, body: object, id: Application['id'] = application.id) =>
  rest(payload, `/applications/${id}/reveal`, { token: tokens[who], method: 'POST', body });

const expectNoSecret = (text: string) => {
  for (const value of secretValues) expect(text).not.toContain(value);
};

const lastEntry = async (): Promise<AuditLog> =>
  (await payload.find({ collection: 'audit-log', sort: '-seq', limit: 1 })).docs[0]!;

describe('personal data in full', () => {
  const fields = [
    'name',
    'representative',
    'idNumber',
    'phone',
    'email',
    'address',
    'supplement.text',
    'consultations',
  ];

  test('are shown to an officer and a leader of the agency who say why, to be kept nowhere on the way', async () => {
    for (const who of ['ownOfficer', 'ownLeader']) {
      const answer = await reveal(who, { fields, reason: '电话联系申请人确认' });
      expect(answer.status).toBe(200);
      expect(answer.headers.get('Cache-Control')).toBe('private, no-store');
      const { values } = await answer.json();
      expect(values).toEqual({
        name: SECRETS.name,
        representative: SECRETS.representative,
        idNumber: SECRETS.idNumber,
        phone: SECRETS.phone,
        email: SECRETS.email,
        address: SECRETS.address,
        'supplement.text': SECRETS.supplement,
        consultations: [{ number: 1, party: SECRETS.party, opinion: SECRETS.opinion }],
      });
    }
  });

  test('are in the audit log by name and reason, never by value, even if somebody types it', async () => {
    await reveal('ownOfficer', { fields: ['phone'], reason: `拨打${SECRETS.phone}核实` });
    const entry = await lastEntry();
    expect(entry).toMatchObject({
      action: 'reveal',
      subject: 'applications',
      record: String(application.id),
      title: application.receiptNumber,
      whoName: 'ownOfficer',
      after: { fields: ['phone'], reason: '拨打***核实' },
    });
  });

  test.each([
    ['another datum than the one that is shown', `找${SECRETS.name}本人核实`, '找××本人核实'],
    ['a number with spaces', '拨打139 1234-5678核实', '拨打××核实'],
    ['a third party', `核对${SECRETS.party}的意见`, '核对××的意见'],
  ])('are not in the log either where the reason has %s', async (_, reason, kept) => {
    expect((await reveal('ownOfficer', { fields: ['phone'], reason })).status).toBe(200);
    expect(await lastEntry()).toMatchObject({ after: { fields: ['phone'], reason: kept } });
  });

  test.each([
    ['no reason', { fields: ['name'] }],
    ['a reason of spaces', { fields: ['name'], reason: '          ' }],
    ['a reason that is too short', { fields: ['name'], reason: '看看' }],
    ['a reason that is no text', { fields: ['name'], reason: ['电话联系申请人'] }],
    ['no fields', { fields: [], reason: '电话联系申请人' }],
    ['a field that is none', { fields: ['name', 'queryHash'], reason: '电话联系申请人' }],
    ['fields that are no list', { fields: 'name', reason: '电话联系申请人' }],
  ])('are not shown for %s, and nothing is logged as shown', async (_, body) => {
    const before = (await lastEntry()).seq;
    const answer = await reveal('ownOfficer', body);
    expect(answer.status).toBe(400);
    const text = await answer.text();
    expect(text).toMatch(/[\u4e00-\u9fff]/);
    expectNoSecret(text);
    const { docs } = await payload.find({
      collection: 'audit-log',
      where: { and: [{ seq: { greater_than: before } }, { action: { equals: 'reveal' } }] },
    });
    expect(docs).toEqual([]);
  });

  test('are not shown to an auditor or to legal counsel, who read the case', async () => {
    for (const who of ['auditor', 'counsel']) {
      const answer = await reveal(who, { fields: ['name'], reason: '想知道是谁' });
      expect(answer.status).toBe(403);
    }
  });
});

describe('a masked field that is saved', () => {
  const save = (id: Application['id'], data: object) =>
    rest(payload, `/applications/${id}`, { token: tokens.ownOfficer, method: 'PATCH', body: data });
  const plainOf = async (id: Application['id']) =>
    (await payload.findByID({
      collection: 'applications',
      id,
      context: { unsealed: true },
    })) as Application;

  test('with its mask stays what it was, and can be found as before', async () => {
    const { id } = await fileCase(payload, office, { phone: '13800001111', name: '周测试' });
    const hashes = async () => {
      const row = await payload.db.findOne<Application>({
        collection: 'applications',
        where: { id: { equals: id } },
      });
      return [row?.phoneHash, row?.nameHash, row?.identityHash];
    };
    const before = await hashes();
    const { phone, name, idNumber } = await payload.findByID({ collection: 'applications', id });
    expect((await save(id, { phone, name, idNumber, postcode: '330000' })).status).toBe(200);
    expect(await plainOf(id)).toMatchObject({
      phone: '13800001111',
      name: '周测试',
      postcode: '330000',
    });
    expect(await hashes()).toEqual(before);
  });

  test('with a value of its own is changed, also one with a star in it', async () => {
    const { id } = await fileCase(payload, office, { address: '测试县一号' });
    expect((await save(id, { address: '测试县3*4号楼' })).status).toBe(200);
    expect((await plainOf(id)).address).toBe('测试县3*4号楼');
    const { address } = await payload.findByID({ collection: 'applications', id });
    await save(id, { address });
    expect((await plainOf(id)).address).toBe('测试县3*4号楼');
  });

  test('half typed over is refused at the field, so that stars never become the value', async () => {
    const { id } = await fileCase(payload, office, { phone: '13800001111' });
    const answer = await save(id, { phone: '138****2222' });
    expect(answer.status).toBe(400);
    expect((await answer.json()).errors[0].data.errors[0].path).toBe('phone');
    expect((await plainOf(id)).phone).toBe('13800001111');
  });

  test('with what only looks encrypted is text like any other, and the case can still be read', async () => {
    for (const typed of ['sealed.v1.AAAA', 'sealed.v1.']) {
      const { id } = await fileCase(payload, office, { name: typed, address: typed });
      expect(await plainOf(id)).toMatchObject({ name: typed, address: typed });
      const list = await rest(payload, '/applications?limit=100', { token: tokens.ownOfficer });
      expect(list.status).toBe(200);
      const stored = await payload.db.findOne<Application>({
        collection: 'applications',
        where: { id: { equals: id } },
      });
      expect(stored?.nameHash).toBeTruthy();
    }
  });
});

test('an officer works on as before while the key is being changed', async () => {
  const { openCase, codeHash } = await import('../../collections/Applications/applicant-case');
  const { id, receiptNumber } = await fileCase(payload, office, {
    queryHash: codeHash('ABCD2345'),
  });
  const [current, previous] = [process.env.SEAL_KEY, process.env.SEAL_KEY_PREVIOUS];
  process.env.SEAL_KEY_PREVIOUS = current;
  process.env.SEAL_KEY = Buffer.alloc(32, 7).toString('base64');
  try {
    const { act } = await import('../../collections/Applications/act');
    await act(await createLocalReq({ user: office.people.officer }, payload), id, 'note', {
      reason: '记一笔',
    });
    expect((await openCase(payload, receiptNumber!, 'ABCD2345'))?.id).toBe(id);
    expect((await reveal('ownOfficer', { fields: ['phone'], reason: '电话联系' }, id)).status).toBe(
      200,
    );
  } finally {
    process.env.SEAL_KEY = current;
    if (previous === undefined) delete process.env.SEAL_KEY_PREVIOUS;
    else process.env.SEAL_KEY_PREVIOUS = previous;
    await payload.db.deleteMany({ collection: 'applications', where: { id: { equals: id } } });
  }
});
