import type { Payload } from 'payload';
import { isMailKind, mailbox } from '@/domain/applications/mails';
import { messages } from '@/messages';
import type { Application, Mail } from '@/payload-types';
import { attachmentsOf } from './attachments';
import { attempt, mark, messageIdOf, type Outcome } from './attempt';
import { composeMail } from './compose';
import { inFull, localeOf, mailFacts, storedApplication } from './mail-facts';
import { sendsMail } from './server';

/** Sends one mail of the outbox, under the same Message-ID however often it is tried. */
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
  if (!sendsMail(payload)) {
    return mark(payload, 'mails', mail, { state: 'skipped', error: words.off });
  }
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

const idOf = (application: NonNullable<Mail['application']>): Application['id'] =>
  typeof application === 'object' ? application.id : application;
