import type { Followed } from './parse';
import type { PublicationChange } from './codes';

/** An event as subscribers may be told of it, under what it can be followed by. */
export type Told = {
  serial: number;
  /** `documents:12`. */
  record: string;
  change: PublicationChange;
  /** `agency:finance`, `theme:…`, `column:…`, `topic:…`, `document:…`, `search:…`. */
  tags: ReadonlySet<string>;
};

/** Whether an event concerns a subscription. */
export const concerns = ({ subject, target }: Followed, { tags }: Pick<Told, 'tags'>): boolean =>
  subject === 'all' || tags.has(`${subject}:${target}`);

/**
 * What a digest tells: the events of a stretch that concern a subscription, each record once a change. Of
 * a text that was published and withdrawn within the stretch only the withdrawal is told.
 */
export function digestOf<T extends Told>(followed: Followed, events: readonly T[]): T[] {
  const latest = new Map<string, T>();
  for (const event of events) {
    if (!concerns(followed, event)) continue;
    if (event.change === 'withdrawn') {
      for (const change of ['published', 'corrected', 'validity']) {
        latest.delete(`${event.record}:${change}`);
      }
    }
    if (event.change === 'published') latest.delete(`${event.record}:withdrawn`);
    latest.delete(`${event.record}:${event.change}`);
    latest.set(`${event.record}:${event.change}`, event);
  }
  return [...latest.values()].sort((a, b) => a.serial - b.serial);
}

/** How many items a mail lists; of the rest it gives the number and the list. */
const MOST_ITEMS = 30;

/** The order in which a mail tells them. */
const CHANGE_ORDER = ['published', 'corrected', 'validity', 'withdrawn'] as const;

/** Items under their change, the newest first, no more than a mail holds, and how many are left out. */
export function grouped<T extends Pick<Told, 'change' | 'serial'>>(
  items: readonly T[],
  most: number = MOST_ITEMS,
): { groups: { change: PublicationChange; items: T[] }[]; left: number } {
  let room = most;
  const groups = CHANGE_ORDER.flatMap((change) => {
    const own = items
      .filter((item) => item.change === change)
      .sort((a, b) => b.serial - a.serial)
      .slice(0, room);
    room -= own.length;
    return own.length > 0 ? [{ change, items: own }] : [];
  });
  return { groups, left: items.length - (most - room) };
}
