import { waitOf, type Wait } from '@/domain/applications/desk';
import type { Status } from '@/domain/applications/statuses';
import type { Calendar } from '@/domain/workdays/calendar';
import { dayOf, type Day } from '@/domain/workdays/days';
import type { Application } from '@/payload-types';
import { consultationsOf, termOf } from './stored-case';

/** What of a case tells whom it waits for; nothing of it is personal. */
export const WAITING = {
  status: true,
  channel: true,
  filedOn: true,
  createdAt: true,
  supplement: { termOn: true },
  fee: { termOn: true },
  consultations: true,
} as const;

export type Waiting = Pick<
  Application,
  'status' | 'channel' | 'filedOn' | 'createdAt' | 'supplement' | 'fee' | 'consultations'
>;

/** What a stored case waits for today, and whether that is over. */
export function waitOfCase(application: Waiting, calendar: Calendar, today: Day): Wait | null {
  const { status, channel, filedOn, createdAt } = application;
  return waitOf(
    {
      status: status as Status,
      channel,
      filedOn: dayOf(filedOn ?? createdAt),
      termOn: termOf(application),
      askedOn: consultationsOf(application).flatMap(({ askedOn, answeredOn }) =>
        answeredOn === null ? [askedOn] : [],
      ),
    },
    calendar,
    today,
  );
}
