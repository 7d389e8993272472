import { setImmediate as breathe } from 'node:timers/promises';
import type { Payload } from 'payload';
import type { EventDue } from '@/domain/subscriptions/events';
import type { PublicationEvent } from '@/payload-types';

/** How many keys are asked for at a time; more would not fit one query's parameters everywhere. */
const BATCH = 200;
/** Others who write at the same moment: after so many in a row something else is wrong. */
const MOST_TRIES = 50;

/** Those events that are not written down yet. */
export async function unwritten(payload: Payload, due: readonly EventDue[]): Promise<EventDue[]> {
  const left: EventDue[] = [];
  for (let at = 0; at < due.length; at += BATCH) {
    const batch = due.slice(at, at + BATCH);
    const { docs } = await payload.db.find<PublicationEvent>({
      collection: 'publication-events',
      where: { key: { in: batch.map(({ key }) => key) } },
      select: { key: true },
      limit: 0,
      pagination: false,
    });
    const known = new Set(docs.map(({ key }) => key));
    left.push(...batch.filter(({ key }) => !known.has(key)));
    await breathe();
  }
  return left;
}

/**
 * Writes events down, each key once. An event takes its number together with its row, outside of any
 * transaction: so there is no gap, and who has seen a number has seen all before it.
 *
 * @returns how many are new
 */
export async function writeEvents(payload: Payload, due: readonly EventDue[]): Promise<number> {
  const left = await unwritten(payload, due);
  let written = 0;
  let serial = left.length > 0 ? await lastSerial(payload) : 0;
  for (const event of left) {
    for (let tries = 1; ; tries += 1) {
      try {
        await write(payload, event, serial + 1);
        serial += 1;
        written += 1;
        break;
      } catch (error) {
        // Somebody else has written this event, or has taken the number, at this moment.
        if ((await unwritten(payload, [event])).length === 0) break;
        const last = await lastSerial(payload);
        if (last === serial || tries === MOST_TRIES) throw error;
        serial = last;
      }
    }
  }
  return written;
}

/** The number of the last event; 0 when there is none. */
export async function lastSerial(payload: Payload): Promise<number> {
  const { docs } = await payload.db.find<PublicationEvent>({
    collection: 'publication-events',
    where: {},
    sort: '-serial',
    limit: 1,
    pagination: false,
    select: { serial: true },
  });
  return docs[0]?.serial ?? 0;
}

async function write(payload: Payload, event: EventDue, serial: number): Promise<void> {
  const now = new Date().toISOString();
  await payload.db.create({
    collection: 'publication-events',
    data: { ...event, serial, createdAt: now, updatedAt: now },
    returning: false,
  });
}
