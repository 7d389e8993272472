import { workdaysIn } from '@/domain/services/chain';
import type { Locale } from '@/i18n/routing';

/** A limit as it was written, in English too where it is one of the common ones. */
export function timeLimitIn(
  limit: string | null | undefined,
  locale: Locale,
  t: (key: 'limit', values: { days: number }) => string,
): string | undefined {
  if (!limit) return undefined;
  const days = locale === 'en' ? workdaysIn(limit) : null;
  return days === null ? limit : t('limit', { days });
}
