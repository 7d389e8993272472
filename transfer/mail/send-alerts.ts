import type { Payload } from 'payload';
import { lastSerial } from '@/collections/PublicationEvents/write-events';
import { confirmToken, leaveToken } from '@/collections/Subscriptions/tokens';
import { mailbox } from '@/domain/applications/mails';
import { hasCode } from '@/domain/catalogue/codes';
import { FREQUENCIES } from '@/domain/subscriptions/codes';
import { digestOf } from '@/domain/subscriptions/digest';
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
import { openLine, sendsMail, type Line } from './server';
import { dueSubscriptions, followedBy, writeDigest } from './write-digest';

/** Mails a round sends at most; the round of the next minute goes on. */
const MOST_A_ROUND = 500;

/** Sends a mail to confirm at once, or any alert mail that an officer asks for again. */
export async function sendAlertMail(
  payload: Payload,
  id: AlertMail['id'],
  { round = aloneIn(payload), now = new Date() }: { round?: Round; now?: Date } = {},
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
  const line = openLine(payload);
  try {
    return await sendRound(payload, now, { known: new Map(), comparisons: new Map(), line });
  } finally {
    line.close();
  }
}

async function sendRound(payload: Payload, now: Date, round: Round): Promise<number> {
  let sent = 0;
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

/** What the mails of a round have in common: many follow the same thing, and go over one line. */
type Round = {
  known: Map<string, Promise<AlertFacts & { page: string }>>;
  /** By record and note. */
  comparisons: Map<string, string>;
  line: Pick<Line, 'send'>;
};
const aloneIn = (payload: Payload): Round => ({
  known: new Map(),
  comparisons: new Map(),
  line: { send: (mail) => payload.sendEmail(mail) },
});

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
    const { events, unanswered } = await readTold(
      payload,
      { from: first, until },
      due.map(followedBy),
      round.comparisons,
    );
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

/** The same digest as before, of what may still be told of it. */
async function sendAgain(payload: Payload, mail: AlertMail, round: Round): Promise<Outcome> {
  const subscription = await subscriptionOf(payload, mail);
  if (!subscription) return skip(payload, mail, 'gone');
  const followed = followedBy(subscription);
  const stretch = { from: mail.from ?? 0, until: mail.until ?? 0 };
  const { events, unanswered } = await readTold(payload, stretch, [followed], round.comparisons);
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
  const known = round.known.get(key) ?? factsOf(payload, subscription);
  round.known.set(key, known);
  const { page, ...facts } = await known;
  const made = make(facts, page);
  let isRefused = false;
  const messageId = messageIdOf(payload, 'alert', mail.key);
  const outcome = await attempt(payload, 'alert-mails', mail, { messageId }, async () => {
    try {
      await round.line.send({ to, ...made, messageId });
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
