import { createTranslator } from 'use-intl/core';
import { filesOf, type DraftFile } from '@/collections/ApplicationDrafts/draft-files';
import type { LetterPurpose } from '@/domain/letters/codes';
import type { LetterFieldError } from '@/domain/letters/parse';
import { dayOf } from '@/domain/workdays/days';
import type { Locale } from '@/i18n/routing';
import { messages } from '@/messages';
import { portal } from '@/queries/portal';
import type { AddressValues } from '@/queries/search-address';
import { timeToWait } from '../../applications/new/form-words';
import { errorsIn, forms, type LetterAnswers } from './forms';
import { openLetterDraft, type LetterDraft } from './letter-draft';

export type FieldMessage = { field: string; message: string };

export type FormState = {
  draft: LetterDraft | null;
  answers: LetterAnswers;
  files: DraftFile[];
  /** Beside the fields and above the form. */
  errors: FieldMessage[];
  fileProblems: string[];
};

export const letterWords = (locale: Locale) =>
  createTranslator({ locale, messages: messages[locale], namespace: 'citizenLetters' });

/** What a page of a form shows: what was entered, and what its address says is wrong with it. */
export async function formState(
  purpose: LetterPurpose,
  query: AddressValues,
  locale: Locale,
): Promise<FormState> {
  const t = letterWords(locale);
  const open = await openLetterDraft(purpose);
  const answers = open?.draft.answers ?? {};
  const files = open && forms[purpose].files > 0 ? await filesOf(await portal(), open.hash) : [];
  const fileProblems = query.files ? (open?.draft.fileProblems ?? []) : [];
  const minutes = Number(query.wait);
  const errors: FieldMessage[] = [
    ...(query.errors
      ? errorsIn(purpose, answers, dayOf(new Date())).map((error) => inWords(error, locale))
      : []),
    ...(query.problem === 'agency' ? [{ field: 'agency', message: t('problems.agency') }] : []),
    ...fileProblems.map((message) => ({ field: 'files', message })),
    ...(Number.isInteger(minutes) && minutes > 0
      ? [
          {
            field: 'letter-form',
            message: t('problems.drafts', { time: timeToWait(minutes, locale) }),
          },
        ]
      : []),
  ];
  return { draft: open?.draft ?? null, answers, files, errors, fileProblems };
}

function inWords({ field, key, values }: LetterFieldError<string>, locale: Locale): FieldMessage {
  const shared = createTranslator({
    locale,
    messages: messages[locale],
    namespace: 'applications',
  });
  const own = createTranslator({ locale, messages: messages[locale], namespace: 'lettersOffice' });
  const message =
    key in messages[locale].applications.errors
      ? shared(`errors.${key as 'nameRequired'}`, values)
      : own(`errors.${key as 'bodyRequired'}`, values);
  return { field, message };
}
