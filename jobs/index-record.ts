import type { CollectionSlug, Payload, PayloadRequest, TaskConfig } from 'payload';
import {
  COLLECTIONS,
  isSearchError,
  type SearchCollection,
  type SearchRecord,
} from '@/search/engine';
import { searchEngine } from '@/search/open';
import { recordId, recordOf } from '@/search/record';
import { withFiles } from './files-with-texts';
import { indexAll } from './index-all';
import { loadRelated, linkedDocuments, readPublished } from './index-sources';

type IndexRecordTask = { input: { collection: string; id: string }; output: object };

/** Brings one record of the search index to what the public may read now. */
export const indexRecordTask: TaskConfig<IndexRecordTask> = {
  slug: 'index-record',
  retries: { attempts: 5, backoff: { type: 'exponential', delay: 1_000 } },
  inputSchema: [
    { name: 'collection', type: 'text', required: true },
    { name: 'id', type: 'text', required: true },
  ],
  handler: async ({ input, req }) => {
    if (isSearched(input.collection)) await indexRecord(req.payload, input.collection, input.id);
    return { output: {} };
  },
};

/** Queues the job in the transaction of the change, so that a change undone leaves no job. */
export async function queueIndexing(
  req: PayloadRequest,
  collection: CollectionSlug,
  id: number | string,
): Promise<void> {
  if (req.context.disableIndexing || !isSearched(collection)) return;
  await req.payload.jobs.queue({
    task: 'index-record',
    queue: 'index',
    input: { collection, id: String(id) },
    req,
  });
}

/**
 * Reads a record as the public does and puts it into the index, or removes it when the public may
 * not read it. What an interpretation or a topic says about documents is brought up to date in them.
 * A damaged index is built again whole.
 */
export async function indexRecord(
  payload: Payload,
  collection: SearchCollection,
  id: string,
): Promise<void> {
  try {
    await putOrRemove(payload, collection, id);
    for (const document of await linkedDocuments(payload, collection, id)) {
      await putOrRemove(payload, 'documents', document);
    }
  } catch (error) {
    if (!isSearchError(error, 'SearchIndexDamagedError')) throw error;
    payload.logger.error({ err: error, msg: 'search index damaged, building it again' });
    await indexAll(payload);
  }
}

async function putOrRemove(
  payload: Payload,
  collection: SearchCollection,
  id: string,
): Promise<void> {
  const record = await publicRecord(payload, collection, id);
  if (record) await searchEngine().put([record]);
  else await searchEngine().remove([recordId(collection, id)]);
}

/** One record as the index takes it; null when there is none, or the public may not read it. */
export async function publicRecord(
  payload: Payload,
  collection: SearchCollection,
  id: string,
): Promise<SearchRecord | null> {
  const source = await readPublished(payload, collection, id);
  if (!source) return null;
  const related = await loadRelated(payload, { collection, source });
  for await (const [own, files] of withFiles(payload, [source]))
    return recordOf(collection, own, { ...related(collection, own), files });
  return null;
}

export const isSearched = (collection: string): collection is SearchCollection =>
  (COLLECTIONS as readonly string[]).includes(collection);
