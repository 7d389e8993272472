import { createHash } from 'node:crypto';
import type { Payload } from 'payload';
import { isMailKind, mailbox } from '@/domain/applications/mails';
import { messages } from '@/messages';
import type { Application, Mail } from '@/payload-types';
import { attachmentsOf } from './attachments';
import { composeMail } from './compose';
import { failureOf } from './failure';
import { inFull, localeOf, mailFacts, storedApplication } from './mail-facts';
import { sendsMail } from './server';

/** `later`: the server could not take it now. `taken`: somebody else sends it, or it was sent. */
export type Outcome = 'sent' | 'failed' | 'skipped' | 'later' | 'taken';

/** With the waits of `isDue`, about two days: a mail server may be down over a weekend. */
export const MOST_ATTEMPTS = 20;

const MINUTE = 60_000;

/**
 * Sends one mail of the outbox. The row is taken before the sending and marked after it, so that two
 * who try at once send it once, and a process killed in between sends it at most twice, under one
 * Message-ID.
 */
export async function sendMail(
  payload: Payload,
  id: Mail['id'],
  { queryCode = null }: { queryCode?: string | null } = {},
): Promise<Outcome> {
  const mail = await payload.db.findOne<Mail>({
    collection: 'mails',
    where: { id: { equals: id } },
  });
  if (!mail || mail.state !== 'waiting' || !isMailKind(mail.kind)) return 'taken';
  const words = messages['zh-CN'].mail.office;
  if (!sendsMail(payload)) return mark(payload, mail, { state: 'skipped', error: words.off });
  const application = await storedApplication(payload, idOf(mail.application));
  const to = application && !application.erasedOn ? mailbox(inFull(application, 'email')) : null;
  if (!application || !to) {
    return mark(payload, mail, { state: 'skipped', error: words.noAddress });
  }
  const messageId = messageIdOf(payload, mail, application);
  const taken = await take(payload, mail, messageId);
  if (!taken) return 'taken';
  try {
    await handOver(payload, application, taken, { to, messageId, queryCode });
  } catch (error) {
    const { isPermanent, reason } = failureOf(error);
    const attempts = taken.attempts ?? 1;
    payload.logger.warn(`mail ${mail.id} was not sent (attempt ${attempts}): ${reason}`);
    const [state, told] = isPermanent
      ? (['failed', words.rejected] as const)
      : attempts >= MOST_ATTEMPTS
        ? (['failed', words.givenUp] as const)
        : (['waiting', words.tried] as const);
    const explained = told
      .replace('{reason}', () => reason)
      .replace('{attempts}', String(attempts));
    await mark(payload, mail, { state, error: explained });
    return state === 'failed' ? 'failed' : 'later';
  }
  return mark(payload, mail, { state: 'sent', error: null, sentAt: new Date().toISOString() });
}

/**
 * Whether a waiting mail should be tried at an instant: two minutes after it was written, for whoever
 * wrote it sends it at once, and after every attempt twice as long as before, from a minute to four
 * hours.
 */
export function isDue({ attempts, updatedAt }: Pick<Mail, 'attempts' | 'updatedAt'>, now: Date) {
  const tried = attempts ?? 0;
  const wait = tried === 0 ? 2 * MINUTE : Math.min(2 ** (tried - 1), 240) * MINUTE;
  return Date.parse(updatedAt) + wait <= now.getTime();
}

async function handOver(
  payload: Payload,
  application: Application,
  mail: Mail,
  { to, messageId, queryCode }: { to: string; messageId: string; queryCode: string | null },
): Promise<void> {
  const kind = isMailKind(mail.kind) ? mail.kind : 'filed';
  const step = Number(mail.key.split(':')[1]);
  const { files, told } = await attachmentsOf(payload, application, kind, step);
  const facts = await mailFacts(payload, application, kind, queryCode);
  const { subject, text, html } = composeMail({ ...facts, attached: told }, localeOf(application));
  await payload.sendEmail({
    to,
    subject,
    text,
    html,
    messageId,
    attachments: files,
    headers: {
      // RFC 3834: no holiday notices and no answers of other machines.
      'Auto-Submitted': 'auto-generated',
      'Content-Language': localeOf(application),
    },
  });
}

/** Takes the mail if it is still as it was read; the database compares and writes in one step. */
const take = async (payload: Payload, mail: Mail, messageId: string): Promise<Mail | null> => {
  const taken: unknown = await payload.db.updateOne({
    collection: 'mails',
    where: {
      and: [
        { id: { equals: mail.id } },
        { state: { equals: 'waiting' } },
        { attempts: { equals: mail.attempts ?? 0 } },
      ],
    },
    data: { attempts: (mail.attempts ?? 0) + 1, messageId, updatedAt: new Date().toISOString() },
  });
  return (taken ?? null) as Mail | null;
};

async function mark<State extends Mail['state']>(
  payload: Payload,
  { id }: Mail,
  change: Pick<Mail, 'error'> & { state: State; sentAt?: string },
): Promise<State> {
  const updatedAt = new Date().toISOString();
  await payload.db.updateOne({ collection: 'mails', id, data: { ...change, updatedAt } });
  return change.state;
}

/** The same for the same mail whenever it is sent: a mailbox that gets it twice can show it once. */
function messageIdOf(payload: Payload, { key }: Mail, { receiptNumber }: Application): string {
  const site = process.env.SITE_URL ?? '';
  const hash = createHash('sha256').update(`${site}\n${receiptNumber}\n${key}`).digest('hex');
  const host = payload.email.defaultFromAddress.split('@').at(-1);
  return `<${hash.slice(0, 32)}@${host}>`;
}

const idOf = (application: Mail['application']): Application['id'] =>
  typeof application === 'object' ? application.id : application;
