import type { Calendar } from '../workdays/calendar';
import { addWorkdays, workdaysBetween } from '../workdays/count';
import { addDays, type Day } from '../workdays/days';

/** 条例第二十六条, in working days. */
export const PUBLICATION_WORKDAYS = 20;

export type PublicationDeadline = {
  due: Day;
  /** Working days from `today` to the due day; negative when it has passed. */
  left: number;
  isOverdue: boolean;
  /** A year on the way has no holiday notice yet, so the day can still move. */
  provisional: boolean;
};

/**
 * 《政府信息公开条例》第二十六条：属于主动公开范围的政府信息，应当自该政府信息形成或者变更之日起20个工作日内
 * 及时公开。法律、法规对政府信息公开的期限另有规定的，从其规定。
 *
 * @param madeOn the day the information was made or changed
 * @throws InvalidDayError when either is no day
 */
export function publicationDeadline(
  madeOn: Day,
  today: Day,
  calendar: Calendar,
): PublicationDeadline {
  const { due, provisional } = addWorkdays(madeOn, PUBLICATION_WORKDAYS, calendar);
  return {
    due,
    left: workdaysBetween(today, due, calendar),
    isOverdue: today > due,
    provisional,
  };
}

/** Working days from the day the information was made to the day it was published, and whether in time. */
export function publishedWithin(
  madeOn: Day,
  publishedOn: Day,
  calendar: Calendar,
): { workdays: number; isLate: boolean } {
  // Later than the due day means: before the day of publication, the twentieth working day was over.
  const isLate =
    publishedOn > madeOn &&
    workdaysBetween(madeOn, addDays(publishedOn, -1), calendar) >= PUBLICATION_WORKDAYS;
  return { workdays: workdaysBetween(madeOn, publishedOn, calendar), isLate };
}
