import type { Payload } from 'payload';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Agency, Application, User } from '../../payload-types';
import { OUTSIDE_WEB, openPortal, type Portal } from './harness/portal';
import { person } from './harness/people';

let portal: Portal;
let payload: Payload;
let officer: User;
let agency: Agency;

beforeAll(async () => {
  portal = await openPortal();
  payload = portal.payload;
  officer = await person(payload, 'officer', 'officer');
  await payload.create({
    collection: 'agencies',
    data: { name: '测试县人民政府', slug: 'county-government', kind: 'government' },
    context: OUTSIDE_WEB,
  });
  agency = await payload.create({
    collection: 'agencies',
    data: { name: '测试县财政局', slug: 'finance', kind: 'department', numberPrefix: '测财' },
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

const move = (
  id: Application['id'],
  data: Partial<Application>,
  user: User | undefined = officer,
) => payload.update({ collection: 'applications', id, data, user, overrideAccess: !user });

test('an internet application has no due date until both sides confirm, then twenty working days', async () => {
  const filed = await file({ filedOn: '2026-09-18' });
  expect(filed.status).toBe('received');
  expect(filed.dueOn).toBeFalsy();
  const confirmed = await move(filed.id, { status: 'confirmed', occurredOn: '2026-09-18' });
  // Make-up days and the October holiday both lie in the period.
  expect(confirmed.receivedOn?.slice(0, 10)).toBe('2026-09-18');
  expect(confirmed.dueOn?.slice(0, 10)).toBe('2026-10-22');
  expect(confirmed.history?.map(({ status }) => status)).toEqual(['received', 'confirmed']);
});

test('one handed in at the counter is confirmed at once', async () => {
  const filed = await file({ channel: 'in-person', filedOn: '2026-11-02' });
  expect(filed.status).toBe('confirmed');
  expect(filed.dueOn?.slice(0, 10)).toBe('2026-11-30');
});

test('receipt numbers follow one another without a gap when many apply at once', async () => {
  const before = await file({ filedOn: '2024-03-01' });
  const serialOf = ({ receiptNumber }: Application) => Number(receiptNumber?.slice(7, 12));
  const filed = await Promise.all(
    Array.from({ length: 20 }, () => file({ filedOn: '2024-03-01' })),
  );
  const serials = filed.map(serialOf).sort((a, b) => a - b);
  expect(serials).toEqual(Array.from({ length: 20 }, (_, i) => serialOf(before) + 1 + i));
});

test('the identity number is encrypted in the database, masked when read and kept by a later save', async () => {
  const { id } = await file();
  const raw = await payload.db.findOne<Application>({
    collection: 'applications',
    where: { id: { equals: id } },
  });
  expect(JSON.stringify(raw)).not.toContain('11010519491231002X');
  expect(JSON.stringify(raw)).not.toContain('0795-0000001');
  const read = await payload.findByID({ collection: 'applications', id });
  expect(read.idNumber).toMatch(/^1\*+002X$/);
  expect(read.phone).toBe('0795-0000001');
  await move(id, { status: 'confirmed', idNumber: read.idNumber });
  const unsealed = await payload.findByID({
    collection: 'applications',
    id,
    context: { unsealed: true },
  });
  expect(unsealed.idNumber).toBe('11010519491231002X');
});

test('a step out of order is refused and says why', async () => {
  const { id } = await file();
  await expect(move(id, { status: 'archived' })).rejects.toThrow(/办理顺序/);
});

test('an extension lasts as long as was approved, and twenty working days when nobody said', async () => {
  const dueAfter = async (data: Partial<Application>) => {
    const { id } = await file({ channel: 'in-person', filedOn: '2026-11-02' });
    await move(id, { status: 'in-progress' });
    const extended = await move(id, { status: 'extended', ...data });
    return extended.dueOn?.slice(0, 10);
  };
  expect(await dueAfter({ extensionWorkdays: 5 })).toBe('2026-12-07');
  expect(await dueAfter({})).toBe('2026-12-28');
});

test('a reply that lacks an element is refused, draws no number and leaves the case open', async () => {
  const { id } = await file();
  await move(id, { status: 'confirmed' });
  await expect(
    move(id, { status: 'answered', reply: { kind: 'granted', facts: '' } }),
  ).rejects.toThrow(/还缺/);
  const { status } = await payload.findByID({ collection: 'applications', id });
  expect(status).toBe('confirmed');
});

test('a refusal tells the applicant to ask for review first, and its number follows the last', async () => {
  const numbers: (string | null | undefined)[] = [];
  for (const kind of ['granted', 'refused-third-party'] as const) {
    const { id } = await file();
    await move(id, { status: 'confirmed' });
    const answered = await move(id, {
      status: 'answered',
      reply: { kind, facts: '经检索，本机关保存该信息', decision: '决定如下，理由如下。' },
    });
    const letter = answered.reply?.letter ?? '';
    numbers.push(answered.reply?.number);
    expect(letter).toContain('测试县人民政府');
    expect(letter).toContain('https://review.example.test');
    expect(/先.{0,12}申请行政复议/.test(letter)).toBe(kind !== 'granted');
  }
  expect(numbers).toEqual([
    expect.stringMatching(/^测财依申请〔\d{4}〕第1号$/),
    expect.stringMatching(/^测财依申请〔\d{4}〕第2号$/),
  ]);
});

test('nobody without the office’s role reads or files an application through the interfaces', async () => {
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
});

test('an officer can’t set a due date, a receipt number or the record by hand', async () => {
  const { id, receiptNumber } = await file({ channel: 'in-person', filedOn: '2026-11-02' });
  const saved = await move(id, {
    dueOn: '2030-01-01',
    receiptNumber: 'YF2026-99999-0',
    history: [],
  });
  expect(saved.dueOn?.slice(0, 10)).toBe('2026-11-30');
  expect(saved.receiptNumber).toBe(receiptNumber);
  expect(saved.history).toHaveLength(1);
});
