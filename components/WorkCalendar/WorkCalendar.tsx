import type { ClockDay } from '../../domain/applications/reckon';
import { fillWords, type ClockWords } from '../../domain/applications/reckon/explain';
import { addDays, partsOf, weekdayOf, type Day } from '../../domain/workdays/days';
import styles from './WorkCalendar.module.css';

/** Messages `caseStatus.calendar`. */
export type CalendarWords = {
  caption: string;
  legend: string;
  outside: string;
  today: string;
  weekdays: Record<string, string>;
  /** What stands under the date, a character or two. */
  marks: Record<ClockDay['kind'], string>;
  /** The same for who hears the table. */
  days: Record<ClockDay['kind'], string>;
  /** The same in the legend. */
  kinds: Record<ClockDay['kind'], string>;
};

export type WorkCalendarProps = {
  /** `clock.days`: each day of the period, without a gap. */
  days: readonly ClockDay[];
  words: CalendarWords;
  /** Messages `clock`: names of holidays, weekdays and months. */
  clockWords: ClockWords;
  today?: Day;
};

/**
 * The weeks of a period as small months: which were counted, which not and why, in words and shapes
 * before colours. Asks for nothing but its words, so that the admin can show it too.
 */
export function WorkCalendar({ days, words, clockWords, today }: WorkCalendarProps) {
  if (days.length === 0) return null;
  const known = new Map(days.map((day) => [day.day, day]));
  const months = [...new Set(days.map(({ day }) => day.slice(0, 7)))];
  const kinds = kindsInOrder.filter((kind) => days.some((day) => day.kind === kind));
  return (
    <div className={styles.calendar}>
      <div className={styles.months}>
        {months.map((month) => (
          <table key={month} className={styles.month}>
            <caption className={styles.caption}>{captionOf(month, words, clockWords)}</caption>
            <thead>
              <tr>
                {weekdays.map((weekday) => (
                  <th key={weekday} scope="col" abbr={clockWords.weekdays[weekday]}>
                    {words.weekdays[weekday]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {weeksOf(month)
                .filter((week) => week.some((day) => day !== null && known.has(day)))
                .map((week) => (
                  <tr key={week.find((day) => day !== null)}>
                    {week.map((day, i) =>
                      day === null ? (
                        <td key={i} />
                      ) : (
                        <Cell
                          key={i}
                          day={day}
                          known={known.get(day)}
                          isToday={day === today}
                          words={words}
                          clockWords={clockWords}
                        />
                      ),
                    )}
                  </tr>
                ))}
            </tbody>
          </table>
        ))}
      </div>
      <p className={styles.legendTitle}>{words.legend}</p>
      <ul className={styles.legend}>
        {kinds.map((kind) => (
          <li key={kind} className={styles.key}>
            <span className={`${styles.mark} ${styles[kind]}`} aria-hidden="true">
              {words.marks[kind].replace('{nth}', '6')}
            </span>
            {words.kinds[kind]}
          </li>
        ))}
      </ul>
    </div>
  );
}

type CellProps = Pick<WorkCalendarProps, 'words' | 'clockWords'> & {
  day: Day;
  known: ClockDay | undefined;
  isToday: boolean;
};

function Cell({ day, known, isToday, words, clockWords }: CellProps) {
  const { date } = partsOf(day);
  const said = known ? saidOf(known, words, clockWords) : words.outside;
  return (
    <td aria-current={isToday ? 'date' : undefined} className={isToday ? styles.today : undefined}>
      <span className={known ? styles.date : styles.outside}>{date}</span>
      {known && (
        <span className={`${styles.mark} ${styles[known.kind]}`} aria-hidden="true">
          {words.marks[known.kind].replace('{nth}', String(known.nth ?? '·'))}
        </span>
      )}
      <span className={styles.spoken}>{isToday ? `${said}, ${words.today}` : said}</span>
    </td>
  );
}

function saidOf(day: ClockDay, words: CalendarWords, clockWords: ClockWords): string {
  const values = { nth: day.nth ?? '', ...(day.holiday && { holiday: day.holiday }) };
  return fillWords(words.days[day.kind], values, clockWords).trim();
}

function captionOf(month: string, words: CalendarWords, clockWords: ClockWords): string {
  const [year = '', number = ''] = month.split('-');
  return words.caption
    .replace('{year}', year)
    .replace('{month}', String(Number(number)))
    .replace('{monthName}', clockWords.months[String(Number(number))] ?? '');
}

/** The weeks of a month from Monday on; null where a week's day belongs to another month. */
function weeksOf(month: string): (Day | null)[][] {
  const first = `${month}-01`;
  const weeks: (Day | null)[][] = [];
  const week: (Day | null)[] = weekdays
    .slice(0, weekdays.indexOf(weekdayOf(first)))
    .map(() => null);
  for (let day = first; day.startsWith(month); day = addDays(day, 1)) {
    week.push(day);
    if (week.length === 7) weeks.push(week.splice(0));
  }
  if (week.length > 0) weeks.push([...week, ...Array<null>(7 - week.length).fill(null)]);
  return weeks;
}

/** Monday to Sunday, as Chinese calendars of working days go. */
const weekdays = [1, 2, 3, 4, 5, 6, 0];

const kindsInOrder = [
  'received',
  'counted',
  'make-up',
  'off',
  'holiday',
  'paused',
  'due',
] as const satisfies readonly ClockDay['kind'][];
