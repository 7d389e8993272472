import type { Calendar } from '../workdays/calendar';
import { workdaysBetween } from '../workdays/count';
import { addDays, weekdayOf, type Day } from '../workdays/days';
import { opinionDue, type Channel } from './clock';
import { officeStep, type Status } from './statuses';

/**
 * How a case lies on the office's desk, the most pressing first. Names are in messages
 * `desk.groups.<code>`.
 */
export const deskGroups = [
  'overdue', // past its due day
  'today', // due today
  'turn', // nobody else is to be waited for any more, or an answer is being corrected: it is the office's turn
  'week', // due by the end of this week
  'later', // due after it
  'stopped', // the clock stands: somebody else is waited for
  'closed', // answered, lapsed or withdrawn: to be served and filed away
] as const;
export type DeskGroup = (typeof deskGroups)[number];

/** What a case waits for. Names are in messages `desk.waits.<code>`. */
export const waits = ['confirmation', 'signature', 'supplement', 'fee', 'opinion'] as const;

export type Wait = {
  for: (typeof waits)[number];
  /** The day of the filing that nobody confirmed; else the last day of whoever is waited for. */
  day: Day;
  /** Working days from that day to today; not less than 0. */
  days: number;
  /** Whether nothing comes any more by itself. */
  isOver: boolean;
  /** Whether the office leaves it lying. */
  isLate: boolean;
};

/** Where a case stands, as far as waiting goes. */
export type WaitingCase = {
  status: Status;
  channel: Channel;
  filedOn: Day;
  /** The term of the supplement or of the payment. */
  termOn: Day | null;
  /** The days on which those were asked who have not answered. */
  askedOn: readonly Day[];
};

/** No law says how soon a filing online or by fax is confirmed; nobody should be left alone with it for longer. */
export const confirmWorkdays = 3;

/**
 * What a case waits for today, and whether that is over; null where nobody is waited for.
 *
 * Over is the term of a supplement (§30: “申请人无正当理由逾期不补正的，视为放弃申请”), of a fee, and of those asked, after whose
 * 15 working days the agency decides (§32, §34); and a filing is for the office to confirm from the next
 * working day on. 条例第三十一条: 平常信函 “应当于收到申请的当日与申请人确认” — an ordinary letter is late from then.
 */
export function waitOf(one: WaitingCase, calendar: Calendar, today: Day): Wait | null {
  const days = (from: Day) => Math.max(0, workdaysBetween(from, today, calendar));
  if (one.status === 'received') {
    const waited = days(one.filedOn);
    const isLetter = one.channel === 'unsigned-post';
    const isLate = waited > (isLetter ? 0 : confirmWorkdays);
    const what = one.channel === 'signed-post' ? 'signature' : 'confirmation';
    return { for: what, day: one.filedOn, days: waited, isOver: waited > 0, isLate };
  }
  const until = (what: Wait['for'], day: Day | undefined | null): Wait | null => {
    if (!day) return null;
    const isOver = day < today;
    return { for: what, day, days: days(day), isOver, isLate: isOver };
  };
  switch (one.status) {
    case 'supplement-requested':
      return until('supplement', one.termOn);
    case 'fee-notified':
      return until('fee', one.termOn);
    case 'consulting': {
      const terms = one.askedOn.map((day) => opinionDue(day, calendar)).sort();
      return until('opinion', terms.at(-1));
    }
    default:
      return null;
  }
}

/**
 * Where a case lies on the desk; null for one that is filed away.
 *
 * @param due its due day, null while the clock stands
 * @param isAnswered whether it was answered already: no day is owed for the correction, which moves none
 */
export function deskGroup(
  {
    status,
    due,
    wait,
    isAnswered = false,
  }: { status: Status; due: Day | null; wait: Wait | null; isAnswered?: boolean },
  today: Day,
): DeskGroup | null {
  const step = officeStep(status);
  if (step === null) return null;
  if (step === 'archive') return 'closed';
  if (isAnswered) return wait && !wait.isOver ? 'stopped' : 'turn';
  if (due !== null && due < today) return 'overdue';
  if (due === today) return 'today';
  if (wait?.isOver) return 'turn';
  if (due === null) return 'stopped';
  return due <= endOfWeek(today) ? 'week' : 'later';
}

/** The last day on which a filing was made that is for the office to confirm today. */
export function filedBefore(calendar: Calendar, today: Day): Day {
  let day = today;
  while (!calendar.isWorkday(day)) day = addDays(day, -1);
  return addDays(day, -1);
}

/** The Sunday of the week, which begins on Monday. */
export const endOfWeek = (day: Day): Day => addDays(day, (7 - weekdayOf(day)) % 7);
