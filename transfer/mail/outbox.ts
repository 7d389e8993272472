import type { Payload, PayloadRequest } from 'payload';
import { historyOf } from '@/collections/Applications/stored-case';
import { mailFor, type MailKind } from '@/domain/applications/mails';
import type { Application, Mail } from '@/payload-types';

type Row = { step: number; kind: MailKind; key: string };

/** The mails that the steps of a case call for, from a step on. */
export function mailsOf(application: Pick<Application, 'id' | 'history'>, from = 0): Row[] {
  return historyOf(application).flatMap(({ action }, step) => {
    const kind = step >= from ? mailFor(action) : null;
    return kind ? [{ step, kind, key: `${application.id}:${step}:${kind}` }] : [];
  });
}

/**
 * Writes mails into the outbox, those that are not there yet.
 * @returns the new rows
 */
export async function putInOutbox(
  payload: Payload,
  application: Application['id'],
  rows: readonly Row[],
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
    const data = { application, kind, key, state, attempts: 0, createdAt: now, updatedAt: now };
    made.push((await payload.db.create({ collection: 'mails', data, req })) as unknown as Mail);
  }
  return made;
}
