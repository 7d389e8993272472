'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { Button } from '@/components/Button/Button';
import { ErrorSummary } from '@/components/ErrorSummary/ErrorSummary';
import { ChoiceField, TextAreaField } from '@/components/Field/Field';
import { scores } from '@/domain/applications/deeds';
import { rate } from './actions';

/** Posts without script too, and comes back with what was written. */
export function RateForm({ revision }: { revision: number }) {
  const t = useTranslations('citizenLetters');
  const locale = useLocale();
  const [state, submit, isSending] = useActionState(rate, { text: '', score: '', errors: [] });
  const errorOf = (name: string) => state.errors.find(({ field }) => field === name)?.message;
  return (
    <form action={submit} key={JSON.stringify(state)} noValidate>
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="revision" value={revision} />
      <ErrorSummary errors={state.errors} headingLevel={4} />
      <ChoiceField
        name="score"
        label={t('deeds.rate.score')}
        options={scores.map((score) => ({ value: String(score), label: t(`scores.${score}`) }))}
        defaultValue={state.score}
        error={errorOf('score')}
      />
      <TextAreaField
        name="text"
        label={t('deeds.rate.comment')}
        hint={t('deeds.rate.commentHint')}
        defaultValue={state.text}
        error={errorOf('text')}
        rows={3}
        optional
      />
      <Button disabled={isSending}>{t('deeds.rate.send')}</Button>
    </form>
  );
}
