import type { Payload, PayloadRequest } from 'payload';
import { withNotice, type Calendar, type Holiday } from '@/domain/workdays/calendar';
import { dayOf } from '@/domain/workdays/days';
import { nationalCalendar } from '@/domain/workdays/national-calendar';
import type { HolidayNotice } from '@/payload-types';
import { onTold, tellOthers } from '@/processes/tell.mjs';

/** A command that changes them tells nobody: the portal reads them after so long. */
const FRESH_MS = 5_000;

type Known = { calendar: Calendar; until: number };
/** Every application asks for the calendar; the notices change once a year. */
let known = new WeakMap<Payload, Known>();

/** The national calendar with the notices that an administrator has entered since. */
export async function workCalendar(
  req: Pick<PayloadRequest, 'payload'> & Partial<PayloadRequest>,
): Promise<Calendar> {
  const last = known.get(req.payload);
  if (last && last.until > Date.now()) return last.calendar;
  const { docs } = await req.payload.db.find<HolidayNotice>({
    collection: 'holiday-notices',
    sort: 'year',
    limit: 0,
    pagination: false,
    ...('transactionID' in req && { req }),
  });
  const calendar = docs.reduce(withStored, nationalCalendar);
  known.set(req.payload, { calendar, until: Date.now() + FRESH_MS });
  return calendar;
}

/** A notice was entered or changed: the next one who asks reads them anew. */
export function forgetCalendar(payload: Payload): void {
  known.delete(payload);
  tellOthers('calendar');
}

onTold('calendar', () => {
  known = new WeakMap();
});

const withStored = (calendar: Calendar, { year, off, worked }: HolidayNotice): Calendar =>
  withNotice(calendar, {
    year,
    off: (off ?? []).map((span) => ({
      holiday: span.holiday as Holiday,
      from: dayOf(span.from),
      to: dayOf(span.to),
    })),
    worked: (worked ?? []).map(({ on }) => dayOf(on)),
  });
