import type { Payload, Where } from 'payload';
import { leaveToken, tokenHash } from '@/collections/Subscriptions/tokens';
import { FREQUENCIES } from '@/domain/subscriptions/codes';
import { digestOf } from '@/domain/subscriptions/digest';
import { lastSlot } from '@/domain/subscriptions/schedule';
import type { AlertMail, Subscription } from '@/payload-types';
import type { ToldEvent } from './alert-facts';

const PAGE = 100;

export const followedBy = ({ subject, target }: Subscription) => ({
  subject,
  target: target ?? '',
});

/** Subscriptions whose hour has come, in the order of their ids. */
export async function dueSubscriptions(
  payload: Payload,
  now: Date,
  after: Subscription['id'] | null,
): Promise<Subscription[]> {
  const isDueNow = FREQUENCIES.map(({ code }): Where => ({
    and: [
      { frequency: { equals: code } },
      { lastSentAt: { less_than: lastSlot(code, now).toISOString() } },
    ],
  }));
  const { docs } = await payload.db.find<Subscription>({
    collection: 'subscriptions',
    where: {
      and: [
        { state: { equals: 'active' } },
        { or: isDueNow },
        ...(after === null ? [] : [{ id: { greater_than: after } }]),
      ],
    },
    sort: 'id',
    limit: PAGE,
    pagination: false,
  });
  return docs;
}

/**
 * Writes down the digest of a subscription and how far it is told. The key of the mail is where the stretch
 * begins, so that a process killed between the two writes finds the mail in the next round, moves the mark
 * to where that mail ends, and makes no second one.
 *
 * @returns null where nothing is to be told, or the mail was there already
 */
export async function writeDigest(
  payload: Payload,
  subscription: Subscription,
  events: readonly ToldEvent[],
  { until: readUntil, last, now }: { until: number; last: number; now: Date },
): Promise<{ mail: AlertMail; items: ToldEvent[] } | null> {
  const from = (subscription.toldUntil ?? 0) + 1;
  const until = Math.max(readUntil, from - 1);
  const stretch = events.filter(({ serial }) => serial >= from && serial <= until);
  const items = digestOf(followedBy(subscription), stretch);
  const move = (toldUntil: number) =>
    payload.db.updateOne({
      collection: 'subscriptions',
      where: {
        and: [
          { id: { equals: subscription.id } },
          { toldUntil: { equals: subscription.toldUntil ?? 0 } },
        ],
      },
      data: {
        toldUntil,
        // Who was away for very long is told in several mails, one after the other.
        ...(toldUntil >= last && { lastSentAt: now.toISOString() }),
        leaveHash: tokenHash(leaveToken(subscription)),
        updatedAt: now.toISOString(),
      },
      returning: false,
    });
  const key = `digest:${subscription.id}:${from}`;
  const known = await payload.db.findOne<AlertMail>({
    collection: 'alert-mails',
    where: { key: { equals: key } },
  });
  if (known) {
    await move(known.until ?? until);
    return null;
  }
  if (items.length === 0) {
    await move(until);
    return null;
  }
  const at = now.toISOString();
  const mail = (await payload.db.create({
    collection: 'alert-mails',
    data: {
      subscription: subscription.id,
      kind: 'digest',
      key,
      from,
      until,
      count: items.length,
      state: 'waiting',
      attempts: 0,
      createdAt: at,
      updatedAt: at,
    },
  })) as unknown as AlertMail;
  await move(until);
  return { mail, items };
}
