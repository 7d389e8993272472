import { createHmac, randomBytes } from 'node:crypto';
import { addressIn, takeOne } from '@/access/request-limits';
import { READABLE, recordIn, type ReadRecord } from '@/domain/statistics/readable';
import { dayOf, type Day } from '@/domain/workdays/days';
import { onTold, sharedSecret, tellOthers } from '@/processes/tell.mjs';
import { asPublic, portal } from './portal';
import { isCountable } from './search-counts';
import { addReads, type Reads } from './stored-reads';

/** Counts wait in memory so long, so that a page view costs the database nothing. */
const FLUSH_MS = 5_000;

/** What is read beyond so many records between two writings is not counted. */
const MOST_WAITING = 5_000;

/** So many readings of a day are remembered, so that nobody counts twice; the oldest are forgotten first. */
const MOST_SEEN = 200_000;

/** So many records are known to be public without asking again, for so long. */
const MOST_KNOWN = 5_000;
const KNOWN_MS = 600_000;

/**
 * Counts that somebody reads a public record, without who: of the address only a keyed hash is held in memory until
 * the day ends, so that one address counts once a day for each record; the key is made anew with every start and
 * never stored. Programs that say that they are some, pages fetched ahead, and previews are passed over.
 *
 * @param named `documents:<slug>`, as the page says it; anything else is not counted
 * @returns whether it was counted
 */
export async function countRead(
  named: string,
  asking: Headers,
  now = new Date(),
): Promise<boolean> {
  const record = recordIn(named);
  if (record === null || !isCountable(asking)) return false;
  if (!(await takeOne('countedRead', asking)).isAllowed) return false;
  const day = dayOf(now);
  // First the day: with a new one nothing is left of the last.
  const { seen } = seenOn(day);
  const reader = networkOf(addressIn(asking));
  const reading = hashOf(`${reader}|${record.collection}:${record.slug}`, day);
  if (seen.has(reading)) return false;
  // Before the question to the database: two at once are one reading.
  see(reading, day);
  tellOthers('read', { reading, day });
  if (!(await isPublic(record))) return false;
  return tally({ record: named, month: day.slice(0, 7), count: 1 });
}

function see(reading: string, day: Day): void {
  const { seen } = seenOn(day);
  seen.add(reading);
  for (const oldest of seen) {
    if (seen.size <= MOST_SEEN) break;
    seen.delete(oldest);
  }
}

/** Writes what was counted; what could not be written waits for the next time. */
export async function flushReads(): Promise<void> {
  const now = state();
  clearTimeout(now.timer);
  now.timer = undefined;
  if (now.waiting.size === 0) return;
  const reads = [...now.waiting.values()];
  now.waiting.clear();
  const { left, error } = await addReads(await portal(), reads);
  for (const one of left) tally(one);
  if (error) warn(error);
  else now.hasWarned = false;
}

/** One household or office has a network of its own in IPv6, and endless addresses in it. */
function networkOf(address: string): string {
  if (!address.includes(':') || address.includes('.')) return address;
  const [head = '', tail = ''] = address.split('::');
  const groups = head.split(':').filter(Boolean);
  const after = tail.split(':').filter(Boolean);
  const full = address.includes('::')
    ? [
        ...groups,
        ...Array<string>(Math.max(0, 8 - groups.length - after.length)).fill('0'),
        ...after,
      ]
    : groups;
  return full
    .slice(0, 4)
    .map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''))
    .join(':');
}

async function isPublic({ collection, slug }: ReadRecord): Promise<boolean> {
  const { known } = state();
  const key = `${collection}:${slug}`;
  const until = known.get(key);
  if (until !== undefined && until > Date.now()) return true;
  const payload = await portal();
  const { totalDocs } = await payload.count({
    collection: READABLE[collection],
    where: { slug: { equals: slug } },
    ...asPublic,
  });
  if (totalDocs === 0) {
    known.delete(key);
    return false;
  }
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, Date.now() + KNOWN_MS);
  return true;
}

function tally(read: Reads): boolean {
  const now = state();
  const key = `${read.record}:${read.month}`;
  const waiting = now.waiting.get(key);
  if (!waiting && now.waiting.size >= MOST_WAITING) return false;
  now.waiting.set(key, { ...read, count: (waiting?.count ?? 0) + read.count });
  now.timer ??= setTimeout(() => void flushReads().catch(warn), FLUSH_MS).unref();
  return true;
}

const hashOf = (text: string, day: Day): string =>
  createHmac('sha256', state().secret).update(`${day}|${text}`).digest('base64url').slice(0, 16);

/** Whoever read yesterday may be counted again today, and nothing of yesterday is left. */
function seenOn(day: Day): State {
  const now = state();
  if (now.day !== day) {
    now.day = day;
    now.seen.clear();
  }
  return now;
}

type State = {
  waiting: Map<string, Reads>;
  seen: Set<string>;
  day: Day;
  secret: Buffer;
  known: Map<string, number>;
  timer?: NodeJS.Timeout | undefined;
  hasWarned: boolean;
};

/** The built portal may hold this module twice; both count together. */
function state(): State {
  const holder = globalThis as { gongkaiReads?: State };
  if (!holder.gongkaiReads) {
    holder.gongkaiReads = {
      waiting: new Map(),
      seen: new Set(),
      day: '',
      secret: sharedSecret() ?? randomBytes(32),
      known: new Map(),
      hasWarned: false,
    };
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.once(signal, () => void flushReads().catch(warn));
    }
    onTold('read', ({ reading, day }: { reading: string; day: Day }) => see(reading, day));
  }
  return holder.gongkaiReads;
}

/** Told once, and again only after counting has worked in between. */
function warn(error: unknown): void {
  const now = state();
  if (now.hasWarned) return;
  now.hasWarned = true;
  console.error('readings could not be counted; they will be tried again', error);
}
