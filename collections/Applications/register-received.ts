import { setImmediate as breathe, setTimeout as wait } from 'node:timers/promises';
import type { Payload } from 'payload';
import { handOver } from '@/collections/ApplicationDrafts/draft-files';
import {
  forgetReceived,
  readReceived,
  receivedBefore,
  type Received,
} from '@/collections/ApplicationDrafts/received';
import { linkApplication } from '@/collections/Letters/writer-letter';
import { sharedWork } from '@/collections/shared-work';
import { dayOf } from '@/domain/workdays/days';
import { toNoon } from '@/fields/day';
import type { Application } from '@/payload-types';
import { mailReceipt } from '@/transfer/mail/mail-receipt';

/**
 * Makes the case of what was received, with the number and the moment that its receipt has; broken off
 * at any point, the next call goes on. Of two at once, in one process or in several, one makes it.
 *
 * @param filingKey under which it was received; where nothing waits any more, nothing is done
 * @param queryCode for the applicant's first mail; known only to whoever received it
 */
export function registerReceived(
  payload: Payload,
  filingKey: string,
  queryCode?: string,
): Promise<void> {
  return once(filingKey, () => register(payload, filingKey, queryCode));
}

const once = sharedWork<void>();

async function register(payload: Payload, filingKey: string, queryCode?: string): Promise<void> {
  const received = await readReceived(payload, filingKey);
  if (!received) return;
  const found =
    (await caseOf(payload, filingKey)) ?? (await makeCase(payload, received, queryCode));
  if (found.receiptNumber !== received.receiptNumber) {
    throw new Error(`${received.receiptNumber} was sent from a draft that is a case already`);
  }
  await joinTo(payload, received, found.id);
  await forgetReceived(payload, filingKey);
}

/** The case is made: what its files lack, the hourly sweep joins to it (sweepDrafts). */
async function joinTo(
  payload: Payload,
  { filingKey, sent: { letter } }: Received,
  id: Application['id'],
): Promise<void> {
  try {
    await handOver(payload, filingKey, { application: id });
    if (letter) await linkApplication(payload, letter, id);
  } catch (error) {
    payload.logger.error({ err: error, msg: `what belongs to case ${id} was not joined to it` });
  }
}

type Made = Pick<Application, 'id' | 'receiptNumber'>;

const caseOf = (payload: Payload, filingKey: string): Promise<Made | null> =>
  payload.db.findOne<Made>({
    collection: 'applications',
    where: { filingKey: { equals: filingKey } },
    select: { receiptNumber: true },
  });

async function makeCase(
  payload: Payload,
  { filingKey, receiptNumber, sentAt, queryHash, sent }: Received,
  queryCode: string | undefined,
): Promise<Made> {
  try {
    const application = await payload.create({
      collection: 'applications',
      data: {
        ...sent.input,
        agency: sent.agency as number,
        channel: 'internet',
        status: 'received',
        filedOn: toNoon(dayOf(sentAt)),
        queryHash,
        filingKey,
        ...(sent.language && { language: sent.language }),
      },
      context: { received: { receiptNumber, sentAt } },
      depth: 0,
    });
    // Not waited for: the case stands whether or not a mail goes out.
    if (queryCode) void mailReceipt(payload, application, queryCode);
    return application;
  } catch (error) {
    // Another process made it first, and the database refused this one.
    const other = await caseOf(payload, filingKey);
    if (!other) throw error;
    return other;
  }
}

type Waiting = { filingKey: string; queryCode: string; since: number };

/** What this process received, in its order. */
const waiting: Waiting[] = [];
let isAtWork = false;

/** So long after the last one was sent nobody else sends. */
const QUIET_MS = 500;
/** Nothing waits longer for that. */
const MOST_WAIT_MS = 5_000;

/**
 * Makes the case once nobody sends: making one takes twice what receiving one takes, and those who send at
 * the same moment wait for nothing but their receipts.
 */
export function registerSoon(payload: Payload, filingKey: string, queryCode: string): void {
  waiting.push({ filingKey, queryCode, since: performance.now() });
  if (isAtWork) return;
  isAtWork = true;
  void registerWaiting(payload);
}

async function registerWaiting(payload: Payload): Promise<void> {
  for (let next = waiting[0]; next; next = waiting[0]) {
    const quiet = performance.now() - waiting.at(-1)!.since;
    if (quiet < QUIET_MS && performance.now() - next.since < MOST_WAIT_MS) {
      await wait(QUIET_MS - quiet, undefined, { ref: false });
      continue;
    }
    waiting.shift();
    await registerOrLog(payload, next.filingKey, next.queryCode);
    // SQLite answers within the same turn: without a pause nobody else would be served.
    await breathe();
  }
  isAtWork = false;
}

/** A case is made within seconds of its receipt; what has none after this could not be made. */
export const LEFT_OVER_MS = 60_000;

/**
 * Makes the cases of all that was received before a moment: what a process left behind that ended, and
 * what could not be made then.
 * @returns how many are made
 */
export async function registerLeftOver(payload: Payload, before: Date): Promise<number> {
  let made = 0;
  for (const filingKey of await receivedBefore(payload, before)) {
    if (await registerOrLog(payload, filingKey)) made += 1;
  }
  return made;
}

/** What can't be made now stays and is tried again; its receipt holds, and the desk tells of it. */
async function registerOrLog(
  payload: Payload,
  filingKey: string,
  queryCode?: string,
): Promise<boolean> {
  try {
    await registerReceived(payload, filingKey, queryCode);
    return true;
  } catch (error) {
    // Its message may quote what was sent: only its kind is logged.
    const kind = error instanceof Error ? error.name : typeof error;
    payload.logger.error({ msg: 'what was received has no case yet', kind });
    return false;
  }
}
