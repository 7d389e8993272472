import type { Payload, PayloadRequest } from 'payload';
import { historyOf } from '@/collections/Applications/stored-case';
import { mailFor, type MailKind } from '@/domain/applications/mails';
import type { LetterMailKind } from '@/domain/letters/mails';
import type { Application, Letter, Mail } from '@/payload-types';

export type OutboxRow = { step: number; kind: MailKind | LetterMailKind; key: string };

/** Whose step a mail tells. */
type About = { application: Application['id'] } | { letter: Letter['id'] };

/** The mails that the steps of a case call for, from a step on. */
export function mailsOf(application: Pick<Application, 'id' | 'history'>, from = 0): OutboxRow[] {
  const history = historyOf(application);
  // Steps of before an address was given, or changed, were told there or to nobody: not now, all at once.
  const newAddress = history.findLastIndex(({ amended }) => amended?.item === 'email');
  return history.flatMap(({ action }, step) => {
    const kind = step >= from && step > newAddress ? mailFor(action) : null;
    return kind ? [{ step, kind, key: `${application.id}:${step}:${kind}` }] : [];
  });
}

/**
 * Writes mails into the outbox, those that are not there yet.
 * @returns the new rows
 */
export async function putInOutbox(
  payload: Payload,
  about: About,
  rows: readonly OutboxRow[],
  { req, state = 'waiting' }: { req?: PayloadRequest; state?: Mail['state'] } = {},
): Promise<Mail[]> {
  if (rows.length === 0) return [];
  const { docs } = await payload.db.find<Mail>({
    collection: 'mails',
    where: { key: { in: rows.map(({ key }) => key) } },
    limit: 0,
    pagination: false,
    req,
  });
  const known = new Set(docs.map(({ key }) => key));
  const made: Mail[] = [];
  for (const { kind, key } of rows) {
    if (known.has(key)) continue;
    const now = new Date().toISOString();
    const data = { ...about, kind, key, state, attempts: 0, createdAt: now, updatedAt: now };
    made.push((await payload.db.create({ collection: 'mails', data, req })) as unknown as Mail);
  }
  return made;
}
