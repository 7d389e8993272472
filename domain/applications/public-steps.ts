import type { ActionCode } from './actions';

/**
 * What the applicant is told was done, in messages `caseStatus.steps.<code>`. The office's own
 * asking, drafting, examining, signing and noting stays inside the office: meanwhile the case is
 * “in progress” (statuses.ts, publicStatus).
 */
export const publicActions = [
  'register',
  'confirm',
  'dispatch',
  'transfer',
  'request-supplement',
  'receive-supplement',
  'lapse',
  'ask-third-party',
  'ask-agency',
  'receive-opinion',
  'close-consultation',
  'extend',
  'ask-reasons',
  'receive-reasons',
  'defer',
  'charge',
  'receive-fee',
  'issue',
  'deliver',
  'archive',
  'withdraw',
  'correct',
  'amend',
] as const satisfies readonly (ActionCode | 'register')[];
export type PublicAction = (typeof publicActions)[number];

export const isPublicAction = (action: ActionCode | 'register'): action is PublicAction =>
  (publicActions as readonly string[]).includes(action);
