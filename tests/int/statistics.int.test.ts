import { createLocalReq, type Payload } from 'payload';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { act } from '../../collections/Applications/act';
import type { ActionCode } from '../../domain/applications/actions';
import { dayOf } from '../../domain/workdays/days';
import type { Application, User } from '../../payload-types';
import { ago, fileCase, openOffice, type Office } from './harness/office';
import { openPortal, type Portal } from './harness/portal';

let portal: Portal;
let payload: Payload;
let office: Office;
let readStatistics: (typeof import('../../queries/application-statistics'))['readStatistics'];
const today = dayOf(new Date());

beforeAll(async () => {
  portal = await openPortal();
  payload = portal.payload;
  office = await openOffice(payload);
  // With the configuration, which reads the environment that the portal made.
  ({ readStatistics } = await import('../../queries/application-statistics'));
}, 120_000);
afterAll(() => portal.close());

const does = async (user: User, id: Application['id'], action: ActionCode, input: object = {}) => {
  const req = await createLocalReq({ user: { ...user, collection: 'users' } }, payload);
  return act(req, id, action, { ...input });
};

async function reply(id: Application['id'], kind: string): Promise<void> {
  const { officer, counsel, leader } = office.people;
  await does(officer, id, 'draft', { kind, facts: '经检索，有该信息。', decision: '见附件。' });
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
