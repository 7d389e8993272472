import { holidays, isWeekend, type Holiday, type HolidayNotice } from './calendar';
import { addDays, daysBetween, isDay, weekdayOf, yearOf, type Day } from './days';
import { shown } from './shown';

/** What is wrong with a holiday notice, or deserves a look. Sentences are in messages `clock.notice.<key>`. */
export const noticeFindingKeys = [
  'notANotice',
  'year',
  'offNotAList',
  'workedNotAList',
  'tooMany',
  'empty',
  'notASpan',
  'unknownHoliday',
  'notADay',
  'reversed',
  'tooLong',
  'outsideYear',
  'overlap',
  'workedNotWeekend',
  'workedTwice',
  'offAndWorked',
  'missingHoliday',
  'missingDay',
] as const;
export type NoticeFindingKey = (typeof noticeFindingKeys)[number];

export type NoticeFinding = {
  key: NoticeFindingKey;
  /** Where: `off.0` is the first entry of days off, `worked.2` the third day worked; null for the whole. */
  at: string | null;
  /** Days are `YYYY-MM-DD`; `holiday` is a code, `weekday` a number from 0 for Sunday. */
  values: Record<string, string | number>;
};

/** The years a notice can be for: the clock counts no further. */
export const firstNoticeYear = 2004;
export const lastNoticeYear = 2199;

/** The longest holiday so far, Spring Festival of 2020, had ten days. A slip in a month would make it many. */
const longestHoliday = 15;

/** Days off and days worked together; the fullest notice so far has fourteen. */
const mostEntries = 100;

/**
 * A holiday notice that somebody typed or a file holds, checked; anything at all may be given.
 * `findings` keep it from being used. `warnings` don't: they name what every notice so far had, which a file for a
 * single question may leave out, and the one that is kept for all cases may not.
 */
export function checkNotice(
  value: unknown,
):
  | { ok: true; notice: HolidayNotice; warnings: NoticeFinding[] }
  | { ok: false; findings: NoticeFinding[] } {
  if (!isRecord(value)) return { ok: false, findings: [finding('notANotice')] };
  const { year, off = [], worked = [] } = value;
  const findings: NoticeFinding[] = [];
  if (
    typeof year !== 'number' ||
    !Number.isInteger(year) ||
    year < firstNoticeYear ||
    year > lastNoticeYear
  ) {
    const range = { from: firstNoticeYear, to: lastNoticeYear };
    return { ok: false, findings: [finding('year', 'year', { ...range, value: shown(year) })] };
  }
  if (!Array.isArray(off)) findings.push(finding('offNotAList', 'off'));
  if (!Array.isArray(worked)) findings.push(finding('workedNotAList', 'worked'));
  if (!Array.isArray(off) || !Array.isArray(worked)) return { ok: false, findings };
  if (off.length + worked.length > mostEntries) {
    return { ok: false, findings: [finding('tooMany', null, { most: mostEntries })] };
  }
  if (off.length === 0) findings.push(finding('empty', 'off'));

  const daysOff = new Set<Day>();
  const spans = off.flatMap((entry: unknown, i) => {
    const found = checkSpan(entry, `off.${i}`, year, daysOff);
    if ('from' in found) return [found];
    findings.push(...found.findings);
    return [];
  });
  // A day given twice is told once for each entry that repeats it.
  const taken = new Set<Day>();
  for (const span of spans) {
    const twice = daysOf(span).find((day) => taken.has(day));
    if (twice) findings.push(finding('overlap', span.at, { day: twice }));
    for (const day of daysOf(span)) taken.add(day);
  }
  const daysWorked = new Set<Day>();
  for (const [i, day] of worked.entries()) {
    findings.push(...checkWorked(day, `worked.${i}`, year, daysOff, daysWorked));
    if (isDay(day)) daysWorked.add(day);
  }
  if (findings.length > 0) return { ok: false, findings };
  const notice: HolidayNotice = {
    year,
    off: spans.map(({ holiday, from, to }) => ({ holiday, from, to })),
    worked: [...daysWorked],
  };
  return { ok: true, notice, warnings: missingFrom(notice, daysOff) };
}

type Span = { holiday: Holiday; from: Day; to: Day; at: string };

function checkSpan(
  entry: unknown,
  at: string,
  year: number,
  daysOff: Set<Day>,
): Span | { findings: NoticeFinding[] } {
  if (!isRecord(entry)) return { findings: [finding('notASpan', at)] };
  const { holiday, from, to } = entry;
  const findings: NoticeFinding[] = [];
  if (!isHoliday(holiday)) findings.push(finding('unknownHoliday', at, { value: shown(holiday) }));
  for (const day of [from, to]) {
    if (!isDay(day)) findings.push(finding('notADay', at, { value: shown(day) }));
    else if (!isWithin(day, year)) findings.push(finding('outsideYear', at, { day, year }));
  }
  if (isDay(from) && isDay(to) && to < from) findings.push(finding('reversed', at, { from, to }));
  if (isDay(from) && isDay(to) && daysBetween(from, to) >= longestHoliday) {
    findings.push(finding('tooLong', at, { from, to, most: longestHoliday }));
  }
  if (findings.length > 0 || !isHoliday(holiday) || !isDay(from) || !isDay(to)) return { findings };
  const span = { holiday, from, to, at };
  for (const day of daysOf(span)) daysOff.add(day);
  return span;
}

function checkWorked(
  day: unknown,
  at: string,
  year: number,
  daysOff: ReadonlySet<Day>,
  before: ReadonlySet<Day>,
): NoticeFinding[] {
  if (!isDay(day)) return [finding('notADay', at, { value: shown(day) })];
  if (!isWithin(day, year)) return [finding('outsideYear', at, { day, year })];
  if (before.has(day)) return [finding('workedTwice', at, { day })];
  if (daysOff.has(day)) return [finding('offAndWorked', at, { day })];
  if (!isWeekend(day)) {
    return [finding('workedNotWeekend', at, { day, weekday: weekdayOf(day) })];
  }
  return [];
}

/**
 * 全国年节及纪念日放假办法第二条: 元旦 “1月1日”, 劳动节 “5月1日、2日”, 国庆节 “10月1日至3日”. One that falls into another
 * may stand under the other’s name, as Mid-autumn in National Day and National Day in Mid-autumn.
 */
function missingFrom({ year, off }: HolidayNotice, daysOff: ReadonlySet<Day>): NoticeFinding[] {
  const named = new Set(off.map(({ holiday }) => holiday));
  const missing = (dates: readonly string[]): Day[] =>
    dates.map((date) => `${year}-${date}`).filter((day) => !daysOff.has(day));
  const holidaysMissing = yearly.filter(
    ({ holiday, dates, since = 0 }) =>
      year >= since && !named.has(holiday) && (!dates || missing(dates).length > 0),
  );
  return [
    ...holidaysMissing.map(({ holiday }) => finding('missingHoliday', 'off', { holiday })),
    ...missing(yearly.flatMap(({ dates }) => dates ?? [])).map((day) =>
      finding('missingDay', 'off', { day }),
    ),
  ];
}

/**
 * In every notice; without dates those that follow the moon or the sun’s course. Qingming and the Dragon Boat Festival are
 * days off since the measures of 2007 (国务院令第513号), in force from 2008.
 */
const yearly: readonly { holiday: Holiday; dates?: readonly string[]; since?: number }[] = [
  { holiday: 'new-year', dates: ['01-01'] },
  { holiday: 'spring-festival' },
  { holiday: 'qingming', since: 2008 },
  { holiday: 'labour-day', dates: ['05-01'] },
  { holiday: 'dragon-boat', since: 2008 },
  { holiday: 'national-day', dates: ['10-01', '10-02', '10-03'] },
];

/** A notice reaches from the December before its year into the January after. */
const isWithin = (day: Day, year: number): boolean =>
  yearOf(day) === year || day.startsWith(`${year - 1}-12`) || day.startsWith(`${year + 1}-01`);

function daysOf({ from, to }: { from: Day; to: Day }): Day[] {
  const days: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

const isHoliday = (value: unknown): value is Holiday =>
  (holidays as readonly unknown[]).includes(value);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const finding = (
  key: NoticeFindingKey,
  at: string | null = null,
  values: NoticeFinding['values'] = {},
): NoticeFinding => ({ key, at, values });
