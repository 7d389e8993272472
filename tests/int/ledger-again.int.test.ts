import { createHash } from 'node:crypto';
import type { Payload } from 'payload';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Agency, Application } from '../../payload-types';
import { overwriteLedger } from '../../transfer/ledger/overwrite';
import { planLedger } from '../../transfer/ledger/plan-ledger';
import { readLedger } from '../../transfer/ledger/read-ledger';
import { writeLedger } from '../../transfer/ledger/write-ledger';
import { OUTSIDE_WEB, openPortal, type Portal } from './harness/portal';

/** A past year's ledger that comes in a second time. */
let portal: Portal;
let payload: Payload;
let finance: Agency;

beforeAll(async () => {
  portal = await openPortal();
  payload = portal.payload;
  const agency = (name: string, slug: string) =>
    payload.create({
      collection: 'agencies',
      data: { name, slug, kind: 'department', numberPrefix: '测' },
      context: OUTSIDE_WEB,
    });
  finance = await agency('测试县财政局', 'finance');
  await agency('测试县教育局', 'education');
});
afterAll(() => portal.close());

const HEAD = '受理编号,申请方式,申请人类型,申请人,申请内容,收到时间,承办单位,答复时间,答复结果';

/** What would become of these lines. */
async function plan(...lines: string[]) {
  const { rows } = await readLedger(Buffer.from([HEAD, ...lines].join('\n')), 'a.csv');
  return planLedger(payload, rows);
}

describe('a ledger that comes again with other values', () => {
  const rows = (second: string) => [
    '2018-1,网上,公民,周测试,决算,2018.3.5,测试县财政局,2018年3月20日,予以公开',
    second,
  ];
  const first = rows('2018-2,当面,公民,吴测试,规划,2018.3.5,测试县教育局,2018.3.25,信息不存在');
  const other = rows('2018-2,当面,公民,郑测试,规划图,2018.3.6,测试县财政局,2018.3.25,予以公开');
  const numbered = async (number: string) =>
    (
      await payload.find({
        collection: 'applications',
        where: { receiptNumber: { equals: number } },
        context: { unsealed: true },
        depth: 0,
      })
    ).docs[0]!;

  test('tells both values by column, of names and titles only that they differ, and changes nothing', async () => {
    expect(await writeLedger(payload, await plan(...first))).toBe(2);
    expect((await plan(...first)).flatMap(({ notes }) => notes)).toEqual([]);
    const planned = await plan(...other);
    expect(planned.map(({ outcome }) => outcome)).toEqual(['known', 'known']);
    expect(planned[0]?.notes).toEqual([]);
    const differs = (column: string, value?: string, reading?: string) =>
      value === undefined
        ? { kind: 'differs', key: 'differsHidden', column }
        : { kind: 'differs', key: 'differs', column, value, reading };
    expect(planned[1]?.notes).toEqual([
      differs('informationTitle'),
      differs('receivedOn', '2018-03-05', '2018-03-06'),
      differs('agency', '测试县教育局', '测试县财政局'),
      differs('replyKind', '无法提供（本机关没有相关政府信息）', '予以公开'),
      differs('name'),
    ]);
    expect(await writeLedger(payload, planned)).toBe(0);
    expect((await numbered('2018-2')).informationTitle).toBe('规划');
  });

  test('is written over the cases when the operator says so, and then differs in nothing', async () => {
    expect(await overwriteLedger(payload, await plan(...other))).toBe(1);
    const changed = await numbered('2018-2');
    expect(changed).toMatchObject({
      name: '郑测试',
      informationTitle: '规划图',
      agency: finance.id,
    });
    expect(changed.receivedOn?.slice(0, 10)).toBe('2018-03-06');
    expect(changed.reply?.kind).toBe('granted');
    expect((await plan(...other)).flatMap(({ notes }) => notes)).toEqual([]);
  });

  test('is written over no case of another year that has the number', async () => {
    const later = rows('2018-2,当面,公民,孙测试,合同,2019.3.6,测试县财政局,2019.3.25,予以公开');
    const planned = await plan(...later);
    expect(planned.map(({ outcome }) => outcome)).toEqual(['known', 'refused']);
    expect(planned[1]?.notes.at(-1)).toMatchObject({ key: 'otherYear', reading: '2018' });
    expect(await overwriteLedger(payload, planned)).toBe(0);
  });

  test('leaves a case on which somebody acted since, and one that was erased', async () => {
    const [acted, erased] = [await numbered('2018-1'), await numbered('2018-2')];
    const change = (id: Application['id'], data: Record<string, unknown>) =>
      payload.db.updateOne({ collection: 'applications', id, data });
    await change(acted.id, { revision: 1, informationNumber: '甲' });
    await change(erased.id, { erasedOn: '2026-01-01T12:00:00.000Z' });
    const planned = await plan(...first);
    expect(planned[1]?.notes.length).toBeGreaterThan(0);
    expect(planned.map(({ overwrites }) => overwrites)).toEqual([undefined, undefined]);
    expect(await overwriteLedger(payload, planned)).toBe(0);
  });
});

describe('a ledger whose numbers only count, taken over when they were kept as numbers', () => {
  const first = '7,网上,公民,周测试,决算,2016.3.5,测试县财政局,2016.3.20,予以公开';
  let id: Application['id'];

  beforeAll(async () => {
    const planned = await plan(first);
    expect(await writeLedger(payload, planned)).toBe(1);
    const { docs } = await payload.find({
      collection: 'applications',
      where: { ledgerKey: { equals: planned[0]!.key } },
    });
    id = docs[0]!.id;
    const ledgerKey = createHash('sha256').update('number\n7').digest('base64url');
    const data = { receiptNumber: '7', ledgerKey };
    await payload.db.updateOne({ collection: 'applications', id, data });
  });

  test('is known when it comes again, and what differs is told', async () => {
    expect(await plan(first)).toMatchObject([{ outcome: 'known' }]);
    const [row] = await plan(first.replace('决算', '预算'));
    expect(row).toMatchObject({ outcome: 'known', overwrites: id });
    expect(row?.notes.map(({ key }) => key)).toEqual(['serial', 'differsHidden']);
  });

  test('hides no case of another day, agency or title that has the same number', async () => {
    const outcomes = (
      await plan(
        first,
        first.replace('2016.3.5', '2016.3.7'),
        first.replace('财政局', '教育局'),
        first.replace('决算', '合同'),
      )
    ).map(({ outcome }) => outcome);
    expect(outcomes).toEqual(['known', 'new', 'new', 'new']);
  });
});
