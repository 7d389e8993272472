import type { Calendar } from '../workdays/calendar';
import { addWorkdays } from '../workdays/count';
import { addDays, addMonths, type Day } from '../workdays/days';
import { replyKinds, type ReplyKind } from './reply-kinds';

export type Remedy = {
  /** Review before court, or either of them. */
  order: 'review-first' | 'either';
  reviewDays: number;
  courtMonths: number;
  courtDaysAfterReview: number;
};

/**
 * The terms of the ways open to whoever does not accept a decision: days for review, months for
 * court, days for court after review.
 *
 * 行政复议法（2023）第二十条: “可以自知道或者应当知道该行政行为之日起六十日内提出行政复议申请”; 第二十三条: 不予公开 goes to review first.
 * 行政诉讼法（2017）第四十五条: “不服复议决定的，可以在收到复议决定书之日起十五日内向人民法院提起诉讼”; 第四十六条: “应当自知道或者应当知道作出行政行为之日起六个月内提出”.
 */
export const remedyTerms = { reviewDays: 60, courtMonths: 6, courtDaysAfterReview: 15 } as const;

/** Which of the ways is open for a kind of reply, and in which order. */
export const remedyOf = (kind: ReplyKind): Remedy => ({
  order: replyKinds[kind].isReviewFirst ? 'review-first' : 'either',
  ...remedyTerms,
});

/**
 * The last days for review and court, counted in calendar days and months from the day after the
 * letter was served; a term that ends on a day off runs to the next working day. No last day for
 * court where review comes first: it depends on the review.
 */
export function remedyDeadlines(
  kind: ReplyKind,
  servedOn: Day,
  calendar: Calendar,
): { reviewBy: Day; courtBy: Day | null } {
  const { order, reviewDays, courtMonths } = remedyOf(kind);
  const toWorkday = (day: Day) => addWorkdays(day, 0, calendar).due;
  return {
    reviewBy: toWorkday(addDays(servedOn, reviewDays)),
    courtBy: order === 'either' ? toWorkday(addMonths(servedOn, courtMonths)) : null,
  };
}
