import { createTranslator } from 'use-intl/core';
import { receivingAgencies } from '@/collections/Applications/receiving-agencies';
import { labelOf } from '@/domain/catalogue/codes';
import { CORRECTION_KINDS, LETTER_KINDS, type LetterPurpose } from '@/domain/letters/codes';
import type { Locale } from '@/i18n/routing';
import { messages } from '@/messages';
import { portal } from '@/queries/portal';
import { forms, type LetterAnswers } from './forms';
import { letterWords } from './form-state';

type Row = { term: string; value: string };

/** The answers as they are read once more: each question, and what was entered or chosen in words. */
export async function answerRows(
  purpose: LetterPurpose,
  answers: LetterAnswers,
  locale: Locale,
): Promise<Row[]> {
  const words = { locale, messages: messages[locale] };
  const t = letterWords(locale);
  const c = createTranslator({ ...words, namespace: 'corrections' });
  const shared = createTranslator({ ...words, namespace: 'applications' });
  const agencies = forms[purpose].fields.includes('agency')
    ? await receivingAgencies(await portal(), locale)
    : [];
  const valueOf = (field: string): string => {
    const answer = (answers[field] ?? '').trim();
    switch (field) {
      case 'agency':
        return agencies.find(({ slug }) => slug === answer)?.name ?? t('fields.agency.office');
      case 'kind':
        return purpose === 'correction'
          ? labelOf(CORRECTION_KINDS, answer as 'text', locale)
          : labelOf(LETTER_KINDS, answer as 'question', locale);
      case 'mayPublish':
        return answer === 'on' ? t('form.yes') : t('form.no');
      case 'idType':
        return answer === 'credit-code'
          ? c('recordFields.idType.creditCode')
          : shared(`applicants.idTypes.${answer as 'passport'}`);
      default:
        return answer || t('form.none');
    }
  };
  return forms[purpose].fields
    .filter((field) => field !== 'pageTitle' || answers.pageTitle)
    .map((field) => ({ term: termOf(field), value: valueOf(field) }));

  function termOf(field: string): string {
    if (field === 'pageTitle') return c('new.page');
    if (purpose === 'letter') return t(`fields.${field as 'title'}.label`);
    return purpose === 'correction'
      ? c(`fields.${field as 'body'}.label`)
      : c(`recordFields.${field as 'title'}.label`);
  }
}
