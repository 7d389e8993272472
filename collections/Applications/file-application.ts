import { createHmac, randomBytes } from 'node:crypto';
import type { Payload, Where } from 'payload';
import { draftHash } from '@/collections/ApplicationDrafts/drafts';
import { linkApplication } from '@/collections/Letters/writer-letter';
import { handOver } from '@/collections/ApplicationDrafts/draft-files';
import { normaliseIdNumber } from '@/domain/applications/identity';
import { newQueryCode } from '@/domain/applications/query-code';
import type { ApplicationInput } from '@/domain/applications/parse';
import { openStatuses } from '@/domain/applications/statuses';
import { keyedHashes } from '@/fields/sealed/seal';
import { isSecret } from '@/fields/sealed/secret';
import type { Agency, Application } from '@/payload-types';
import { mailReceipt } from '@/transfer/mail/mail-receipt';
import { codeHash } from './applicant-case';

export type Receipt = { receiptNumber: string; queryCode: string };

export type Filing = {
  /**
   * The key of the draft that is sent: however often that happens, by a double click or a broken
   * line, it makes one case with one receipt. Its files go with it. Left out, each call makes a case.
   */
  draftKey?: string;
  /** What began as a letter (Draft.letter) ends as this application. */
  letter?: string;
  /** Of the mail that the applicant gets. */
  language?: 'zh-CN' | 'en';
};

/**
 * Files a citizen's application that came through the form, and gives the two keys to it. The case is
 * in the database when the receipt is given: a receipt that somebody saw can always be looked up. The
 * query code is kept only as a keyed hash: who loses it must show who they are at the counter.
 * @throws AgencyUnknownError when no agency has the slug that the form sent
 */
export function fileApplication(
  payload: Payload,
  input: ApplicationInput,
  filing: Filing = {},
): Promise<Receipt> {
  const { draftKey } = filing;
  if (!draftKey) return create(payload, input, filing);
  // The second of two clicks waits for the first here, and draws no number. Between processes the
  // database refuses the second row.
  const running = atWork.get(draftKey);
  if (running) return running;
  const work = createOnce(payload, input, { ...filing, draftKey }).finally(() =>
    atWork.delete(draftKey),
  );
  atWork.set(draftKey, work);
  return work;
}

const atWork = new Map<string, Promise<Receipt>>();

/** The receipt of what was filed from a draft, or null when nothing was. */
export async function receiptOf(payload: Payload, draftKey: string): Promise<Receipt | null> {
  const filed = await payload.db.findOne<Pick<Application, 'id' | 'receiptNumber' | 'queryHash'>>({
    collection: 'applications',
    where: { filingKey: { equals: draftHash(draftKey) } },
    select: { receiptNumber: true, queryHash: true },
  });
  const queryCode = codeOf(draftKey);
  if (!filed?.receiptNumber || !isSecret(queryCode, filed.queryHash, 'query-code')) return null;
  return { receiptNumber: filed.receiptNumber, queryCode };
}

async function createOnce(
  payload: Payload,
  input: ApplicationInput,
  filing: Filing & { draftKey: string },
): Promise<Receipt> {
  const earlier = await receiptOf(payload, filing.draftKey);
  if (earlier) return earlier;
  try {
    return await create(payload, input, filing);
  } catch (error) {
    const other = await receiptOf(payload, filing.draftKey);
    if (!other) throw error;
    return other;
  }
}

async function create(
  payload: Payload,
  input: ApplicationInput,
  { draftKey, letter, language }: Filing,
): Promise<Receipt> {
  const agency = await receivingAgency(payload, input.agency);
  if (!agency) throw new AgencyUnknownError(input.agency);
  const queryCode = draftKey ? codeOf(draftKey) : newQueryCode(randomBytes);
  const application = await payload.create({
    collection: 'applications',
    data: {
      ...input,
      agency: agency.id,
      channel: 'internet',
      status: 'received',
      queryHash: codeHash(queryCode),
      ...(language && { language }),
      ...(draftKey && { filingKey: draftHash(draftKey) }),
    },
    depth: 0,
  });
  if (!application.receiptNumber) throw new Error('A filed application has no receipt number');
  if (draftKey) await joinFiles(payload, draftKey, application.id);
  if (letter) await linkApplication(payload, letter, application.id);
  // Not waited for: the receipt is shown whether or not a mail goes out.
  void mailReceipt(payload, application, queryCode);
  return { receiptNumber: application.receiptNumber, queryCode };
}

/** The case is filed: what its files lack, the nightly sweep joins to it (sweepDrafts). */
async function joinFiles(payload: Payload, draftKey: string, id: Application['id']): Promise<void> {
  try {
    await handOver(payload, draftHash(draftKey), { application: id });
  } catch (error) {
    payload.logger.error({ err: error, msg: 'files of a filed application wait for the sweep' });
  }
}

/**
 * The query code of what is filed from a draft: made from a key that only the applicant's browser has,
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

/** How many cases of the same identity paper or credit code wait for an answer. */
export async function countOpenCases(
  payload: Payload,
  { idNumber, creditCode }: Pick<ApplicationInput, 'idNumber' | 'creditCode'>,
): Promise<number> {
  const paper = normaliseIdNumber(idNumber ?? creditCode ?? '');
  const { totalDocs } = await payload.db.count({
    collection: 'applications',
    where: {
      identityHash: { in: keyedHashes(paper, 'identityHash') },
      status: { in: [...openStatuses] },
    },
  });
  return totalDocs;
}

export class AgencyUnknownError extends Error {
  override name = 'AgencyUnknownError';
}

const RECEIVING: Where = { kind: { not_in: ['external', 'government'] } };

/** The agencies that answer applications, in the order of the directory. */
export async function receivingAgencies(
  payload: Payload,
  locale: 'zh-CN' | 'en',
): Promise<Pick<Agency, 'id' | 'slug' | 'name' | 'kind'>[]> {
  const { docs } = await payload.find({
    collection: 'agencies',
    where: RECEIVING,
    sort: 'order',
    pagination: false,
    depth: 0,
    locale,
    select: { slug: true, name: true, kind: true },
    overrideAccess: false,
  });
  return docs;
}

/** One of them; the whole directory is not read for each application. */
async function receivingAgency(payload: Payload, slug: string): Promise<Pick<Agency, 'id'> | null> {
  return payload.db.findOne<Pick<Agency, 'id'>>({
    collection: 'agencies',
    where: { and: [{ slug: { equals: slug } }, RECEIVING] },
    select: { slug: true },
  });
}
