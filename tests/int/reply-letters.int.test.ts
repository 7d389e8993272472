import { createLocalReq, type Payload } from 'payload';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { act } from '../../collections/Applications/act';
import type { ActionCode } from '../../domain/applications/actions';
import { unseal } from '../../fields/sealed/seal';
import type { Application } from '../../payload-types';
import { fileCase, openOffice, type Office } from './harness/office';
import { person } from './harness/people';
import { openPortal, OUTSIDE_WEB, type Portal } from './harness/portal';

/** What somebody with an account may try in order to have another letter than the rules make. */
let portal: Portal;
let payload: Payload;
let office: Office;

beforeAll(async () => {
  portal = await openPortal();
  payload = portal.payload;
  office = await openOffice(payload);
});
afterAll(() => portal.close());

describe('a reply letter', () => {
  const file = () => fileCase(payload, office, { filedOn: null });
  const change = (id: Application['id'], data: object) =>
    payload.update({
      collection: 'applications',
      id,
      data,
      user: office.people.officer,
      overrideAccess: false,
      context: { ...OUTSIDE_WEB },
    });
  const take = async (
    id: Application['id'],
    action: ActionCode,
    input: object = {},
    user = office.people.officer,
  ) =>
    act(await createLocalReq({ user, context: { ...OUTSIDE_WEB } }, payload), id, action, {
      ...input,
    });
  const drafted = {
    kind: 'granted',
    facts: '经查，本机关保存该信息。',
    decision: '予以公开。',
    withoutFile: true,
  };
  const answer = async (id: Application['id']): Promise<Application> => {
    await take(id, 'draft', drafted);
    await take(id, 'review', {}, office.people.counsel);
    await take(id, 'approve', {}, office.people.leader);
    return take(id, 'issue');
  };
  /** What can be read of the last letter, of its number and of the decision. */
  const served = ({ letters, reply }: Application) => ({
    content: unseal((letters as { content: string }[]).at(-1)!.content, 'letter'),
    reply,
  });

  test('is refused with data, since a minified server shows the words of no other error', async () => {
    const { id } = await file();
    await expect(take(id, 'archive')).rejects.toMatchObject({ data: { refusal: 'state' } });
  });

  test.each([0, 1.5, 21, -1, 'many'])(
    'can’t be put off by %s working days, and the officer is told why',
    async (workingDays) => {
      const { id } = await file();
      await expect(
        take(id, 'ask-extension', { workingDays, reason: '信息较多' }),
      ).rejects.toMatchObject({ data: { refusal: 'workingDays' } });
    },
  );

  test('is made by the rules alone: one that is sent along is not kept', async () => {
    const { id } = await file();
    const forged = { kind: 'decision-granted', number: '假1号', on: '2026-01-01', content: '伪造' };
    const saved = await change(id, {
      letters: [forged],
      reply: { ...drafted, number: '假1号' },
      status: 'answered',
      history: [{ action: 'issue', on: '2026-01-01', by: '伪造' }],
    });
    expect(JSON.stringify(saved)).not.toMatch(/伪造|假1号/);
    expect(saved.status).toBe('confirmed');
  });

  test('is what was served: nothing of the reply changes after the answer', async () => {
    const { id } = await file();
    const answered = served(await answer(id));
    expect(answered.content).toContain('予以公开');
    expect(answered.reply?.number).toMatch(/^测财依申请〔\d{4}〕第\d+号$/);
    const later = await change(id, {
      letters: [],
      letterNumbers: '|',
      reply: { ...answered.reply, decision: '改过', number: '改1号', decidedOn: '2020-01-01' },
    });
    const stored = (await payload.findByID({
      collection: 'applications',
      id: later.id,
      depth: 0,
      showHiddenFields: true,
    })) as Application;
    expect(stored.letterNumbers).toBe(`|${answered.reply?.number}|`);
    expect(served(stored)).toEqual(answered);
  });

  test('is not written, examined and signed by one person, whatever roles they have', async () => {
    const everything = await person(payload, 'everything', 'officer', 'counsel', 'leader');
    const { id } = await file();
    await take(id, 'draft', drafted, everything);
    await expect(take(id, 'review', {}, everything)).rejects.toMatchObject({
      data: { refusal: 'samePerson' },
    });
    await take(id, 'review', {}, office.people.counsel);
    await expect(take(id, 'approve', {}, everything)).rejects.toMatchObject({
      data: { refusal: 'samePerson' },
    });
  });
});
