import { dayOf, type Day } from '../workdays/days';

/** What is known of a consultation when somebody asks where it stands. */
export type ConsultationFacts = {
  /** ISO instants. */
  opensAt: string;
  closesAt: string;
  /** The day on which an outcome was published first. */
  outcomeOn: Day | null;
  /** The last day on which the outcome is on time. */
  outcomeDueOn: Day | null;
  /** Given up, with a reason that the public reads. */
  isBrokenOff: boolean;
};

/** Where a consultation stands; the words are in messages `consultations.states`. */
export const CONSULTATION_STATES = [
  'open',
  'announced',
  'awaiting',
  'overdue',
  'published',
  'broken-off',
] as const;
export type ConsultationState = (typeof CONSULTATION_STATES)[number];

export const isConsultationState = (value: unknown): value is ConsultationState =>
  CONSULTATION_STATES.some((state) => state === value);

/**
 * Where a consultation stands at a moment. An outcome that is published ends it whatever its days say;
 * so does giving it up. The moment of the close itself is no longer open.
 *
 * @param now ISO instant
 */
export function stateAt(facts: ConsultationFacts, now: string): ConsultationState {
  const { opensAt, closesAt, outcomeOn, outcomeDueOn, isBrokenOff } = facts;
  if (outcomeOn) return 'published';
  if (isBrokenOff) return 'broken-off';
  const moment = Date.parse(now);
  if (moment < Date.parse(opensAt)) return 'announced';
  if (moment < Date.parse(closesAt)) return 'open';
  return outcomeDueOn && dayOf(now) > outcomeDueOn ? 'overdue' : 'awaiting';
}
