import { dayOf } from '../workdays/days';

/** From this hour on in Shanghai, when few people read, the day's edition is made. */
const NIGHT_HOUR = 2;

/**
 * Whether a new edition of the open data is due: there is none yet, or the newest is of an earlier
 * day and the night's hour has come. Asked every hour, so that a machine that slept through the
 * night, or runs in another time zone, still makes one a day.
 *
 * @param madeAt ISO time of the newest edition, null before there is one
 * @param now ISO time
 */
export function isEditionDue(madeAt: string | null, now: string): boolean {
  if (madeAt === null) return true;
  return nightOf(madeAt) < nightOf(now);
}

/** The day whose edition a moment belongs to; it begins at the night's hour. */
const nightOf = (moment: string): string =>
  dayOf(new Date(Date.parse(moment) - NIGHT_HOUR * 60 * 60 * 1000));

/** The name of an edition's folder: 20261125T182003123Z. */
export const editionFolder = (madeAt: string): string => madeAt.replace(/[-:.]/g, '');
