import { isCertain, isMakeUpDay, type Calendar, type Holiday } from './calendar';
import { addDays, assertDay, daysBetween, type Day } from './days';
import { workdaysOfYearUpTo } from './workday-sums';

/** Days off in a row around a holiday that a period passed over. */
export type SkippedSpan = { from: Day; to: Day; name: Holiday };

export type Period = {
  /** The last day of the period, a working day. */
  due: Day;
  /** Whether a day on the way can still change, because a year's holiday notice is not known. */
  provisional: boolean;
  /** Holidays passed over, with the weekend days that adjoin them. Plain weekends are not listed. */
  skipped: SkippedSpan[];
  /** Weekend days that were counted because offices work on them (调休). */
  makeUp: Day[];
};

/** Whether a day is left out of a count although offices work on it, such as time spent asking a third party. */
export type Pause = (day: Day) => boolean;

/**
 * The end of a period of working days. Day 1 is the day after `start`, so `start` itself is never
 * counted; the day found is a working day. With a count of 0 it is the first working day from
 * `start` on.
 *
 * @throws InvalidDayError for a start that is no day; RangeError for a count that is not a whole
 *   number from 0 to 1,000, and where no day is left to count.
 */
export function addWorkdays(
  start: Day,
  count: number,
  calendar: Calendar,
  isPaused: Pause = () => false,
): Period {
  assertDay(start);
  if (!Number.isInteger(count) || count < 0 || count > 1000) {
    throw new RangeError(`A period is a whole number of working days from 0 to 1000, not ${count}`);
  }
  const off: Day[] = [];
  const makeUp: Day[] = [];
  let provisional = false;
  let counted = count === 0 ? -1 : 0;
  let day = count === 0 ? addDays(start, -1) : start;
  while (counted < count) {
    day = addDays(day, 1);
    if (daysBetween(start, day) > 20_000) {
      throw new RangeError('The calendar has no working day left, or the pause never ends');
    }
    if (!isCertain(day, calendar)) provisional = true;
    if (!calendar.isWorkday(day)) {
      off.push(day);
    } else if (!isPaused(day)) {
      counted += 1;
      if (isMakeUpDay(day, calendar)) makeUp.push(day);
    }
  }
  return { due: day, provisional, skipped: spansOf(off, calendar), makeUp };
}

/**
 * Working days after `from` up to and including `to`; negative when `to` is earlier. It undoes
 * `addWorkdays`: from a start to its due day there are as many as were added.
 */
export function workdaysBetween(from: Day, to: Day, calendar: Calendar): number {
  if (to < from) return 0 - workdaysBetween(to, from, calendar);
  let count = workdaysOfYearUpTo(to, calendar) - workdaysOfYearUpTo(from, calendar);
  const last = to.slice(0, 4);
  for (let year = from.slice(0, 4); year < last; year = yearAfter(year)) {
    count += workdaysOfYearUpTo(`${year}-12-31`, calendar);
  }
  return count;
}

const yearAfter = (year: string): string => String(Number(year) + 1).padStart(4, '0');

/** Rows of days off that hold a holiday, each named by its first. */
function spansOf(off: readonly Day[], calendar: Calendar): SkippedSpan[] {
  const runs: Day[][] = [];
  for (const day of off) {
    const last = runs.at(-1);
    const before = last?.at(-1);
    if (last && before && addDays(before, 1) === day) last.push(day);
    else runs.push([day]);
  }
  return runs.flatMap((run) => {
    const name = run.map((day) => calendar.holidayOn(day)).find((found) => found !== undefined);
    const [from, to] = [run[0], run.at(-1)];
    return name && from && to ? [{ from, to, name }] : [];
  });
}
