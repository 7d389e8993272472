import { stateAt } from '@/domain/consultations/state';
import { dayOf } from '@/domain/workdays/days';
import type { Consultation } from '@/payload-types';

export type Standing = Pick<
  Consultation,
  'opensAt' | 'closesAt' | 'outcomeOn' | 'outcomeDueOn' | 'withoutOutcome'
>;

/** Where a stored consultation stands. @param now ISO instant */
export const standingAt = (consultation: Standing, now: string) =>
  stateAt(
    {
      // MongoDB gives dates where SQLite gives texts.
      opensAt: new Date(consultation.opensAt).toISOString(),
      closesAt: new Date(consultation.closesAt).toISOString(),
      outcomeOn: consultation.outcomeOn ? dayOf(new Date(consultation.outcomeOn)) : null,
      outcomeDueOn: consultation.outcomeDueOn ? dayOf(new Date(consultation.outcomeDueOn)) : null,
      isBrokenOff: Boolean(consultation.withoutOutcome?.trim()),
    },
    now,
  );

export const takesCommentsAt = (
  consultation: Standing & Pick<Consultation, 'takesComments'>,
  now: string,
): boolean => consultation.takesComments !== false && standingAt(consultation, now) === 'open';
