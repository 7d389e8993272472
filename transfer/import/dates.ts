import { NUMERAL_CHARACTERS, parseChineseNumeral } from '../../domain/documents/chinese-numerals';

const NUMERAL = `[${NUMERAL_CHARACTERS}]`;

/** Matches one whole date in running text, with Arabic (also full-width) or Chinese digits. */
export const datePattern = (): RegExp =>
  new RegExp(`(${NUMERAL}{4})\\s*年\\s*(${NUMERAL}{1,3})\\s*月\\s*(${NUMERAL}{1,3})\\s*日`, 'gu');

/**
 * The first date in a text as `YYYY-MM-DD`: 2019年1月27日, ２０１９年１月２７日,
 * 二〇一九年一月二十七日, 2019-01-27. A day that no calendar has is no date.
 */
export function readDate(text: string): string | undefined {
  const written = datePattern().exec(text);
  const match =
    written ?? /(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/u.exec(text.normalize('NFKC'));
  if (!match) return undefined;
  const [year = 0, month = 0, day = 0] = match.slice(1, 4).map((part) => parseChineseNumeral(part));
  return toDay(year, month, day);
}

function toDay(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal && year >= 1900 && year < 2200 ? date.toISOString().slice(0, 10) : undefined;
}
