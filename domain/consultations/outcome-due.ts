import type { Calendar } from '../workdays/calendar';
import { addWorkdays, workdaysBetween } from '../workdays/count';
import { addDays, dayOf, type Day } from '../workdays/days';

/**
 * The last day for the outcome of a consultation: so many working days after the day of its close, which
 * itself is not counted.
 *
 * 重大行政决策程序暂行条例（国务院令第713号）第十四条至第十八条 has opinions collected and weighed, and names no number of
 * days for the answer: the number is the office's own (办理时限), or the one that the notice promised.
 *
 * @param closesAt ISO instant
 */
export const outcomeDue = (closesAt: string, days: number, calendar: Calendar): Day =>
  addWorkdays(dayOf(closesAt), days, calendar).due;

/** The last day on which a comment is moderated in time. @param submittedAt ISO instant */
export const moderationDue = (submittedAt: string, days: number, calendar: Calendar): Day =>
  addWorkdays(dayOf(submittedAt), days, calendar).due;

/**
 * Whatever came in on this day or before is late by now: the newest day whose period has run out.
 * A list of thousands is so asked for one day instead of each row for its own.
 */
export function lateSince(today: Day, days: number, calendar: Calendar): Day {
  const yesterday = addDays(today, -1);
  let day = yesterday;
  while (workdaysBetween(day, yesterday, calendar) < days) day = addDays(day, -1);
  return day;
}
