import { createTranslator } from 'use-intl/core';
import type { CommentError } from '@/domain/consultations/parse-comment';
import type { Locale } from '@/i18n/routing';
import { messages } from '@/messages';
import type { AddressValues } from '@/queries/search-address';
import { timeToWait } from '../../../applications/new/form-words';
import { UNPROVEN_A_DAY } from './draft';

/** The words of the form where no page is rendered around them. */
export const commentWords = (locale: Locale) =>
  createTranslator({ locale, messages: messages[locale], namespace: 'comments' });

/** What is wrong with the answers, in words, for the summary and beside each field. */
export function inFields(
  errors: readonly CommentError[],
  locale: Locale,
): { field: string; message: string }[] {
  const t = commentWords(locale);
  return errors.map(({ field, key, values }) => ({
    field,
    message: t(`errors.${key}`, values ?? {}),
  }));
}

/** Why it was not sent, in words, by the code that the address of the page carries. */
export function problemOf({ problem, minutes }: AddressValues, locale: Locale): string | null {
  const t = commentWords(locale);
  const asked = Number(minutes);
  const time = timeToWait(Number.isInteger(asked) && asked > 0 ? asked : 60, locale);
  switch (problem) {
    case 'wait':
    case 'drafts':
      return t(`problems.${problem}`, { time });
    case 'unproven':
      return t('problems.unproven', { time, count: UNPROVEN_A_DAY });
    case 'notFiled':
    case 'closed':
      return t(`problems.${problem}`);
    default:
      return null;
  }
}
