import { createTranslator } from 'use-intl/core';
import { messages } from '../../messages';
import type { LedgerNote } from './read-ledger';

/** What a note on a row says to the operator, without its end. */
export function noteWords(
  { key, column, value, reading }: LedgerNote,
  locale: keyof typeof messages,
): string {
  const t = createTranslator({ locale, messages: messages[locale], namespace: 'ledger' });
  return t(`notes.${key}`, {
    column: t(`columns.${column}`),
    value: value ?? '',
    reading: readingWords(reading ?? '', locale),
  });
}

/** A code in the portal's own words; a day as it is. */
function readingWords(reading: string, locale: keyof typeof messages): string {
  const { applications, ledger } = messages[locale];
  const words: Record<string, string> = {
    ...applications.channels,
    ...applications.applicants.kinds,
    ...applications.replies.kinds,
    withdrawn: ledger.withdrawn,
  };
  return words[reading] ?? reading;
}
