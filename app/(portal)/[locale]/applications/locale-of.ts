import { hasLocale } from 'next-intl';
import { routing, type Locale } from '@/i18n/routing';

/**
 * The language of the form that was sent. An action runs before any page is rendered, and so knows
 * no locale by itself: it would answer an English form in Chinese.
 */
export function localeOf(form: FormData): Locale {
  const locale = form.get('locale');
  return hasLocale(routing.locales, locale) ? locale : routing.defaultLocale;
}
