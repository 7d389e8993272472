import type { PayloadRequest } from 'payload';
import {
  isPublicationRecorded,
  recordPublication,
  signatures,
  standingApproval,
  type Review,
  type Reviewer,
} from '@/domain/review/review';
import { toNoon } from '@/fields/day';
import { messages } from '@/messages';
import { ReviewRefused } from './review-refused';

declare module 'payload' {
  interface RequestContext {
    /**
     * Why a text goes out without somebody pressing a button for it. Set by jobs/release.ts and by
     * release-together.ts alone: no interface lets a request write in its context.
     */
    release?:
      { by: 'schedule'; now: string } | { by: 'set'; actor: Reviewer | null; opinion: string };
  }
}

/** Who may put an approved text before the public. */
const PUBLISHERS = ['editor', 'leader'];

/**
 * What publication writes besides the text: the step on record, the names for the page, and no hour
 * of release any more. Saving a public text again with the same content writes nothing new.
 */
export function published(
  review: Review,
  actor: Reviewer | null,
  at: string,
  signedBefore: object,
  req: PayloadRequest,
): { review: Review; signedBy: object; releaseAt: null } {
  const { publisher, opinion } = publisherOf(review, actor, req);
  if (isPublicationRecorded(review)) return { review, signedBy: signedBefore, releaseAt: null };
  if (!publisher) throw new ReviewRefused('signInFirst', req);
  const [editor, clerk, leader] = signatures(review).map(({ byName }) => byName);
  return {
    review: recordPublication(review, publisher, at, opinion),
    signedBy: { editor, clerk, leader, on: toNoon(at) },
    releaseAt: null,
  };
}

function publisherOf(
  review: Review,
  actor: Reviewer | null,
  req: PayloadRequest,
): { publisher: Reviewer | null; opinion: string } {
  const { release, signOff } = req.context;
  const approval = standingApproval(review);
  // A release without a person is the act of the leader who approved it for that hour.
  const leader = approval ? { id: approval.by, name: approval.byName, roles: [] } : null;
  const words = messages['zh-CN'].review.released;
  if (release?.by === 'set') {
    return { publisher: release.actor ?? leader, opinion: release.opinion };
  }
  if (release?.by === 'schedule') return { publisher: leader, opinion: words.scheduled };
  if (signOff) return { publisher: leader, opinion: '' };
  if (actor && !PUBLISHERS.some((role) => actor.roles.includes(role))) {
    throw new ReviewRefused('publishRole', req);
  }
  return { publisher: actor, opinion: '' };
}
