import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import type { Payload } from 'payload';
import { handOver } from '@/collections/ApplicationDrafts/draft-files';
import {
  forgetReceived,
  readReceived,
  receivedBefore,
  type Received,
} from '@/collections/ApplicationDrafts/received';
import { linkApplication } from '@/collections/Letters/writer-letter';
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
  const running = atWork.get(filingKey);
  if (running) return running;
  const work = register(payload, filingKey, queryCode).finally(() => atWork.delete(filingKey));
  atWork.set(filingKey, work);
  return work;
}

const atWork = new Map<string, Promise<void>>();

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

/** Whoever sends at the same moment as others is seen within this time. */
const QUIET_MS = 500;
/** How long the thread is watched before each round, and how busy it may be with answering. */
const WATCHED_MS = 50;
const FREE = 0.5;
/** So much of the thread is taken before it is watched again. */
const ROUND_MS = 100;
/** Nothing waits longer for a moment in which nobody else wants to be answered. */
const MOST_WAIT_MS = 5_000;

/**
 * Makes the case once the process has time for it: making one takes twice what receiving one takes, and
 * while many send at once they wait for nothing but their receipts.
 */
export function registerSoon(payload: Payload, filingKey: string, queryCode: string): void {
  waiting.push({ filingKey, queryCode, since: performance.now() });
  if (isAtWork) return;
  isAtWork = true;
  void registerWaiting(payload);
}

async function registerWaiting(payload: Payload): Promise<void> {
  for (;;) {
    const before = performance.eventLoopUtilization();
    await wait(WATCHED_MS, undefined, { ref: false });
    const [first] = waiting;
    if (!first) {
      isAtWork = false;
      return;
    }
    const isFree = performance.eventLoopUtilization(before).utilization < FREE;
    const began = performance.now();
    const isQuiet = began - waiting.at(-1)!.since > QUIET_MS;
    if (!(isFree && isQuiet) && began - first.since < MOST_WAIT_MS) continue;
    while (waiting.length > 0 && performance.now() - began < ROUND_MS) {
      const next = waiting.shift()!;
      await registerOrLog(payload, next.filingKey, next.queryCode);
    }
  }
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
