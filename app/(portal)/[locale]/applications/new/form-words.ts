import { createTranslator } from 'use-intl/core';
import { formatSize } from '@/components/AttachmentList/format-size';
import { FILE_LIMITS, type FileProblem } from '@/collections/ApplicationDrafts/refused-file';
import type { FieldError } from '@/domain/applications/parse';
import type { Locale } from '@/i18n/routing';
import { messages } from '@/messages';

/** The words of the form where no page is rendered around them. */
export const formWords = (locale: Locale) =>
  createTranslator({ locale, messages: messages[locale], namespace: 'applyForm' });

/** What is wrong with the answers, in words, for the summary and beside each field. */
export function inFields(
  errors: readonly FieldError[],
  locale: Locale,
): { field: string; message: string }[] {
  const t = createTranslator({ locale, messages: messages[locale], namespace: 'applications' });
  return errors.map(({ field, key, values }) => ({
    field,
    message: t(`errors.${key as 'nameRequired'}`, values),
  }));
}

export function fileProblem(
  problem: FileProblem,
  locale: Locale,
  limits: { files: number; megabytes: number } = FILE_LIMITS,
): string {
  const t = formWords(locale);
  return problem.problem === 'content'
    ? t('files.problems.content', { name: problem.name, reason: problem.reason })
    : t(`files.problems.${problem.problem}`, {
        name: problem.name,
        size: formatSize(problem.bytes),
        ...limits,
      });
}

/** A time to wait as people say it: minutes up to two hours, then hours. */
export function timeToWait(minutes: number, locale: Locale): string {
  const t = formWords(locale);
  return minutes <= 120
    ? t('problems.minutes', { minutes })
    : t('problems.hours', { hours: Math.ceil(minutes / 60) });
}
