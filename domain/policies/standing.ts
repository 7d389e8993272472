import { addDays, assertDay, daysBetween, type Day } from '../workdays/days';
import {
  isSpent,
  pendingChanges,
  validityOn,
  type Standing as Validities,
} from '../documents/validity';

/** A document that a policy rests on, with all that decides whether it holds. */
export type SourceStanding = Validities & { id: string };

export type PolicyDays = {
  /** First and last day on which applications are taken; without them, as long as the documents hold. */
  startsOn?: Day | null;
  endsOn?: Day | null;
};

export const STANDINGS = ['open', 'closing', 'not-yet', 'closed', 'expired'] as const;
export type StandingState = (typeof STANDINGS)[number];

export type PolicyStanding = {
  state: StandingState;
  /** `not-yet`: the first day, where it is known. */
  opensOn?: Day;
  /** `open` and `closing`: the last day, where there is one. `closed`: the day that was the last. */
  lastDay?: Day;
  /** `closing`: 0 on the last day. */
  daysLeft?: number;
  /** `expired`: the first of its documents that no longer holds, and since when, where that is known. */
  expired?: { source: string; how: 'lapsed' | 'repealed'; since?: Day };
  /** Where the last day is a document's: which one ends. */
  endsWith?: string;
  /** Documents that were amended: what is quoted may read otherwise now. */
  amended: string[];
};

/** So many days before the last one a policy counts as closing soon. */
export const CLOSING_DAYS = 30;

/**
 * Whether a policy can still be had, on a given day. 国务院办公厅 (国办发〔2018〕37号): 失效、废止的
 * 行政规范性文件不得作为行政管理的依据. So a guide ends with the first of the documents it rests on,
 * whatever it says of itself, and nobody has to remember to take it down.
 *
 * Expiry outweighs the policy's own days, for it is decided about the basis; then its last day, then a
 * start still to come.
 *
 * @throws InvalidDayError when `today` or a recorded date is not a day
 */
export function standing(
  { startsOn, endsOn }: PolicyDays,
  sources: readonly SourceStanding[],
  today: Day,
): PolicyStanding {
  assertDay(today);
  const known = sources.map((source) => ({ source, validity: validityOn(today, source) }));
  const amended = known
    .filter(({ validity }) => validity === 'amended')
    .map(({ source }) => source.id);
  const spent = known
    .filter(({ validity }) => isSpent(validity))
    .map(({ source, validity }) => ({
      source: source.id,
      how: validity as 'lapsed' | 'repealed',
      since: spentSince(source, validity as 'lapsed' | 'repealed', today),
    }))
    .sort((a, b) => (a.since ?? '').localeCompare(b.since ?? ''));
  if (spent[0]) return { state: 'expired', expired: spent[0], amended };
  if (endsOn && endsOn < today) return { state: 'closed', lastDay: endsOn, amended };
  const starts = [
    startsOn,
    ...known.flatMap(({ source, validity }) => (validity === 'not-yet' ? source.effectiveOn : [])),
  ].filter((day): day is Day => Boolean(day) && (day as Day) > today);
  if (starts.length > 0) return { state: 'not-yet', opensOn: starts.sort().at(-1), amended };
  return { ...lastDayOf(endsOn, sources, today), amended };
}

/** What is or will be ended first comes first; what can't be had any more last. */
export const STANDING_ORDER: Record<StandingState, number> = {
  closing: 0,
  open: 1,
  'not-yet': 2,
  closed: 3,
  expired: 4,
};

/** Whether one may still apply, today or later. */
export const isOver = (state: StandingState): boolean => state === 'closed' || state === 'expired';

function lastDayOf(
  endsOn: Day | null | undefined,
  sources: readonly SourceStanding[],
  today: Day,
): Pick<PolicyStanding, 'state' | 'lastDay' | 'daysLeft' | 'endsWith'> {
  const ends = sources.flatMap((source) => {
    const end = pendingChanges(today, source).find(({ to }) => isSpent(to));
    return end ? [{ lastDay: addDays(end.on, -1), endsWith: source.id }] : [];
  });
  const [first] = [...(endsOn ? [{ lastDay: endsOn, endsWith: undefined }] : []), ...ends].sort(
    (a, b) => a.lastDay.localeCompare(b.lastDay),
  );
  if (!first) return { state: 'open' };
  const daysLeft = daysBetween(today, first.lastDay);
  const { lastDay, endsWith } = first;
  const isSoon = daysLeft <= CLOSING_DAYS;
  return {
    state: isSoon ? 'closing' : 'open',
    lastDay,
    ...(isSoon && { daysLeft }),
    ...(endsWith !== undefined && { endsWith }),
  };
}

function spentSince(
  { lapsesOn, changes = [] }: SourceStanding,
  how: 'lapsed' | 'repealed',
  today: Day,
): Day | undefined {
  if (how === 'lapsed') return lapsesOn ?? undefined;
  const repeals = changes.filter(({ status, on }) => status === 'repealed' && (!on || on <= today));
  // A repeal without a day counts at once, so since when nobody knows.
  if (repeals.some(({ on }) => !on)) return undefined;
  return repeals.map(({ on }) => on as Day).sort()[0];
}
