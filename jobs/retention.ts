import { setImmediate as breathe } from 'node:timers/promises';
import type { PayloadRequest, TaskConfig, Where } from 'payload';
import { statusOf } from '@/access/thrown';
import { sweepDrafts } from '@/collections/ApplicationDrafts/drafts';
import { LEFT_OVER_MS, registerLeftOver } from '@/collections/Applications/register-received';
import { eraseCase, isDisputed, retentionFactsOf } from '@/collections/Applications/erase';
import { forgetWriters } from '@/collections/Comments/forget-writers';
import { sweepLetters } from '@/collections/Letters/erase-letter';
import { workCalendar } from '@/collections/HolidayNotices/work-calendar';
import { forgetDeleted } from '@/database';
import { eraseFrom, keptYears } from '@/domain/applications/retention';
import { openStatuses } from '@/domain/applications/statuses';
import { addMonths, dayOf, type Day } from '@/domain/workdays/days';
import type { Application } from '@/payload-types';

/** Personal data are removed on schedule: those whose day has come, looked for every hour. */
export const retentionTask: TaskConfig<{ input: object; output: { erased: number } }> = {
  slug: 'retention',
  label: '按期删除个人信息',
  retries: 2,
  schedule: [{ cron: '0 40 * * * *', queue: 'nightly' }],
  outputSchema: [{ name: 'erased', type: 'number', required: true }],
  handler: async ({ req }) => {
    await registerLeftOver(req.payload, new Date(Date.now() - LEFT_OVER_MS));
    await sweepDrafts(req.payload);
    const today = dayOf(new Date().toISOString());
    const cases = await sweepPersonalData(req, today);
    const letters = await sweepLetters(req, today);
    await forgetWriters(req, today);
    await forgetDeleted(req.payload);
    const failed = cases.failed + letters.failed;
    // The rest is done; what failed is tried again, and the failed job shows.
    if (failed > 0) throw new Error(`personal data of ${failed} cases could not be erased`);
    return { output: { erased: cases.erased + letters.erased } };
  },
};

const PAGE = 100;
const CONFLICT = 409;

/**
 * Erases the personal data of every case whose day has come by the given day. A case on which somebody
 * acts just now is left to the next hour; one that fails holds up no other.
 */
export async function sweepPersonalData(
  req: PayloadRequest,
  today: Day,
): Promise<{ erased: number; failed: number }> {
  const calendar = await workCalendar(req);
  let [erased, failed] = [0, 0];
  for await (const application of candidates(req, today)) {
    const from = eraseFrom(retentionFactsOf(application), calendar);
    if (!from || from.day > today || (await isDisputed(req.payload, application))) continue;
    try {
      await eraseCase(req, application, { ground: from.ground, today });
      erased += 1;
    } catch (error) {
      if (statusOf(error) === CONFLICT) continue;
      failed += 1;
      req.payload.logger.error({ err: error, msg: `case ${application.id} was not erased` });
    }
  }
  return { erased, failed };
}

/** Closed cases that are asked for or old enough; by id, so that those just erased push none past the reader. */
async function* candidates(req: PayloadRequest, today: Day): AsyncGenerator<Application> {
  const longAgo = `${addMonths(today, -12 * keptYears)}T23:59:59.999Z`;
  const where: Where = {
    and: [
      { erasedOn: { exists: false } },
      { status: { not_in: [...openStatuses] } },
      {
        or: [{ deletionAskedOn: { exists: true } }, { closedOn: { less_than_equal: longAgo } }],
      },
    ],
  };
  let after: Application['id'] | undefined;
  for (;;) {
    const { docs } = await req.payload.db.find<Application>({
      collection: 'applications',
      where: after === undefined ? where : { and: [where, { id: { greater_than: after } }] },
      sort: 'id',
      limit: PAGE,
      pagination: false,
      req,
    });
    yield* docs;
    if (docs.length < PAGE) return;
    after = docs.at(-1)?.id;
    // SQLite answers within the same turn: without a pause nobody else would be served.
    await breathe();
  }
}
