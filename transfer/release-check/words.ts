import { createTranslator } from 'use-intl/core';
import { messages } from '../../messages';
import type { ReleaseFinding } from './findings';

/** What a finding says to the officer: what is wrong, where, and what to do about it. */
export function findingSentence(
  { key, place, values }: ReleaseFinding,
  locale: keyof typeof messages,
): string {
  const t = createTranslator({ locale, messages: messages[locale], namespace: 'releaseCheck' });
  return t(`findings.${key}`, {
    ...values,
    count: Number(values?.count ?? 0),
    place: place ?? 'none',
    part: partOf(place),
  });

  function partOf(at: string | undefined): string {
    if (at === undefined) return t('parts.file');
    return at in messages[locale].releaseCheck.parts
      ? t(`parts.${at as keyof (typeof messages)['en']['releaseCheck']['parts']}`, { place: at })
      : t('parts.slide', { place: at });
  }
}
