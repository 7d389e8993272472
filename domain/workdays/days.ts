/**
 * A calendar day in Asia/Shanghai as `YYYY-MM-DD`, a day that exists. Days compare as strings.
 * A plain string, so that it passes through JSON, forms and the database unchanged; check what
 * comes from outside with `isDay` or `assertDay`, read official spellings with `parseDay`.
 */
export type Day = string;

/** Thrown where a text should have been a day and is not. */
export class InvalidDayError extends Error {
  constructor(readonly value: unknown) {
    super(`Not a day that exists, as YYYY-MM-DD: ${JSON.stringify(value)}`);
    this.name = 'InvalidDayError';
  }
}

/** Whether a value is a day that exists, written `YYYY-MM-DD`. */
export function isDay(value: unknown): value is Day {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const date = Number(value.slice(8));
  return date >= 1 && date <= monthLength(Number(value.slice(0, 4)), Number(value.slice(5, 7)));
}

/** The days of a month, 1 to 12; 0 for any other number. */
function monthLength(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  if (month < 1 || month > 12) return 0;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** @throws InvalidDayError */
export function assertDay(value: unknown): asserts value is Day {
  if (!isDay(value)) throw new InvalidDayError(value);
}

/**
 * A day out of the ways official texts write it: `2026-11-24`, `2026年11月24日`, `2026/1/4`,
 * `2026.1.4`, with full-width digits or spaces between. `null` when it is none of these or the
 * day does not exist.
 */
export function parseDay(text: string): Day | null {
  const plain = text.normalize('NFKC').replace(/\s+/g, '');
  const match =
    /^(\d{4})年(\d{1,2})月(\d{1,2})日?$/.exec(plain) ??
    /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(plain)?.filter((_, i) => i !== 2);
  if (!match) return null;
  const [, year, month, date] = match;
  const day = `${year}-${month?.padStart(2, '0')}-${date?.padStart(2, '0')}`;
  return isDay(day) ? day : null;
}

/** The day as a Chinese official text dates itself: `2026年11月24日`, without leading zeros. */
export function formatDay(day: Day): string {
  const { year, month, date } = partsOf(day);
  return `${year}年${month}月${date}日`;
}

/**
 * The Asia/Shanghai day of a moment: a `Date`, an ISO time with its zone (Payload stores date
 * fields as ISO noon UTC), or a day, which is returned as it is.
 *
 * China has kept UTC+8 all the year since 1992; in the summers of 1986–1991 clocks ran an hour
 * ahead, which moves no noon to another day.
 *
 * @throws InvalidDayError for anything else, also for an ISO time without zone, which would mean
 *   another day on another machine.
 */
export function dayOf(isoOrDate: string | Date): Day {
  if (typeof isoOrDate === 'string') {
    // Noon, as day fields are stored, is of the day that it names: figures read tens of thousands of them.
    const plain = isoOrDate.endsWith(NOON) ? isoOrDate.slice(0, -NOON.length) : isoOrDate;
    if (isDay(plain)) return plain;
    if (!/^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})$/.test(isoOrDate)) {
      throw new InvalidDayError(isoOrDate);
    }
  }
  const time = isoOrDate instanceof Date ? isoOrDate.getTime() : Date.parse(isoOrDate);
  if (Number.isNaN(time)) throw new InvalidDayError(isoOrDate);
  const day = new Date(time + 8 * hour).toISOString().slice(0, 10);
  assertDay(day);
  return day;
}

/** The year, month (1–12) and date of a day. @throws InvalidDayError */
export function partsOf(day: Day): { year: number; month: number; date: number } {
  assertDay(day);
  return {
    year: Number(day.slice(0, 4)),
    month: Number(day.slice(5, 7)),
    date: Number(day.slice(8, 10)),
  };
}

/** The year of a day. @throws InvalidDayError */
export function yearOf(day: Day): number {
  assertDay(day);
  return Number(day.slice(0, 4));
}

/** 0 for Sunday to 6 for Saturday. @throws InvalidDayError */
export const weekdayOf = (day: Day): number => new Date(timeOf(day)).getUTCDay();

/** The day so many calendar days later (earlier when negative). @throws InvalidDayError */
export function addDays(day: Day, count: number): Day {
  const result = new Date(timeOf(day) + count * 24 * hour).toISOString().slice(0, 10);
  assertDay(result);
  return result;
}

/**
 * The same date so many months later; the month's last day where it has no such date
 * (31 August + 6 months is the last day of February). @throws InvalidDayError
 */
export function addMonths(day: Day, count: number): Day {
  const { year, month, date } = partsOf(day);
  const lastDate = new Date(Date.UTC(year, month - 1 + count + 1, 0)).getUTCDate();
  const result = new Date(Date.UTC(year, month - 1 + count, Math.min(date, lastDate)));
  return dayOf(result.toISOString().slice(0, 10));
}

/** Calendar days from one day to another, negative when the second is earlier. */
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((timeOf(to) - timeOf(from)) / (24 * hour));

const hour = 60 * 60 * 1000;
const NOON = 'T12:00:00.000Z';

function timeOf(day: Day): number {
  assertDay(day);
  return Date.parse(`${day}T00:00:00Z`);
}
