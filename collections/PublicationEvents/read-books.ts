import type { Payload } from 'payload';
import type { EventDue } from '@/domain/subscriptions/events';
import { newsSince } from '@/domain/subscriptions/events';
import { reconcile, type MailState, type Reconciled } from '@/domain/subscriptions/reconcile';
import { addDays, dayOf, type Day } from '@/domain/workdays/days';
import type { AlertMail, PublicationEvent, Subscription } from '@/payload-types';
import { dueSince } from './find-due';
import { unwritten } from './write-events';

type DayTold = { day: Day; events: number; digests: number } & Record<MailState, number>;

/** Published and told, side by side. */
export type Books = {
  reconciled: Reconciled;
  /** What is public and not written down. */
  missing: EventDue[];
  /** The last days, the newest first. */
  days: DayTold[];
  active: number;
};

/** How far back mails are compared; older ones were, every day since. */
const DAYS = 30;
const SHOWN_DAYS = 14;

/** Reads and compares what is public, the events, the subscriptions and the mails. Changes nothing. */
export async function readBooks(payload: Payload, now: Date): Promise<Books> {
  const today = dayOf(now);
  const since = new Date(now.getTime() - DAYS * 86_400_000).toISOString();
  const all = { limit: 0, pagination: false } as const;
  const [due, events, subscriptions, mails] = await Promise.all([
    dueSince(payload, newsSince(today)),
    payload.db.find<PublicationEvent>({
      collection: 'publication-events',
      where: { createdAt: { greater_than: since } },
      select: { serial: true, createdAt: true },
      sort: 'serial',
      ...all,
    }),
    payload.db.find<Subscription>({
      collection: 'subscriptions',
      where: { state: { equals: 'active' } },
      select: { frequency: true, toldUntil: true, lastSentAt: true, createdAt: true },
      ...all,
    }),
    payload.db.find<AlertMail>({
      collection: 'alert-mails',
      where: { and: [{ kind: { equals: 'digest' } }, { createdAt: { greater_than: since } }] },
      ...all,
    }),
  ]);
  const missing = await unwritten(payload, due);
  const digests = mails.docs.map(({ subscription, from, until, state, count }) => ({
    subscription: String(typeof subscription === 'object' ? subscription.id : subscription),
    from: from ?? 0,
    until: until ?? 0,
    state,
    count: count ?? 0,
  }));
  const reconciled = reconcile({
    now,
    serials: events.docs.map(({ serial }) => serial),
    missing: missing.length,
    subscriptions: subscriptions.docs.map(
      ({ id, frequency, toldUntil, lastSentAt, createdAt }) => ({
        id: String(id),
        frequency,
        toldUntil: toldUntil ?? 0,
        lastSentAt: lastSentAt ?? createdAt,
      }),
    ),
    digests,
  });
  return {
    reconciled,
    missing,
    days: daysOf(today, events.docs, mails.docs),
    active: subscriptions.docs.length,
  };
}

function daysOf(
  today: Day,
  events: readonly Pick<PublicationEvent, 'createdAt'>[],
  mails: readonly AlertMail[],
): DayTold[] {
  const days = new Map<Day, DayTold>();
  for (let i = 0; i < SHOWN_DAYS; i += 1) {
    const day = addDays(today, -i);
    const none = { waiting: 0, sent: 0, failed: 0, bounced: 0, skipped: 0 };
    days.set(day, { day, events: 0, digests: 0, ...none });
  }
  for (const { createdAt } of events) {
    const row = days.get(dayOf(new Date(createdAt)));
    if (row) row.events += 1;
  }
  for (const { createdAt, state, count } of mails) {
    const row = days.get(dayOf(new Date(createdAt)));
    if (!row) continue;
    row.digests += 1;
    row[state] += count ?? 0;
  }
  return [...days.values()];
}
