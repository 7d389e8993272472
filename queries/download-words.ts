import { createTranslator } from 'use-intl/core';
import type { Locale } from '@/i18n/routing';
import { messages } from '@/messages';

/** How much one ZIP may hold. */
export const LOT_LIMITS = { documents: 200, megabytes: 200, atOnce: 2 } as const;

export const downloadWords = (locale: Locale) =>
  createTranslator({ locale, messages: messages[locale], namespace: 'downloads' });

export type LotProblem = 'many' | 'big' | 'none' | 'busy';
