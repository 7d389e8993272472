import type { PayloadRequest, Where } from 'payload';
import { dayOf } from '@/domain/workdays/days';
import type { Application } from '@/payload-types';

/** How many applications the same applicant filed in the calendar month of this one (§42). */
export async function requestsInMonth(
  req: PayloadRequest,
  application: Application,
): Promise<number> {
  const where = sameMonth(application);
  if (!where) return 1;
  const { totalDocs } = await req.payload.db.count({ collection: 'applications', where, req });
  return totalDocs;
}

/** Of how many others of them a fee by number was asked for: the month's number is one sum. */
export async function chargedInMonth(
  req: PayloadRequest,
  application: Application,
): Promise<number> {
  const same = sameMonth(application);
  if (!same) return 0;
  const { totalDocs } = await req.payload.db.count({
    collection: 'applications',
    where: {
      and: [same, { id: { not_equals: application.id } }, { 'fee.basis': { equals: 'requests' } }],
    },
    req,
  });
  return totalDocs;
}

/** The applications of one applicant in a calendar month; null of somebody who is not known. */
function sameMonth({ identityHash, filedOn, createdAt }: Application): Where | null {
  if (!identityHash) return null;
  const month = dayOf(filedOn ?? createdAt).slice(0, 7);
  return {
    and: [
      { identityHash: { equals: identityHash } },
      // Days are kept as noon in UTC.
      { filedOn: { greater_than_equal: `${month}-01T00:00:00.000Z` } },
      { filedOn: { less_than_equal: `${month}-31T23:59:59.999Z` } },
    ],
  };
}
