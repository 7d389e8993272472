import type { Calendar } from '../../workdays/calendar';
import { addWorkdays } from '../../workdays/count';
import { factsOf } from '../../workdays/day-facts';
import type { Day } from '../../workdays/days';
import { opinionWorkdays, replyWorkdays, type Channel } from '../clock';

/** Whose opinion is asked. */
export type Asked = 'third-party' | 'agency';

/** One inquiry, from the day its letter went out to the day the answer came; null while it is open. */
export type Inquiry = { of: Asked; party: string | null; asked: Day; answered: Day | null };

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
export const asIfSilent = (course: Course, calendar: Calendar): Course => ({
  ...course,
  inquiries: course.inquiries.map((inquiry) => ({
    ...inquiry,
    answered: inquiry.answered ?? addWorkdays(inquiry.asked, opinionWorkdays, calendar).due,
  })),
});

/**
 * The days of all inquiries, each day once, in order.
 *
 * 条例第三十三条: “行政机关征求第三方和其他机关意见所需时间不计算在前款规定的期限内。”
 */
export function pausesOf(inquiries: readonly Inquiry[]): Span[] {
  const spans: Span[] = [];
  for (const { asked, answered } of inquiries) {
    const last = spans.at(-1);
    if (!last || (last.through !== null && last.through < asked)) {
      spans.push({ after: asked, through: answered });
    } else if (last.through !== null && (answered === null || answered > last.through)) {
      last.through = answered;
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
