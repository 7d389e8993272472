import type { Calendar } from '../workdays/calendar';
import { workdaysBetween } from '../workdays/count';
import { addDays, type Day } from '../workdays/days';
import { actions, type ActionCode } from './actions';

/**
 * Working days within which a letter that went out is written down. One that bears an earlier day makes a
 * reply timely, and stands with a number after those of later days: whoever records it so late says why,
 * and it is marked as 补录 wherever it is shown.
 */
export const entryWorkdays = 3;

/** Whether a step with a letter of that day is recorded so late that it needs a reason. */
export const isLateEntry = (
  action: ActionCode,
  on: Day,
  recordedOn: Day,
  calendar: Calendar,
): boolean =>
  actions[action].letter !== undefined && workdaysBetween(on, recordedOn, calendar) > entryWorkdays;

/** The earliest day that a letter may bear without a reason. */
export function earliestEntry(today: Day, calendar: Calendar): Day {
  let day = today;
  while (workdaysBetween(addDays(day, -1), today, calendar) <= entryWorkdays) {
    day = addDays(day, -1);
  }
  return day;
}
