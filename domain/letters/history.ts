import type { Day } from '../workdays/days';
import type { LetterAction, LetterActor } from './actions';
import type { LetterStatus } from './codes';

/** One step of a letter, as `history` keeps it, the oldest first. No personal data of the writer. */
export type LetterStep = {
  action: LetterAction | 'register';
  /** Where it stood afterwards. */
  status: LetterStatus;
  on: Day;
  at: string;
  /** Who, by name and id; null for the writer and the portal. */
  by: string | null;
  byId: string | null;
  role: LetterActor | 'portal';
  /** To which agency it went, by name. */
  agency?: string;
  /** Why, read by the office alone. */
  reason?: string;
  /** What the writer is told: where else to turn, or why nothing is done. */
  told?: string;
  /** The working days that counted from this step on. */
  days?: number;
};
