import { createLocalReq, type Payload } from 'payload';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { act, actAsApplicant, type ActInput } from '../../collections/Applications/act';
import { historyOf, lettersOf } from '../../collections/Applications/stored-case';
import type { ActionCode } from '../../domain/applications/actions';
import { letterText, readLetter } from '../../domain/applications/letters/letter';
import type { ReplyKind } from '../../domain/applications/reply-kinds';
import { unseal } from '../../fields/sealed/seal';
import type { Agency, Application, User } from '../../payload-types';
import { ago } from './harness/office';
import { OUTSIDE_WEB, openPortal, type Portal } from './harness/portal';
import { person } from './harness/people';

let portal: Portal;
let payload: Payload;
let officer: User;
let counsel: User;
let leader: User;
let agency: Agency;

beforeAll(async () => {
  portal = await openPortal();
  payload = portal.payload;
  officer = await person(payload, 'officer', 'officer');
  counsel = await person(payload, 'counsel', 'counsel');
  leader = await person(payload, 'leader', 'leader');
  await payload.create({
    collection: 'agencies',
    data: { name: '测试县人民政府', slug: 'county-government', kind: 'government' },
    context: OUTSIDE_WEB,
  });
  agency = await payload.create({
    collection: 'agencies',
    data: {
      name: '测试县财政局',
      slug: 'finance',
      kind: 'department',
      numberPrefix: '测财',
      address: '测试县测试路1号',
      phone: '0795-0000001',
    },
    context: OUTSIDE_WEB,
  });
  await payload.updateGlobal({
    slug: 'site',
    data: { onlineReview: 'https://review.example.test' },
    context: OUTSIDE_WEB,
  });
});
afterAll(() => portal.close());

const file = (data: Partial<Application> = {}) =>
  payload.create({
    collection: 'applications',
    data: {
      applicantKind: 'natural',
      name: '张某',
      idType: 'id-card',
      idNumber: '11010519491231002X',
      phone: '0795-0000001',
      informationTitle: '2025年部门决算',
      form: 'electronic',
      delivery: 'online',
      channel: 'internet',
      agency: agency.id,
      ...data,
    } as Application,
  });

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

/** The last letter of a case as text. */
function lastLetter(application: Application): string {
  const sealed = lettersOf(application).at(-1)?.content;
  const letter = sealed ? readLetter(unseal(sealed, 'letter')) : null;
  return letter ? letterText(letter) : '';
}

const reply = (kind: ReplyKind) => ({
  kind,
  facts: '经检索，本机关保存该信息',
  decision: '决定如下，理由如下。',
  withoutFile: true,
});

/** From receipt to the issued letter, three people signing. */
async function answer(id: Application['id'], kind: ReplyKind): Promise<Application> {
  await step(id, 'draft', reply(kind));
  await step(id, 'review', {}, counsel);
  await step(id, 'approve', {}, leader);
  return step(id, 'issue');
}

describe('the clock of a case', () => {
  test('an internet application has no due date until both sides confirm, then twenty working days', async () => {
    const filed = await file({ filedOn: '2026-09-18' });
    expect(filed.status).toBe('received');
    expect(filed.dueOn).toBeFalsy();
    expect(filed.stopped).toBe('confirmation');
    const confirmed = await step(filed.id, 'confirm', { on: '2026-09-18' });
    // Make-up days and the October holiday both lie in the period.
    expect(confirmed.receivedOn?.slice(0, 10)).toBe('2026-09-18');
    expect(confirmed.dueOn?.slice(0, 10)).toBe('2026-10-22');
    expect(historyOf(confirmed).map(({ action }) => action)).toEqual(['register', 'confirm']);
  });

  test('one handed in at the counter is confirmed at once', async () => {
    const filed = await file({ channel: 'in-person', filedOn: '2026-11-02' });
    expect(filed.status).toBe('confirmed');
    expect(filed.dueOn?.slice(0, 10)).toBe('2026-11-30');
  });

  test('a supplement that the applicant gives starts the period afresh', async () => {
    const { id } = await file({ channel: 'in-person', filedOn: '2026-11-02' });
    const asked = await step(id, 'request-supplement', {
      on: '2026-11-05',
      missing: '请说明年度',
      termOn: '2026-11-25',
    });
    expect(asked.dueOn).toBeNull();
    expect(lastLetter(asked)).toContain('请说明年度');
    const req = await createLocalReq({}, payload);
    const given = await actAsApplicant(req, id, 'receive-supplement', {
      on: '2026-11-24',
      text: '2024年度',
    });
    expect(given.dueOn?.slice(0, 10)).toBe('2026-12-22');
    expect(historyOf(given).at(-1)).toMatchObject({ by: null, role: 'applicant' });
    await expect(
      step(id, 'request-supplement', { missing: '还有', termOn: '2026-12-30' }),
    ).rejects.toThrow(/只能办一次/);
  });

  test('stands still while a third party is asked, and goes on when it answered', async () => {
    const fresh = await file({ channel: 'in-person', filedOn: ago(1) });
    await step(fresh.id, 'dispatch', { on: ago(0) });
    const waits = await step(fresh.id, 'ask-third-party', { on: ago(0), party: '某公司' });
    expect(waits).toMatchObject({ status: 'consulting', dueOn: null, stopped: 'third-party' });
    const { id } = await file({ channel: 'in-person', filedOn: '2026-11-02' });
    await step(id, 'dispatch', { on: '2026-11-03' });
    await step(id, 'ask-third-party', { on: '2026-11-04', party: '某公司' });
    const answered = await step(id, 'receive-opinion', {
      on: '2026-11-11',
      consultation: 1,
      outcome: 'refusal',
      text: '不同意',
    });
    expect(answered.status).toBe('in-progress');
    expect(answered.dueOn?.slice(0, 10)).toBe('2026-12-07');
    expect(JSON.stringify(answered.consultations)).not.toMatch(/某公司|不同意/);
  });

  test('goes on by itself when the third party kept silent for 15 working days, also in cases of before', async () => {
    const { id } = await file({ channel: 'in-person', filedOn: '2026-11-02' });
    await step(id, 'dispatch', { on: '2026-11-03' });
    const silent = await step(id, 'ask-third-party', { on: '2026-11-04', party: '某公司' });
    expect(silent).toMatchObject({ status: 'consulting', stopped: null });
    expect(silent.dueOn?.slice(0, 10)).toBe('2026-12-21');
    // As it was stored while the silence stopped the clock for good.
    await payload.db.updateOne({
      collection: 'applications',
      id,
      data: { dueOn: null, stopped: 'third-party' },
    });
    const { recountDueDays } = await import('../../jobs/recount-due');
    expect((await recountDueDays(await createLocalReq({}, payload))).changed).toBe(1);
    const counted = await payload.findByID({ collection: 'applications', id, depth: 0 });
    expect(counted).toMatchObject({ status: 'consulting', stopped: null });
    expect(counted.dueOn?.slice(0, 10)).toBe('2026-12-21');
    const closed = await step(id, 'close-consultation', { on: ago(0), consultation: 1 });
    expect(closed.dueOn?.slice(0, 10)).toBe('2026-12-21');
  });

  test('an extension is asked by the officer, approved by the leader, and moves the due date', async () => {
    const { id } = await file({ channel: 'in-person', filedOn: '2026-11-02' });
    await step(id, 'dispatch', { on: '2026-11-03' });
    await step(id, 'ask-extension', { on: '2026-11-20', workingDays: 5, reason: '材料多' });
    await expect(step(id, 'extend', { workingDays: 5, reason: '材料多' })).rejects.toThrow(/角色/);
    const extended = await step(
      id,
      'extend',
      { on: '2026-11-24', workingDays: 5, reason: '材料多' },
      leader,
    );
    expect(extended.dueOn?.slice(0, 10)).toBe('2026-12-07');
    expect(lastLetter(extended)).toContain('2026年12月7日');
  });
});

describe('numbers', () => {
  test('of receipts follow one another without a gap when many apply at once', async () => {
    const before = await file({ filedOn: '2024-03-01' });
    const serialOf = ({ receiptNumber }: Application) => Number(receiptNumber?.slice(7, 12));
    const filed = await Promise.all(
      Array.from({ length: 20 }, () => file({ filedOn: '2024-03-01' })),
    );
    const serials = filed.map(serialOf).sort((a, b) => a - b);
    expect(serials).toEqual(Array.from({ length: 20 }, (_, i) => serialOf(before) + 1 + i));
  });

  test('of letters run on by agency and year, and a refused letter draws none', async () => {
    const numbers: (string | null | undefined)[] = [];
    for (const kind of ['granted', 'refused-third-party'] as const) {
      const { id } = await file({ channel: 'in-person', filedOn: '2026-11-02' });
      await expect(step(id, 'draft', { ...reply(kind), facts: ' ' })).rejects.toThrow(/还缺.*事实/);
      const answered = await answer(id, kind);
      numbers.push(answered.reply?.number);
      const letter = lastLetter(answered);
      expect(letter).toContain('测试县人民政府');
      expect(letter).toContain('https://review.example.test');
      expect(/先.{0,12}申请行政复议/.test(letter)).toBe(kind !== 'granted');
    }
    const serials = numbers.map((number) => Number(/〔\d{4}〕第(\d+)号$/.exec(number ?? '')?.[1]));
    expect(numbers[0]).toMatch(/^测财依申请〔\d{4}〕第\d+号$/);
    expect(serials[1]).toBe(serials[0]! + 1);
  });
});

describe('who does what', () => {
  test('a step out of order is refused and says why', async () => {
    const { id } = await file();
    await expect(step(id, 'archive')).rejects.toThrow(/已提交，待确认.*归档/);
  });

  test('nobody examines or approves what they drafted', async () => {
    const both = await person(payload, 'both', 'officer', 'counsel', 'leader');
    const { id } = await file({ channel: 'in-person' });
    await step(id, 'draft', reply('granted'), both);
    await expect(step(id, 'review', {}, both)).rejects.toThrow(/不同的人/);
    await step(id, 'review', {}, counsel);
    await expect(step(id, 'approve', {}, both)).rejects.toThrow(/不同的人/);
    expect((await step(id, 'approve', {}, leader)).status).toBe('approved');
  });

  test('of two who act at once one wins and the other is told who it was', async () => {
    const { id, revision } = await file({ channel: 'in-person', filedOn: '2026-11-02' });
    const outcomes = await Promise.allSettled([
      step(id, 'dispatch', { revision }),
      step(id, 'withdraw', { revision, reason: '电话撤回' }),
    ]);
    const lost = outcomes.filter(({ status }) => status === 'rejected');
    expect(lost).toHaveLength(1);
    expect((lost[0] as PromiseRejectedResult).reason).toMatchObject({ status: 409 });
    const now = await payload.findByID({ collection: 'applications', id });
    expect(historyOf(now)).toHaveLength(2);
    expect(now.revision).toBe(1);
  });

  test('who saw an older state than is stored is told what was done meanwhile', async () => {
    const { id, revision } = await file({ channel: 'in-person', filedOn: '2026-11-02' });
    await step(id, 'dispatch', { revision });
    await expect(step(id, 'note', { revision, reason: '记' })).rejects.toThrow(/officer.*分办/);
  });

  test('a reply that is sent back is drafted anew, and the correction of an issued one keeps the first', async () => {
    const { id } = await file({ channel: 'in-person', filedOn: '2026-11-02' });
    await step(id, 'draft', reply('granted'));
    await step(id, 'return', { reason: '依据不足' }, counsel);
    const issued = await answer(id, 'granted');
    expect(issued.closedOn).toBeTruthy();
    await step(id, 'correct', { reason: '数字有误' });
    const again = await answer(id, 'granted');
    const decisions = lettersOf(again).filter(({ kind }) => kind === 'decision-disclosure');
    expect(decisions.map(({ isSuperseded }) => Boolean(isSuperseded))).toEqual([true, false]);
    expect(decisions[0]?.number).not.toBe(decisions[1]?.number);
  });

  test('an answer in time stays one when it is corrected and the applicant then withdraws', async () => {
    const { id } = await file({ channel: 'in-person', filedOn: '2026-11-02' });
    const on = '2026-11-10';
    await step(id, 'draft', { ...reply('granted'), on });
    await step(id, 'review', { on }, counsel);
    await step(id, 'approve', { on }, leader);
    await step(id, 'issue', { on });
    await step(id, 'correct', { reason: '数字有误' });
    const { closedOn } = await step(id, 'withdraw', { reason: '不再需要' });
    expect(closedOn?.slice(0, 10)).toBe(on);
  });

  test('an officer can’t set a due date, a receipt number or the record by hand', async () => {
    const { id, receiptNumber } = await file({ channel: 'in-person', filedOn: '2026-11-02' });
    const saved = await payload.update({
      collection: 'applications',
      id,
      data: {
        dueOn: '2030-01-01',
        receiptNumber: 'YF2026-99999-0',
        history: [],
        status: 'archived',
      },
      user: officer,
      overrideAccess: false,
    });
    expect(saved.dueOn?.slice(0, 10)).toBe('2026-11-30');
    expect(saved.receiptNumber).toBe(receiptNumber);
    expect(saved.status).toBe('confirmed');
    expect(historyOf(saved)).toHaveLength(1);
  });
});

describe('personal data', () => {
  test('is encrypted in the database, masked when read and kept by a later save', async () => {
    const { id } = await file();
    const raw = await payload.db.findOne<Application>({
      collection: 'applications',
      where: { id: { equals: id } },
    });
    for (const secret of ['11010519491231002X', '0795-0000001', '张某']) {
      expect(JSON.stringify(raw)).not.toContain(secret);
    }
    const read = await payload.findByID({ collection: 'applications', id });
    expect(read.idNumber).toMatch(/^\*+002X$/);
    expect(read.phone).not.toContain('0795-0000001');
    await payload.update({
      collection: 'applications',
      id,
      data: { idNumber: read.idNumber, name: read.name },
      user: officer,
    });
    await step(id, 'confirm');
    const context = { unsealed: true };
    const unsealed = await payload.findByID({ collection: 'applications', id, context });
    expect(unsealed).toMatchObject({ idNumber: '11010519491231002X', name: '张某' });
  });

  test('is read and filed by nobody without the office’s role', async () => {
    const { id } = await file();
    const editor = await person(payload, 'editor', 'editor');
    for (const user of [null, editor]) {
      await expect(
        payload.findByID({ collection: 'applications', id, user, overrideAccess: false }),
      ).rejects.toThrow();
      await expect(
        payload.create({
          collection: 'applications',
          data: { name: '冒名' } as never,
          user,
          overrideAccess: false,
        }),
      ).rejects.toThrow();
    }
    await expect(step(id, 'confirm', {}, editor)).rejects.toThrow();
  });
});
