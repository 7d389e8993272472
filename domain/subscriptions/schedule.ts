import type { Frequency } from './codes';

/** The hour of Beijing at which digests go out: before work, and not in the middle of the night. */
const DIGEST_HOUR = 8;

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
/** Shanghai keeps UTC+8 all the year. */
const OFFSET = 8 * HOUR;
/** 5 January 1970 was a Monday. */
const FIRST_MONDAY = 4 * DAY;

/** The last moment at which digests of a frequency were due: 8:00 of this day or of Monday, in Beijing. */
export function lastSlot(frequency: Frequency, now: Date): Date {
  const [start, step] = frequency === 'weekly' ? [FIRST_MONDAY, 7 * DAY] : [0, DAY];
  const local = now.getTime() + OFFSET - DIGEST_HOUR * HOUR - start;
  return new Date(Math.floor(local / step) * step + start + DIGEST_HOUR * HOUR - OFFSET);
}

/** The next one after it. */
export const nextSlot = (frequency: Frequency, now: Date): Date =>
  new Date(lastSlot(frequency, now).getTime() + (frequency === 'weekly' ? 7 : 1) * DAY);

/**
 * Whether a digest is due: a slot has come since the last one. Who was served late, because the portal
 * stood still, is served once and not once for every slot that passed.
 *
 * @param lastSentAt ISO instant of the last digest, or of the confirmation where there was none
 */
export const isDigestDue = (lastSentAt: string, frequency: Frequency, now: Date): boolean =>
  Date.parse(lastSentAt) < lastSlot(frequency, now).getTime();
