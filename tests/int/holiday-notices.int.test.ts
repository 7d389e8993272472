import { createLocalReq, handleEndpoints, type Payload } from 'payload';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { messages } from '../../messages';
import type { Application, HolidayNotice, User } from '../../payload-types';
import { fileCase, openOffice, putCase, tokenOf, type Office } from './harness/office';
import { person } from './harness/people';
import { openPortal, OUTSIDE_WEB, type Portal } from './harness/portal';

/** Years far ahead, whose notices no data of ours can know yet. */
let portal: Portal;
let payload: Payload;
let office: Office;
let administrator: User;
let token: string;

beforeAll(async () => {
  portal = await openPortal();
  payload = portal.payload;
  office = await openOffice(payload);
  administrator = await person(payload, 'administrator', 'administrator');
  token = await tokenOf(payload, administrator);
});
afterAll(() => portal.close());

const notice = (year: number, newYearTo = `${year}-01-03`) => ({
  year,
  source: `国务院办公厅关于${year}年部分节假日安排的通知`,
  off: [
    { holiday: 'new-year', from: `${year}-01-01`, to: newYearTo },
    { holiday: 'spring-festival', from: `${year}-02-10`, to: `${year}-02-17` },
    { holiday: 'qingming', from: `${year}-04-04`, to: `${year}-04-04` },
    { holiday: 'labour-day', from: `${year}-05-01`, to: `${year}-05-05` },
    { holiday: 'dragon-boat', from: `${year}-06-20`, to: `${year}-06-20` },
    { holiday: 'national-day', from: `${year}-10-01`, to: `${year}-10-07` },
  ] as HolidayNotice['off'],
});

const enter = (data: object) =>
  payload.create({
    collection: 'holiday-notices',
    data: data as HolidayNotice,
    user: administrator,
    overrideAccess: false,
    context: { ...OUTSIDE_WEB },
  });

/** A case of a year to come, which nobody could write down today. */
const filedOn = async (day: string) => {
  const { id } = await fileCase(payload, office);
  const noon = `${day}T12:00:00.000Z`;
  await payload.db.updateOne({ collection: 'applications', id, data: { filedOn: noon } });
  return payload.update({ collection: 'applications', id, data: { description: '测试' } });
};

const dueOf = async (id: Application['id']) => {
  const { dueOn, isProvisional } = await payload.findByID({ collection: 'applications', id });
  return { due: dueOn?.slice(0, 10), isProvisional };
};

test('a year without a notice gives a provisional date, and entering it counts all open cases anew', async () => {
  const { storedCase } = await import('../../collections/Applications/act');
  const { clockOf } = await import('../../collections/Applications/record-application');
  const { explainSteps } = await import('../../domain/applications/reckon/explain');
  const req = await createLocalReq({}, payload);
  const said = async (id: Application['id']) =>
    explainSteps(
      (await clockOf(await storedCase(req, id), req)).steps,
      messages['zh-CN'].clock,
    ).join();

  const open = await filedOn('2031-12-15');
  const other = await filedOn('2031-12-16');
  const closed = await filedOn('2031-12-15');
  await putCase(payload, closed.id, 'answered');
  // 12 working days in December; then 2 January and two weeks, since only New Year's Day is fixed by law.
  expect(await dueOf(open.id)).toEqual({ due: '2032-01-13', isProvisional: true });
  expect(await said(open.id)).toContain('暂定');

  await enter(notice(2032, '2032-01-05'));
  expect(await dueOf(open.id)).toEqual({ due: '2032-01-15', isProvisional: true });
  await enter(notice(2031));
  expect(await dueOf(open.id)).toEqual({ due: '2032-01-15', isProvisional: false });
  expect(await dueOf(other.id)).toEqual({ due: '2032-01-16', isProvisional: false });
  expect(await said(open.id)).not.toContain('暂定');
  expect(await said(open.id)).toContain('2032年1月15日');
  expect(await dueOf(closed.id)).toEqual({ due: '2032-01-13', isProvisional: true });
});

test('a notice that is put right counts them once more', async () => {
  const { id } = await filedOn('2033-12-15');
  await enter(notice(2033));
  const { id: wrong } = await enter(notice(2034, '2034-01-10'));
  const before = await dueOf(id);
  await payload.update({
    collection: 'holiday-notices',
    id: wrong,
    data: { off: notice(2034).off },
    user: administrator,
    overrideAccess: false,
    context: { ...OUTSIDE_WEB },
  });
  const after = await dueOf(id);
  expect(after.isProvisional).toBe(false);
  expect(after.due! < before.due!).toBe(true);
});

describe('a notice with a mistake', () => {
  const rest = (data: object, language: string) =>
    handleEndpoints({
      config: payload.config,
      request: new Request('http://127.0.0.1:9/api/holiday-notices', {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          'Accept-Language': language,
          Authorization: `JWT ${token}`,
        },
        body: JSON.stringify(data),
      }),
    });

  test.each([
    ['off.0.from', { off: [{ holiday: 'new-year', from: '2040-01-03', to: '2040-01-01' }] }],
    ['off.0.from', { off: [{ holiday: 'new-year', from: '2041-05-01', to: '2041-05-01' }] }],
    ['off.0.from', { off: [{ holiday: 'spring-festival', from: '2040-02-10', to: '2040-12-17' }] }],
    // It would speak for the whole year, in which Spring Festival would be worked.
    ['off', { off: notice(2040).off.filter(({ holiday }) => holiday !== 'spring-festival') }],
    ['worked.0.on', { worked: [{ on: '2040-01-04' }] }],
    ['worked.0.on', { worked: [{ on: '2040-10-06' }] }],
    ['off', { off: [] }],
    ['year', { year: 1999 }],
  ])(
    'at %s is told there, in the language of whoever typed it, and nothing is kept',
    async (path, wrong) => {
      for (const [language, pattern] of [
        ['zh', /[\u4e00-\u9fff]/],
        ['en', /^[^\u4e00-\u9fff]+$/],
      ] as const) {
        const answer = await rest({ ...notice(2040), ...wrong }, language);
        expect(answer.status).toBe(400);
        const { errors } = await answer.json();
        const told = errors[0].data.errors as { path: string; message: string }[];
        expect(told.map((each) => each.path)).toContain(path);
        for (const { message } of told) expect(message).toMatch(pattern);
      }
      const { totalDocs } = await payload.count({
        collection: 'holiday-notices',
        where: { year: { equals: 2040 } },
      });
      expect(totalDocs).toBe(0);
    },
  );

  test('of an officer is refused altogether: notices are an administrator’s', async () => {
    const user = office.people.officer;
    const data = notice(2040) as HolidayNotice;
    await expect(
      payload.create({ collection: 'holiday-notices', data, user, overrideAccess: false }),
    ).rejects.toMatchObject({ status: 403 });
  });
});

test('many open cases are counted by the queue, and a count broken off is finished by the next', async () => {
  const { recountDueDays } = await import('../../jobs/recount-due');
  const first = await filedOn('2035-12-17');
  const {
    id: _id,
    receiptNumber: _number,
    ...stored
  } = (await payload.db.findOne<Application>({
    collection: 'applications',
    where: { id: { equals: first.id } },
  }))!;
  for (let i = 0; i < 450; i += 1) {
    await payload.db.create({
      collection: 'applications',
      data: { ...stored, receiptNumber: `YF2035-9${String(i).padStart(4, '0')}-0` },
    });
  }
  const moved = async () => {
    const where = { dueOn: { equals: '2036-01-18T12:00:00.000Z' } };
    return (await payload.db.count({ collection: 'applications', where })).totalDocs;
  };
  await enter(notice(2035));
  await enter(notice(2036, '2036-01-04'));
  expect(await moved()).toBe(0);

  const req = await createLocalReq({}, payload);
  await expect(
    recountDueDays(req, () => {
      throw new Error('broken off');
    }),
  ).rejects.toThrow('broken off');
  const half = await moved();
  expect(half).toBeGreaterThan(0);
  expect(half).toBeLessThan(451);

  await payload.jobs.run({ queue: 'index', limit: 100 });
  expect(await moved()).toBe(451);
  expect((await recountDueDays(req)).changed).toBe(0);
});

test('a notice that makes the day of a past step too late locks no case', async () => {
  // Received on Thursday 8 January 2037: the seventh working day is the 19th, unless the weekend is worked.
  const { id } = await filedOn('2037-01-08');
  const on = (day: string) => ({ on: day, at: `${day}T12:00:00.000Z`, by: null, byId: null });
  await payload.db.updateOne({
    collection: 'applications',
    id,
    data: {
      status: 'supplement-requested',
      supplement: { missing: '年份', termOn: '2037-02-20T12:00:00.000Z' },
      history: [
        { action: 'register', status: 'confirmed', role: 'officer', ...on('2037-01-08') },
        { action: 'request-supplement', status: 'supplement-requested', ...on('2037-01-19') },
      ],
    },
  });
  await enter({ ...notice(2037), worked: [{ on: '2037-01-10' }, { on: '2037-01-11' }] });
  const saved = await payload.update({
    collection: 'applications',
    id,
    data: { isHeld: false },
  });
  expect(saved).toMatchObject({ status: 'supplement-requested', stopped: 'supplement' });
});
