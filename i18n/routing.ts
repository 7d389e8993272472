import { defineRouting } from 'next-intl/routing';

/**
 * Chinese is the language of the law and has no prefix; English stands under /en.
 * No cookie and no guessing from headers: one address always shows one language,
 * so that a page can be cached and shared.
 */
export const routing = defineRouting({
  locales: ['zh-CN', 'en'],
  defaultLocale: 'zh-CN',
  localePrefix: 'as-needed',
  localeCookie: false,
  localeDetection: false,
});

export type Locale = (typeof routing.locales)[number];
