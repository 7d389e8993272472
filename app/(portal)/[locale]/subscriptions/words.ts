import { createTranslator } from 'use-intl/core';
import type { Locale } from '@/i18n/routing';
import { messages } from '@/messages';

/** The words of subscriptions, also where there is no page around them. */
export const subscriptionWords = (locale: Locale) =>
  createTranslator({
    locale,
    messages: messages[locale],
    namespace: 'subscriptions',
    timeZone: 'Asia/Shanghai',
  });

/** Where the forms are posted and cookies are sent; plain HTML needs the language. */
export const basePath = (locale: string): string =>
  locale === 'en' ? '/en/subscriptions' : '/subscriptions';

/** As access/attempts.ts counts them. */
export const UNPROVEN_A_DAY = 5;

/** To what a challenge is bound: this form has no draft. */
export const CHALLENGE_OF = 'subscriptions';

/** What a form that was not taken leaves in its own browser, encrypted and for half an hour. */
export type Returned = {
  answers: Record<string, string>;
  errors: { field: string; message: string }[];
};

/** After a post, the page to look at: a reload then sends nothing again. */
export const seeOther = (locale: Locale, path: string): Response =>
  new Response(null, {
    status: 303,
    headers: { Location: `${basePath(locale)}${path}`, 'Cache-Control': 'no-store' },
  });
