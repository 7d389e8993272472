import { createTranslator } from 'use-intl/core';
import type { Locale } from '@/i18n/routing';
import { messages } from '@/messages';

const wordsIn = (locale: Locale) =>
  createTranslator({
    locale,
    messages: messages[locale],
    namespace: 'developers',
    timeZone: 'Asia/Shanghai',
  });

const words = { 'zh-CN': wordsIn('zh-CN'), en: wordsIn('en') };

export const developerWords = (locale: Locale) => words[locale];

/** The language of `Accept-Language` that the portal has; Chinese where it has none of them. */
export function languageOf(headers: Headers): Locale {
  const wishes = (headers.get('accept-language') ?? '').split(',').map((wish) => {
    const [tag = '', ...rest] = wish.trim().toLowerCase().split(';');
    const weight = rest.map((part) => /^\s*q=([\d.]+)/.exec(part)?.[1]).find(Boolean);
    return { tag, weight: weight === undefined ? 1 : Number(weight) };
  });
  const best = wishes
    .filter(({ tag, weight }) => /^(zh|en)\b/.test(tag) && weight > 0)
    .sort((a, b) => b.weight - a.weight)[0];
  return best?.tag.startsWith('en') ? 'en' : 'zh-CN';
}
