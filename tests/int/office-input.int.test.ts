import type { Payload } from 'payload';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DeskCase } from '../../collections/Applications/desk-case';
import { lettersOf } from '../../collections/Applications/stored-case';
import type { LetterKind } from '../../domain/applications/letters/kinds';
import type { Application } from '../../payload-types';
import { fileCase, openOffice, putCase, tokenOf, type Office } from './harness/office';
import { person } from './harness/people';
import { OUTSIDE_WEB, openPortal, type Portal } from './harness/portal';
import { rest } from './harness/rest';

/** What people type with an action, in odd lengths, orders and values. */
let portal: Portal;
let payload: Payload;
let office: Office;

beforeAll(async () => {
  portal = await openPortal();
  payload = portal.payload;
  payload.logger.level = 'silent';
  office = await openOffice(payload);
}, 120_000);
afterAll(() => portal.close());

async function call(path: string, body?: object, token = office.tokens.officer) {
  const response = await rest(payload, `applications/${path}`, { token, body });
  const answer = await response.json();
  return { status: response.status, reason: answer.errors?.[0]?.message as string, answer };
}

const stored = (id: Application['id']) =>
  payload.db.findOne<Application>({
    collection: 'applications',
    where: { id: { equals: id } },
  }) as Promise<Application>;

async function withTemplate(kind: LetterKind, body: string, then: () => Promise<void>) {
  const { id } = await payload.create({
    collection: 'letter-templates',
    data: { kind, title: '告知书', body },
    context: OUTSIDE_WEB,
  });
  await then();
  await payload.delete({ collection: 'letter-templates', id, context: OUTSIDE_WEB });
}

const REQUEST = '{收到日期}收到{你}的申请，申请公开：{申请内容}。根据{法律依据}的规定，';

test('a reply that is too long is refused and not cut', async () => {
  const { id } = await fileCase(payload, office);
  const reply = { kind: 'not-existing', facts: '经检索没有该信息。' };
  const long = await call(`${id}/actions/draft`, { ...reply, decision: `${'长'.repeat(5000)}尾` });
  expect(long.status).toBe(400);
  expect(long.reason).toContain('“答复内容与理由”最多 5000 个字，现在有 5001 个');
  expect((await stored(id)).reply?.decision ?? null).toBeNull();
  const fits = { ...reply, decision: `${'长'.repeat(4999)}尾` };
  expect((await call(`${id}/actions/draft`, fits)).status).toBe(200);
  expect((await stored(id)).reply?.decision).toBe(fits.decision);
});

test('an opinion of no known kind is asked for again, and is no refusal', async () => {
  const { id } = await fileCase(payload, office);
  await putCase(payload, id, 'consulting');
  const opinion = await call(`${id}/actions/receive-opinion`, {
    consultation: 1,
    outcome: 'nonsense',
  });
  expect(opinion.status).toBe(400);
  expect(opinion.reason).toContain('还缺：意见');
});

test('a letter has no reason where none was given, not the title of what was asked for', async () => {
  const { id } = await fileCase(payload, office);
  await withTemplate('transfer', `${REQUEST}因{理由}，已函告{其他机关}。`, async () => {
    const path = `${id}/actions/transfer/preview`;
    const without = await call(path, { authority: '测试县教育局' });
    expect(without.reason).toContain('还缺：理由');
    const given = await call(path, { authority: '测试县教育局', reason: '该信息由其制作' });
    expect(given.answer.letters[0].text).toContain('因该信息由其制作，');
  });
});

test('a letter that asks for reasons does not take the day of an old supplement', async () => {
  await expect(
    withTemplate('reasons', `${REQUEST}请于{回复期限}前说明理由。`, async () => undefined),
  ).rejects.toMatchObject({
    data: { errors: [{ message: expect.stringContaining('{回复期限}') as string }] },
  });
});

test('a refusal for a third party cites its objection only where there is one', async () => {
  const reply = {
    kind: 'refused-third-party',
    facts: '该信息涉及个人隐私。',
    decision: '不予公开。',
  };
  const unasked = await fileCase(payload, office);
  const text = async (id: Application['id']) =>
    (await call(`${id}/actions/draft/preview`, reply)).answer.letters[0].text as string;
  expect(await text(unasked.id)).toContain('第十五条');
  expect(await text(unasked.id)).not.toContain('第三方不同意公开且有合理理由的');

  const objected = await fileCase(payload, office);
  for (const [action, input] of [
    ['dispatch', {}],
    ['ask-third-party', { party: '测试公司' }],
    ['receive-opinion', { consultation: 1, outcome: 'refusal' }],
  ] as const) {
    const done = await call(`${objected.id}/actions/${action}`, input);
    expect(done.status, done.reason).toBe(200);
  }
  expect(await text(objected.id)).toContain('第三方不同意公开且有合理理由的');
});

test('a title of blanks is none, and no agency from outside of the county gets a case', async () => {
  await expect(fileCase(payload, office, { informationTitle: ' \u3000\u200b' })).rejects.toThrow();
  const outside = await payload.create({
    collection: 'agencies',
    data: { name: '国务院', slug: 'state-council', kind: 'external' },
    context: OUTSIDE_WEB,
  });
  await expect(fileCase(payload, office, { agency: outside.id })).rejects.toThrow();
  const { id } = await fileCase(payload, office);
  const passed = await call(`${id}/actions/dispatch`, { agency: outside.id });
  expect(passed.reason).toContain('没有这个承办机关');
});

test('two agencies without a sign for their numbers have each a row of their own', async () => {
  const numbersOf = async (name: string, slug: string) => {
    const agency = await payload.create({
      collection: 'agencies',
      data: { name, slug, kind: 'department' },
      context: OUTSIDE_WEB,
    });
    const { id: officer } = await person(payload, slug, 'officer');
    const user = await payload.update({
      collection: 'users',
      id: officer,
      data: { agency: agency.id },
      context: OUTSIDE_WEB,
    });
    const token = await tokenOf(payload, user);
    return async () => {
      const { id } = await fileCase(payload, { ...office, agency });
      const done = await call(`${id}/actions/withdraw`, {}, token);
      expect(done.status, done.reason).toBe(200);
      return lettersOf(await stored(id))[0]?.number;
    };
  };
  const water = await numbersOf('测试县水利局', 'unsigned-water');
  const forest = await numbersOf('测试县林业局', 'unsigned-forest');
  const year = new Date().toLocaleDateString('en', { timeZone: 'Asia/Shanghai', year: 'numeric' });
  expect([await water(), await forest(), await water()]).toEqual([
    `测试县水利局依申请〔${year}〕第1号`,
    `测试县林业局依申请〔${year}〕第1号`,
    `测试县水利局依申请〔${year}〕第2号`,
  ]);
});

test('whoever charges by number is told that others of the month were charged', async () => {
  const idNumber = '110101199003071014';
  const filed: Application[] = [];
  for (let i = 0; i < 3; i += 1) filed.push(await fileCase(payload, office, { idNumber }));
  const start = async () => ((await call(`${filed[2]!.id}/desk`)).answer as DeskCase).start;
  expect(await start()).toMatchObject({ requestsInMonth: 3, chargedInMonth: 0 });
  const fee = { feeBasis: 'requests', feeCount: 12 };
  expect((await call(`${filed[0]!.id}/actions/charge`, fee)).status).toBe(200);
  expect(await start()).toMatchObject({ requestsInMonth: 3, chargedInMonth: 1 });
  // The one that is charged is not told of itself.
  const own = (await call(`${filed[0]!.id}/desk`)).answer as DeskCase;
  expect(own.start.chargedInMonth).toBe(0);
});

test('a case that ends for want of a supplement has the number of the letter that ended it', async () => {
  const { id } = await fileCase(payload, office);
  await putCase(payload, id, 'supplement-requested');
  const ended = await call(`${id}/actions/lapse`, {
    facts: '申请人在期限内没有补正。',
    decision: '视为放弃申请。',
  });
  expect(ended.status, ended.reason).toBe(200);
  const { letters, reply } = await stored(id);
  const [letter] = lettersOf({ letters });
  expect(letter).toMatchObject({ kind: 'lapse' });
  expect(reply?.number).toBe(letter?.number);
});

test('a correction takes back what a third party was told of the reply as well', async () => {
  const { id } = await fileCase(payload, office);
  const letter = (kind: LetterKind, to: string) => ({
    kind,
    number: '测财依申请〔2026〕第98号',
    on: '2026-11-20',
    to,
    step: 2,
    content: null,
  });
  await putCase(payload, id, 'answered', {
    letters: [
      letter('third-party-inquiry', 'third-party'),
      letter('decision-partial', 'applicant'),
      letter('third-party-result', 'third-party'),
    ] as never,
  });
  const corrected = await call(`${id}/actions/correct`, { reason: '多公开了一页' });
  expect(corrected.status, corrected.reason).toBe(200);
  const superseded = lettersOf(await stored(id)).filter(({ isSuperseded }) => isSuperseded);
  expect(superseded.map(({ kind }) => kind)).toEqual(['decision-partial', 'third-party-result']);
});
