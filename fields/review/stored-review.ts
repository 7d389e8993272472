import type { TypeWithID } from 'payload';
import type { Review, ReviewAction, Reviewer } from '@/domain/review/review';
import type { User } from '@/payload-types';

/** A reviewed record as hooks see it. */
export type Reviewed = TypeWithID & {
  _status?: 'draft' | 'published' | null;
  title?: string | null;
  number?: string | null;
  slug?: string | null;
  agency?: unknown;
  publishedOn?: string | null;
  releaseAt?: string | null;
  review?: Partial<Review> & {
    action?: ReviewAction;
    opinion?: string;
    examined?: unknown;
    hidesTitle?: boolean | null;
  };
};

/** The record of a text's review, complete where it was never written. */
export function storedReview(doc: Reviewed | undefined): Review {
  const stored = doc?.review;
  return {
    state: stored?.state ?? 'draft',
    writtenBy: stored?.writtenBy ?? null,
    fingerprint: stored?.fingerprint ?? '',
    steps: stored?.steps ?? [],
  };
}

export const reviewerOf = (user: User | null | undefined): Reviewer | null =>
  user ? { id: String(user.id), name: user.name, roles: user.roles } : null;

/** The id of a relation, populated or not. */
export function idOf(value: unknown): number | string | undefined {
  if (typeof value === 'object' && value !== null && 'id' in value) return idOf(value.id);
  return typeof value === 'number' || typeof value === 'string' ? value : undefined;
}

export const idsOf = (value: unknown): (number | string)[] =>
  [value]
    .flat()
    .map(idOf)
    .filter((id) => id !== undefined);
