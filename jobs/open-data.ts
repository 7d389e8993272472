import type { Payload, PayloadRequest, TaskConfig } from 'payload';
import type { Manifest } from '@/domain/open-data/datasets';
import { isEditionDue } from '@/domain/open-data/editions';
import { openDataFolder, readEdition } from '@/transfer/export/open-data/edition';
import { writeOpenData } from '@/transfer/export/open-data/write';
import { requestRevalidation } from './request-revalidation';

/**
 * Makes the day's edition of the open data. It looks every hour whether one is due, so that the time
 * zone of the machine does not matter and a missed night is caught up. What is withdrawn does not wait
 * for the night: {@link queueEdition} asks for an edition at once.
 */
export const openDataTask: TaskConfig<{
  input: { now?: boolean };
  output: { records: number };
}> = {
  slug: 'open-data',
  label: '制作开放数据',
  retries: 1,
  schedule: [{ cron: '0 20 * * * *', queue: 'nightly' }],
  inputSchema: [{ name: 'now', type: 'checkbox' }],
  outputSchema: [{ name: 'records', type: 'number', required: true }],
  handler: async ({ input, req: { payload } }) => {
    const edition = await readEdition(openDataFolder());
    // Without an edition nothing is given out yet, nothing withdrawn either.
    const isWanted = input.now
      ? edition !== null
      : isEditionDue(edition?.madeAt ?? null, new Date().toISOString());
    if (!isWanted) return { output: { records: 0 } };
    const { files } = await makeEdition(payload);
    await requestRevalidation(payload.logger);
    return { output: { records: files.reduce((sum, file) => sum + file.records, 0) } };
  },
};

/** Has an edition made as soon as this change is stored. */
export const queueEdition = async (req: PayloadRequest): Promise<void> => {
  // Where files are read, since it may take a minute too and nothing waits for it.
  await req.payload.jobs.queue({ task: 'open-data', queue: 'extract', input: { now: true }, req });
};

type Making = { running: Promise<Manifest> | null; next: Promise<Manifest> | null };
const kept = globalThis as typeof globalThis & { gongkaiOpenData?: Making };
const making = (kept.gongkaiOpenData ??= { running: null, next: null });

/** One at a time. Whoever asks while one is being made shares the next, which begins afterwards. */
function makeEdition(payload: Payload): Promise<Manifest> {
  if (making.running) {
    making.next ??= making.running
      // Its failure is told to whoever asked for it.
      .then(noop, noop)
      .then(() => {
        making.next = null;
        return makeEdition(payload);
      });
    return making.next;
  }
  making.running = writeOpenData(payload, { folder: openDataFolder() }).finally(() => {
    making.running = null;
  });
  return making.running;
}

const noop = (): void => undefined;
