const ENGLISH_MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/**
 * A day as a reader writes it: 2026年3月1日, or 1 March 2026 in English.
 * What is not a YYYY-MM-DD day is given back unchanged, so that a wrong date stays visible.
 */
export function formatDate(day: string, locale: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  const month = ENGLISH_MONTHS[Number(match?.[2]) - 1];
  if (!match || !month) return day;
  const [year, dayOfMonth] = [match[1], Number(match[3])];
  return locale === 'en'
    ? `${dayOfMonth} ${month} ${year}`
    : `${year}年${Number(match[2])}月${dayOfMonth}日`;
}
