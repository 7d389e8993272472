// The data and not the library's functions: those build local-time dates out of a day's text and
// answer for the day before on a machine west of Greenwich, and for a year without a notice they
// answer as if it had no holidays at all.
import data from 'chinese-days/dist/chinese-days.json';
import { isWeekend, type Calendar, type Holiday } from './calendar';
import { yearOf, type Day } from './days';

/**
 * The working days of mainland offices after the State Council's notices, from chinese-days
 * (2004 to the last year its data has). Years outside are plain weeks with the holidays whose
 * dates the law fixes, and `coversYear` says that they are not to be relied on.
 */
export const nationalCalendar: Calendar = {
  coversYear: (year) => coveredYears.has(year),
  isWorkday: (day) => {
    if (daysOff.has(day)) return false;
    if (daysWorked.has(day)) return true;
    return !isWeekend(day) && !fixedHoliday(day);
  },
  holidayOn: (day) => daysOff.get(day) ?? (daysWorked.has(day) ? undefined : fixedHoliday(day)),
};

const names: Record<string, Holiday> = {
  元旦: 'new-year',
  春节: 'spring-festival',
  清明: 'qingming',
  劳动节: 'labour-day',
  端午: 'dragon-boat',
  中秋: 'mid-autumn',
  国庆节: 'national-day',
  中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日: 'victory-day',
};

const daysOff = new Map<Day, Holiday>(
  Object.entries<string>(data.holidays).map(([day, label]) => [day, holidayOf(label)]),
);

const daysWorked = new Set<Day>(Object.keys(data.workdays));

// Each notice names National Day of its own year, while a lone December or January day may
// belong to the neighbour's notice.
const coveredYears = new Set<number>(
  [...daysOff.keys()].filter((day) => day.endsWith('-10-01')).map(yearOf),
);

/** The library's label is `English,中文,statutory days`. */
function holidayOf(label: string): Holiday {
  return names[label.split(',')[1] ?? ''] ?? 'other';
}

/**
 * 全国年节及纪念日放假办法第二条: 元旦 “1月1日”, 劳动节 “5月1日、2日”, 国庆节 “10月1日至3日”.
 * Only for years whose notice is not known; the other holidays follow the lunar calendar and come
 * with the notice.
 */
function fixedHoliday(day: Day): Holiday | undefined {
  if (coveredYears.has(yearOf(day))) return undefined;
  switch (day.slice(5)) {
    case '01-01':
      return 'new-year';
    case '05-01':
    case '05-02':
      return 'labour-day';
    case '10-01':
    case '10-02':
    case '10-03':
      return 'national-day';
    default:
      return undefined;
  }
}
