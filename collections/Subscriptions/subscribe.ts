import { randomUUID } from 'node:crypto';
import type { Payload } from 'payload';
import { FREQUENCIES, type Frequency } from '@/domain/subscriptions/codes';
import { hasCode } from '@/domain/catalogue/codes';
import { sameKey, type SubscriptionInput } from '@/domain/subscriptions/parse';
import { keyedHash, keyedHashes, seal } from '@/fields/sealed/seal';
import type { Locale } from '@/i18n/routing';
import type { AlertMail, Subscription } from '@/payload-types';
import { lastSerial } from '../PublicationEvents/write-events';
import { confirmToken, idInToken, isLeaveToken, tokenHash } from './tokens';

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;

/** A link to confirm works so long, and who never uses it is forgotten then. */
const CONFIRM_DAYS = 7;
/** Mails to confirm that one mailbox gets in a day: more would be a way to pester somebody. */
const MOST_CONFIRMATIONS = 3;
/** Things that one mailbox may follow. */
const MOST_SUBSCRIPTIONS = 50;

/**
 * Notes a wish to be told, and asks the mailbox whether it is its own. Whoever asks learns nothing of who
 * subscribed before: the answer is the same, and only the mailbox is told.
 *
 * @returns the mail to be sent; null where the mailbox has got enough of them
 */
export async function subscribe(
  payload: Payload,
  input: SubscriptionInput,
  { label, language, now }: { label: string; language: Locale; now: Date },
): Promise<AlertMail | null> {
  const emailHash = keyedHash(input.email.toLowerCase(), EMAIL);
  if (!(await mayBeAsked(payload, input.email, now))) return null;
  const known = await payload.db.findOne<Subscription>({
    collection: 'subscriptions',
    where: { subjectKey: { in: keyedHashes(sameKey(input), SUBJECT) } },
  });
  const subscription =
    known ?? (await create(payload, input, { label, language, emailHash, now: now.toISOString() }));
  // The wish stands in the mail: nobody else changes by it how often a mailbox is told.
  const key = `confirm:${subscription.id}:${input.frequency}:${now.getTime()}`;
  const at = now.toISOString();
  const mail = (await payload.db.create({
    collection: 'alert-mails',
    data: {
      subscription: subscription.id,
      kind: 'confirm',
      key,
      state: 'waiting',
      attempts: 0,
      createdAt: at,
      updatedAt: at,
    },
  })) as unknown as AlertMail;
  await change(payload, subscription, { confirmHash: tokenHash(confirmToken(key)) });
  return mail;
}

/** What a link to confirm asks for; null when it is too old, was replaced by a newer one, or is none. */
export async function confirmationOf(
  payload: Payload,
  token: string,
  now: Date,
): Promise<{ subscription: Subscription; frequency: Frequency } | null> {
  if (!/^[\w-]{43}$/.test(token)) return null;
  const subscription = await payload.db.findOne<Subscription>({
    collection: 'subscriptions',
    where: { confirmHash: { equals: tokenHash(token) } },
  });
  if (!subscription?.email) return null;
  const [mail] = await mailsOf(payload, subscription.id, 'confirm', 1);
  const [, , frequency, asked] = mail?.key.split(':') ?? [];
  const isInTime = now.getTime() - Number(asked) < CONFIRM_DAYS * DAY;
  return isInTime && hasCode(FREQUENCIES, frequency) ? { subscription, frequency } : null;
}

/** From now on the mailbox is told: of what comes, not of what was. */
export async function confirm(payload: Payload, token: string, now: Date): Promise<boolean> {
  const found = await confirmationOf(payload, token, now);
  if (!found) return false;
  const { subscription, frequency } = found;
  const isActive = subscription.state === 'active';
  await change(payload, subscription, {
    frequency,
    ...(!isActive && {
      state: 'active',
      confirmedAt: now.toISOString(),
      lastSentAt: now.toISOString(),
      toldUntil: await lastSerial(payload),
    }),
  });
  return true;
}

/** The subscription of a link in a digest; null for a link that is none. */
export async function subscriptionOf(
  payload: Payload,
  token: string,
): Promise<Subscription | null> {
  const key = idInToken(token);
  const isNumber = payload.db.defaultIDType === 'number';
  if (!key || (isNumber ? !/^\d{1,15}$/.test(key) : !/^[\da-f]{24}$/.test(key))) return null;
  const subscription = await payload.db.findOne<Subscription>({
    collection: 'subscriptions',
    where: { id: { equals: isNumber ? Number(key) : key } },
  });
  return subscription && isLeaveToken(token, subscription) ? subscription : null;
}

/** Leaves at once and for good; the address is erased in the same step. True also when it was left before. */
export async function leave(payload: Payload, token: string, now: Date): Promise<boolean> {
  const subscription = await subscriptionOf(payload, token);
  if (!subscription) return false;
  if (subscription.state !== 'left') await erase(payload, subscription, now);
  return true;
}

/** How often: for who holds a link of the mails. */
export async function changeFrequency(
  payload: Payload,
  token: string,
  frequency: Frequency,
): Promise<boolean> {
  const subscription = await subscriptionOf(payload, token);
  if (subscription?.state !== 'active') return false;
  await change(payload, subscription, { frequency });
  return true;
}

/** Forgets who never confirmed, and mails of long ago. Returns how many subscriptions went. */
export async function forgetUnconfirmed(payload: Payload, now: Date): Promise<number> {
  const before = new Date(now.getTime() - CONFIRM_DAYS * DAY).toISOString();
  const { docs } = await payload.db.find<Subscription>({
    collection: 'subscriptions',
    where: { and: [{ state: { equals: 'unconfirmed' } }, { updatedAt: { less_than: before } }] },
    select: { state: true },
    limit: 500,
    pagination: false,
  });
  const ids = docs.map(({ id }) => id);
  if (ids.length > 0) {
    await payload.db.deleteMany({
      collection: 'alert-mails',
      where: { subscription: { in: ids } },
    });
    await payload.db.deleteMany({ collection: 'subscriptions', where: { id: { in: ids } } });
  }
  const old = new Date(now.getTime() - KEPT_DAYS * DAY).toISOString();
  await payload.db.deleteMany({
    collection: 'alert-mails',
    where: { and: [{ state: { not_equals: 'waiting' } }, { updatedAt: { less_than: old } }] },
  });
  return ids.length;
}

const KEPT_DAYS = 400;
const EMAIL = 'subscription-email';
const SUBJECT = 'subscription-subject';

/** What a change of the sealing key makes anew; see jobs/rotate-keys.ts. */
export const hashesOf = (
  email: string,
  { subject, target }: Pick<Subscription, 'subject' | 'target'>,
): Pick<Subscription, 'emailHash' | 'subjectKey'> => ({
  emailHash: keyedHash(email.toLowerCase(), EMAIL),
  subjectKey: keyedHash(sameKey({ email, subject, target: target ?? '' }), SUBJECT),
});

async function create(
  payload: Payload,
  { email, subject, target, frequency }: SubscriptionInput,
  more: { label: string; language: Locale; emailHash: string; now: string },
): Promise<Subscription> {
  const { label, language, now } = more;
  const data = {
    label: label.slice(0, 300),
    subject,
    target,
    frequency,
    language,
    state: 'unconfirmed',
    email: seal(email, 'email'),
    toldUntil: 0,
    ...hashesOf(email, { subject, target }),
    // Each stands for a link; there is none yet.
    confirmHash: `none:${randomUUID()}`,
    leaveHash: `none:${randomUUID()}`,
    createdAt: now,
    updatedAt: now,
  };
  return (await payload.db.create({
    collection: 'subscriptions',
    data,
  })) as unknown as Subscription;
}

async function erase(payload: Payload, { id, subject }: Subscription, now: Date): Promise<void> {
  await change(
    payload,
    { id },
    {
      state: 'left',
      leftAt: now.toISOString(),
      email: null,
      emailHash: null,
      subjectKey: `left:${id}`,
      confirmHash: `left:${id}`,
      // What somebody looked for may say who it was; which agency was followed does not.
      ...(subject === 'search' && { label: null, target: null }),
    },
  );
  for (const mail of await mailsOf(payload, id)) {
    if (mail.state === 'sent' || mail.state === 'skipped') continue;
    await payload.db.updateOne({
      collection: 'alert-mails',
      id: mail.id,
      data: { state: 'skipped', error: null },
      returning: false,
    });
  }
}

/** Whether a mailbox may be sent one more question, and may follow one more thing. */
async function mayBeAsked(payload: Payload, email: string, now: Date): Promise<boolean> {
  const { docs } = await payload.db.find<Subscription>({
    collection: 'subscriptions',
    where: { emailHash: { in: keyedHashes(email.toLowerCase(), EMAIL) } },
    select: { state: true },
    limit: MOST_SUBSCRIPTIONS + 1,
    pagination: false,
  });
  if (docs.length > MOST_SUBSCRIPTIONS) return false;
  if (docs.length === 0) return true;
  const { totalDocs } = await payload.db.count({
    collection: 'alert-mails',
    where: {
      and: [
        { subscription: { in: docs.map(({ id }) => id) } },
        { kind: { equals: 'confirm' } },
        { createdAt: { greater_than: new Date(now.getTime() - DAY).toISOString() } },
      ],
    },
  });
  return totalDocs < MOST_CONFIRMATIONS;
}

async function mailsOf(
  payload: Payload,
  subscription: Subscription['id'],
  kind?: AlertMail['kind'],
  limit = 0,
): Promise<AlertMail[]> {
  const { docs } = await payload.db.find<AlertMail>({
    collection: 'alert-mails',
    where: {
      and: [
        { subscription: { equals: subscription } },
        ...(kind
          ? [{ kind: { equals: kind } }]
          : [{ state: { in: ['waiting', 'failed', 'bounced'] } }]),
      ],
    },
    sort: '-createdAt',
    limit,
    pagination: false,
  });
  return docs;
}

const change = (payload: Payload, { id }: Pick<Subscription, 'id'>, data: object) =>
  payload.db.updateOne({
    collection: 'subscriptions',
    id,
    data: { ...data, updatedAt: new Date().toISOString() },
    returning: false,
  });
