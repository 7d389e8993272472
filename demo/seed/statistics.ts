import { createHash } from 'node:crypto';
import { createLocalReq, type Payload } from 'payload';
import { compileNotice } from '@/collections/QuarterlyNotices/compile-notice';
import { lastFullQuarter, quarterBounds } from '@/domain/statistics/quarter';
import { addDays, addMonths, type Day } from '@/domain/workdays/days';
import { addReads, type Reads } from '@/queries/stored-reads';
import { idOf, quiet, type Seeding } from './seeding';

/** 政务新媒体, with the figures of the last month. */
export async function seedMediaAccounts({ payload, demo, ids, today }: Seeding): Promise<number> {
  const { totalDocs } = await payload.count({ collection: 'media-accounts' });
  if (totalDocs > 0) return totalDocs;
  for (const { name, agency, ...plain } of demo.mediaAccounts) {
    const { id } = await payload.create({
      collection: 'media-accounts',
      locale: 'zh-CN',
      depth: 0,
      context: quiet(),
      data: {
        ...plain,
        name: name.zh,
        agency: idOf(ids.agencies, agency),
        asOf: addDays(`${today.slice(0, 7)}-01`, -1),
      },
    });
    await payload.update({
      collection: 'media-accounts',
      id,
      locale: 'en',
      depth: 0,
      context: quiet(),
      data: { name: name.en },
    });
  }
  return demo.mediaAccounts.length;
}

/** How many months back the sample was read. */
const MONTHS = 6;

/** Readings as they might be: many of a few texts, few of most, and more of the newer ones. */
export async function seedReads({ payload, demo, today }: Seeding): Promise<number> {
  const { totalDocs } = await payload.count({ collection: 'read-counts' });
  if (totalDocs > 0) return totalDocs;
  const records = [
    ...demo.documents.map((one) => ({ record: `documents:${one.slug}`, from: one.publishedOn })),
    ...demo.interpretations.map((one) => ({
      record: `interpretations:${one.slug}`,
      from: one.publishedOn,
    })),
  ];
  const reads = records.flatMap(({ record, from }) =>
    Array.from({ length: MONTHS }, (_, back): Reads => ({
      record,
      month: addMonths(`${today.slice(0, 7)}-01`, -back).slice(0, 7),
      count: Math.round((chanceOf(record) ** 4 * 900 + 4) / (back + 1)),
    })).filter(({ month }) => month >= from.slice(0, 7)),
  );
  const { left, error } = await addReads(payload, reads);
  if (left.length > 0)
    throw new Error('the sample readings could not be written', { cause: error });
  return reads.length;
}

/** Between 0 and 1, the same for the same record in every run. */
const chanceOf = (record: string): number =>
  createHash('sha256').update(record).digest().readUInt32BE(0) / 2 ** 32;

/** 季度通报 of the last full quarter, compiled from what the demo county holds and approved like any text. */
export async function seedNotice({ payload, ids, signOff, today }: Seeding): Promise<number> {
  const quarter = lastFullQuarter(today);
  const { totalDocs } = await payload.count({
    collection: 'quarterly-notices',
    where: { and: [{ year: { equals: quarter.year } }, { quarter: { equals: quarter.quarter } }] },
  });
  if (totalDocs > 0) return totalDocs;
  const notice = await payload.create({
    collection: 'quarterly-notices',
    draft: true,
    depth: 0,
    user: signOff.editor,
    context: quiet(),
    data: { ...quarter, agency: idOf(ids.agencies, 'county-office') },
  });
  const req = await createLocalReq({ user: signOff.editor, context: quiet() }, payload);
  await compileNotice(req, notice, { overrideAccess: true });
  await publish(payload, notice.id, dayAfter(quarterBounds(quarter).to, today), signOff);
  return 1;
}

/** A notice comes out in the third week after its quarter. */
const dayAfter = (last: Day, today: Day): Day => {
  const due = addDays(last, 18);
  return due < today ? due : today;
};

const publish = (
  payload: Payload,
  id: number,
  publishedOn: Day,
  signOff: Seeding['signOff'],
): Promise<unknown> =>
  payload.update({
    collection: 'quarterly-notices',
    id,
    depth: 0,
    context: quiet(signOff),
    data: { publishedOn, _status: 'published' },
  });
