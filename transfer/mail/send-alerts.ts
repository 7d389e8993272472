import type { Payload, Where } from 'payload';
import { lastSerial } from '@/collections/PublicationEvents/write-events';
import { confirmToken, leaveToken, tokenHash } from '@/collections/Subscriptions/tokens';
import { mailbox } from '@/domain/applications/mails';
import { hasCode } from '@/domain/catalogue/codes';
import { FREQUENCIES } from '@/domain/subscriptions/codes';
import { digestOf } from '@/domain/subscriptions/digest';
import { lastSlot } from '@/domain/subscriptions/schedule';
import { isSealed, unseal } from '@/fields/sealed/seal';
import { messages } from '@/messages';
import { findFollowed, nameFollowed } from '@/queries/followed';
import type { AlertMail, Subscription } from '@/payload-types';
import { MOST_EVENTS, readTold, type ToldEvent } from './alert-facts';
import {
  automaticHeaders,
  composeConfirmation,
  composeDigest,
  digestHeaders,
  type AlertFacts,
} from './alert-mail';
import { attempt, isDue, isUnderWay, mark, messageIdOf, type Outcome } from './attempt';
import { failureOf } from './failure';
import { sendsMail } from './server';

/** Mails a round sends at most; the round of the next minute goes on. */
const MOST_A_ROUND = 500;
const PAGE = 100;

/** Sends a mail to confirm at once, or any alert mail that an officer asks for again. */
export async function sendAlertMail(
  payload: Payload,
  id: AlertMail['id'],
  { round = newRound(), now = new Date() }: { round?: Round; now?: Date } = {},
): Promise<Outcome> {
  const mail = await payload.db.findOne<AlertMail>({
    collection: 'alert-mails',
    where: { id: { equals: id } },
  });
  if (mail?.state !== 'waiting' || isUnderWay(mail, now)) return 'taken';
  return mail.kind === 'confirm'
    ? sendConfirmation(payload, mail, round)
    : sendAgain(payload, mail, round);
}

/**
 * A round: first what waits from before, then the digests whose hour has come. A server that takes none
 * now is left alone until the next round.
 *
 * @returns how many mails went out
 */
export async function alertRound(payload: Payload, now: Date): Promise<number> {
  let sent = 0;
  const round = newRound();
  const { docs } = await payload.db.find<AlertMail>({
    collection: 'alert-mails',
    where: { state: { equals: 'waiting' } },
    sort: 'updatedAt',
    limit: MOST_A_ROUND,
    pagination: false,
  });
  for (const mail of docs.filter((one) => isDue(one, now))) {
    const outcome = await sendAlertMail(payload, mail.id, { round, now });
    if (outcome === 'later') return sent;
    if (outcome === 'sent') sent += 1;
  }
  return sent + (await sendDigests(payload, now, MOST_A_ROUND - docs.length, round));
}

/** What the mails of a round have in common: many follow the same thing. */
type Round = Map<string, Promise<AlertFacts & { page: string }>>;
const newRound = (): Round => new Map();

async function sendDigests(
  payload: Payload,
  now: Date,
  most: number,
  round: Round,
): Promise<number> {
  const last = await lastSerial(payload);
  let left = most;
  let sent = 0;
  for (let after: Subscription['id'] | null = null; left > 0;) {
    const due: Subscription[] = await dueSubscriptions(payload, now, after);
    if (due.length === 0) break;
    after = due.at(-1)?.id ?? null;
    const first = Math.min(...due.map(({ toldUntil }) => toldUntil ?? 0)) + 1;
    const until = Math.min(last, first + MOST_EVENTS - 1);
    const { events, unanswered } = await readTold(payload, first, until, due.map(followedBy));
    for (const subscription of due) {
      if (subscription.subject === 'search' && unanswered.has(subscription.target ?? '')) continue;
      const made = await writeDigest(payload, subscription, events, { until, last, now });
      if (!made) continue;
      left -= 1;
      const outcome = await sendDigest(payload, made.mail, {
        subscription,
        items: made.items,
        round,
      });
      if (outcome === 'later') return sent;
      if (outcome === 'sent') sent += 1;
    }
  }
  return sent;
}

const followedBy = ({ subject, target }: Subscription) => ({ subject, target: target ?? '' });

async function dueSubscriptions(
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
async function writeDigest(
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

/** The same digest as before, of what may still be told of it. */
async function sendAgain(payload: Payload, mail: AlertMail, round: Round): Promise<Outcome> {
  const subscription = await subscriptionOf(payload, mail);
  if (!subscription) return skip(payload, mail, 'gone');
  const followed = followedBy(subscription);
  const from = mail.from ?? 0;
  const { events, unanswered } = await readTold(payload, from, mail.until ?? 0, [followed]);
  if (followed.subject === 'search' && unanswered.size > 0) return 'later';
  return sendDigest(payload, mail, { subscription, items: digestOf(followed, events), round });
}

async function sendDigest(
  payload: Payload,
  mail: AlertMail,
  {
    subscription,
    items,
    round,
  }: { subscription: Subscription; items: readonly ToldEvent[]; round: Round },
): Promise<Outcome> {
  if (items.length === 0) return skip(payload, mail, 'nothing');
  const token = leaveToken(subscription);
  return hand(payload, mail, { subscription, round }, (facts, page) => ({
    ...composeDigest(facts, items, { token, page }),
    headers: digestHeaders(facts, token),
  }));
}

async function sendConfirmation(payload: Payload, mail: AlertMail, round: Round): Promise<Outcome> {
  const subscription = await subscriptionOf(payload, mail);
  const [, , frequency] = mail.key.split(':');
  if (!subscription || !hasCode(FREQUENCIES, frequency)) return skip(payload, mail, 'gone');
  return hand(payload, mail, { subscription: { ...subscription, frequency }, round }, (facts) => {
    // Anybody may ask for a search in any words and for any mailbox: they stand on the page behind the link.
    const { searchToConfirm } = messages[facts.locale].subscriptions.subjects;
    const what = subscription.subject === 'search' ? searchToConfirm : facts.what;
    return {
      ...composeConfirmation({ ...facts, what }, confirmToken(mail.key)),
      headers: automaticHeaders(facts.locale),
    };
  });
}

type Made = { subject: string; text: string; html: string; headers: Record<string, string> };

/** Puts a mail into the hands of the server. An address that it refuses for good is not written to again. */
async function hand(
  payload: Payload,
  mail: AlertMail,
  { subscription, round }: { subscription: Subscription; round: Round },
  make: (facts: AlertFacts, page: string) => Made,
): Promise<Outcome> {
  if (!sendsMail(payload)) return skip(payload, mail, 'off');
  const to = isSealed(subscription.email) ? mailbox(unseal(subscription.email, 'email')) : null;
  if (!to) return skip(payload, mail, 'gone');
  const { subject, target, frequency, language } = subscription;
  const key = [subject, target, frequency, language].join('\n');
  const known = round.get(key) ?? factsOf(payload, subscription);
  round.set(key, known);
  const { page, ...facts } = await known;
  const made = make(facts, page);
  let isRefused = false;
  const messageId = messageIdOf(payload, 'alert', mail.key);
  const outcome = await attempt(payload, 'alert-mails', mail, { messageId }, async () => {
    try {
      await payload.sendEmail({ to, ...made, messageId });
    } catch (error) {
      isRefused = failureOf(error).isPermanent;
      throw error;
    }
  });
  // Who has never confirmed is forgotten by itself.
  if (isRefused && subscription.state === 'active') {
    await payload.db.updateOne({
      collection: 'subscriptions',
      id: subscription.id,
      data: { state: 'suspended', updatedAt: new Date().toISOString() },
      returning: false,
    });
  }
  return outcome;
}

async function factsOf(
  payload: Payload,
  subscription: Subscription,
): Promise<AlertFacts & { page: string }> {
  const locale = subscription.language === 'en' ? 'en' : 'zh-CN';
  const thing = await findFollowed(payload, followedBy(subscription), locale);
  const site = await payload.findGlobal({ slug: 'site', locale, depth: 0, select: { name: true } });
  return {
    locale,
    what:
      thing?.name ??
      (await nameFollowed(
        payload,
        { ...followedBy(subscription), label: subscription.label },
        locale,
      )),
    frequency: subscription.frequency,
    site: site.name ?? '',
    origin: (process.env.SITE_URL ?? '').replace(/\/$/, ''),
    page: thing?.page ?? '/',
  };
}

async function subscriptionOf(payload: Payload, mail: AlertMail): Promise<Subscription | null> {
  const id = typeof mail.subscription === 'object' ? mail.subscription.id : mail.subscription;
  const found = await payload.db.findOne<Subscription>({
    collection: 'subscriptions',
    where: { id: { equals: id } },
  });
  const isTold = mail.kind === 'confirm' ? found?.state !== 'left' : found?.state === 'active';
  return found && isTold ? found : null;
}

const skip = (
  payload: Payload,
  mail: AlertMail,
  why: 'off' | 'gone' | 'nothing',
): Promise<'skipped'> =>
  mark(payload, 'alert-mails', mail, {
    state: 'skipped',
    error: messages['zh-CN'].subscriptions.office[why],
  });
