import type { Measure } from './quarter';

/** The columns of a quarterly notice under their heads, in the order of MEASURES. */
export const GROUPS = [
  { code: 'disclosure', measures: ['published', 'late', 'unexplained'] },
  { code: 'catalogue', measures: ['itemsEmpty', 'itemsLate'] },
  {
    code: 'applications',
    measures: ['applicationsAnswered', 'applicationsLate', 'applicationsOverdue'],
  },
  { code: 'letters', measures: ['lettersAnswered', 'lettersLate', 'lettersOverdue'] },
  { code: 'corrections', measures: ['correctionsOverdue'] },
  { code: 'consultations', measures: ['outcomesOverdue'] },
] as const satisfies readonly { code: string; measures: readonly Measure[] }[];
