import type { PayloadRequest } from 'payload';
import {
  takeStep,
  type Attachment,
  type Review,
  type ReviewAction,
  type Reviewer,
} from '@/domain/review/review';
import type { User } from '@/payload-types';
import { ReviewRefused } from './review-refused';
import { reviewerOf } from './stored-review';

/**
 * The three signatures under a batch, given by a command that its operator runs
 * (import, demo seed). Only server code can set a context, so no request can forge one;
 * each signature is still checked against the account that gives it.
 */
export type SignOff = { editor: User; clerk: User; leader: User; opinion: string };

/** Takes all three steps over one text; one that is approved has its signatures already. */
export async function signBatch(
  review: Review,
  signOff: SignOff,
  at: string,
  attachments: readonly Attachment[],
  req: PayloadRequest,
): Promise<Review> {
  const steps: [ReviewAction, User][] = [
    ['submit', signOff.editor],
    ['examine', signOff.clerk],
    ['approve', signOff.leader],
  ];
  let signed = review;
  for (const [action, user] of steps) {
    if (signed.state === 'approved') break;
    const actor = await account(user, req);
    const result = takeStep(signed, { action, actor, at, opinion: signOff.opinion, attachments });
    if (!result.ok) throw new ReviewRefused(result.refusal, req);
    signed = result.review;
  }
  return signed;
}

/** The account as the database holds it, so that a caller can't invent roles; read once a run. */
async function account(user: User, req: PayloadRequest): Promise<Reviewer | null> {
  const known = (req.context.signers ??= new Map()) as Map<string, Reviewer | null>;
  const id = String(user.id);
  if (!known.has(id)) {
    const found = await req.payload.findByID({
      collection: 'users',
      id: user.id,
      depth: 0,
      disableErrors: true,
      req,
    });
    known.set(id, reviewerOf(found));
  }
  return known.get(id) ?? null;
}
