import type { Holiday } from '../../workdays/calendar';
import { isDay, partsOf, weekdayOf, type Day } from '../../workdays/days';
import type { ClockProblem, ProblemKey } from './problem';
import type { ClockStep } from './steps';

/** The words of the clock in one language: messages `clock`. */
export type ClockWords = {
  steps: Record<ClockStep['key'], string>;
  problems: Record<ProblemKey, string>;
  holidays: Record<Holiday, string>;
  /** What stands between two holidays of one span. */
  and: string;
  /** `0` for Sunday to `6`. */
  weekdays: Record<string, string>;
  /** `1` to `12`. */
  months: Record<string, string>;
  dates: {
    full: string;
    /** A day of the year spoken of already. */
    short: string;
    span: string;
    /** From one day to another of the same month: `from`, `to` and `toDate`, the date alone. */
    monthSpan: string;
  };
};

/**
 * The steps as sentences, one each. A day whose year was named before leaves the year away; receipt
 * and due day always have it. `{span}` stands for `from` to `to`, `{weekday}` for that of `day`.
 */
export function explainSteps(steps: readonly ClockStep[], words: ClockWords): string[] {
  let named = '';
  return steps.map((step) => {
    const isWhole = wholeDates.has(step.key);
    const write = (day: Day): string => {
      const isShort = !isWhole && day.startsWith(named) && named !== '';
      named = day.slice(0, 4);
      return writeDay(day, isShort ? words.dates.short : words.dates.full, words);
    };
    const values = step.values as Record<string, unknown>;
    return fill(words.steps[step.key], (name) => {
      if (name === 'span') return writeSpan(values, write, words);
      if (name === 'weekday') return words.weekdays[weekdayOf(String(values.day))] ?? '';
      if (name === 'holidays') {
        return (values.holidays as Holiday[]).map((code) => words.holidays[code]).join(words.and);
      }
      const value = values[name];
      return isDay(value) ? write(value) : String(value ?? '');
    });
  });
}

/** Why an event can't be, as a sentence. */
export const explainProblem = ({ key, values }: ClockProblem, words: ClockWords): string =>
  fillWords(words.problems[key], values, words);

/** Any other pattern of the clock's words; days are written out, holidays and weekdays named. */
export const fillWords = (
  pattern: string,
  values: Record<string, string | number>,
  words: Pick<ClockWords, 'dates' | 'months' | 'holidays' | 'weekdays'>,
): string =>
  fill(pattern, (name) => {
    const value = values[name];
    if (name === 'holiday') return words.holidays[String(value) as Holiday];
    if (name === 'weekday') return words.weekdays[String(value)] ?? '';
    return isDay(value) ? writeDay(value, words.dates.full, words) : String(value ?? '');
  });

/** Steps whose days are quoted by themselves, and so are written with their year. */
const wholeDates: ReadonlySet<ClockStep['key']> = new Set<ClockStep['key']>([
  'filed',
  'receivedConfirmed',
  'receivedInPerson',
  'receivedSigned',
  'receivedConfirmedPost',
  'period',
  'latest',
  'due',
]);

function writeSpan(
  { from, to }: Record<string, unknown>,
  write: (day: Day) => string,
  words: ClockWords,
): string {
  const [first, last] = [String(from), String(to)];
  const start = write(first);
  if (first === last) return start;
  if (first.slice(0, 7) !== last.slice(0, 7)) {
    return fill(words.dates.span, (name) => (name === 'from' ? start : write(last)));
  }
  return fill(words.dates.monthSpan, (name) => {
    if (name === 'from') return start;
    return name === 'to' ? write(last) : String(partsOf(last).date);
  });
}

function writeDay(day: Day, pattern: string, words: Pick<ClockWords, 'months'>): string {
  const { year, month, date } = partsOf(day);
  const parts: Record<string, string | number> = {
    year,
    month,
    date,
    monthName: words.months[month] ?? '',
  };
  return fill(pattern, (name) => String(parts[name] ?? ''));
}

const fill = (pattern: string, value: (name: string) => string): string =>
  pattern.replace(/\{(\w+)\}/g, (_, name: string) => value(name));
