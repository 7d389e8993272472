import { createTranslator } from 'use-intl/core';
import type words from '../../messages/en/releaseCheck.json';
import type { ReleaseFinding } from './findings';

/** What a finding says in the given words (messages `releaseCheck`): what is wrong, where, and what to do about it. */
export function findingSentenceIn(
  { key, place, values }: ReleaseFinding,
  releaseCheck: typeof words,
  locale: string,
): string {
  const t = createTranslator({ locale, messages: releaseCheck });
  return t(`findings.${key}`, {
    ...values,
    count: Number(values?.count ?? 0),
    place: place ?? 'none',
    part: partOf(place),
  });

  function partOf(at: string | undefined): string {
    if (at === undefined) return t('parts.file');
    return at in releaseCheck.parts
      ? t(`parts.${at as keyof typeof releaseCheck.parts}`, { place: at })
      : t('parts.slide', { place: at });
  }
}
