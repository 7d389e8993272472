import type { Calendar } from '../workdays/calendar';
import type { Day } from '../workdays/days';
import { readCase, type CaseDates } from './reckon/case-dates';
import { clockDays, type ClockDay } from './reckon/clock-days';
import { asIfSilent, asOf, awaitedOf, dueOf, type Course } from './reckon/course';
import { begin, follow, type Refusal } from './reckon/events';
import type { ClockProblem, ProblemKey } from './reckon/problem';
import { stepsOf, type ClockStep } from './reckon/steps';

export {
  clockEventTypes,
  type CaseDates,
  type ClockEvent,
  type ClockEventType,
} from './reckon/case-dates';
export type { ClockDay } from './reckon/clock-days';
export type { ClockProblem } from './reckon/problem';
export type { ClockStep } from './reckon/steps';

/** What the clock waits for while it stands. Names are in messages `clock.stopped.<code>`. */
export const stops = [
  'confirmation', // 与申请人确认
  'signature', // 签收
  'supplement', // 补正
  'third-party', // 第三方意见
  'agency', // 其他机关意见
  'fee', // 缴费
] as const;
export type Stop = (typeof stops)[number];

export type Clock = {
  /** 收到申请之日; null while it is not certain. */
  receivedOn: Day | null;
  /**
   * The last day to reply, a working day; null while the clock stands, after a withdrawal, and where
   * a case ended because no supplement or fee came. After a reply it is the day by which it was due.
   */
  due: Day | null;
  /** Whether `due` or `latest` can still change with a holiday notice that is not out. */
  provisional: boolean;
  stopped: Stop | null;
  /**
   * While others are asked: the day a reply is due if they stay silent for their 15 working days
   * (§32, §34). Null otherwise.
   */
  latest: Day | null;
  closed: 'replied' | 'withdrawn' | null;
  steps: ClockStep[];
  /**
   * For a small calendar: each day from the one after which the period counts (receipt, or the
   * supplement or payment that started it afresh) to `due`, or to `latest`; empty without either.
   */
  days: ClockDay[];
};

/**
 * The clock of a case: when its reply is due after all that happened, and why; or which event can't
 * have happened so. Anything may be given, also what a file or a form says: it never throws.
 *
 * Day 1 is the day after receipt; days off are not counted, make-up weekends are, nor are the days
 * after a letter that asks others went out up to and including the day the answer came, and a day
 * that several inquiries share is left out once. No inquiry stops the clock for longer than its 15 working
 * days (§32, §34), whenever the answer comes. An inquiry of the very last day comes too late to
 * stop the clock. A supplement and a payment start the period afresh, 20 working days and the
 * extension, from the day after.
 *
 * @param recorded so many events, from the first, were judged by the calendar of their day: a holiday
 *   notice of later moves the due day, but makes nothing that was done impossible
 * @param today who has kept silent for their 15 working days by then stops the clock no more; without
 *   it this is known only where a later event shows it
 */
export function reckon(
  dates: CaseDates,
  calendar: Calendar,
  recorded = 0,
  today: Day | null = null,
): { ok: true; clock: Clock } | { ok: false; problem: ClockProblem } {
  const read = readCase(dates);
  if (!read.ok) return read;
  const begun = begin(read.dates);
  if (isRefusal(begun)) return refused(begun, null);
  let course = begun;
  for (const [i, event] of read.dates.events.entries()) {
    const next = follow(course, event, read.dates.events[i - 1], calendar, i < recorded);
    if (isRefusal(next)) return refused(next, i);
    course = next;
  }
  return { ok: true, clock: clockOf(today === null ? course : asOf(course, today), calendar) };
}

function clockOf(course: Course, calendar: Calendar): Clock {
  const isWithdrawn = course.closed?.how === 'withdrawn';
  const due = isWithdrawn ? null : dueOf(course, calendar);
  const stopped = course.closed || due !== null ? null : stopOf(course);
  const latest =
    stopped === 'third-party' || stopped === 'agency' ? dueOf(asIfSilent(course), calendar) : null;
  const end = due ?? latest;
  const counted = due === null ? asIfSilent(course) : course;
  const found =
    course.start !== null && end !== null
      ? clockDays(counted, course.start, end, calendar)
      : { days: [], missingYear: null };
  return {
    receivedOn: course.receivedOn,
    due,
    provisional: found.missingYear !== null,
    stopped,
    latest,
    closed: course.closed?.how ?? null,
    steps: stepsOf({ course, found, due, latest }, calendar),
    days: found.days,
  };
}

function stopOf(course: Course): Stop | null {
  if (course.receivedOn === null) {
    return course.channel === 'signed-post' ? 'signature' : 'confirmation';
  }
  return awaitedOf(course) ?? course.inquiries.find(({ ends }) => ends === null)?.of ?? null;
}

const isRefusal = (value: Course | Refusal): value is Refusal => 'refused' in value;

const refused = (
  { refused: key, values }: Refusal,
  event: number | null,
): { ok: false; problem: ClockProblem & { key: ProblemKey } } => ({
  ok: false,
  problem: { key, event, values },
});
