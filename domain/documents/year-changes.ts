import type { Day } from '../workdays/days';
import { decisionsAbout, type Decision, type DocumentFacts, type IncomingFrom } from './history';

/** One line of the year's changes: what happened to a document, from which day, by which other. */
export type YearChange<T> = {
  kind: Decision<T>['kind'] | 'lapsed';
  on: Day;
  by?: T;
  byName?: string;
  provisions?: string;
  reason?: string;
};

/**
 * What was decided about a document, and its lapse, with a day each; what has no day belongs to no
 * year. A document that was repealed before its term ended does not lapse.
 */
export function changesOf<T>(
  facts: DocumentFacts,
  incoming: readonly IncomingFrom<T>[],
): YearChange<T>[] {
  const decisions = decisionsAbout(facts, incoming);
  const changes = decisions.flatMap(({ effect: _, on, ...rest }): YearChange<T>[] =>
    on ? [{ ...rest, on }] : [],
  );
  const { lapsesOn } = facts;
  const isRepealedBefore = decisions.some(
    ({ effect, on }) => effect === 'repealed' && (!on || !lapsesOn || on <= lapsesOn),
  );
  if (lapsesOn && !isRepealedBefore) changes.push({ kind: 'lapsed', on: lapsesOn });
  return changes.sort((a, b) => (a.on < b.on ? -1 : 1));
}

export const yearOf = (day: Day): number => Number(day.slice(0, 4));
