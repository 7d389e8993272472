import { addDays, daysBetween, yearOf, type Day } from '../workdays/days';
import type { RecordId } from './cell-records';
import { levelOf } from './reporting';
import { reportsAbout, type ReportingAgency } from './reporting-agencies';
import { deadline } from './years';

type Level = 'county' | 'department';

/**
 * When agencies are reminded by themselves: days before the last day on which the report may appear, then
 * every so many days after it, so often.
 *
 * 条例第四十九条: “县级以上人民政府部门应当在每年1月31日前向本级政府信息公开工作主管部门提交本行政机关上一年度政府信息公开工作年度报告并向社会公布。
 * 县级以上地方人民政府的政府信息公开工作主管部门应当在每年3月31日前向社会公布本级政府上一年度政府信息公开工作年度报告。”
 * So departments and townships hear on 10, 20 and 28 January, then weekly from 1 February until the
 * county's own day comes; the county's office on 10, 20 and 28 March, then weekly for as long.
 */
export const SCHEDULE: {
  before: readonly { occasion: string; days: number }[];
  overdue: { everyDays: number; times: number };
} = {
  before: [
    { occasion: 'first', days: 21 },
    { occasion: 'second', days: 11 },
    { occasion: 'last', days: 3 },
  ],
  overdue: { everyDays: 7, times: 9 },
};

/** A reminder that could not be written on its day, for the server was down, is not due for ever. */
const CATCH_UP_DAYS = 3;

/** What a reminder says: the day is coming, it is nearly there, or it has passed. */
export type ReminderTone = 'coming' | 'soon' | 'overdue';

/** So many days before the end at which the words become pressing. */
const SOON_DAYS = 7;

export type ReminderDue = {
  agency: RecordId;
  year: number;
  /** The same reminder goes out once: see `reminderKey`. */
  key: string;
};

/** The days on which reminders about a year's report go out by themselves. */
export function occasions(year: number, level: Level): { occasion: string; on: Day }[] {
  const by = deadline(year, level);
  return [
    ...SCHEDULE.before.map(({ occasion, days }) => ({ occasion, on: addDays(by, -days) })),
    ...Array.from({ length: SCHEDULE.overdue.times }, (_, i) => ({
      occasion: `overdue-${i + 1}`,
      on: addDays(by, 1 + i * SCHEDULE.overdue.everyDays),
    })),
  ];
}

/**
 * Who is to be reminded on a day of last year's report: every agency that owes one, has not published it
 * and still exists.
 *
 * @param published ids of the agencies whose report about that year is public
 */
export function remindersDue(
  today: Day,
  agencies: readonly ReportingAgency[],
  published: ReadonlySet<RecordId>,
): ReminderDue[] {
  const year = yearOf(today) - 1;
  return agencies.flatMap((agency): ReminderDue[] => {
    const { id, kind, abolishedOn } = agency;
    const isGone = Boolean(abolishedOn && abolishedOn <= today);
    if (!reportsAbout(agency, year) || isGone || published.has(id)) return [];
    const now = occasions(year, levelOf(kind)).findLast(({ on }) => on <= today);
    if (!now || daysBetween(now.on, today) > CATCH_UP_DAYS) return [];
    return [{ agency: id, year, key: reminderKey(id, year, now.occasion) }];
  });
}

/** Unique for agency, year and occasion. */
export const reminderKey = (agency: unknown, year: number, occasion: string): string =>
  `${String(agency)}:${year}:${occasion}`;

/** Somebody may remind an agency once a day. */
export const handReminderKey = (agency: unknown, year: number, today: Day): string =>
  reminderKey(agency, year, `hand-${today}`);

/** Whether it is the time for the reports about a year: from January until the last reminder has gone out. */
export const isInSeason = (year: number, today: Day): boolean =>
  yearOf(today) === year + 1 && today <= (occasions(year, 'county').at(-1)?.on ?? '');

/** How the report about a year stands on a day, for the words of a reminder. `days` are calendar days. */
export function urgency(
  year: number,
  level: Level,
  today: Day,
): { tone: ReminderTone; by: Day; days: number } {
  const by = deadline(year, level);
  const left = daysBetween(today, by);
  if (left < 0) return { tone: 'overdue', by, days: -left };
  return { tone: left <= SOON_DAYS ? 'soon' : 'coming', by, days: left };
}
