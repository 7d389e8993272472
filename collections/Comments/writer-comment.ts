import type { Payload } from 'payload';
import { standingAt } from '@/collections/Consultations/standing';
import { parseQueryCode } from '@/domain/applications/query-code';
import { parseCommentReceipt } from '@/domain/consultations/receipt';
import type { ConsultationState } from '@/domain/consultations/state';
import { dayOf, type Day } from '@/domain/workdays/days';
import { isSecret } from '@/fields/sealed/secret';
import type { Comment, Consultation } from '@/payload-types';
import { COMMENT_CODE } from './file-comment';

/** What the writer of a comment may see of it. Who wrote it is not repeated. */
export type WriterComment = {
  receiptNumber: string;
  body: string;
  place: string | null;
  shownName: string | null;
  submittedOn: Day;
  state: Comment['state'];
  /** Why it is not shown. */
  reason: Comment['reason'];
  decidedOn: Day | null;
  /** Null once it was withdrawn. */
  consultation: { slug: string; title: string; state: ConsultationState } | null;
};

/**
 * The comment that a receipt number and a query code open together, or null. The work is the same whether
 * there is no such number or the code is another one. The page that asks counts the tries (access/attempts).
 *
 * @param now ISO instant
 */
export async function openOwnComment(
  payload: Payload,
  number: string,
  code: string,
  now: string,
): Promise<WriterComment | null> {
  const stored = await payload.db.findOne<Pick<Comment, 'id' | 'queryHash'>>({
    collection: 'comments',
    where: { receiptNumber: { equals: parseCommentReceipt(number) ?? '-' } },
    select: { queryHash: true },
  });
  const isRight = isSecret(parseQueryCode(code) ?? '', stored?.queryHash, COMMENT_CODE);
  if (!isRight || !stored) return null;
  const comment = await payload.db.findOne<Comment>({
    collection: 'comments',
    where: { id: { equals: stored.id } },
  });
  if (!comment) return null;
  const { body, place, shownName, submittedAt, state, reason, moderatedAt } = comment;
  return {
    receiptNumber: comment.receiptNumber ?? '',
    body,
    place: place ?? null,
    shownName: shownName ?? null,
    submittedOn: dayOf(new Date(submittedAt)),
    state,
    reason: state === 'withheld' ? reason : null,
    decidedOn: state !== 'pending' && moderatedAt ? dayOf(new Date(moderatedAt)) : null,
    consultation: await consultationOf(payload, comment, now),
  };
}

/** As the public reads it. */
async function consultationOf(
  payload: Payload,
  { consultation }: Comment,
  now: string,
): Promise<WriterComment['consultation']> {
  const { docs } = await payload.find({
    collection: 'consultations',
    where: {
      id: { equals: typeof consultation === 'object' ? consultation.id : consultation },
    },
    limit: 1,
    pagination: false,
    depth: 0,
    overrideAccess: false,
    select: {
      slug: true,
      title: true,
      opensAt: true,
      closesAt: true,
      outcomeOn: true,
      outcomeDueOn: true,
      withoutOutcome: true,
    },
  });
  const found = docs[0] as Consultation | undefined;
  return found
    ? { slug: found.slug ?? '', title: found.title, state: standingAt(found, now) }
    : null;
}
