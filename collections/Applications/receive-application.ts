import { createHmac } from 'node:crypto';
import { createLocalReq, type Payload } from 'payload';
import { draftHash } from '@/collections/ApplicationDrafts/drafts';
import {
  countReceived,
  findReceived,
  keepReceived,
} from '@/collections/ApplicationDrafts/received';
import { sharedWork } from '@/collections/shared-work';
import { normaliseIdNumber } from '@/domain/applications/identity';
import { newQueryCode } from '@/domain/applications/query-code';
import type { ApplicationInput } from '@/domain/applications/parse';
import { openStatuses } from '@/domain/applications/statuses';
import { dayOf } from '@/domain/workdays/days';
import { keyedHash, keyedHashes } from '@/fields/sealed/seal';
import { isSecret } from '@/fields/sealed/secret';
import type { Application } from '@/payload-types';
import { codeHash } from './applicant-case';
import { confirmReceiptNumber, drawWithOthers, giveReceiptNumberBack } from './receipt-numbers';
import { receivingAgency } from './receiving-agencies';

export type Receipt = { receiptNumber: string; queryCode: string };

export type Filing = {
  /**
   * The key of the draft that is sent: however often that happens, by a double click or a broken
   * line, it makes one case with one receipt. Its files go with it.
   */
  draftKey: string;
  /** What began as a letter (Draft.letter) ends as this application. */
  letter?: string;
  /** Of the mail that the applicant gets. */
  language?: 'zh-CN' | 'en';
};

/**
 * Receives a citizen's application that came through the form, and gives the two keys to it. What was
 * sent is in the database with its number when the receipt is given: a receipt that somebody saw can
 * always be looked up. Its case is made a moment later, or when somebody asks for it (register-received.ts).
 * The query code is kept only as a keyed hash: who loses it must show who they are at the counter.
 * @throws AgencyUnknownError when no agency has the slug that the form sent
 * @throws DraftGoneError when there is no draft under the key, and nothing was sent from it
 */
export function receiveApplication(
  payload: Payload,
  input: ApplicationInput,
  filing: Filing,
): Promise<Receipt> {
  // The second of two clicks waits for the first here, and draws no number.
  return once(filing.draftKey, () => receiveOnce(payload, input, filing));
}

const once = sharedWork<Receipt>();

/** The receipt of what was sent from a draft, or null when nothing was. */
export async function receiptOf(payload: Payload, draftKey: string): Promise<Receipt | null> {
  const received = await findReceived(payload, { keyHash: { equals: draftHash(draftKey) } });
  return received ? keysOf(draftKey, received) : receiptOfCase(payload, draftKey);
}

async function receiptOfCase(payload: Payload, draftKey: string): Promise<Receipt | null> {
  const filed = await payload.db.findOne<Filed & { id: number | string }>({
    collection: 'applications',
    where: { filingKey: { equals: draftHash(draftKey) } },
    select: { receiptNumber: true, queryHash: true },
  });
  return filed && keysOf(draftKey, filed);
}

type Filed = Pick<Application, 'receiptNumber' | 'queryHash'>;

function keysOf(draftKey: string, { receiptNumber, queryHash }: Filed): Receipt | null {
  const queryCode = codeOf(draftKey);
  if (!receiptNumber || !isSecret(queryCode, queryHash, 'query-code')) return null;
  return { receiptNumber, queryCode };
}

async function receiveOnce(
  payload: Payload,
  { agency: slug, ...input }: ApplicationInput,
  { draftKey, letter, language }: Filing,
): Promise<Receipt> {
  // A page behind in another tab may have written the draft anew after its case was made.
  const made = await receiptOfCase(payload, draftKey);
  if (made) return made;
  const agency = await receivingAgency(payload, slug);
  if (!agency) throw new AgencyUnknownError(slug);
  const sentAt = new Date().toISOString();
  const req = await createLocalReq({}, payload);
  const queryCode = codeOf(draftKey);
  const receiptNumber = await drawWithOthers(dayOf(sentAt), payload);
  const isKept = await keepReceived(payload, {
    filingKey: draftHash(draftKey),
    receiptNumber,
    sentAt,
    queryHash: codeHash(queryCode),
    identityHash: keyedHash(paperOf(input), 'identityHash'),
    sent: { input, agency: agency.id, letter, language },
  });
  if (isKept) {
    // It is stored: whoever draws the number again finds that it is taken.
    await confirmReceiptNumber(receiptNumber, req).catch((error: unknown) =>
      payload.logger.error({ err: error, msg: `${receiptNumber} was not confirmed` }),
    );
    return { receiptNumber, queryCode };
  }
  await giveReceiptNumberBack(receiptNumber, req);
  const earlier = await receiptOf(payload, draftKey);
  if (!earlier) throw new DraftGoneError();
  return earlier;
}

/**
 * The query code of what is sent from a draft: made from a key that only the applicant's browser has,
 * so that sending the same draft again shows the same code.
 */
function codeOf(draftKey: string): string {
  let block = 0;
  return newQueryCode((count) => {
    block += 1;
    const bytes = createHmac('sha256', draftKey).update(`query-code\n${block}`).digest();
    return bytes.subarray(0, count);
  });
}

type Identity = Pick<ApplicationInput, 'idNumber' | 'creditCode'>;

const paperOf = ({ idNumber, creditCode }: Identity): string =>
  normaliseIdNumber(idNumber ?? creditCode ?? '');

/** How many applications of the same identity paper or credit code wait for an answer. */
export async function countOpenCases(payload: Payload, identity: Identity): Promise<number> {
  const hashes = keyedHashes(paperOf(identity), 'identityHash');
  const { totalDocs } = await payload.db.count({
    collection: 'applications',
    where: { identityHash: { in: hashes }, status: { in: [...openStatuses] } },
  });
  return totalDocs + (await countReceived(payload, hashes));
}

/** Cleared in another tab while it was being sent. */
export class DraftGoneError extends Error {
  override name = 'DraftGoneError';
}

export class AgencyUnknownError extends Error {
  override name = 'AgencyUnknownError';
}
