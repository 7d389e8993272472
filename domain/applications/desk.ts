import { addDays, weekdayOf, type Day } from '../workdays/days';
import { officeStep, type Status } from './statuses';

/**
 * How a case lies on the office's desk, the most pressing first. Names are in messages
 * `desk.groups.<code>`.
 */
export const deskGroups = [
  'overdue', // past its due day
  'today', // due today
  'week', // due by the end of this week
  'later', // due after it
  'stopped', // the clock stands: somebody else is waited for
  'closed', // answered, lapsed or withdrawn: to be served and filed away
] as const;
export type DeskGroup = (typeof deskGroups)[number];

/**
 * Where a case lies on the desk; null for one that is filed away.
 *
 * @param due its due day, null while the clock stands
 */
export function deskGroup(
  { status, due }: { status: Status; due: Day | null },
  today: Day,
): DeskGroup | null {
  const step = officeStep(status);
  if (step === null) return null;
  if (step === 'archive') return 'closed';
  if (due === null) return 'stopped';
  if (due < today) return 'overdue';
  if (due === today) return 'today';
  return due <= endOfWeek(today) ? 'week' : 'later';
}

/** The Sunday of the week, which begins on Monday. */
export const endOfWeek = (day: Day): Day => addDays(day, (7 - weekdayOf(day)) % 7);
