import type { ImapFlow, MessageStructureObject } from 'imapflow';
import type { Payload } from 'payload';
import { withoutAddresses } from '../failure';
import type { MailboxSettings } from './mailbox-settings';
import { noteReturned, type Noted } from './note-returned';
import { MOST_BYTES } from './read-report';

/** What a round found, and when; `problem` is why it could not read, in the server's words. */
export type ReturnedRound = {
  at: string;
  problem: string | null;
  /** Messages by what they were; `none` are no reports and were left alone. */
  counts: Record<Noted, number>;
};

/** What was read is marked, where the server allows marks of our own, so that people's reading is no mark. */
const MARK = '$GongkaiRead';

/** Reports come within days; who sets this up today wants no reports of last year. */
const DAYS = 14;
const MOST_A_ROUND = 300;
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
    counts: { bounced: 0, delayed: 0, known: 0, early: 0, unmatched: 0, none: 0 },
  };
  let client: ImapFlow | null = null;
  try {
    client = await open(settings);
    await readAll(payload, client, settings, { round, now });
    await client.logout();
  } catch (error) {
    const { message, responseText } = error as Error & { responseText?: string };
    round.problem = withoutAddresses([message, responseText].filter(Boolean).join(': '));
    payload.logger.warn(`the mailbox of returned mail was not read: ${round.problem}`);
    client?.close();
  }
  memory().last = round;
  return round;
}

/** The last round of this process; null before there was one. */
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
    const found = await client.search(
      {
        since: new Date(now.getTime() - DAYS * 86_400_000),
        ...(canMark ? { unKeyword: MARK } : { seen: false }),
        uid: `${place.after + 1}:*`,
      },
      { uid: true },
    );
    // `n:*` names the last message also when it is before n.
    const uids = (found || []).filter((uid) => uid > place.after).sort((a, b) => a - b);
    const batch = uids.slice(0, MOST_A_ROUND);
    if (batch.length === 0) return;
    const seen = await client.fetchAll(
      batch,
      { bodyStructure: true, internalDate: true },
      { uid: true },
    );
    let isHeld = false;
    for (const { uid, bodyStructure, internalDate } of seen.sort((a, b) => a.uid - b.uid)) {
      const noted = mayBeReport(bodyStructure)
        ? await noteReturned(payload, await sourceOf(client, uid), dateOf(internalDate, now))
        : 'none';
      round.counts[noted] += 1;
      if (noted === 'bounced' || noted === 'delayed' || noted === 'known') {
        const marks = canMark ? ['\\Seen', MARK] : ['\\Seen'];
        await client.messageFlagsAdd([uid], marks, { uid: true });
      }
      isHeld ||= noted === 'early';
      if (!isHeld) place.after = uid;
    }
  } finally {
    lock.release();
  }
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

type Memory = { last: ReturnedRound | null; places: Map<string, { after: number }> };

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

/** Up to which message a mailbox was read; its numbers hold as long as it says so (RFC 3501, 2.3.1.1). */
function placeIn(key: string): { after: number } {
  const { places } = memory();
  const place = places.get(key) ?? { after: 0 };
  places.set(key, place);
  return place;
}
