import type { CollectionAfterChangeHook, CollectionBeforeDeleteHook, TaskConfig } from 'payload';
import type { File } from '@/payload-types';
import { indexHolders, readText } from './file-texts';

/**
 * Reads the text out of a file for the search, away from the upload and from the publication of what
 * holds it; those are found by it once this is done.
 */
export const extractTextTask: TaskConfig<{ input: { file: string }; output: object }> = {
  slug: 'extract-text',
  label: '读取附件文字',
  retries: { attempts: 2, backoff: { type: 'exponential', delay: 5_000 } },
  inputSchema: [{ name: 'file', type: 'text', required: true }],
  handler: async ({ input, req }) => {
    const result = await readText(req.payload, input.file);
    if (result) await indexHolders(req, input.file);
    return { output: {} };
  },
};

/** A file is read once it is there; one of the time before files were read, when it becomes public. */
export const queueReading: CollectionAfterChangeHook<File> = async ({
  doc,
  operation,
  previousDoc,
  req,
}) => {
  const isReleased = doc.released === true && previousDoc?.released !== true;
  if (operation !== 'create' && !(isReleased && !(await isKnown(doc, req)))) return doc;
  await req.payload.jobs.queue({
    task: 'extract-text',
    queue: 'extract',
    input: { file: String(doc.id) },
    req,
  });
  return doc;
};

/** A text goes with its file. */
export const dropText: CollectionBeforeDeleteHook = async ({ id, req }) => {
  await req.payload.db.deleteMany({
    collection: 'file-texts',
    where: { file: { equals: id } },
    req,
  });
};

async function isKnown({ id }: File, req: Parameters<CollectionBeforeDeleteHook>[0]['req']) {
  const { totalDocs } = await req.payload.db.count({
    collection: 'file-texts',
    where: { file: { equals: id } },
    req,
  });
  return totalDocs > 0;
}
