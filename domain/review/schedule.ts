import { isPublicationRecorded, standingApproval, type Review } from './review';

/** A release time, as the record of a text gives it; instants are ISO and compare as numbers. */
export type Scheduled = { review: Review; releaseAt?: string | null };

/**
 * Whether a text goes out by itself now: a leader approved it before the hour that was set, and the
 * hour has come. What was approved too late waits for a person, who sees that the hour was missed.
 */
export function isDue({ review, releaseAt }: Scheduled, now: string): boolean {
  const approval = standingApproval(review);
  if (!releaseAt || !approval || isPublicationRecorded(review)) return false;
  return timeOf(approval.at) <= timeOf(releaseAt) && timeOf(releaseAt) <= timeOf(now);
}

/** How long after its hour a text that is due is still thought to be on its way out. */
const GRACE_MS = 3 * 60_000;

/** Whether the hour passed and the text did not go out, so that somebody must look. */
export function isMissed({ review, releaseAt }: Scheduled, now: string): boolean {
  if (!releaseAt || isPublicationRecorded(review) || timeOf(releaseAt) > timeOf(now)) return false;
  return !isDue({ review, releaseAt }, now) || timeOf(now) - timeOf(releaseAt) > GRACE_MS;
}

const timeOf = (instant: string): number => new Date(instant).getTime();
