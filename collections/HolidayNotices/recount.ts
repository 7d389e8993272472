import type { CollectionAfterChangeHook } from 'payload';
import { openStatuses } from '@/domain/applications/statuses';
import { recountDueDays } from '@/jobs/recount-due';
import type { HolidayNotice } from '@/payload-types';

/** So many cases are counted while the administrator waits; more are left to the queue. */
const AT_ONCE = 200;

/** With a notice, the due days of all open cases are counted anew. Closed ones keep theirs. */
export const recountOpenCases: CollectionAfterChangeHook<HolidayNotice> = async ({ doc, req }) => {
  const { totalDocs } = await req.payload.db.count({
    collection: 'applications',
    where: { status: { in: [...openStatuses] } },
    req,
  });
  if (totalDocs <= AT_ONCE) await recountDueDays(req);
  else await req.payload.jobs.queue({ task: 'recount-due', queue: 'index', input: {}, req });
  return doc;
};
