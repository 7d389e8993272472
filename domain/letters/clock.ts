import type { Calendar } from '../workdays/calendar';
import { addWorkdays, type Period } from '../workdays/count';
import type { Day } from '../workdays/days';
import type { Complexity, LetterPurpose } from './codes';
import type { ResponseLimitDays, ResponseLimitName } from './limits';

/** Which of the response limits a case goes by. */
export function limitOf(purpose: LetterPurpose, complexity: Complexity): ResponseLimitName {
  if (purpose === 'correction') return 'correctionDays';
  if (purpose === 'record') return 'recordDays';
  return complexity === 'simple' ? 'simpleLetterDays' : 'otherLetterDays';
}

export type LetterClock = Period & {
  receivedOn: Day;
  /** How many working days from the day after receipt. */
  days: number;
  /** The day by which the office that it reached has to pass it on. */
  routeBy: Day;
};

/**
 * When a letter is to be answered. It counts from the day it was sent, on whatever day that was: day 1 is
 * the first working day after it.
 *
 * @param days the limit that held when it came in, or when its complexity was set
 */
export const letterClock = (
  receivedOn: Day,
  { days, routingDays }: { days: number; routingDays: number },
  calendar: Calendar,
): LetterClock => ({
  ...addWorkdays(receivedOn, days, calendar),
  receivedOn,
  days,
  routeBy: addWorkdays(receivedOn, routingDays, calendar).due,
});

/** The limit of a case, out of those that hold now. */
export const daysFor = (
  limits: ResponseLimitDays,
  purpose: LetterPurpose,
  complexity: Complexity,
): number => limits[limitOf(purpose, complexity)];
