import type { Payload } from 'payload';
import { formatQueryCode } from '@/domain/applications/query-code';
import type { Application, Mail } from '@/payload-types';
import { mailsOf } from './outbox';
import { sendMail } from './send-mail';

/**
 * Sends the first mail of a case that was filed through the form, with the query code, which is known
 * at this moment alone. Nobody waits for it and nothing fails by it: a mail that does not go out now
 * goes later, without the code.
 */
export function mailReceipt(
  payload: Payload,
  application: Pick<Application, 'id' | 'history' | 'email'>,
  queryCode: string,
): Promise<void> {
  if (!application.email) return Promise.resolve();
  // One after the other: two hundred who file at once are not two hundred connections to the server.
  line = line.then(() => send(payload, application, queryCode));
  return line;
}

let line: Promise<void> = Promise.resolve();

async function send(
  payload: Payload,
  application: Pick<Application, 'id' | 'history' | 'email'>,
  queryCode: string,
): Promise<void> {
  const key = mailsOf(application)[0]?.key;
  try {
    const mail = await payload.db.findOne<Mail>({
      collection: 'mails',
      where: { key: { equals: key } },
    });
    if (mail) await sendMail(payload, mail.id, { queryCode: formatQueryCode(queryCode) });
  } catch (error) {
    payload.logger.error({ err: error, msg: `first mail of case ${application.id} was not sent` });
  }
}
