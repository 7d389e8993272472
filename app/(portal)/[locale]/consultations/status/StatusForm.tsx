'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { Button } from '@/components/Button/Button';
import { ErrorSummary } from '@/components/ErrorSummary/ErrorSummary';
import { TextField } from '@/components/Field/Field';
import { openCommentStatus } from './actions';

export function StatusForm({ number }: { number: string }) {
  const t = useTranslations('comments');
  const locale = useLocale();
  const [state, submit, isSending] = useActionState(openCommentStatus, { number, errors: [] });
  const errorOf = (name: string) => state.errors.find(({ field }) => field === name)?.message;
  return (
    <form action={submit} key={JSON.stringify(state)} noValidate>
      <input type="hidden" name="locale" value={locale} />
      <ErrorSummary errors={state.errors} />
      <TextField
        name="number"
        label={t('receipt.number')}
        hint={t('status.numberHint')}
        defaultValue={state.number}
        error={errorOf('number')}
        width="half"
        autoComplete="off"
      />
      <TextField
        name="code"
        label={t('receipt.code')}
        hint={t('status.codeHint')}
        error={errorOf('code')}
        width="half"
        autoComplete="off"
      />
      <Button disabled={isSending}>{t('status.open')}</Button>
    </form>
  );
}
