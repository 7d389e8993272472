import type { Day } from '../workdays/days';
import type { ProceedingResult } from './proceedings';

/** What is wrong with the days of a review or suit; the words are in messages `reportCompile.proceedings`. */
export type ProceedingFault =
  'tooEarly' | 'filedAhead' | 'closedAhead' | 'closedBeforeFiled' | 'resultWithoutDay';

/** 条例第五十六条 (2008): “本条例自2008年5月1日起施行。” Before, there was nothing to sue about. */
const FIRST_DAY: Day = '2008-05-01';

/**
 * Why days of a review or suit can't be right, or null. The yearly table is counted by them: with a result
 * but no day of closing, a case would stand as 尚未审结 in every year from then on.
 */
export function proceedingFault(
  {
    filedOn,
    closedOn,
    result,
  }: { filedOn: Day; closedOn: Day | null; result: ProceedingResult | null },
  today: Day,
): ProceedingFault | null {
  if (filedOn < FIRST_DAY) return 'tooEarly';
  if (filedOn > today) return 'filedAhead';
  if (closedOn === null) return result === null ? null : 'resultWithoutDay';
  if (closedOn > today) return 'closedAhead';
  return closedOn < filedOn ? 'closedBeforeFiled' : null;
}
