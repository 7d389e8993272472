import { createTranslator } from 'use-intl/core';
import type { Locale } from '@/i18n/routing';
import { messages } from '@/messages';
import type { Format } from '@/transfer/export/format-names';

/** How much one ZIP may hold. */
export const LOT_LIMITS = { documents: 200, megabytes: 200, atOnce: 2 } as const;

export const downloadWords = (locale: Locale) =>
  createTranslator({ locale, messages: messages[locale], namespace: 'downloads' });

/** `search`: what is in the list could not be found out; `busy`: too many are made at once. */
export type LotProblem = 'many' | 'big' | 'none' | 'busy' | 'search';

/** The links of a page that offers its text in these formats, for Actions. */
export function downloadLinks(
  path: string,
  formats: readonly (Format | 'zip')[],
  locale: Locale,
): { href: string; label: string; note?: string }[] {
  const t = downloadWords(locale);
  const prefix = locale === 'en' ? '/en' : '';
  return formats.map((format) => ({
    href: `${prefix}${path}/download?format=${format}`,
    label: t(format),
    ...(format === 'zip' && { note: t('zipNote') }),
  }));
}
