import { dayOf } from '@/domain/workdays/days';
import { formatDate } from './format-date';

/** A moment as a reader in China writes it: 2026年3月1日17:00, or 1 March 2026, 17:00. @param iso instant */
export function formatMoment(iso: string, locale: string): string {
  const time = new Date(Date.parse(iso) + 8 * 3600 * 1000).toISOString().slice(11, 16);
  return `${formatDate(dayOf(new Date(iso)), locale)}${locale === 'en' ? ', ' : ''}${time}`;
}
