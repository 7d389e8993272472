import {
  isolateObjectProperty,
  type CollectionSlug,
  type PayloadRequest,
  type TaskConfig,
} from 'payload';
import { isDue } from '@/domain/review/schedule';
import { REVIEWED } from '@/fields/review/reviewed-collections';
import { ReviewRefused } from '@/fields/review/review-refused';
import { storedReview, type Reviewed } from '@/fields/review/stored-review';
import { requestRevalidation } from './request-revalidation';

/**
 * Puts approved texts before the public at the hour that was set for them. It acts with the approval
 * on record and no more: the same hook decides as for a person, and what is refused stays a draft.
 */
export const releaseTask: TaskConfig<{ input: object; output: { released: number } }> = {
  slug: 'release',
  label: '定时发布',
  retries: 0,
  schedule: [{ cron: '0 * * * * *', queue: 'release' }],
  outputSchema: [{ name: 'released', type: 'number', required: true }],
  handler: async ({ req }) => {
    const released = await releaseDue(req, new Date().toISOString());
    if (released > 0) await requestRevalidation(req.payload.logger);
    return { output: { released } };
  },
};

/**
 * Publishes what is due, each with its set; returns how many texts were asked for and went out.
 *
 * @param now ISO instant
 */
export async function releaseDue(req: PayloadRequest, now: string): Promise<number> {
  let released = 0;
  for (const collection of REVIEWED) {
    for (const { id } of await dueIn(collection, now, req)) {
      if (await release(collection, id, now, req)) released += 1;
    }
  }
  return released;
}

async function dueIn(
  collection: CollectionSlug,
  now: string,
  req: PayloadRequest,
): Promise<Reviewed[]> {
  const { docs } = await req.payload.find({
    collection,
    where: {
      and: [
        { releaseAt: { less_than_equal: now } },
        { 'review.state': { equals: 'approved' } },
        { _status: { equals: 'draft' } },
      ],
    },
    draft: true,
    depth: 0,
    joins: false as never,
    pagination: false,
    req,
  });
  return (docs as unknown as Reviewed[]).filter((doc) =>
    isDue({ review: storedReview(doc), releaseAt: doc.releaseAt }, now),
  );
}

async function release(
  collection: CollectionSlug,
  id: number | string,
  now: string,
  req: PayloadRequest,
): Promise<boolean> {
  const own = isolateObjectProperty(req, ['context', 'transactionID']);
  own.transactionID = undefined;
  // Outside a web request there is no page cache to touch; the task asks for it once at the end.
  own.context = { ...req.context, release: { by: 'schedule', now }, disableRevalidate: true };
  try {
    const { _status } = (await req.payload.update({
      collection,
      id,
      data: { _status: 'published' } as never,
      depth: 0,
      req: own,
    })) as Reviewed;
    return _status === 'published';
  } catch (error) {
    // The desk shows it as missed; the reason is for whoever looks after the server.
    const reason = error instanceof Error ? error.message : String(error);
    const level = error instanceof ReviewRefused ? 'info' : 'error';
    req.payload.logger[level](
      `${collection} ${String(id)} was not released at its hour: ${reason}`,
    );
    return false;
  }
}
