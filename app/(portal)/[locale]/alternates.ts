import type { Metadata } from 'next';

/**
 * The address of a page in both languages, for search engines.
 * @param path without the language
 * @param feed path of the feed of the same contents, for readers of feeds
 */
export function alternatesOf(locale: string, path: string, feed?: string): Metadata['alternates'] {
  const english = path === '/' ? '/en' : `/en${path}`;
  return {
    canonical: locale === 'en' ? english : path,
    languages: { 'zh-CN': path, en: english },
    ...(feed && feedOf(locale, feed)),
  };
}

/** The feed of a page, which programs look for in its head. @param feed path without the language */
export const feedOf = (locale: string, feed: string) => ({
  types: { 'application/atom+xml': locale === 'en' ? `/en${feed}` : feed },
});
