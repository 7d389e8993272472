import type { PayloadRequest } from 'payload';
import type { Review } from '@/domain/review/review';
import { hasRole } from '@/access/roles';
import { ReviewRefused } from './review-refused';
import type { Reviewed } from './stored-review';

/**
 * The hour of release after a save. An editor of the agency or a leader sets it, ahead of now; it is
 * lost with the approval that it was meant for.
 */
export function releaseTime({
  before,
  originalDoc,
  data,
  isChanged,
  at,
  req,
}: {
  before: Review;
  originalDoc: Reviewed | undefined;
  data: Partial<Reviewed>;
  isChanged: boolean;
  at: string;
  req: PayloadRequest;
}): string | null {
  const stored = originalDoc?.releaseAt ?? null;
  const wanted = data.releaseAt === undefined ? stored : data.releaseAt || null;
  if (timeOf(wanted) === timeOf(stored)) {
    return isChanged && before.state === 'approved' ? null : stored;
  }
  if (!req.context.signOff && !hasRole(req.user, 'editor', 'leader')) {
    throw new ReviewRefused('scheduleRole', req);
  }
  // What is no time at all is not ahead either.
  if (wanted && !(timeOf(wanted) > timeOf(at))) throw new ReviewRefused('scheduleInPast', req);
  return wanted;
}

const timeOf = (instant: string | null): number => (instant ? new Date(instant).getTime() : 0);
