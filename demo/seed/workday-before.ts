import { nationalCalendar } from '@/domain/workdays/national-calendar';
import { addDays, type Day } from '@/domain/workdays/days';

/** The working day that lies `offset` (0 or less) working days from today; 0 is today or the last one before it. */
export function workdayBefore(today: Day, offset: number): Day {
  let day = today;
  let left = -offset;
  while (left > 0 || !nationalCalendar.isWorkday(day)) {
    if (nationalCalendar.isWorkday(day)) left -= 1;
    day = addDays(day, -1);
  }
  return day;
}
