import { formatDay, isDay, type Day } from '../../workdays/days';
import type { LetterWords } from './facts';
import { fillWords } from './words';

/**
 * A day up to which something is promised or asked for. 条例第三十三条 counts to the end of the last day,
 * and “前” alone may be read as leaving that day out: so the day itself is named as part of it. A day that a
 * holiday notice can still move says so.
 *
 * @param mayMove the year whose notice is not out; null or left out where none is waited for
 */
export function promisedDay(
  day: Day | undefined,
  mayMove: number | null | undefined,
  { sentences }: LetterWords,
): string | null {
  if (!isDay(day)) return null;
  const said = fillWords(sentences.dayIncluded, { day: formatDay(day) });
  return mayMove ? said.replace(/）$/u, `；${movable(mayMove, sentences)}）`) : said;
}

/** The day in a sentence that leaves no doubt whether it is included: “最迟于……答复”. */
export function latestDay(
  day: Day,
  mayMove: number | null | undefined,
  { sentences }: LetterWords,
): string {
  const said = formatDay(day);
  return mayMove ? `${said}（${movable(mayMove, sentences)}）` : said;
}

/** A template that names the day as included by itself is not made to say it twice. */
export const saidOnce = (day: string, next: string): string =>
  /^[（(]含/u.test(next)
    ? day.replace(/（含当日(?:；|）$)/u, (cut) => (cut.endsWith('；') ? '（' : ''))
    : day;

const movable = (year: number, sentences: LetterWords['sentences']): string =>
  fillWords(sentences.dayMayMove, { year });
