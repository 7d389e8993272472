import type { Calendar } from '../workdays/calendar';
import { addWorkdays } from '../workdays/count';
import { addDays, addMonths, type Day } from '../workdays/days';
import { remedyTerms } from './remedy';
import { isOpen, type Status } from './statuses';

/** What decides how long the personal data of a case are kept. */
export type RetentionFacts = {
  status: Status;
  /** Whether there is a decision to contest: an answer, or an end for want of a supplement or payment. */
  isDecided: boolean;
  /** The day on which the agency owed nothing more. */
  closedOn: Day | null;
  /** The day on which the reply was served, where it is known. */
  servedOn: Day | null;
  /** The day on which the case was filed away. */
  archivedOn: Day | null;
  /** The day on which the applicant asked for deletion. */
  askedOn: Day | null;
  /** A review, a suit or an inspection is pending, the office says. */
  isHeld: boolean;
  erasedOn: Day | null;
};

/** Why personal data are erased; in the audit log by this code. */
export type ErasureGround = 'asked' | 'term';

/**
 * How long personal data are kept after a case is filed away when nobody asks.
 *
 * 个人信息保护法第十九条: “除法律、行政法规另有规定外，个人信息的保存期限应当为实现处理目的所必要的最短时间。” What they are still
 * needed for is a dispute about the decision: 行政诉讼法第四十六条第二款: “……其他案件自行政行为作出之日起超过五年提起诉讼的，
 * 人民法院不予受理。” So five years, and not a day longer.
 */
export const keptYears = 5;

/**
 * The first day on which the personal data of a case may be erased, as the applicant may ask from then
 * on; null while the case is open or held, and once they are erased.
 *
 * The ways to contest the decision must have run out: 行政复议法（2023）第二十条, 60 days; 行政诉讼法第四十六条第一款, 6 months,
 * counted from the day of service, or from the decision where no service is recorded. The longer of the two
 * counts for every decision, since a review that was asked for on its last day is known to the office well
 * before, and is then held. Who took an application back has no decision to contest.
 */
export function erasableOn(facts: RetentionFacts, calendar: Calendar): Day | null {
  if (isOpen(facts.status) || facts.isHeld || facts.erasedOn || !facts.closedOn) return null;
  if (!facts.isDecided) return addDays(facts.closedOn, 1);
  const from = facts.servedOn ?? facts.closedOn;
  const terms = [addDays(from, remedyTerms.reviewDays), addMonths(from, remedyTerms.courtMonths)];
  const last =
    terms
      .map((day) => addWorkdays(day, 0, calendar).due)
      .sort()
      .at(-1) ?? from;
  return addDays(last, 1);
}

/**
 * The day from which personal data must be gone, and on which ground: as soon as they may be where the
 * applicant asked, else `keptYears` after the case was filed away. Null where `erasableOn` is.
 */
export function eraseFrom(
  facts: RetentionFacts,
  calendar: Calendar,
): { day: Day; ground: ErasureGround } | null {
  const may = erasableOn(facts, calendar);
  if (may === null) return null;
  if (facts.askedOn) return { day: later(may, facts.askedOn), ground: 'asked' };
  const from = facts.archivedOn ?? facts.closedOn ?? may;
  return { day: later(may, addDays(addMonths(from, keptYears * 12), 1)), ground: 'term' };
}

const later = (a: Day, b: Day): Day => (a > b ? a : b);
