import { createLocalReq, type Payload } from 'payload';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { act } from '../../collections/Applications/act';
import { historyOf, lettersOf } from '../../collections/Applications/stored-case';
import type { ActionCode } from '../../domain/applications/actions';
import type { Application, User } from '../../payload-types';
import { fileCase, openOffice, putCase, tokenOf, type Office } from './harness/office';
import { person } from './harness/people';
import { openPortal, type Portal } from './harness/portal';
import { rest } from './harness/rest';

let portal: Portal;
let payload: Payload;
let office: Office;
let colleague: User;

beforeAll(async () => {
  portal = await openPortal();
  payload = portal.payload;
  payload.logger.level = 'silent';
  office = await openOffice(payload);
  colleague = await person(payload, 'colleague', 'officer');
}, 120_000);
afterAll(() => portal.close());

const does = async (
  user: User,
  id: Application['id'],
  action: ActionCode,
  input: object,
): Promise<Application> => {
  const i18n = { language: 'zh' } as never;
  const req = await createLocalReq(
    { user: { ...user, collection: 'users' }, req: { i18n } },
    payload,
  );
  return act(req, id, action, { ...input });
};

const stored = (id: Application['id']) =>
  payload.db.findOne<Application>({
    collection: 'applications',
    where: { id: { equals: id } },
  }) as Promise<Application>;

const words = (outcome: PromiseSettledResult<unknown>) =>
  outcome.status === 'rejected' ? String((outcome.reason as Error).message) : 'done';

test('of two officers who act at once one wins, the other is told, and the case holds one step', async () => {
  const { officer } = office.people;
  for (let round = 0; round < 5; round += 1) {
    const { id } = await fileCase(payload, office, { channel: 'internet' });
    const outcomes = await Promise.allSettled([
      does(officer, id, 'confirm', { revision: 0 }),
      does(colleague, id, 'withdraw', { revision: 0, reason: '申请人来电撤回' }),
    ]);
    const told = outcomes.map(words).filter((each) => each !== 'done');
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/同事正在办理|你看到的不是最新情况/);
    const after = await stored(id);
    expect(historyOf(after)).toHaveLength(2);
    expect(lettersOf(after)).toHaveLength(1);
    expect(after.revision).toBe(1);
    expect(after.actingSince).toBeNull();
  }
});

test('who acts on what they saw before a colleague’s step is told whose step and which', async () => {
  const { id } = await fileCase(payload, office);
  await does(colleague, id, 'dispatch', { revision: 0 });
  await expect(does(office.people.officer, id, 'dispatch', { revision: 0 })).rejects.toThrow(
    /colleague在.*办了“分办”.*没有改动任何内容/,
  );
});

test('an ordinary save and an action at the same moment lose neither', async () => {
  const { officer } = office.people;
  for (let round = 0; round < 8; round += 1) {
    const { id } = await fileCase(payload, office);
    const saves = () =>
      payload.update({
        collection: 'applications',
        id,
        data: { language: 'en' },
        user: { ...colleague, collection: 'users' },
        overrideAccess: false,
      });
    const [acted, saved] = await Promise.allSettled([does(officer, id, 'dispatch', {}), saves()]);
    // Whoever was told tries again: what they typed is still before them.
    if (acted.status === 'rejected') await does(officer, id, 'dispatch', {});
    if (saved.status === 'rejected') await saves();
    const after = await stored(id);
    expect(after.language).toBe('en');
    expect(after.status).toBe('in-progress');
    expect(historyOf(after).map(({ action }) => action)).toEqual(['register', 'dispatch']);
    expect(after.actingSince).toBeNull();
  }
});

test('a save from a form that was opened before a colleague’s step takes nothing of it back', async () => {
  const { id } = await fileCase(payload, office);
  const form = await payload.findByID({ collection: 'applications', id, depth: 0 });
  await does(colleague, id, 'request-supplement', {
    missing: '请说明年份。',
    termOn: '2099-01-02',
  });
  await payload.update({
    collection: 'applications',
    id,
    data: { ...form, language: 'en' },
  });
  const after = await stored(id);
  expect(after.language).toBe('en');
  expect(after.status).toBe('supplement-requested');
  expect(after.supplement?.missing).toBe('请说明年份。');
  expect(lettersOf(after)).toHaveLength(1);
});

test('a save that is refused gives the case back at once', async () => {
  const { id } = await fileCase(payload, office);
  const response = await rest(payload, `applications/${id}`, {
    token: await tokenOf(payload, colleague),
    method: 'PATCH',
    body: { informationTitle: '' },
  });
  expect(response.status).toBe(400);
  expect((await stored(id)).actingSince ?? null).toBeNull();
  await does(office.people.officer, id, 'dispatch', { revision: 0 });
});

test('a case that a killed process held is free again after half a minute', async () => {
  const { id } = await fileCase(payload, office);
  await putCase(payload, id, 'confirmed', { actingSince: Date.now() });
  await expect(does(colleague, id, 'dispatch', {})).rejects.toThrow(/同事正在办理/);
  await putCase(payload, id, 'confirmed', { actingSince: Date.now() - 31_000 });
  expect((await does(colleague, id, 'dispatch', {})).status).toBe('in-progress');
});
