import { createHash } from 'node:crypto';
import { createLocalReq, type Payload } from 'payload';
import { codeOfDraft } from '@/collections/ApplicationDrafts/draft-code';
import { draftHash } from '@/collections/ApplicationDrafts/drafts';
import { handOver } from '@/collections/ApplicationDrafts/draft-files';
import type { Receipt } from '@/collections/Applications/receive-application';
import { takesCommentsAt } from '@/collections/Consultations/standing';
import { confirmDrawn, drawNumber } from '@/collections/Counters/drawn-number';
import type { CommentInput } from '@/domain/consultations/parse-comment';
import { formatCommentReceipt } from '@/domain/consultations/receipt';
import { suspicionOf } from '@/domain/consultations/suspicion';
import { dayOf, yearOf } from '@/domain/workdays/days';
import { isSecret, secretOf } from '@/fields/sealed/secret';
import type { Comment, Consultation } from '@/payload-types';

const EXCERPT = 60;

/** The purpose under which query codes of comments are sealed: the same as those of applications. */
export const COMMENT_CODE = 'query-code';

/** Nobody may comment now: not yet, not any more, or not here. */
export class NotOpenError extends Error {
  override name = 'NotOpenError';
}

export type CommentFiling = {
  /** Address of the consultation. */
  consultation: string;
  /** The key of the draft that is sent: however often that happens, it makes one comment. */
  draftKey: string;
  language: 'zh-CN' | 'en';
  /** The text as it was typed, by which tricks are judged. */
  asTyped: string;
};

/** The two keys to what was sent from a draft, or null. */
export async function commentReceiptOf(
  payload: Payload,
  draftKey: string,
): Promise<Receipt | null> {
  const sent = await payload.db.findOne<Pick<Comment, 'id' | 'receiptNumber' | 'queryHash'>>({
    collection: 'comments',
    where: { filingKey: { equals: draftHash(draftKey) } },
    select: { receiptNumber: true, queryHash: true },
  });
  const queryCode = codeOf(draftKey);
  if (!sent?.receiptNumber || !isSecret(queryCode, sent.queryHash, COMMENT_CODE)) return null;
  return { receiptNumber: sent.receiptNumber, queryCode };
}

const codeOf = (draftKey: string): string => codeOfDraft(draftKey, 'comment-code');

/**
 * Keeps what somebody says of a draft, unseen by anybody until a moderator has read it, and gives the two
 * keys to it. The code is kept only as a sealed hash. Whether people may comment now is judged here, by the
 * clock of the server.
 * @throws NotOpenError
 */
export async function fileComment(
  payload: Payload,
  input: CommentInput,
  filing: CommentFiling,
): Promise<Receipt> {
  const earlier = await commentReceiptOf(payload, filing.draftKey);
  if (earlier) return earlier;
  try {
    return await create(payload, input, filing);
  } catch (error) {
    // The other of two clicks came first, and the database refused this one.
    const other = await commentReceiptOf(payload, filing.draftKey);
    if (!other) throw error;
    return other;
  }
}

async function create(
  payload: Payload,
  input: CommentInput,
  { consultation: slug, draftKey, language, asTyped }: CommentFiling,
): Promise<Receipt> {
  const now = new Date().toISOString();
  const consultation = await openConsultation(payload, slug, now);
  const bodyHash = hashOf(input.body);
  const before = await payload.db.count({
    collection: 'comments',
    where: {
      and: [{ consultation: { equals: consultation.id } }, { bodyHash: { equals: bodyHash } }],
    },
  });
  const { score, findings } = suspicionOf(asTyped, before.totalDocs);
  const req = await createLocalReq({}, payload);
  const year = yearOf(dayOf(now));
  const numberOf = (serial: number) => formatCommentReceipt(year, serial);
  const sequence = `comment:${year}`;
  const serial = await drawNumber(sequence, req, async (candidate) => {
    const where = { receiptNumber: { equals: numberOf(candidate) } };
    return (await payload.db.count({ collection: 'comments', where })).totalDocs > 0;
  });
  const receipt: Receipt = { receiptNumber: numberOf(serial), queryCode: codeOf(draftKey) };
  const comment = await payload.create({
    collection: 'comments',
    data: {
      ...input,
      excerpt: excerptOf(input.body),
      consultation: consultation.id,
      state: 'pending',
      suspicion: score,
      findings,
      submittedAt: now,
      receiptNumber: receipt.receiptNumber,
      queryHash: secretOf(receipt.queryCode, COMMENT_CODE),
      language,
      bodyHash,
      filingKey: draftHash(draftKey),
    },
    depth: 0,
    req,
  });
  await confirmDrawn(sequence, serial, req);
  await joinFiles(payload, draftKey, comment.id);
  return receipt;
}

/** What its files lack, the nightly sweep joins to it (sweepDrafts). */
async function joinFiles(payload: Payload, draftKey: string, id: Comment['id']): Promise<void> {
  try {
    await handOver(payload, draftHash(draftKey), { comment: id });
  } catch (error) {
    payload.logger.error({ err: error, msg: 'files of a comment wait for the sweep' });
  }
}

/** The public version decides, never a draft beside it. @throws NotOpenError */
async function openConsultation(
  payload: Payload,
  slug: string,
  now: string,
): Promise<Pick<Consultation, 'id'>> {
  const found = await payload.db.findOne<Consultation>({
    collection: 'consultations',
    where: { and: [{ slug: { equals: slug } }, { _status: { equals: 'published' } }] },
    select: {
      opensAt: true,
      closesAt: true,
      outcomeOn: true,
      outcomeDueOn: true,
      withoutOutcome: true,
      takesComments: true,
    },
  });
  if (!found || !takesCommentsAt(found, now)) throw new NotOpenError();
  return found;
}

export const excerptOf = (body: string): string => {
  const line = body.replace(/\s+/gu, ' ');
  const signs = [...line];
  return signs.length > EXCERPT ? `${signs.slice(0, EXCERPT).join('')}…` : line;
};

/** Of what is said, whatever the spaces and stops between the words. */
export const hashOf = (body: string): string =>
  createHash('sha256')
    .update(
      body
        .normalize('NFKC')
        .toLowerCase()
        .replace(/[\s\p{P}]+/gu, ''),
    )
    .digest('base64url');
