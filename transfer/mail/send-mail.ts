import type { Payload } from 'payload';
import { isMailKind, mailbox } from '@/domain/applications/mails';
import { messages } from '@/messages';
import type { Application, Letter, Mail } from '@/payload-types';
import { attachmentsOf } from './attachments';
import { attempt, isUnderWay, mark, messageIdOf, type Outcome } from './attempt';
import { composeMail } from './compose';
import { letterMail } from './compose-letter';
import { inFull, localeOf, mailFacts, storedApplication } from './mail-facts';
import { sendsMail } from './server';

/**
 * Sends one mail of the outbox, under the same Message-ID however often it is tried. One that was tried is
 * tried again when it is due, and not before: somebody may be at it.
 */
export async function sendMail(
  payload: Payload,
  id: Mail['id'],
  { queryCode = null, now = new Date() }: { queryCode?: string | null; now?: Date } = {},
): Promise<Outcome> {
  const mail = await payload.db.findOne<Mail>({
    collection: 'mails',
    where: { id: { equals: id } },
  });
  if (!mail || mail.state !== 'waiting' || isUnderWay(mail, now)) return 'taken';
  const words = messages['zh-CN'].mail.office;
  if (!sendsMail(payload)) {
    return mark(payload, 'mails', mail, { state: 'skipped', error: words.off });
  }
  if (mail.letter) return sendLetterMail(payload, mail, idOf(mail.letter), queryCode);
  const application = mail.application
    ? await storedApplication(payload, idOf(mail.application))
    : null;
  const to = application && !application.erasedOn ? mailbox(inFull(application, 'email')) : null;
  if (!application || !to) {
    return mark(payload, 'mails', mail, { state: 'skipped', error: words.noAddress });
  }
  const messageId = messageIdOf(payload, application.receiptNumber ?? '', mail.key);
  return attempt(payload, 'mails', mail, { messageId }, () =>
    handOver(payload, application, mail, { to, messageId, queryCode }),
  );
}

async function sendLetterMail(
  payload: Payload,
  mail: Mail,
  letter: Letter['id'],
  queryCode: string | null,
): Promise<Outcome> {
  const made = await letterMail(payload, letter, mail, queryCode);
  if (!made) {
    const error = messages['zh-CN'].mail.office.noAddress;
    return mark(payload, 'mails', mail, { state: 'skipped', error });
  }
  const messageId = messageIdOf(payload, made.number, mail.key);
  return attempt(payload, 'mails', mail, { messageId }, () =>
    payload.sendEmail({
      to: made.to,
      ...made.composed,
      messageId,
      headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': made.locale },
    }),
  );
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

const idOf = (about: number | { id: number }): number =>
  typeof about === 'object' ? about.id : about;
