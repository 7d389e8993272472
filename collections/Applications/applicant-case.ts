import { setTimeout } from 'node:timers/promises';
import type { Payload, Where } from 'payload';
import { findReceived } from '@/collections/ApplicationDrafts/received';
import { deedsFor, type Deed } from '@/domain/applications/deeds';
import { readLetter, type LetterContent } from '@/domain/applications/letters/letter';
import { parseQueryCode } from '@/domain/applications/query-code';
import { parseReceiptNumber } from '@/domain/applications/receipt-number';
import type { Status } from '@/domain/applications/statuses';
import { unseal } from '@/fields/sealed/seal';
import { isSecret, secretOf } from '@/fields/sealed/secret';
import type { Application, CaseFile } from '@/payload-types';
import { receiptPrefix } from './receipt-numbers';
import { registerReceived } from './register-received';
import { lettersOf } from './stored-case';

/**
 * The case that a receipt number and a query code open together, or null. The work is the same
 * whether there is no such number or the code is another one: the same looks into the database for the
 * hash alone, one comparison. Only who has both keys costs more. Of what was received a moment ago the
 * case is made now.
 */
export async function openCase(
  payload: Payload,
  number: string,
  code: string,
  locale: 'zh-CN' | 'en' = 'zh-CN',
): Promise<Application | null> {
  const parsed = parseReceiptNumber(number, receiptPrefix());
  const where = { receiptNumber: { equals: parsed.ok ? parsed.number : '-' } };
  const received = await findReceived(payload, where);
  const stored = await findStored(payload, where);
  const queryHash = stored ? stored.queryHash : received?.queryHash;
  // A case without a code, as one from the counter, is compared with one that nobody holds.
  const isRight = isSecret(parseQueryCode(code) ?? '', queryHash, CODE);
  if (!isRight) return null;
  const found = stored ?? (received && (await made(payload, received.keyHash, code, where)));
  if (!found) return null;
  return payload.findByID({
    collection: 'applications',
    id: found.id,
    depth: 1,
    locale,
    // Who in the office works on it is nothing that a page for the applicant needs.
    select: { assignee: false },
    disableErrors: true,
  }) as Promise<Application | null>;
}

const CODE = 'query-code';

/** Of two who make it at once, in two processes, the second may be refused a moment before the first is through. */
async function made(payload: Payload, filingKey: string, code: string, where: Where) {
  try {
    await registerReceived(payload, filingKey, parseQueryCode(code) ?? undefined);
  } catch (error) {
    await setTimeout(OTHER_MS);
    const other = await findStored(payload, where);
    if (!other) throw error;
    return other;
  }
  return findStored(payload, where);
}

const OTHER_MS = 300;

const findStored = (
  payload: Payload,
  where: Where,
): Promise<Pick<Application, 'id' | 'queryHash'> | null> =>
  payload.db.findOne<Pick<Application, 'id' | 'queryHash'>>({
    collection: 'applications',
    where,
    select: { queryHash: true },
  });

/** As what a query code is kept: another text each time, which says nothing of the code. */
export const codeHash = (code: string): string => secretOf(code, CODE);

/** What the applicant can do with the case now. */
export const deedsOf = (application: Application): Deed[] =>
  deedsFor({
    status: application.status as Status,
    hasReply: hasReply(application),
    // Words that came with a rating would never be erased again.
    isRated: typeof application.rating?.score === 'number' || Boolean(application.erasedOn),
    isErasureAsked: Boolean(application.deletionAskedOn ?? application.erasedOn),
  });

/** Whether a reply went out that holds: while one is corrected there is none. */
export const hasReply = ({ status, reply }: Application): boolean =>
  (status === 'answered' || status === 'delivered' || status === 'archived') &&
  Boolean(reply?.decidedOn);

/** A letter to the applicant; `number` is its place among them, from 1, and stays. */
export type ApplicantLetter = {
  place: number;
  /** Null once personal data are erased. */
  content: LetterContent | null;
  kind: ReturnType<typeof lettersOf>[number]['kind'];
  number: string | null;
  on: string;
  isSuperseded: boolean;
};

/** The letters that were written to the applicant, the oldest first; those to others are not theirs. */
export const applicantLetters = (application: Application): ApplicantLetter[] =>
  lettersOf(application)
    .filter(({ to }) => to === 'applicant')
    .map(({ kind, number, on, content, isSuperseded = false }, i) => ({
      place: i + 1,
      kind,
      number,
      on,
      isSuperseded,
      content: content === null ? null : readLetter(unseal(content, 'letter')),
    }));

/** The files that went out with the reply: checked copies alone, and none before the reply or while it is corrected. */
export async function releasedFiles(
  payload: Payload,
  application: Application,
): Promise<CaseFile[]> {
  if (!hasReply(application)) return [];
  const { docs } = await payload.find({
    collection: 'case-files',
    where: {
      and: [
        { application: { equals: application.id } },
        { purpose: { equals: 'released' } },
        { isReleasable: { equals: true } },
      ],
    },
    sort: 'createdAt',
    pagination: false,
    depth: 0,
  });
  return docs;
}
