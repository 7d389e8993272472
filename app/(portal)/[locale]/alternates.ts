import type { Metadata } from 'next';

/** The address of a page in both languages, for search engines. @param path without the language */
export function alternatesOf(locale: string, path: string): Metadata['alternates'] {
  const english = path === '/' ? '/en' : `/en${path}`;
  return {
    canonical: locale === 'en' ? english : path,
    languages: { 'zh-CN': path, en: english },
  };
}
