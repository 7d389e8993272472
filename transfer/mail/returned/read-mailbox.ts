import type { FetchMessageObject, ImapFlow, MessageStructureObject } from 'imapflow';
import type { Payload } from 'payload';
import { onTold, tellOthers } from '@/processes/tell.mjs';
import { withoutAddresses } from '../failure';
import type { MailboxSettings } from './mailbox-settings';
import { noteReturned, type Noted } from './note-returned';
import { MOST_BYTES } from './read-report';

/** What a round found, and when; `problem` is why it could not read, in the server's words. */
export type ReturnedRound = {
  at: string;
  problem: string | null;
  /** Why the last of those that `failed` did. */
  failure: string | null;
  /**
   * Messages by what they were; `none` are no reports and were left alone. What `failed` could not be
   * fetched or written down, and is tried again.
   */
  counts: Record<Noted | 'failed', number>;
};

/** What was read is marked, where the server allows marks of our own, so that people's reading is no mark. */
const MARK = '$GongkaiRead';

/** Reports come within days; who sets this up today wants no reports of last year. */
const DAYS = 14;
const MOST_A_ROUND = 300;
/** Of those that were read before and wait. */
const MOST_AGAIN = 100;
const CONNECT_MS = 15_000;
const SILENCE_MS = 60_000;

/**
 * Reads what came into the sender's mailbox since the last round. What is about a mail of ours is written
 * down and marked as read; everything else stays there as it is. Throws nothing: a mailbox that cannot be
 * read now is read in the next round, and the office sees since when.
 */
export async function readMailbox(
  payload: Payload,
  settings: MailboxSettings,
  now: Date,
): Promise<ReturnedRound> {
  const round: ReturnedRound = {
    at: now.toISOString(),
    problem: null,
    failure: null,
    counts: { bounced: 0, delayed: 0, known: 0, early: 0, unmatched: 0, none: 0, failed: 0 },
  };
  let client: ImapFlow | null = null;
  try {
    client = await open(settings);
    await readAll(payload, client, settings, { round, now });
    await client.logout();
  } catch (error) {
    round.problem = wordsOf(error);
    payload.logger.warn(`the mailbox of returned mail was not read: ${round.problem}`);
    client?.close();
  }
  const { failed } = round.counts;
  if (failed > 0) {
    payload.logger.warn(`${failed} returned mails were not written down: ${round.failure}`);
  }
  memory().last = round;
  tellOthers('returned-mail', round);
  return round;
}

/** The last round since the start, whichever web process made it; null before there was one. */
export const lastReturned = (): ReturnedRound | null => memory().last;

async function open({ host, port, isSecure, mustEncrypt, user, password }: MailboxSettings) {
  const { ImapFlow: Client } = await import('imapflow');
  const client = new Client({
    host,
    port,
    secure: isSecure,
    ...(mustEncrypt && { doSTARTTLS: true }),
    auth: { user, pass: password },
    // 163 and 126 let nobody in who does not say what program it is (RFC 2971).
    clientInfo: { name: 'Gongkai' },
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
  });
  // A broken line rejects what is being asked; an event nobody hears would end the process.
  client.on('error', () => {});
  await client.connect();
  return client;
}

/**
 * First what is new, then what waits from before: a message that can't be written down, or comes too early,
 * keeps none from being read that came after it.
 */
async function readAll(
  payload: Payload,
  client: ImapFlow,
  { folder, key }: MailboxSettings,
  { round, now }: { round: ReturnedRound; now: Date },
): Promise<void> {
  const lock = await client.getMailboxLock(folder);
  try {
    const { mailbox } = client;
    if (!mailbox) return;
    const canMark = mailbox.permanentFlags?.has('\\*') ?? false;
    const place = placeIn(`${key} ${mailbox.uidValidity}`);
    for (const { uid, bodyStructure, internalDate } of await unread(client, place, {
      canMark,
      now,
    })) {
      place.after = Math.max(place.after, uid);
      // Until it is done, so that it is asked for again whatever happens now; and behind all others.
      place.held.delete(uid);
      place.held.add(uid);
      try {
        const noted = mayBeReport(bodyStructure)
          ? await noteReturned(payload, await sourceOf(client, uid), dateOf(internalDate, now))
          : 'none';
        if (noted === 'bounced' || noted === 'delayed' || noted === 'known') {
          const marks = canMark ? ['\\Seen', MARK] : ['\\Seen'];
          await client.messageFlagsAdd([uid], marks, { uid: true });
        }
        round.counts[noted] += 1;
        if (noted !== 'early') place.held.delete(uid);
      } catch (error) {
        if (!client.usable) throw error;
        round.counts.failed += 1;
        round.failure = wordsOf(error);
      }
    }
  } finally {
    lock.release();
  }
}

/** The messages of a round, in the order in which they are to be read. */
async function unread(
  client: ImapFlow,
  { after, held }: Place,
  { canMark, now }: { canMark: boolean; now: Date },
): Promise<FetchMessageObject[]> {
  const again = [...held].slice(0, MOST_AGAIN);
  const found = await client.search(
    {
      since: new Date(now.getTime() - DAYS * 86_400_000),
      ...(canMark ? { unKeyword: MARK } : { seen: false }),
      uid: [...again, `${after + 1}:*`].join(','),
    },
    { uid: true },
  );
  if (!found) throw new Error('the server did not let us search');
  const uids = new Set(found);
  // What is gone, too old or marked by now waits no more.
  for (const uid of again) if (!uids.has(uid)) held.delete(uid);
  // `n:*` names the last message also when it is before n.
  const fresh = [...uids].filter((uid) => uid > after).sort((a, b) => a - b);
  const batch = [...fresh.slice(0, MOST_A_ROUND), ...again.filter((uid) => uids.has(uid))];
  if (batch.length === 0) return [];
  const seen = await client.fetchAll(
    batch,
    { bodyStructure: true, internalDate: true },
    { uid: true },
  );
  return seen.sort((a, b) => batch.indexOf(a.uid) - batch.indexOf(b.uid));
}

function wordsOf(error: unknown): string {
  const { message, responseText } = error as Error & { responseText?: string };
  return withoutAddresses([message, responseText].filter(Boolean).join(': '));
}

/** Only what has a report or a returned mail in it is fetched: a shared mailbox holds much else. */
function mayBeReport(part: MessageStructureObject | undefined): boolean {
  if (!part) return true;
  if (/^(message\/|text\/rfc822-headers)/i.test(part.type)) return true;
  return (part.childNodes ?? []).some(mayBeReport);
}

async function sourceOf(client: ImapFlow, uid: number): Promise<Buffer> {
  const source = { start: 0, maxLength: MOST_BYTES };
  const message = await client.fetchOne(String(uid), { source }, { uid: true });
  return (message && message.source) || Buffer.alloc(0);
}

function dateOf(date: Date | string | undefined, now: Date): Date {
  const at = new Date(date ?? now);
  return Number.isNaN(at.getTime()) ? now : at;
}

/** Up to where a mailbox was read, and which messages before that are to be read again. */
type Place = { after: number; held: Set<number> };
type Memory = { last: ReturnedRound | null; places: Map<string, Place> };

/**
 * Of the whole process, whose pages and jobs are bundled apart. What is forgotten with it is read once more,
 * which changes nothing.
 */
function memory(): Memory {
  const held = globalThis as { [HELD]?: Memory };
  held[HELD] ??= { last: null, places: new Map() };
  return held[HELD];
}
const HELD = Symbol.for('gongkai.returned-mail');

// One web process of several reads the mailbox, and any of them shows what came of it.
onTold('returned-mail', (round: ReturnedRound) => {
  memory().last = round;
});

/** Its numbers hold as long as it says so (RFC 3501, 2.3.1.1). */
function placeIn(key: string): Place {
  const { places } = memory();
  const place = places.get(key) ?? { after: 0, held: new Set() };
  places.set(key, place);
  return place;
}
