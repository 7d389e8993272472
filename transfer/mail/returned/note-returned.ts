import { domainToASCII } from 'node:url';
import type { CollectionSlug, Payload } from 'payload';
import { mailbox } from '@/domain/applications/mails';
import { codeIn, isAddressGone, reasonOf } from '@/domain/mail/delivery-status';
import type { MailState } from '@/domain/subscriptions/reconcile';
import { isGivenUp } from '@/domain/subscriptions/returned';
import { unsealed } from '@/fields/sealed/seal';
import { messages } from '@/messages';
import type { AlertMail, Application, Letter, Mail, Subscription } from '@/payload-types';
import { withoutAddresses } from '../failure';
import { fill } from '../mail-text';
import { readReport, type Report } from './read-report';

/**
 * What a message was. `known`: written down before, or about an earlier attempt. `early`: about a mail that
 * is under way at this moment; ask again later. `unmatched`: a report, but of no mail of ours to that
 * address. `none`: no report at all.
 */
export type Noted = 'bounced' | 'delayed' | 'known' | 'early' | 'unmatched' | 'none';

type Outbox = 'mails' | 'alert-mails';
type Found =
  | { outbox: 'mails'; mail: Mail; to: string | null }
  | { outbox: 'alert-mails'; mail: AlertMail; to: string | null };

/** Clocks of servers differ by this much at most. */
const CLOCKS_MS = 5 * 60_000;

/**
 * Reads one message of the sender's mailbox and writes down what it says about a mail of ours: that it came
 * back, or is late. Only a report that knows the Message-ID and the address counts, which is what the
 * server has that got the mail; anybody can write a letter from a postmaster. Read twice it changes nothing.
 *
 * @param arrivedAt when the mailbox got the message
 */
export async function noteReturned(
  payload: Payload,
  raw: Uint8Array,
  arrivedAt: Date,
): Promise<Noted> {
  const report = await readReport(raw);
  if (!report) return 'none';
  for (const messageId of report.messageIds) {
    const found = await findMail(payload, messageId);
    const said = found && report.recipients.find(({ addresses }) => names(addresses, found.to));
    if (found && said) return note(payload, found, said, writtenAt(report, arrivedAt));
  }
  return 'unmatched';
}

async function note(
  payload: Payload,
  found: Found,
  said: Report['recipients'][number],
  at: number,
): Promise<Noted> {
  const { outbox, mail } = found;
  const reason = reasonOf(said);
  const isGone = isAddressGone(reason);
  if (mail.state === 'waiting' && (mail.attempts ?? 0) > 0) return 'early';
  if (mail.state === 'bounced') await settle(payload, found, isGone);
  // What was sent again meanwhile is another attempt, of which this says nothing.
  const isOfBefore = at < Date.parse(mail.sentAt ?? '') - CLOCKS_MS;
  if (mail.state !== 'sent' || isOfBefore) return 'known';
  const words = messages['zh-CN'].returned;
  const code = codeIn(said.status, said.diagnostic);
  const why = words.reasons[reason] + (code ? fill(words.code, { code }) : '');
  const answer = said.diagnostic ? withoutAddresses(said.diagnostic) : '';
  const quoted = answer ? fill(words.said, { answer }) : '';
  if (said.action === 'delayed') {
    if (mail.error) return 'known';
    const error = fill(words.delayed, { why }) + quoted;
    return (await change(payload, outbox, mail, { error })) ? 'delayed' : 'known';
  }
  const error = fill(words.bounced, { why }) + quoted;
  if (!(await change(payload, outbox, mail, { state: 'bounced', error }))) return 'known';
  payload.logger.warn(`${outbox} ${mail.id} came back: ${reason} ${code ?? ''}`);
  await settle(payload, found, isGone);
  return 'bounced';
}

/** Writes in one step what holds as long as the mail is as it was read. */
async function change(
  payload: Payload,
  collection: Outbox,
  { id, sentAt }: Pick<Mail, 'id' | 'sentAt'>,
  data: { state?: 'bounced'; error: string },
): Promise<boolean> {
  const changed: unknown = await payload.db.updateOne({
    collection,
    where: {
      and: [{ id: { equals: id } }, { state: { equals: 'sent' } }, { sentAt: { equals: sentAt } }],
    },
    data: { ...data, updatedAt: new Date().toISOString() },
  });
  return Boolean(changed);
}

/** Ends a subscription whose digests come back one after the other. */
async function settle(payload: Payload, { outbox, mail }: Found, isGone: boolean): Promise<void> {
  if (outbox !== 'alert-mails' || mail.kind !== 'digest') return;
  const subscription = await stored<Subscription>(payload, 'subscriptions', mail.subscription);
  if (subscription?.state !== 'active') return;
  const { docs } = await payload.db.find<AlertMail>({
    collection: 'alert-mails',
    where: {
      and: [
        { subscription: { equals: subscription.id } },
        { kind: { equals: 'digest' } },
        { from: { less_than_equal: mail.from ?? 0 } },
        // Who confirmed anew starts anew.
        { createdAt: { greater_than: subscription.confirmedAt ?? subscription.createdAt } },
      ],
    },
    sort: '-from',
    limit: 20,
    pagination: false,
    select: { state: true },
  });
  if (
    !isGivenUp(
      isGone,
      docs.map(({ state }): MailState => state),
    )
  )
    return;
  await payload.db.updateOne({
    collection: 'subscriptions',
    where: { and: [{ id: { equals: subscription.id } }, { state: { equals: 'active' } }] },
    data: { state: 'suspended', updatedAt: new Date().toISOString() },
    returning: false,
  });
}

async function findMail(payload: Payload, messageId: string): Promise<Found | null> {
  const where = { messageId: { equals: messageId } };
  const mail = await payload.db.findOne<Mail>({ collection: 'mails', where });
  if (mail) return { outbox: 'mails', mail, to: await recipientOf(payload, mail) };
  const alert = await payload.db.findOne<AlertMail>({ collection: 'alert-mails', where });
  if (!alert) return null;
  const subscription = await stored<Subscription>(payload, 'subscriptions', alert.subscription);
  return { outbox: 'alert-mails', mail: alert, to: plain(subscription?.email) };
}

/** As the case has it now: a report about an address that was mended since is of no use any more. */
async function recipientOf(payload: Payload, { application, letter }: Mail) {
  const about = letter
    ? await stored<Letter>(payload, 'letters', letter)
    : application
      ? await stored<Application>(payload, 'applications', application)
      : null;
  return about && !about.erasedOn ? plain(about.email) : null;
}

const plain = (email: string | null | undefined): string | null =>
  mailbox(unsealed(email, 'email'));

const stored = <T extends { id: number | string }>(
  payload: Payload,
  collection: CollectionSlug,
  of: number | string | { id: number | string },
): Promise<T | null> =>
  payload.db.findOne<T>({
    collection,
    where: { id: { equals: typeof of === 'object' ? of.id : of } },
  } as never);

/** Servers write a domain in letters of their own, and in its ASCII form. */
const names = (addresses: readonly string[], to: string | null): boolean =>
  to !== null && addresses.some((address) => ascii(address) === ascii(to));

function ascii(address: string): string {
  const at = address.lastIndexOf('@');
  const host = address.slice(at + 1).toLowerCase();
  return `${address.slice(0, at).toLowerCase()}@${domainToASCII(host) || host}`;
}

/** The earlier of what the report and the mailbox say: a report can be handed in again years later. */
const writtenAt = (report: Report, arrivedAt: Date): number =>
  Math.min(
    arrivedAt.getTime(),
    report.writtenAt ? Date.parse(report.writtenAt) : arrivedAt.getTime(),
  );
