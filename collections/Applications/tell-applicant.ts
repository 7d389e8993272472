import type { CollectionAfterChangeHook } from 'payload';
import type { Application } from '@/payload-types';
import { mailsOf, putInOutbox } from '@/transfer/mail/outbox';
import { historyOf } from './stored-case';

declare module 'payload' {
  interface RequestContext {
    /** The steps are samples: their mails are written down as not sent. */
    disableMail?: boolean;
    /** The steps are those of a sample case, dated back. */
    isSample?: boolean;
  }
}

/**
 * Puts a mail into the outbox for every step that concerns the applicant, if they gave an address. A
 * case is not held up by its mail: what could not be written down here is found by the next round
 * (jobs/send-mail.ts).
 */
export const tellApplicant: CollectionAfterChangeHook<Application> = async ({
  context,
  doc,
  operation,
  previousDoc,
  req,
}) => {
  if (context.caseLedger || !doc.email || doc.erasedOn) return doc;
  const from = operation === 'create' ? 0 : historyOf(previousDoc ?? {}).length;
  const rows = mailsOf(doc, from);
  if (rows.length === 0) return doc;
  const { payload } = req;
  try {
    const state = context.disableMail ? 'skipped' : 'waiting';
    const made = await putInOutbox(payload, { application: doc.id }, rows, { req, state });
    if (context.disableMail) return doc;
    for (const { id, kind } of made) {
      // The first mail of a filing by the form holds the query code, which is written down nowhere:
      // whoever files sends it (mail-receipt.ts), and the round does where that failed.
      if (kind === 'filed' && doc.channel === 'internet' && !req.user) continue;
      await payload.jobs.queue({
        task: 'send-mail',
        queue: 'mail',
        input: { mail: String(id) },
        req,
      });
    }
  } catch (error) {
    payload.logger.error({ err: error, msg: `mails of case ${doc.id} were not written down` });
  }
  return doc;
};
