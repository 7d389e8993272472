import type { PayloadRequest, TaskConfig, Where } from 'payload';
import { refreshValidity } from '@/collections/Documents/change-others';
import { decidedBy } from '@/collections/Documents/incoming-relations';
import { RELATIONS } from '@/domain/documents/relations';
import { dayOf, type Day } from '@/domain/workdays/days';
import type { Document } from '@/payload-types';
import { ensureIndex } from './index-all';
import { recountDueDays } from './recount-due';
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
    // An action that began before a holiday notice was entered may have counted without it, and whoever
    // was asked for an opinion and kept silent stops a clock no longer than their term.
    await recountDueDays(req);
    await ensureIndex(req.payload);
    return { output: { changed } };
  },
};

/**
 * Brings `validity` of every document whose day may have come, or that another document decides
 * about, to the given day; returns how many changed.
 */
export async function sweepValidity(req: PayloadRequest, today: Day): Promise<number> {
  const due = new Map<string, Document['id']>();
  for await (const { id } of documents(req, dueOn(today))) due.set(String(id), id);
  for await (const { relations } of documents(req, DECIDING)) {
    for (const id of decidedBy(relations)) due.set(String(id), id);
  }
  return refreshValidity(req, [...due.values()], today);
}

/** Works out the validity of every document anew, whatever is stored; returns how many changed. */
export async function rebuildValidity(
  req: PayloadRequest,
  today: Day,
  onProgress?: (done: number) => void,
): Promise<number> {
  let changed = 0;
  let done = 0;
  for (let ids: Document['id'][] = await idsAfter(req); ids.length > 0;) {
    changed += await refreshValidity(req, ids, today);
    done += ids.length;
    onProgress?.(done);
    ids = await idsAfter(req, ids.at(-1));
  }
  return changed;
}

const PAGE = 500;

const DECIDING: Where = {
  and: [
    { _status: { equals: 'published' } },
    { 'relations.verb': { in: RELATIONS.filter(({ effect }) => effect).map(({ code }) => code) } },
  ],
};

/**
 * Documents with a date that has come while their stored validity says that it has not, and those
 * that count as changed: what changed them may be gone.
 */
function dueOn(today: Day): Where {
  const endOfDay = `${today}T23:59:59.999Z`;
  return {
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
      { validity: { in: ['amended', 'repealed'] } },
    ],
  };
}

/** By id and not by page, so that what changes meanwhile pushes nothing past the reader. */
async function* documents(req: PayloadRequest, where: Where) {
  let after: Document['id'] | undefined;
  for (;;) {
    const docs = await page(req, where, after);
    yield* docs;
    if (docs.length < PAGE) return;
    after = docs.at(-1)?.id;
  }
}

const idsAfter = async (req: PayloadRequest, after?: Document['id']): Promise<Document['id'][]> =>
  (await page(req, {}, after)).map(({ id }) => id);

async function page(req: PayloadRequest, where: Where, after?: Document['id']) {
  const { docs } = await req.payload.db.find<Document>({
    collection: 'documents',
    where: after === undefined ? where : { and: [where, { id: { greater_than: after } }] },
    sort: 'id',
    limit: PAGE,
    pagination: false,
    select: { relations: true },
    req,
  });
  return docs;
}
