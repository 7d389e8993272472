import type { CollectionAfterChangeHook, PayloadRequest } from 'payload';
import { isTold } from '@/domain/subscriptions/events';

/**
 * After what was or is public has changed: a job writes the events down. Queued in the transaction of the
 * change, so that a change undone tells nobody. Imports, which write thousands, leave it to the job
 * that compares.
 */
export const noteEvents: CollectionAfterChangeHook = async ({
  collection,
  doc,
  previousDoc,
  req,
}) => {
  const isOrWasPublic = [doc?._status, previousDoc?._status].includes('published');
  if (isTold(collection.slug) && isOrWasPublic) {
    await queueEvents(req, { collection: collection.slug, id: String(doc.id) });
  }
  return doc;
};

/** What else a document is from now on, whoever or whatever day made it so. */
export const noteValidity = (
  req: PayloadRequest,
  id: number | string,
  validity: string | null | undefined,
): Promise<void> =>
  queueEvents(req, { collection: 'documents', id: String(id), validity: validity ?? '' });

async function queueEvents(
  req: PayloadRequest,
  input: { collection: string; id: string; validity?: string },
): Promise<void> {
  if (req.context.disableIndexing) return;
  await req.payload.jobs.queue({ task: 'record-events', queue: 'mail', input, req });
}
