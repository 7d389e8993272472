import type { Frequency } from './codes';
import { isDigestDue } from './schedule';

/** `bounced`: a server took it, and it came back later. */
export type MailState = 'waiting' | 'sent' | 'failed' | 'bounced' | 'skipped';

export type Books = {
  now: Date;
  /** The numbers of the events, in order. */
  serials: readonly number[];
  /** Events that should be there and are not. */
  missing: number;
  /** Subscriptions that are told of things: the confirmed ones that nobody left. */
  subscriptions: readonly {
    id: string;
    frequency: Frequency;
    toldUntil: number;
    lastSentAt: string;
  }[];
  digests: readonly {
    subscription: string;
    from: number;
    until: number;
    state: MailState;
    count: number;
  }[];
};

export type Reconciled = {
  /** The number of the last event. */
  events: number;
  /** Numbers that nothing bears, between the first and the last. */
  gaps: number[];
  missing: number;
  /** Alerts: one event told to one subscription, by what became of the mail. */
  alerts: Record<MailState, number>;
  /** Subscriptions whose digest was due and that were not told up to the last event. */
  behind: { id: string; events: number }[];
  /** Subscriptions of which two mails tell the same event. */
  doubled: string[];
  /** Subscriptions that a mail tells of more than they are noted to know. */
  ahead: string[];
  /** What published and told differ by: nothing when all went well. */
  difference: number;
};

/**
 * Compares what was published with what subscribers were told. Within a slot it is no difference that a
 * subscription waits for its hour; a mail that failed or came back is one until it is sent again.
 *
 * @param grace minutes after the hour of digests in which sending is still under way
 */
export function reconcile(books: Books, grace = 30): Reconciled {
  const { now, serials, missing, subscriptions, digests } = books;
  const events = serials.at(-1) ?? 0;
  const known = new Set(serials);
  const first = serials[0] ?? 1;
  const gaps = Array.from({ length: Math.max(0, events - first + 1) }, (_, i) => first + i).filter(
    (serial) => !known.has(serial),
  );
  const alerts: Reconciled['alerts'] = {
    waiting: 0,
    sent: 0,
    failed: 0,
    bounced: 0,
    skipped: 0,
  };
  const ranges = new Map<string, { from: number; until: number }[]>();
  for (const { subscription, from, until, state, count } of digests) {
    alerts[state] += count;
    ranges.set(subscription, [...(ranges.get(subscription) ?? []), { from, until }]);
  }
  const asOf = new Date(now.getTime() - grace * 60_000);
  const behind = subscriptions.flatMap(({ id, frequency, toldUntil, lastSentAt }) => {
    const left = serials.filter((serial) => serial > toldUntil).length;
    return left > 0 && isDigestDue(lastSentAt, frequency, asOf) ? [{ id, events: left }] : [];
  });
  const doubled = [...ranges].flatMap(([id, own]) => (overlap(own) ? [id] : []));
  const ahead = subscriptions.flatMap(({ id, toldUntil }) =>
    (ranges.get(id) ?? []).some(({ until }) => until > toldUntil) ? [id] : [],
  );
  return {
    events,
    gaps,
    missing,
    alerts,
    behind,
    doubled,
    ahead,
    difference:
      missing +
      gaps.length +
      behind.length +
      doubled.length +
      ahead.length +
      alerts.failed +
      alerts.bounced,
  };
}

function overlap(ranges: readonly { from: number; until: number }[]): boolean {
  const sorted = [...ranges].sort((a, b) => a.from - b.from);
  return sorted.some(({ from }, i) => from <= (sorted[i - 1]?.until ?? -1));
}
