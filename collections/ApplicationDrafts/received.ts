import type { Payload, Where } from 'payload';
import type { ApplicationInput } from '@/domain/applications/parse';
import { seal, unseal } from '@/fields/sealed/seal';
import type { Agency, ApplicationDraft } from '@/payload-types';

/** What was sent, as it was read: no later version of the form reads it differently. */
export type SentApplication = {
  input: Omit<ApplicationInput, 'agency'>;
  agency: Agency['id'];
  language?: 'zh-CN' | 'en';
  /** What began as a letter ends as this application. */
  letter?: string;
};

/** An application that was received and whose case is not made yet. */
export type Received = {
  /** The hash of the draft's key. */
  filingKey: string;
  receiptNumber: string;
  sentAt: string;
  queryHash: string;
  sent: SentApplication;
};

/** A draft that was not sent. */
export const UNSENT: Where = { receiptNumber: { exists: false } };
const SENT: Where = { receiptNumber: { exists: true } };

/**
 * Turns a draft into what was received: one statement, by which it is stored with its number or not at
 * all. Its own copy of the answers stands in the place of the draft's.
 * @returns false where there is no such draft: it was sent already, or cleared
 */
export async function keepReceived(
  payload: Payload,
  { filingKey, sent, ...columns }: Received & { identityHash: string | null },
): Promise<boolean> {
  const written = await payload.db.updateOne({
    collection: 'application-drafts',
    where: { and: [{ keyHash: { equals: filingKey } }, UNSENT] },
    data: { ...columns, content: seal(JSON.stringify(sent), 'draft') },
    // One statement on SQLite; other databases do it in one anyway.
    options: { atomic: true },
  });
  return Boolean(written && Object.keys(written).length > 0);
}

/** What was received and waits for its case, by the key of its draft or by its number; null when nothing does. */
export const findReceived = (
  payload: Payload,
  where: Where,
): Promise<Pick<ApplicationDraft, 'id' | 'keyHash' | 'receiptNumber' | 'queryHash'> | null> =>
  payload.db.findOne<ApplicationDraft>({
    collection: 'application-drafts',
    where: { and: [where, SENT] },
    select: { keyHash: true, receiptNumber: true, queryHash: true },
  });

/** The same with all that was sent. */
export async function readReceived(payload: Payload, filingKey: string): Promise<Received | null> {
  const row = await payload.db.findOne<ApplicationDraft>({
    collection: 'application-drafts',
    where: { and: [{ keyHash: { equals: filingKey } }, SENT] },
  });
  if (!row) return null;
  const { receiptNumber, sentAt, queryHash, content } = row;
  const sent = JSON.parse(unseal(content, 'draft')) as SentApplication;
  return {
    filingKey,
    receiptNumber: receiptNumber!,
    sentAt: new Date(sentAt!).toISOString(),
    queryHash: queryHash!,
    sent,
  };
}

/** How much of the same identity waits for its case. */
export const countReceived = async (payload: Payload, identityHashes: string[]): Promise<number> =>
  (
    await payload.db.count({
      collection: 'application-drafts',
      where: { and: [{ identityHash: { in: identityHashes } }, SENT] },
    })
  ).totalDocs;

/** The keys of all that waits since before a moment, the oldest first. */
export async function receivedBefore(payload: Payload, moment: Date): Promise<string[]> {
  const { docs } = await payload.db.find<ApplicationDraft>({
    collection: 'application-drafts',
    where: { and: [SENT, { sentAt: { less_than: moment.toISOString() } }] },
    sort: 'receiptNumber',
    pagination: false,
    select: { keyHash: true },
  });
  return docs.map(({ keyHash }) => keyHash);
}

/** Its case is made. */
export const forgetReceived = (payload: Payload, filingKey: string): Promise<void> =>
  payload.db.deleteMany({
    collection: 'application-drafts',
    where: { keyHash: { equals: filingKey } },
  });
