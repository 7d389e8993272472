import { isCertain, isMakeUpDay, type Calendar, type Holiday } from './calendar';
import { addDays, type Day } from './days';

/** What a calendar says of one day, and the day after it. */
export type DayFacts = {
  day: Day;
  next: Day;
  isWorkday: boolean;
  isMakeUp: boolean;
  isCertain: boolean;
  holiday: Holiday | undefined;
};

/**
 * What a calendar says of a day, asked once for each calendar and day: whoever counts thousands of
 * periods walks over the same days again and again.
 *
 * @throws InvalidDayError for a day that is none, and for the last of the year 9999.
 */
export function factsOf(day: Day, calendar: Calendar): DayFacts {
  let days = known.get(calendar);
  if (!days) known.set(calendar, (days = new Map()));
  let facts = days.get(day);
  if (!facts) {
    facts = {
      day,
      next: addDays(day, 1),
      isWorkday: calendar.isWorkday(day),
      isMakeUp: isMakeUpDay(day, calendar),
      isCertain: isCertain(day, calendar),
      holiday: calendar.holidayOn(day),
    };
    days.set(day, facts);
  }
  return facts;
}

const known = new WeakMap<Calendar, Map<Day, DayFacts>>();
