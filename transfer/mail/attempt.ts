import { createHash } from 'node:crypto';
import type { Payload } from 'payload';
import { keyedHash } from '@/fields/sealed/seal';
import { messages } from '@/messages';
import type { AlertMail, Mail, ReportReminder } from '@/payload-types';
import { failureOf } from './failure';

/** `later`: the server could not take it now. `taken`: somebody else sends it, or it was sent. */
export type Outcome = 'sent' | 'failed' | 'skipped' | 'later' | 'taken';

type Outbox = 'mails' | 'report-reminders' | 'alert-mails';
type Row = Pick<Mail | ReportReminder | AlertMail, 'id' | 'attempts'>;

/** With the waits of `isDue`, about two days: a mail server may be down over a weekend. */
export const MOST_ATTEMPTS = 20;

const MINUTE = 60_000;

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

/**
 * Whether somebody may be sending a waiting mail at this moment: it was taken, and nobody has written down
 * what became of it long enough ago. Whoever reads it then must not send it a second time.
 */
export const isUnderWay = (mail: Pick<Mail, 'attempts' | 'updatedAt'>, now: Date): boolean =>
  (mail.attempts ?? 0) > 0 && !isDue(mail, now);

/**
 * Hands one waiting row over to the mail server. The row is taken before the sending and marked after it,
 * so that two who try at once send it once, and a process killed in between sends it at most twice.
 *
 * @param more what else is written when the row is taken
 * @param send throws what the mail server answered
 */
export async function attempt(
  payload: Payload,
  collection: Outbox,
  row: Row,
  more: object,
  send: () => Promise<unknown>,
): Promise<Outcome> {
  const attempts = (row.attempts ?? 0) + 1;
  if (!(await take(payload, collection, row, { ...more, attempts }))) return 'taken';
  try {
    await send();
  } catch (error) {
    const { isPermanent, reason } = failureOf(error);
    payload.logger.warn(`${collection} ${row.id} was not sent (attempt ${attempts}): ${reason}`);
    const words = messages['zh-CN'].mail.office;
    const [state, told] = isPermanent
      ? (['failed', words.rejected] as const)
      : attempts >= MOST_ATTEMPTS
        ? (['failed', words.givenUp] as const)
        : (['waiting', words.tried] as const);
    const explained = told
      .replace('{reason}', () => reason)
      .replace('{attempts}', String(attempts));
    await mark(payload, collection, row, { state, error: explained });
    return state === 'failed' ? 'failed' : 'later';
  }
  const sentAt = new Date().toISOString();
  return mark(payload, collection, row, { state: 'sent', error: null, sentAt });
}

/** Writes down what became of a row. */
export async function mark<State extends Mail['state']>(
  payload: Payload,
  collection: Outbox,
  { id }: Row,
  change: { state: State; error: string | null; sentAt?: string },
): Promise<State> {
  const updatedAt = new Date().toISOString();
  await payload.db.updateOne({ collection, id, data: { ...change, updatedAt } });
  return change.state;
}

/**
 * The same for the same mail whenever it is sent: a mailbox that gets it twice can show it once. Keyed, so that
 * nobody who didn't see the mail can write a report about it.
 */
export function messageIdOf(payload: Payload, ...parts: string[]): string {
  const site = process.env.SITE_URL ?? '';
  const mac = keyedHash([site, ...parts].join('\n'), 'message-id');
  const hash = createHash('sha256').update(mac).digest('hex');
  const host = payload.email.defaultFromAddress.split('@').at(-1);
  return `<${hash.slice(0, 32)}@${host}>`;
}

/** Takes the row if it is still as it was read; the database compares and writes in one step. */
async function take(
  payload: Payload,
  collection: Outbox,
  row: Row,
  data: object,
): Promise<boolean> {
  const taken: unknown = await payload.db.updateOne({
    collection,
    where: {
      and: [
        { id: { equals: row.id } },
        { state: { equals: 'waiting' } },
        { attempts: { equals: row.attempts ?? 0 } },
      ],
    },
    data: { ...data, updatedAt: new Date().toISOString() },
  });
  return Boolean(taken);
}
