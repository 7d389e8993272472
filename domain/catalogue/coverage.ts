import { addDays, daysBetween, type Day } from '../workdays/days';

/**
 * How an item of the catalogue stands.
 *
 * - `nothing`: it is to be disclosed and nothing was published under it
 * - `late`: the last publication is older than its renewal interval
 * - `covered`: something was published, and nothing more is due
 * - `on-request`: disclosed on application (依申请公开), so nothing is missing
 */
export const COVERAGES = ['nothing', 'late', 'covered', 'on-request'] as const;
export type Coverage = (typeof COVERAGES)[number];

export type Standing = {
  coverage: Coverage;
  /** The day by which something new is due, where the item is to be renewed. */
  dueOn?: Day;
  /** How many days that is past; only of a late item. */
  daysLate?: number;
};

/**
 * 条例第二十六条: 属于主动公开范围的政府信息，应当自该政府信息形成或者变更之日起20个工作日内及时公开。
 * How often there is something new is the catalogue's own word for each item: `reviewDays`.
 *
 * @param last the day of the newest publication under the item
 */
export function standingOf(
  item: { way?: string | null; reviewDays?: number | null },
  last: Day | undefined,
  today: Day,
): Standing {
  if (item.way === 'on-request' && !last) return { coverage: 'on-request' };
  if (!last) return { coverage: 'nothing' };
  if (!item.reviewDays) return { coverage: 'covered' };
  const dueOn = addDays(last, item.reviewDays);
  if (today <= dueOn) return { coverage: 'covered', dueOn };
  return { coverage: 'late', dueOn, daysLate: daysBetween(dueOn, today) };
}

export type Tally = Record<Coverage, number> & { items: number };

/** How many items stand in each way. */
export function tally(standings: readonly { coverage: Coverage }[]): Tally {
  const counts: Tally = { items: 0, nothing: 0, late: 0, covered: 0, 'on-request': 0 };
  for (const { coverage } of standings) {
    counts[coverage] += 1;
    counts.items += 1;
  }
  return counts;
}
