import type { Payload, TaskConfig } from 'payload';
import { historyOf } from '@/collections/Applications/stored-case';
import { letterHistory } from '@/collections/Letters/stored-letter';
import type { Application, Letter, Mail } from '@/payload-types';
import { letterMailsOf } from '@/transfer/mail/letter-mails';
import { mailsOf, putInOutbox } from '@/transfer/mail/outbox';
import { isDue } from '@/transfer/mail/attempt';
import { sendMail } from '@/transfer/mail/send-mail';

/** Sends a mail of the outbox at once. What can't be sent now stays there for the next round. */
export const sendMailTask: TaskConfig<{ input: { mail: string }; output: { outcome: string } }> = {
  slug: 'send-mail',
  label: '发送邮件',
  retries: 0,
  inputSchema: [{ name: 'mail', type: 'text', required: true }],
  outputSchema: [{ name: 'outcome', type: 'text', required: true }],
  handler: async ({ input, req: { payload } }) => ({
    output: { outcome: await sendMail(payload, asId(payload, input.mail)) },
  }),
};

/** Every minute: what waits and is due again, and what was never written down. */
export const mailRoundTask: TaskConfig<{ input: object; output: { sent: number } }> = {
  slug: 'mail-round',
  label: '补发邮件',
  retries: 0,
  schedule: [{ cron: '30 * * * * *', queue: 'mail' }],
  outputSchema: [{ name: 'sent', type: 'number', required: true }],
  handler: async ({ req: { payload } }) => {
    const now = new Date();
    await catchUp(payload, now);
    return { output: { sent: await sendDue(payload, now) } };
  },
};

const MOST_A_ROUND = 200;
const DAY = 24 * 60 * 60_000;
const MINUTE = 60_000;

/**
 * Sends the waiting mails that are due, the longest waiting first; returns how many went out. A server
 * that takes none now is left alone until the next round.
 */
export async function sendDue(payload: Payload, now: Date): Promise<number> {
  const { docs } = await payload.db.find<Mail>({
    collection: 'mails',
    where: { state: { equals: 'waiting' } },
    sort: 'updatedAt',
    limit: MOST_A_ROUND,
    pagination: false,
  });
  let sent = 0;
  for (const mail of docs.filter((one) => isDue(one, now))) {
    const outcome = await sendMail(payload, mail.id, { now });
    if (outcome === 'later') break;
    if (outcome === 'sent') sent += 1;
  }
  return sent;
}

/**
 * Steps of the last day whose mail is not in the outbox, since the process was killed between the two:
 * written down now. Cases taken over from a ledger are past and tell nobody anything.
 */
export async function catchUp(payload: Payload, now: Date): Promise<number> {
  const { docs } = await payload.db.find<Application>({
    collection: 'applications',
    where: {
      and: [
        { updatedAt: { greater_than: new Date(now.getTime() - DAY).toISOString() } },
        { email: { exists: true } },
        { ledgerKey: { exists: false } },
      ],
    },
    select: { history: true, email: true, createdAt: true },
    limit: 0,
    pagination: false,
  });
  let found = 0;
  for (const application of docs) {
    const history = historyOf(application);
    const rows = mailsOf(application).filter(({ step }) =>
      isPast(Date.parse(history[step]?.at ?? ''), now),
    );
    found += (await putInOutbox(payload, { application: application.id }, rows)).length;
  }
  return found + (await catchUpLetters(payload, now));
}

/** The same for letters; those of samples say so. */
async function catchUpLetters(payload: Payload, now: Date): Promise<number> {
  const { docs } = await payload.db.find<Letter>({
    collection: 'letters',
    where: {
      and: [
        { updatedAt: { greater_than: new Date(now.getTime() - DAY).toISOString() } },
        { email: { exists: true } },
        { erasedOn: { exists: false } },
      ],
    },
    select: { history: true, purpose: true },
    limit: 0,
    pagination: false,
  });
  let found = 0;
  for (const letter of docs) {
    const history = letterHistory(letter);
    const rows = letterMailsOf(letter).filter(({ step }) =>
      isPast(Date.parse(history[step]?.at ?? ''), now),
    );
    found += (await putInOutbox(payload, { letter: letter.id }, rows)).length;
  }
  return found;
}

/** Of the last day, but not of this moment: whoever has just acted writes the mail down now. */
const isPast = (at: number, now: Date): boolean =>
  now.getTime() - at < DAY && now.getTime() - at > MINUTE;

/** Ids are numbers on SQLite and texts on MongoDB; a job keeps texts. */
const asId = (payload: Payload, id: string): Mail['id'] =>
  (payload.db.defaultIDType === 'number' ? Number(id) : id) as Mail['id'];
