import type { Calendar } from './calendar';
import { addDays, assertDay, type Day } from './days';

/**
 * How many working days a calendar has from 1 January up to and including a day of the same year. Counted once for
 * each calendar and year: whoever counts thousands of periods takes differences.
 *
 * @throws InvalidDayError for a day that is none
 */
export function workdaysOfYearUpTo(day: Day, calendar: Calendar): number {
  let sums = known.get(calendar);
  if (!sums) known.set(calendar, (sums = new Map()));
  const kept = sums.get(day);
  if (kept !== undefined) return kept;
  assertDay(day);
  addYear(sums, day.slice(0, 4), calendar);
  return sums.get(day)!;
}

const known = new WeakMap<Calendar, Map<Day, number>>();

function addYear(sums: Map<Day, number>, year: string, calendar: Calendar): void {
  let count = 0;
  for (let day = `${year}-01-01`; ; day = addDays(day, 1)) {
    if (calendar.isWorkday(day)) count += 1;
    sums.set(day, count);
    // The last day of the year 9999 has no next one.
    if (day.endsWith('-12-31')) return;
  }
}
