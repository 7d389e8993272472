import type { Calendar } from '../../workdays/calendar';
import { addWorkdays } from '../../workdays/count';
import { factsOf } from '../../workdays/day-facts';
import type { Day } from '../../workdays/days';
import { replyWorkdays, type Channel } from '../clock';

/** Whose opinion is asked. */
export type Asked = 'third-party' | 'agency';

/** One inquiry, from the day its letter went out. */
export type Inquiry = {
  of: Asked;
  party: string | null;
  asked: Day;
  /** The last of its 15 working days. */
  until: Day;
  /** The day an answer came, or the office closed it; null while it is open. */
  answered: Day | null;
  /** The last day that is not counted for it: of the answer, or of the term; null as long as neither is known. */
  ends: Day | null;
};

/** How a case stood after an event: all that decides what may come next and when a reply is due. */
export type Course = {
  channel: Channel;
  filed: Day | null;
  receivedOn: Day | null;
  /** The day after which working days count: receipt, the supplement or the payment. */
  start: Day | null;
  supplement: { asked: Day; came: Day | null } | null;
  fee: { notified: Day; paid: Day | null } | null;
  inquiries: readonly Inquiry[];
  extension: { day: Day; workdays: number } | null;
  reasons: { asked: Day; received: Day | null } | null;
  deferral: { day: Day; until: Day } | null;
  closed: { how: 'replied' | 'withdrawn'; day: Day } | null;
};

/** Days that are not counted: after `after`, up to and including `through`; null without an end. */
export type Span = { after: Day; through: Day | null };

/** What the applicant is waited for with, while that stops the clock. */
export function awaitedOf({ supplement, fee }: Course): 'supplement' | 'fee' | null {
  if (supplement && !supplement.came) return 'supplement';
  return fee && !fee.paid ? 'fee' : null;
}

/** The working days of the period, with the extension. */
export const workdaysOf = ({ extension }: Course): number =>
  replyWorkdays + (extension?.workdays ?? 0);

/** The day a reply is due; null while the clock stands. */
export function dueOf(course: Course, calendar: Calendar): Day | null {
  if (course.start === null || awaitedOf(course)) return null;
  const pauses = pausesOf(course.inquiries);
  const counted = lastWorkday(course.start, workdaysOf(course), pauses, calendar);
  if (counted === null || course.deferral === null) return counted;
  // 条例第三十五条: “可以确定延迟答复的合理期限并告知申请人。”
  const deferred = addWorkdays(course.deferral.until, 0, calendar).due;
  return deferred > counted ? deferred : counted;
}

/** The case as it would stand if all who are still asked kept silent for their 15 working days. */
export const asIfSilent = (course: Course): Course => ({
  ...course,
  inquiries: course.inquiries.map((one) => ({ ...one, ends: one.ends ?? one.until })),
});

/**
 * The case as a later day finds it: whose 15 working days were over before that day kept silent, and
 * the period runs on although nobody closed the inquiry.
 *
 * 条例第三十二条: “第三方逾期未提出意见的，由行政机关依照本条例的规定决定是否公开。”
 * 条例第三十四条: “逾期未提出意见的视为同意公开。”
 */
export const asOf = (course: Course, day: Day): Course => ({
  ...course,
  inquiries: course.inquiries.map((one) =>
    one.ends === null && one.until < day ? { ...one, ends: one.until } : one,
  ),
});

/** Whether nobody answered within the 15 working days, as far as it is known; what comes later is late. */
export const isSilent = ({ answered, ends, until }: Inquiry): boolean =>
  ends === until && (answered === null || answered > until);

/**
 * The days of all inquiries, each day once, in order.
 *
 * 条例第三十三条: “行政机关征求第三方和其他机关意见所需时间不计算在前款规定的期限内。” How much is needed, articles 32 and 34
 * say: 15 working days at most.
 */
export function pausesOf(inquiries: readonly Inquiry[]): Span[] {
  const spans: Span[] = [];
  for (const { asked, ends } of inquiries) {
    const last = spans.at(-1);
    if (!last || (last.through !== null && last.through < asked)) {
      spans.push({ after: asked, through: ends });
    } else if (last.through !== null && (ends === null || ends > last.through)) {
      last.through = ends;
    }
  }
  return spans;
}

/**
 * The last of so many working days after `start` that lie outside the pauses, which are in order
 * and apart; null where a pause without an end comes first. Pauses are leapt over, so that a long
 * one costs no more than a short one.
 */
export function lastWorkday(
  start: Day,
  count: number,
  pauses: readonly Span[],
  calendar: Calendar,
): Day | null {
  let facts = factsOf(start, calendar);
  let [counted, at] = [0, 0];
  while (counted < count) {
    facts = factsOf(facts.next, calendar);
    let pause = pauses[at];
    while (pause?.through != null && pause.through < facts.day) pause = pauses[++at];
    if (pause && facts.day > pause.after) {
      if (pause.through === null) return null;
      facts = factsOf(pause.through, calendar);
    } else if (facts.isWorkday) {
      counted += 1;
    }
  }
  return facts.day;
}
