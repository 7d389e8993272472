import type { Validity } from '../catalogue/codes';
import { assertDay, type Day } from '../workdays/days';

/**
 * What is recorded of a document's standing. Every date is the first day of what it brings:
 * `effectiveOn` the first day in force, `lapsesOn` the first day on which it no longer applies
 * (有效期至12月31日 lapses on 1 January), `change.on` the first day of the repeal or amendment.
 */
export type Standing = {
  effectiveOn?: Day | null;
  lapsesOn?: Day | null;
  change?: { status?: 'none' | 'amended' | 'repealed' | null; on?: Day | null } | null;
};

export type PendingChange = { to: Validity; on: Day };

/**
 * Whether a document may be relied on, on a given day.
 *
 * A repeal outweighs everything, for it is a decision about the document; then expiry, then a
 * start still to come, then an amendment. A change without a date counts at once: it is better
 * to warn a reader a day early than to let a repealed text pass for valid.
 *
 * @throws InvalidDayError when `day` or a recorded date is not a day.
 */
export function validityOn(day: Day, standing: Standing): Validity {
  assertDay(day);
  const { effectiveOn, lapsesOn, change } = standing;
  const hasCome = (on: Day | null | undefined): boolean => !on || isReached(day, on);
  if (change?.status === 'repealed' && hasCome(change.on)) return 'repealed';
  if (lapsesOn && isReached(day, lapsesOn)) return 'lapsed';
  if (effectiveOn && !isReached(day, effectiveOn)) return 'not-yet';
  if (change?.status === 'amended' && hasCome(change.on)) return 'amended';
  return 'in-force';
}

/**
 * Changes that are recorded but still to come: what the validity will be and from which day,
 * earliest first. Days on which nothing would change for the reader are left out. The first one
 * tells a cache, or the nightly sweep, when a page must be made anew.
 *
 * @throws InvalidDayError when `day` or a recorded date is not a day.
 */
export function pendingChanges(day: Day, standing: Standing): PendingChange[] {
  const dates = [standing.effectiveOn, standing.lapsesOn];
  if (standing.change?.status && standing.change.status !== 'none') dates.push(standing.change.on);
  const ahead = [...new Set(dates.filter((on): on is Day => !!on && !isReached(day, on)))].sort();
  const pending: PendingChange[] = [];
  let current = validityOn(day, standing);
  for (const on of ahead) {
    const next = validityOn(on, standing);
    if (next !== current) pending.push({ to: next, on });
    current = next;
  }
  return pending;
}

/** Whether a text may no longer be relied on as it stands: lapsed or repealed. */
export const isSpent = (validity: Validity): boolean =>
  validity === 'lapsed' || validity === 'repealed';

function isReached(day: Day, on: Day): boolean {
  assertDay(on);
  return on <= day;
}
