import type { Payload, PayloadRequest } from 'payload';
import { letterHistory } from '@/collections/Letters/stored-letter';
import { formatQueryCode } from '@/domain/applications/query-code';
import { letterMailFor } from '@/domain/letters/mails';
import type { Letter } from '@/payload-types';
import { putInOutbox, type OutboxRow } from './outbox';
import { sendMail } from './send-mail';

type Told = Pick<Letter, 'id' | 'history' | 'purpose'>;

/** The mails that the steps of a letter call for, from a step on. */
export const letterMailsOf = (letter: Told, from = 0): OutboxRow[] =>
  letterHistory(letter).flatMap(({ action }, step) => {
    const kind = step >= from ? letterMailFor(action, letter.purpose) : null;
    return kind ? [{ step, kind, key: `L${letter.id}:${step}:${kind}` }] : [];
  });

/**
 * Puts a mail into the outbox for every step that concerns the writer, if they gave an address. A letter is
 * not held up by its mail: what could not be written down here is found by the next round.
 */
export async function tellWriter(req: PayloadRequest, letter: Letter, from: number): Promise<void> {
  if (!letter.email || letter.erasedOn || req.context.disableMail) return;
  const { payload } = req;
  try {
    const rows = letterMailsOf(letter, from);
    for (const { id } of await putInOutbox(payload, { letter: letter.id }, rows, { req })) {
      const input = { mail: String(id) };
      await payload.jobs.queue({ task: 'send-mail', queue: 'mail', input, req });
    }
  } catch (error) {
    payload.logger.error({ err: error, msg: `mails of letter ${letter.id} were not written down` });
  }
}

/**
 * Sends the first mail of a letter, with the query code, which is known at this moment alone. A mail that
 * does not go out now goes later, without the code.
 */
export async function mailLetterReceipt(
  payload: Payload,
  letter: Letter,
  queryCode: string,
): Promise<void> {
  if (!letter.email) return;
  // One after the other: two hundred who write at once are not two hundred connections to the server.
  line = line.then(async () => {
    try {
      const [mail] = await putInOutbox(payload, { letter: letter.id }, letterMailsOf(letter));
      if (mail) await sendMail(payload, mail.id, { queryCode: formatQueryCode(queryCode) });
    } catch (error) {
      payload.logger.error({ err: error, msg: `first mail of letter ${letter.id} was not sent` });
    }
  });
  await line;
}

let line: Promise<void> = Promise.resolve();
