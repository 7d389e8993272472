import type { Validity } from '../catalogue/codes';
import { isPublicByRecord, type Review } from './review';

/** Where a text stands, in one word; the words are in messages/…/review.json, `stages`. */
export const STAGES = [
  'draft',
  'submitted',
  'reviewed',
  'approved',
  'scheduled',
  'returned',
  'published',
  'corrected',
  'amended',
  'repealed',
  'lapsed',
  'withdrawn',
] as const;
export type Stage = (typeof STAGES)[number];

export type Staged = {
  review: Pick<Review, 'state' | 'steps'>;
  /** Payload's own: whether this version is the one the public reads. */
  status: 'draft' | 'published';
  validity?: Validity | null;
  correction?: string | null;
  /** ISO instant at which it goes out by itself. */
  releaseAt?: string | null;
};

/**
 * A public text is named by what became of it, repeal before correction, since that is what a
 * reader must know first. A draft is named by its review, and a text that was taken back stays
 * 已撤下 until somebody submits it again.
 */
export function stage(text: Staged): Stage {
  const { review, status, validity, correction, releaseAt } = text;
  if (status === 'published') {
    if (validity === 'repealed' || validity === 'lapsed' || validity === 'amended') return validity;
    return correction?.trim() ? 'corrected' : 'published';
  }
  if (review.state === 'approved') return releaseAt ? 'scheduled' : 'approved';
  const isInReview = review.state === 'submitted' || review.state === 'reviewed';
  if (!isInReview && review.steps.at(-1)?.action === 'withdraw') return 'withdrawn';
  return review.state;
}

/** A draft beside the version that the public goes on reading. */
export const isBesidePublic = ({ review, status }: Pick<Staged, 'review' | 'status'>): boolean =>
  status === 'draft' && isPublicByRecord(review);

export const PUBLIC_STAGES: readonly Stage[] = [
  'published',
  'corrected',
  'amended',
  'repealed',
  'lapsed',
];
