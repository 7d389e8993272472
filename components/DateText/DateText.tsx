import { useLocale } from 'next-intl';
import { formatDate } from './format-date';

export type DateTextProps = { day: string; className?: string };

/** A day (YYYY-MM-DD, Asia/Shanghai) in the page's language, with the machine's form beside it. */
export function DateText({ day, className }: DateTextProps) {
  return (
    <time dateTime={day} className={className}>
      {formatDate(day, useLocale())}
    </time>
  );
}
