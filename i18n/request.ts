import { hasLocale } from 'next-intl';
import { getRequestConfig } from 'next-intl/server';
import { _createCache } from 'use-intl/core';
import { messages } from '@/messages';
import { routing } from './routing';

/**
 * Messages as they were once read for their gaps and plurals. next-intl keeps them for one page and reads them
 * again for the next, which is a tenth of a millisecond for each; the messages never change while the portal runs.
 */
const parsed = { _cache: _createCache() };

export default getRequestConfig(async ({ requestLocale }) => {
  const requested = await requestLocale;
  const locale = hasLocale(routing.locales, requested) ? requested : routing.defaultLocale;
  return { ...parsed, locale, messages: messages[locale], timeZone: 'Asia/Shanghai' };
});
