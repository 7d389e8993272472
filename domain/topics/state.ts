import type { Day } from '../workdays/days';

/** 将开设, 开设中, 已归档: whether a topic is announced, kept up, or kept as it was. */
export const TOPIC_STATES = ['upcoming', 'open', 'archived'] as const;
export type TopicState = (typeof TOPIC_STATES)[number];

/**
 * How a topic stands on a day. Without a day of opening it is open; it is archived from the day of its
 * closing, and keeps its address for good.
 *
 * @param days as stored: a day, or the instant of its noon in UTC
 */
export function topicState(
  { openedOn, closedOn }: { openedOn?: string | null; closedOn?: string | null },
  today: Day,
): TopicState {
  if (closedOn && closedOn.slice(0, 10) <= today) return 'archived';
  if (openedOn && openedOn.slice(0, 10) > today) return 'upcoming';
  return 'open';
}
