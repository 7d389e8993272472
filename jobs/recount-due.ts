import { setImmediate as breathe } from 'node:timers/promises';
import type { PayloadRequest, TaskConfig } from 'payload';
import { storedClock } from '@/collections/Applications/record-application';
import { factsOf } from '@/collections/Applications/stored-case';
import { recountLetters } from '@/collections/Letters/recount-letters';
import { workCalendar } from '@/collections/HolidayNotices/work-calendar';
import { clockOfCase } from '@/domain/applications/case';
import { openStatuses } from '@/domain/applications/statuses';
import { dayOf } from '@/domain/workdays/days';
import type { Application } from '@/payload-types';

/**
 * Counts the due days of open cases anew, after a holiday notice and every hour: the term of those asked
 * runs out without a save. Safe to do again at any time.
 */
export const recountDueTask: TaskConfig<{ input: object; output: { changed: number } }> = {
  slug: 'recount-due',
  label: '重新推算答复期限',
  retries: 5,
  outputSchema: [{ name: 'changed', type: 'number', required: true }],
  handler: async ({ req }) => ({ output: { changed: (await recountDueDays(req)).changed } }),
};

const PAGE = 200;

/**
 * Brings the stored due day of every open case, and of every open letter, to what the calendar of now gives. Written one case at
 * a time, and only where it differs, so that a run broken off is finished by the next. A case that
 * somebody acts on meanwhile is counted by that action.
 */
export async function recountDueDays(
  req: PayloadRequest,
  onProgress?: (done: number) => void,
): Promise<{ counted: number; changed: number; impossible: number }> {
  const calendar = await workCalendar(req);
  const today = dayOf(new Date());
  const result = { counted: 0, changed: 0, impossible: 0 };
  for await (const application of openCases(req)) {
    result.counted += 1;
    const reckoned = clockOfCase(factsOf(application), calendar, today);
    if (!reckoned.ok) {
      // Left as it is: whoever opens the case next is told by the rules.
      result.impossible += 1;
      req.payload.logger.error(`case ${application.id}: its days can't be counted`);
    } else if (await write(req, application, storedClock(reckoned.clock))) {
      result.changed += 1;
    }
    if (result.counted % PAGE === 0) onProgress?.(result.counted);
  }
  result.changed += await recountLetters(req);
  onProgress?.(result.counted);
  return result;
}

async function write(
  req: PayloadRequest,
  application: Application,
  clock: Partial<Application>,
): Promise<boolean> {
  const isSame = (Object.keys(clock) as (keyof Application)[]).every(
    (field) => (clock[field] ?? null) === (application[field] ?? null),
  );
  if (isSame) return false;
  const written = await req.payload.db.updateOne({
    collection: 'applications',
    where: {
      and: [
        { id: { equals: application.id } },
        { revision: { equals: application.revision ?? 0 } },
      ],
    },
    data: clock,
    req,
  });
  return written !== null;
}

/** By id and not by page, so that what closes meanwhile pushes nothing past the reader. */
async function* openCases(req: PayloadRequest): AsyncGenerator<Application> {
  let after: Application['id'] | undefined;
  for (;;) {
    const { docs } = await req.payload.db.find<Application>({
      collection: 'applications',
      where: {
        and: [
          { status: { in: [...openStatuses] } },
          ...(after === undefined ? [] : [{ id: { greater_than: after } }]),
        ],
      },
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
