import type { Validity } from '../catalogue/codes';
import { assertDay, type Day } from '../workdays/days';
import {
  dayOfEffect,
  effectOf,
  type ActingDays,
  type Relation,
  type RelationEffect,
} from './relations';

/** Something that was decided about a document; `on` is its first day. */
export type Change = { status: RelationEffect; on?: Day | null };

/**
 * What decides a document's standing. Every date is the first day of what it brings: `effectiveOn`
 * the first day in force, `lapsesOn` the first day on which it no longer applies (有效期至12月31日
 * lapses on 1 January), a change's `on` the first day of the repeal or amendment.
 */
export type Standing = {
  effectiveOn?: Day | null;
  lapsesOn?: Day | null;
  changes?: readonly Change[];
};

/** What a document's own record says: its days, and a change by a document not held here. */
export type OwnFacts = {
  effectiveOn?: Day | null;
  lapsesOn?: Day | null;
  change?: { status?: 'none' | RelationEffect | null; on?: Day | null } | null;
};

/** A relation as the other side sees it, with the days of the document that acts. */
export type Incoming = Relation & { by: ActingDays };

export type PendingChange = { to: Validity; on: Day };

/**
 * Puts together a document's own record and what others do to it.
 *
 * 《国务院办公厅关于加强行政规范性文件制定和监督管理工作的通知》（国办发〔2018〕37号）: 文件的废止、
 * 失效要向社会公布. It is said once, by the document that decides it.
 *
 * @param incoming relations of documents that are public now; a draft decides nothing
 */
export function standingOf(own: OwnFacts, incoming: readonly Incoming[]): Standing {
  const { effectiveOn, lapsesOn, change } = own;
  const changes = incoming.flatMap((relation): Change[] => {
    const status = effectOf(relation);
    return status ? [{ status, on: dayOfEffect(relation, relation.by) }] : [];
  });
  if (change?.status && change.status !== 'none') {
    changes.push({ status: change.status, on: change.on ?? null });
  }
  return { effectiveOn, lapsesOn, changes };
}

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
  const { effectiveOn, lapsesOn, changes = [] } = standing;
  const has = (status: RelationEffect): boolean =>
    changes.some((change) => change.status === status && (!change.on || isReached(day, change.on)));
  if (has('repealed')) return 'repealed';
  if (lapsesOn && isReached(day, lapsesOn)) return 'lapsed';
  if (effectiveOn && !isReached(day, effectiveOn)) return 'not-yet';
  return has('amended') ? 'amended' : 'in-force';
}

/**
 * Changes that are recorded but still to come: what the validity will be and from which day,
 * earliest first. Days on which nothing would change for the reader are left out. The first one
 * tells a cache, or the nightly sweep, when a page must be made anew.
 *
 * @throws InvalidDayError when `day` or a recorded date is not a day.
 */
export function pendingChanges(day: Day, standing: Standing): PendingChange[] {
  const dates = [
    standing.effectiveOn,
    standing.lapsesOn,
    ...(standing.changes ?? []).map(({ on }) => on),
  ];
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
