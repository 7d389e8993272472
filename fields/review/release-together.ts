import {
  isolateObjectProperty,
  type CollectionAfterChangeHook,
  type PayloadRequest,
  type RequestContext,
} from 'payload';
import { messages } from '@/messages';
import type { User } from '@/payload-types';
import { openTransaction } from '@/transaction';
import { collectionOf, keyOf, type LinkedText } from './plan-together';
import { undoRelease } from './release-undo';
import { ReviewRefused } from './review-refused';
import { reviewerOf } from './stored-review';

/**
 * A document and its interpretations go out as one set: what was planned before this text was
 * written follows it now. If one of them can't, none of them is public.
 */
export const releaseTogether: CollectionAfterChangeHook = async ({
  collection,
  context,
  doc,
  req,
}) => {
  const key = keyOf(collection.slug, doc.id);
  const planned = context.releases?.get(key);
  if (!planned || doc._status !== 'published') return doc;
  context.releases?.delete(key);
  const written = [planned.asked];
  for (const { text, before } of planned.others) {
    written.push(before);
    try {
      await release(text, doc.title ?? '', req);
    } catch (error) {
      if ((await openTransaction(req)) === null) await undoRelease(written, req);
      const reason = error instanceof Error ? error.message : String(error);
      const refused = new ReviewRefused('setFailed', req, [`${text.title}：${reason}`]);
      throw Object.assign(refused, { cause: error });
    }
  }
  return doc;
};

async function release(text: LinkedText, withTitle: string, req: PayloadRequest): Promise<void> {
  const { context, user } = req;
  const scheduled = context.release?.by === 'schedule';
  const words = messages['zh-CN'].review.released;
  const release: RequestContext['release'] = {
    by: 'set',
    actor: scheduled ? null : reviewerOf(user as User | null),
    opinion: (scheduled ? words.scheduledWith : words.with).replace('{title}', () => withTitle),
  };
  const own = isolateObjectProperty(req, 'context');
  own.context = { ...context, release };
  await req.payload.update({
    collection: collectionOf(text),
    id: text.id,
    data: { _status: 'published' },
    depth: 0,
    // Whoever may publish the one publishes what a leader approved to go out with it.
    overrideAccess: true,
    req: own,
  });
}
