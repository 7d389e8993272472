import type { Calendar, Holiday } from '../../workdays/calendar';
import { factsOf } from '../../workdays/day-facts';
import type { Day } from '../../workdays/days';
import { yearOf } from '../../workdays/days';
import { pausesOf, workdaysOf, type Course } from './course';

export const clockDayKinds = [
  'received', // the day after which the period counts: receipt, the supplement, the payment
  'counted', // a working day that was counted
  'off', // a plain weekend day
  'holiday', // a day off by a holiday notice
  'make-up', // a weekend day that was counted, because offices work (调休)
  'paused', // not counted, because others are asked; a day off among them too
  'due', // the last day to reply
] as const;
export type ClockDayKind = (typeof clockDayKinds)[number];

/** One day of the small calendar. */
export type ClockDay = {
  day: Day;
  kind: ClockDayKind;
  /** Which working day of the period it is, from 1; none beyond the period, on the way to a deferred day. */
  nth?: number;
  holiday?: Holiday;
};

/** The days from the one after which a period counts to its end, and what of them can still change. */
export type ClockDays = {
  days: ClockDay[];
  /** The year whose holiday notice is waited for, where one of the days can still change. */
  missingYear: number | null;
};

export function clockDays(course: Course, start: Day, end: Day, calendar: Calendar): ClockDays {
  const pauses = pausesOf(course.inquiries);
  const workdays = workdaysOf(course);
  const days: ClockDay[] = [dayOf(start, 'received', calendar)];
  let missingYear: number | null = null;
  let [nth, at] = [0, 0];
  for (let facts = factsOf(start, calendar); facts.day < end;) {
    facts = factsOf(facts.next, calendar);
    const { day } = facts;
    let pause = pauses[at];
    while (pause?.through != null && pause.through < day) pause = pauses[++at];
    // A pause after the last working day of the period keeps nothing from being counted.
    if (pause && day > pause.after && nth < workdays) {
      days.push(dayOf(day, day === end ? 'due' : 'paused', calendar));
      continue;
    }
    if (!facts.isCertain) missingYear ??= missingFor(day, calendar);
    if (!facts.isWorkday) {
      days.push(dayOf(day, facts.holiday ? 'holiday' : 'off', calendar));
      continue;
    }
    nth += 1;
    const kind = day === end ? 'due' : facts.isMakeUp ? 'make-up' : 'counted';
    const counted = dayOf(day, kind, calendar);
    days.push(nth <= workdays ? { ...counted, nth } : counted);
  }
  return { days, missingYear };
}

function dayOf(day: Day, kind: ClockDayKind, calendar: Calendar): ClockDay {
  const { holiday } = factsOf(day, calendar);
  return holiday ? { day, kind, holiday } : { day, kind };
}

/** An uncertain day waits for its own year's notice, or at a December's end for the next one's. */
const missingFor = (day: Day, calendar: Calendar): number =>
  calendar.coversYear(yearOf(day)) ? yearOf(day) + 1 : yearOf(day);
