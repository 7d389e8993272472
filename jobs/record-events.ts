import type { Payload, TaskConfig } from 'payload';
import { dueOf, dueSince } from '@/collections/PublicationEvents/find-due';
import { unwritten, writeEvents } from '@/collections/PublicationEvents/write-events';
import { isTold, newsSince, validityEvent, type EventDue } from '@/domain/subscriptions/events';
import { dayOf, type Day } from '@/domain/workdays/days';
import type { Document } from '@/payload-types';

type RecordEvents = {
  input: { collection: string; id: string; validity?: string | null };
  output: { written: number };
};

/** Writes down what became public of one record, or that its validity changed. */
export const recordEventsTask: TaskConfig<RecordEvents> = {
  slug: 'record-events',
  label: '登记发布事件',
  retries: { attempts: 5, backoff: { type: 'exponential', delay: 1_000 } },
  inputSchema: [
    { name: 'collection', type: 'text', required: true },
    { name: 'id', type: 'text', required: true },
    { name: 'validity', type: 'text' },
  ],
  outputSchema: [{ name: 'written', type: 'number', required: true }],
  handler: async ({ input, req: { payload } }) => ({
    output: { written: await recordEvents(payload, input, new Date()) },
  }),
};

/** Every quarter of an hour: what is public beside what is written down; what is missing is added. */
export const reconcileAlertsTask: TaskConfig<{ input: object; output: { added: number } }> = {
  slug: 'reconcile-alerts',
  label: '核对发布与订阅',
  retries: 2,
  schedule: [{ cron: '15 */15 * * * *', queue: 'nightly' }],
  outputSchema: [{ name: 'added', type: 'number', required: true }],
  handler: async ({ req: { payload } }) => ({
    output: { added: await reconcileEvents(payload, dayOf(new Date())) },
  }),
};

export async function recordEvents(
  payload: Payload,
  { collection: name, id: key, validity }: RecordEvents['input'],
  now: Date,
): Promise<number> {
  const id = payload.db.defaultIDType === 'number' ? Number(key) : key;
  if (!isTold(name)) return 0;
  if (!validity) return writeEvents(payload, await dueOf(payload, name, id, newsSince(dayOf(now))));
  const document = await payload.db.findOne<Document>({
    collection: 'documents',
    where: { and: [{ id: { equals: id } }, { _status: { equals: 'published' } }] },
    select: { validity: true },
  });
  // Of a draft nobody is told.
  if (!document) return 0;
  return writeEvents(payload, [validityEvent(key, validity, dayOf(now), now.toISOString())]);
}

/** @returns how many were missing */
export async function reconcileEvents(payload: Payload, today: Day): Promise<number> {
  return writeEvents(payload, await dueSince(payload, newsSince(today)));
}

/** What is public and not written down, without writing it. */
export const missingEvents = async (payload: Payload, today: Day): Promise<EventDue[]> =>
  unwritten(payload, await dueSince(payload, newsSince(today)));
