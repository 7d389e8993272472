import type { LetterAction } from './actions';
import type { LetterPurpose } from './codes';

/** What a writer is told by mail. Words are in messages `lettersOffice.mail.kinds.<code>`. */
export const letterMailKinds = [
  'letter-received',
  'letter-routed',
  'letter-replied',
  'letter-corrected',
  'letter-redirected',
  'letter-discarded',
  'letter-withdrawn',
] as const;
export type LetterMailKind = (typeof letterMailKinds)[number];

export const isLetterMailKind = (value: unknown): value is LetterMailKind =>
  typeof value === 'string' && (letterMailKinds as readonly string[]).includes(value);

const byStep: Partial<Record<LetterAction | 'register', LetterMailKind>> = {
  register: 'letter-received',
  route: 'letter-routed',
  reroute: 'letter-routed',
  issue: 'letter-replied',
  close: 'letter-corrected',
  redirect: 'letter-redirected',
  discard: 'letter-discarded',
  withdraw: 'letter-withdrawn',
};

/** The mail that tells the writer of a step; null where none does. Which office puts a page right is no news. */
export function letterMailFor(
  step: LetterAction | 'register',
  purpose: LetterPurpose,
): LetterMailKind | null {
  if (purpose === 'correction' && (step === 'route' || step === 'reroute')) return null;
  return byStep[step] ?? null;
}
