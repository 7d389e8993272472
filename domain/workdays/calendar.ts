import { addDays, weekdayOf, yearOf, type Day } from './days';

/**
 * Which days public offices work. Statutory periods are counted against this, so that tests and
 * counties with an extra local holiday can bring their own.
 */
export interface Calendar {
  /** Whether offices work on the day, make-up weekends (调休) included. */
  isWorkday(day: Day): boolean;
  /** Whether the State Council's holiday notice for the year is known. */
  coversYear(year: number): boolean;
  /** The code of the holiday a day off belongs to; undefined for working days and plain weekends. */
  holidayOn(day: Day): Holiday | undefined;
}

/** Names are in messages `clock.holidays.<code>`. */
export const holidays = [
  'new-year', // 元旦
  'spring-festival', // 春节
  'qingming', // 清明
  'labour-day', // 劳动节
  'dragon-boat', // 端午
  'mid-autumn', // 中秋
  'national-day', // 国庆节
  'victory-day', // 2015: 抗战胜利70周年纪念日
  'other', // a day off by a notice of its own
] as const;
export type Holiday = (typeof holidays)[number];

/** One year's notice of the State Council (国务院办公厅关于…年部分节假日安排的通知). */
export type HolidayNotice = {
  year: number;
  /** Days off, first and last day of each holiday. */
  off: { holiday: Holiday; from: Day; to: Day }[];
  /** Weekend days on which offices work (上班). */
  worked: Day[];
};

/** Saturday or Sunday. */
export const isWeekend = (day: Day): boolean => [0, 6].includes(weekdayOf(day));

/** A weekend day on which offices work. */
export const isMakeUpDay = (day: Day, calendar: Calendar): boolean =>
  isWeekend(day) && calendar.isWorkday(day);

/**
 * Whether the calendar can still change for a day. A year's notice may move the last days of the
 * December before it: the notice for 2019 took 31 December 2018 off and worked the 29th, the one
 * for 2008 did so too. Until the next year's notice is known, those days are not certain.
 */
export function isCertain(day: Day, calendar: Calendar): boolean {
  const year = yearOf(day);
  if (!calendar.coversYear(year)) return false;
  return day < `${year}-12-28` || calendar.coversYear(year + 1);
}

/**
 * A calendar that also knows a notice which came out after the program was built. It speaks for
 * its own year and for the December days it names; all else is asked of the calendar below.
 */
export function withNotice(calendar: Calendar, notice: HolidayNotice): Calendar {
  const off = new Map<Day, Holiday>();
  for (const span of notice.off) {
    for (let day = span.from; day <= span.to; day = addDays(day, 1)) off.set(day, span.holiday);
  }
  const worked = new Set(notice.worked);
  const isOwn = (day: Day) => yearOf(day) === notice.year;
  return {
    coversYear: (year) => year === notice.year || calendar.coversYear(year),
    isWorkday: (day) => {
      if (off.has(day)) return false;
      if (worked.has(day)) return true;
      return isOwn(day) ? !isWeekend(day) : calendar.isWorkday(day);
    },
    holidayOn: (day) => {
      if (worked.has(day)) return undefined;
      return off.get(day) ?? (isOwn(day) ? undefined : calendar.holidayOn(day));
    },
  };
}
