import { createTranslator } from 'use-intl/core';
import type { ApplicationField } from '@/domain/applications/parse';
import { isPerson, type Answers } from '@/domain/applications/steps';
import type { Locale } from '@/i18n/routing';
import { messages } from '@/messages';
import { formWords } from './form-words';

/** An answer as it is read once more: its question, and what was entered or chosen in words. */
export function answerWords(locale: Locale, agency: string) {
  const t = formWords(locale);
  const coded = createTranslator({ locale, messages: messages[locale], namespace: 'applications' });
  return (field: ApplicationField, answers: Answers): { term: string; value: string } => {
    const label = field === 'name' && !isPerson(answers) ? 'organisationName' : field;
    const answer = (answers[field] ?? '').trim();
    const value = answer === '' ? '' : inWords(field, answer);
    return { term: t(`fields.${label}.label`), value: value || t('none') };
  };

  function inWords(field: ApplicationField, answer: string): string {
    switch (field) {
      case 'applicantKind':
        return coded(`applicants.kinds.${answer as 'natural'}`);
      case 'idType':
        return coded(`applicants.idTypes.${answer as 'passport'}`);
      case 'form':
        return coded(`forms.${answer as 'paper'}`);
      case 'delivery':
        return coded(`delivery.${answer as 'post'}`);
      case 'agency':
        return agency;
      default:
        return answer;
    }
  }
}
