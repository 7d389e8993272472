import { createLocalReq, type Payload } from 'payload';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { act } from '../../collections/Applications/act';
import type { ActionCode } from '../../domain/applications/actions';
import { unseal } from '../../fields/sealed/seal';
import { dayOf } from '../../domain/workdays/days';
import type { Application, User } from '../../payload-types';
import { defaultTemplate } from '../../collections/LetterTemplates/template-for';
import { ago, fileCase, openOffice, putCase, type Office } from './harness/office';
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

  test('goes on with words on remedies only when its examiner says that they are none of its own', async () => {
    const { id } = await file();
    const decision = '你申请的行政复议统计已经公开。本决定为终局决定，应当在三个月内起诉。';
    await take(id, 'draft', { ...drafted, decision });
    await expect(take(id, 'review', {}, office.people.counsel)).rejects.toMatchObject({
      status: 400,
      message: expect.stringContaining('终局决定') as string,
      data: { refusal: 'remedyWords' },
    });
    await take(id, 'return', { reason: '删去末句' }, office.people.counsel);
    await take(id, 'draft', { ...drafted, decision: '你申请的行政复议统计已经公开。' });
    const seen = await take(id, 'review', { remedyChecked: true }, office.people.counsel);
    expect((seen.history as object[]).at(-1)).toMatchObject({ remedyWords: ['行政复议'] });
    await take(id, 'approve', {}, office.people.leader);
    const issued = served(await take(id, 'issue'));
    expect(issued.content).toContain('你申请的行政复议统计已经公开。');
  });

  test('is examined for such words of a template too that was kept before they were refused', async () => {
    const { title, body } = defaultTemplate('decision-disclosure');
    // Past the hook, as an earlier version left it.
    const old = await payload.db.create({
      collection: 'letter-templates',
      data: {
        kind: 'decision-disclosure',
        title,
        body: `${body}\n不服本答复的，应当在三个月内起诉。`,
      },
    });
    const { id } = await file();
    await take(id, 'draft', drafted);
    await expect(take(id, 'review', {}, office.people.counsel)).rejects.toMatchObject({
      message: expect.stringContaining('“不服、起诉”') as string,
    });
    await payload.delete({ collection: 'letter-templates', id: old.id });
    const seen = await take(id, 'review', {}, office.people.counsel);
    expect((seen.history as object[]).at(-1)).not.toHaveProperty('remedyWords');
  });

  test('that nobody examines is held to the same by whoever sends it', async () => {
    const { id } = await file();
    await putCase(payload, id, 'supplement-requested', {
      supplement: { missing: '年度', termOn: `${ago(2)}T12:00:00.000Z` },
    });
    const lapse = { facts: '逾期未补正。', decision: '视为放弃申请，不得再提出异议。' };
    await expect(take(id, 'lapse', lapse)).rejects.toMatchObject({
      data: { refusal: 'remedyWords' },
    });
    const { status } = await take(id, 'lapse', { ...lapse, decision: '视为放弃申请。' });
    expect(status).toBe('lapsed');
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

describe('a letter that names a day', () => {
  const contentOf = ({ letters }: Application) =>
    unseal((letters as { content: string }[]).at(-1)!.content, 'letter');
  const take = async (id: Application['id'], action: ActionCode, input: object, user: User) =>
    act(await createLocalReq({ user, context: { ...OUTSIDE_WEB } }, payload), id, action, {
      ...input,
    });
  const spoken = (day: string) => {
    const [year, month, date] = dayOf(day).split('-').map(Number);
    return `${year}年${month}月${date}日`;
  };

  test('names, with the confirmation, the day of receipt and the last day to reply', async () => {
    const { officer } = office.people;
    const { id } = await fileCase(payload, office, { channel: 'unsigned-post', filedOn: ago(3) });
    const confirmed = await take(id, 'confirm', {}, officer);
    const said = contentOf(confirmed);
    expect(said).toContain(`收到申请之日为${spoken(confirmed.receivedOn!)}，`);
    expect(said).toContain(`本机关最迟于${spoken(confirmed.dueOn!)}`);
    // As provisional as the case itself.
    expect(said.includes('（暂定，')).toBe(Boolean(confirmed.isProvisional));
  });

  test('says of the day of an extension that it is included, and whether it may move', async () => {
    const { officer, leader } = office.people;
    const { id } = await fileCase(payload, office, { filedOn: ago(3) });
    const input = { workingDays: 20, reason: '材料较多' };
    await take(id, 'ask-extension', input, officer);
    // Another day that is sent along is not the one that the letter promises.
    const extended = await take(id, 'extend', { ...input, termOn: '2031-01-01' }, leader);
    const said = contentOf(extended);
    expect(said).toContain(`${spoken(extended.dueOn!)}（含当日`);
    expect(said).not.toContain('2031');
    expect(said.includes('（含当日；暂定，')).toBe(Boolean(extended.isProvisional));
  });
});
