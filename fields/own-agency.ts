import type { CollectionBeforeChangeHook } from 'payload';
import { hasRole } from '@/access/roles';
import type { User } from '@/payload-types';
import { ReviewRefused } from './review/review-refused';
import { idOf } from './review/stored-review';

/**
 * Refuses an editor who puts a record, or a copy of another's, under an agency that is not their own. For
 * what is public at once: reviewed texts have it in the review's rule. Access control sees only which
 * record is changed and what the request says, not what a copy brings along.
 */
export const ownAgency: CollectionBeforeChangeHook = ({ data, operation, originalDoc, req }) => {
  const user = req.user as User | null;
  if (!user || hasRole(user, 'administrator', 'clerk', 'leader')) return data;
  // A copy comes with the record that it was made of as its original.
  const before = operation === 'create' ? undefined : (originalDoc as Owned | undefined)?.agency;
  const after = idOf((data as Owned).agency);
  const isMoved = after !== undefined && String(after) !== String(idOf(before));
  if (isMoved && String(after) !== String(idOf(user.agency))) {
    throw new ReviewRefused('otherAgency', req);
  }
  return data;
};

type Owned = { agency?: User['agency'] };
