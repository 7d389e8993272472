import type { Payload } from 'payload';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { User, WithheldItem } from '../../payload-types';
import { OUTSIDE_WEB, openPortal, type Portal } from './harness/portal';
import { person } from './harness/people';

let portal: Portal;
let payload: Payload;
let people: Record<'clerk' | 'leader' | 'editor', User>;

beforeAll(async () => {
  portal = await openPortal();
  payload = portal.payload;
  people = {
    clerk: await person(payload, 'clerk', 'clerk'),
    leader: await person(payload, 'leader', 'leader'),
    editor: await person(payload, 'editor', 'editor'),
  };
});
afterAll(() => portal.close());

const create = (data: Partial<WithheldItem> = {}, user = people.clerk) =>
  payload.create({
    collection: 'withheld-items',
    data: {
      title: '应急预案附件三',
      ground: 'security',
      reason: '涉及重要目标位置。',
      decidedOn: '2026-03-01',
      ...data,
    } as WithheldItem,
    user,
    overrideAccess: false,
    context: { ...OUTSIDE_WEB },
  });

const assess = (
  item: WithheldItem,
  assessments: object[],
  rest: Partial<WithheldItem> = {},
  user = people.leader,
) =>
  payload.update({
    collection: 'withheld-items',
    id: item.id,
    data: { assessments, ...rest } as never,
    user,
    overrideAccess: false,
    context: { ...OUTSIDE_WEB },
  });

test('an item without a day is given one, a year after its decision', async () => {
  const { reassessOn, decidedOn } = await create({ reassessOn: null as never });
  expect([decidedOn.slice(0, 10), reassessOn.slice(0, 10)]).toEqual(['2026-03-01', '2027-03-01']);
});

test('a day beyond the period is refused with the last that is possible', async () => {
  await expect(create({ reassessOn: '2027-03-02' })).rejects.toThrow('2027年3月1日');
});

test('an assessment is signed by whoever gives it and moves the day on', async () => {
  const item = await create({ reassessOn: '2027-03-01' });
  const kept = { on: '2027-02-01', outcome: 'keep', reason: '情况没有变化。', by: '别人' };
  const after = await assess(item, [kept]);
  expect(after.assessments?.[0]?.by).toBe('leader');
  expect(after.reassessOn.slice(0, 10)).toBe('2028-02-01');
});

test('what was assessed is neither changed nor taken away', async () => {
  const item = await create({ reassessOn: '2027-03-01' });
  const kept = { on: '2027-02-01', outcome: 'keep', reason: '情况没有变化。' };
  const { assessments } = await assess(item, [kept]);
  const rewritten = [{ ...assessments?.[0], reason: '改过' }];
  for (const changed of [[], rewritten]) {
    await expect(assess(item, changed)).rejects.toThrow(/只能增加/);
  }
});

test('what turns public names the document that it became', async () => {
  const item = await create({ reassessOn: '2027-03-01' });
  const release = { on: '2027-02-01', outcome: 'release', reason: '目标已经撤销。' };
  await expect(assess(item, [release])).rejects.toThrow(/选公开后的文件/);
  const document = await payload.create({
    collection: 'documents',
    draft: true,
    data: { title: '应急预案', kind: 'notice', body: {} as never },
    context: { ...OUTSIDE_WEB },
  });
  const after = await assess(item, [release], { document: document.id });
  expect(after.state).toBe('released');
});

test('nobody outside reads what is withheld, nor does an editor write it', async () => {
  const { totalDocs } = await payload
    .find({ collection: 'withheld-items', overrideAccess: false })
    .catch(() => ({ totalDocs: 0 }));
  expect(totalDocs).toBe(0);
  await expect(create({}, people.editor)).rejects.toThrow();
});
