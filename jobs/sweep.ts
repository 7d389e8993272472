import type { PayloadRequest, TaskConfig, Where } from 'payload';
import { validityToday } from '@/collections/Documents/derive-validity';
import { dayOf } from '@/domain/workdays/days';
import type { Document } from '@/payload-types';
import { ensureIndex } from './index-all';
import { queueIndexing } from './index-record';
import { requestRevalidation } from './request-revalidation';

/**
 * Days pass without a save: documents come into force, lapse and are repealed by their dates.
 * Runs every hour, so that no legal state hangs on one nightly run.
 */
export const sweepTask: TaskConfig<{ input: object; output: { changed: number } }> = {
  slug: 'sweep',
  label: '更新文件有效性',
  retries: 2,
  schedule: [{ cron: '0 5 * * * *', queue: 'nightly' }],
  outputSchema: [{ name: 'changed', type: 'number', required: true }],
  handler: async ({ req }) => {
    const changed = await sweepValidity(req, dayOf(new Date().toISOString()));
    if (changed > 0) await requestRevalidation(req.payload.logger);
    await ensureIndex(req.payload);
    return { output: { changed } };
  },
};

/**
 * Brings `validity` of every published document to the given day; returns how many changed.
 * Validity is derived, so it is written past versions and review, which speak of content.
 */
export async function sweepValidity(req: PayloadRequest, today: string): Promise<number> {
  let changed = 0;
  const due = await candidates(req, today);
  for (const document of due) {
    const validity = validityToday(document, today);
    if (validity === document.validity) continue;
    await req.payload.db.updateOne({
      collection: 'documents',
      id: document.id,
      data: { validity },
      req,
      returning: false,
    });
    await queueIndexing(req, 'documents', document.id);
    changed += 1;
  }
  return changed;
}

/** Documents with a date that has come while their stored validity says that it has not. */
async function candidates(req: PayloadRequest, today: string): Promise<Document[]> {
  const endOfDay = `${today}T23:59:59.999Z`;
  const where: Where = {
    or: [
      {
        and: [{ validity: { equals: 'not-yet' } }, { effectiveOn: { less_than_equal: endOfDay } }],
      },
      {
        and: [
          { validity: { not_in: ['lapsed', 'repealed'] } },
          { lapsesOn: { less_than_equal: endOfDay } },
        ],
      },
      {
        and: [
          { validity: { in: ['in-force', 'not-yet', 'amended'] } },
          { 'change.on': { less_than_equal: endOfDay } },
          { 'change.status': { not_equals: 'none' } },
        ],
      },
    ],
  };
  const { docs } = await req.payload.find({
    collection: 'documents',
    where,
    depth: 0,
    pagination: false,
    select: { effectiveOn: true, lapsesOn: true, change: true, validity: true },
    req,
  });
  return docs as Document[];
}
