import type { PayloadRequest } from 'payload';
import { withNotice, type Calendar, type Holiday } from '@/domain/workdays/calendar';
import { dayOf } from '@/domain/workdays/days';
import { nationalCalendar } from '@/domain/workdays/national-calendar';
import type { HolidayNotice } from '@/payload-types';

/** The national calendar with the notices that an administrator has entered since. */
export async function workCalendar(
  req: Pick<PayloadRequest, 'payload'> & Partial<PayloadRequest>,
): Promise<Calendar> {
  const { docs } = await req.payload.db.find<HolidayNotice>({
    collection: 'holiday-notices',
    sort: 'year',
    limit: 0,
    pagination: false,
    ...('transactionID' in req && { req }),
  });
  return docs.reduce<Calendar>(
    (calendar, { year, off, worked }) =>
      withNotice(calendar, {
        year,
        off: (off ?? []).map((span) => ({
          holiday: span.holiday as Holiday,
          from: dayOf(span.from),
          to: dayOf(span.to),
        })),
        worked: (worked ?? []).map(({ on }) => dayOf(on)),
      }),
    nationalCalendar,
  );
}
