import { addMonths, type Day } from '../workdays/days';

/** Months for which an office may still ask back after the outcome, and at most after the close. */
export const KEPT_MONTHS = { afterOutcome: 6, afterClose: 24 } as const;

/** The day on which comments forget who wrote them. */
export function forgetWritersOn(closedOn: Day, outcomeOn: Day | null): Day {
  const latest = addMonths(closedOn, KEPT_MONTHS.afterClose);
  if (!outcomeOn) return latest;
  const soon = addMonths(outcomeOn, KEPT_MONTHS.afterOutcome);
  return soon < latest ? soon : latest;
}
