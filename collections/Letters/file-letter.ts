import { randomBytes } from 'node:crypto';
import { createLocalReq, type Payload } from 'payload';
import { codeOfDraft } from '@/collections/ApplicationDrafts/draft-code';
import { draftHash } from '@/collections/ApplicationDrafts/drafts';
import { handOver } from '@/collections/ApplicationDrafts/draft-files';
import type { Receipt } from '@/collections/Applications/receive-application';
import { sharedWork } from '@/collections/shared-work';
import { newQueryCode } from '@/domain/applications/query-code';
import type { LetterInput } from '@/domain/letters/parse';
import { isSecret, secretOf } from '@/fields/sealed/secret';
import type { Agency, Letter } from '@/payload-types';
import { mailLetterReceipt } from '@/transfer/mail/letter-mails';
import { ANSWERS_LETTERS } from './stored-letter';

export type LetterFiling = {
  /** Whatever is sent from one draft, however often, makes one letter with one receipt; its files go with it. */
  draftKey?: string;
  /** Of the mail that the writer gets. */
  language?: 'zh-CN' | 'en';
};

/**
 * Files what came through one of the three forms, and gives the two keys to it. The query code is kept
 * only as a sealed hash.
 * @throws LetterAgencyUnknownError when no agency has the slug that the form sent
 */
export function fileLetter(
  payload: Payload,
  input: LetterInput,
  filing: LetterFiling = {},
): Promise<Receipt> {
  const { draftKey } = filing;
  if (!draftKey) return create(payload, input, filing);
  // The second of two clicks waits for the first here.
  return once(draftKey, () => createOnce(payload, input, { ...filing, draftKey }));
}

const once = sharedWork<Receipt>();

/** The receipt of what was filed from a draft, or null when nothing was. */
export async function letterReceiptOf(payload: Payload, draftKey: string): Promise<Receipt | null> {
  const filed = await payload.db.findOne<Pick<Letter, 'id' | 'receiptNumber' | 'queryHash'>>({
    collection: 'letters',
    where: { filingKey: { equals: draftHash(draftKey) } },
    select: { receiptNumber: true, queryHash: true },
  });
  const queryCode = codeOf(draftKey);
  if (!filed?.receiptNumber || !isSecret(queryCode, filed.queryHash, LETTER_CODE)) return null;
  return { receiptNumber: filed.receiptNumber, queryCode };
}

/** The purpose under which query codes of letters are sealed: the same as those of applications. */
export const LETTER_CODE = 'query-code';

export class LetterAgencyUnknownError extends Error {
  override name = 'LetterAgencyUnknownError';
}

async function createOnce(
  payload: Payload,
  input: LetterInput,
  filing: LetterFiling & { draftKey: string },
): Promise<Receipt> {
  const earlier = await letterReceiptOf(payload, filing.draftKey);
  if (earlier) return earlier;
  try {
    return await create(payload, input, filing);
  } catch (error) {
    const other = await letterReceiptOf(payload, filing.draftKey);
    if (!other) throw error;
    return other;
  }
}

async function create(
  payload: Payload,
  input: LetterInput,
  { draftKey, language }: LetterFiling,
): Promise<Receipt> {
  const { agency: slug, page, ...rest } = input;
  const agency = slug === null ? null : await agencyOf(payload, slug);
  if (slug !== null && !agency) throw new LetterAgencyUnknownError(slug);
  const queryCode = draftKey ? codeOf(draftKey) : newQueryCode(randomBytes);
  const letter = await payload.create({
    collection: 'letters',
    data: {
      ...rest,
      ...(page && { page }),
      agency: agency?.id ?? null,
      channel: 'internet',
      status: 'received',
      queryHash: secretOf(queryCode, LETTER_CODE),
      ...(language && { language }),
      ...(draftKey && { filingKey: draftHash(draftKey) }),
    },
    depth: 0,
    req: await createLocalReq({}, payload),
  });
  if (!letter.receiptNumber) throw new Error('A filed letter has no receipt number');
  if (draftKey) await joinFiles(payload, draftKey, letter.id);
  // Not waited for: the receipt is shown whether or not a mail goes out.
  void mailLetterReceipt(payload, letter, queryCode);
  return { receiptNumber: letter.receiptNumber, queryCode };
}

/** The letter is filed: what its files lack, the nightly sweep joins to it (settleFiles). */
async function joinFiles(payload: Payload, draftKey: string, id: Letter['id']): Promise<void> {
  try {
    await handOver(payload, draftHash(draftKey), { letter: id });
  } catch (error) {
    payload.logger.error({ err: error, msg: 'files of a filed letter wait for the sweep' });
  }
}

const codeOf = (draftKey: string): string => codeOfDraft(draftKey, 'letter-code');

/** One that answers letters; the whole directory is not read for each. */
const agencyOf = (payload: Payload, slug: string): Promise<Pick<Agency, 'id'> | null> =>
  payload.db.findOne<Pick<Agency, 'id'>>({
    collection: 'agencies',
    where: {
      and: [{ slug: { equals: slug } }, ANSWERS_LETTERS],
    },
    select: { slug: true },
  });
