import type { CollectionSlug, PayloadRequest, TaskConfig } from 'payload';

export const indexRecordTask: TaskConfig<{
  input: { collection: string; id: string };
  output: object;
}> = {
  slug: 'index-record',
  inputSchema: [
    { name: 'collection', type: 'text', required: true },
    { name: 'id', type: 'text', required: true },
  ],
  handler: async () => ({ output: {} }),
};

export async function queueIndexing(
  req: PayloadRequest,
  collection: CollectionSlug,
  id: number | string,
): Promise<void> {
  if (req.context.disableIndexing) return;
  await req.payload.jobs.queue({
    task: 'index-record',
    queue: 'index',
    input: { collection, id: String(id) },
    req,
  });
}
