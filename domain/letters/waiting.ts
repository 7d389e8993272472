import { addDays, type Day } from '../workdays/days';

/** All that waits for an answer. Names are in messages `lettersOffice.words.<code>`. */
export const waitingKinds = [
  'application',
  'letter',
  'correction',
  'record',
  'comment',
  'consultation',
] as const;
export type WaitingKind = (typeof waitingKinds)[number];

export const waitingSpans = ['all', 'overdue', 'today', 'week'] as const;
export type WaitingSpan = (typeof waitingSpans)[number];

/** The due days that a span holds, both ends included; null for no limit. A week begins today. */
export function spanDays(span: WaitingSpan, today: Day): { from: Day | null; to: Day | null } {
  switch (span) {
    case 'overdue':
      return { from: null, to: addDays(today, -1) };
    case 'today':
      return { from: today, to: today };
    case 'week':
      return { from: today, to: addDays(today, 7) };
    default:
      return { from: null, to: null };
  }
}

/** The most pressing first: what is late, then by due day; what has none yet comes last. */
export const byDue = (a: { due: Day | null }, b: { due: Day | null }): number =>
  a.due === b.due ? 0 : a.due === null ? 1 : b.due === null ? -1 : a.due < b.due ? -1 : 1;
