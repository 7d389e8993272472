'use client';

import { useLocale } from 'next-intl';
import { useActionState } from 'react';
import type { KeysState } from '@/access/two-keys';
import { Button } from '@/components/Button/Button';
import { ErrorSummary } from '@/components/ErrorSummary/ErrorSummary';
import { TextField } from '@/components/Field/Field';

export type KeysFormProps = {
  /** Of the receipt that this browser was shown last. */
  number: string;
  action: (state: KeysState, form: FormData) => Promise<KeysState>;
  words: Record<'number' | 'numberHint' | 'code' | 'codeHint' | 'open', string>;
};

/** Receipt number and query code, for whoever asks how something stands. */
export function KeysForm({ number, action, words }: KeysFormProps) {
  const locale = useLocale();
  const [state, submit, isSending] = useActionState(action, { number, errors: [] });
  const errorOf = (name: string) => state.errors.find(({ field }) => field === name)?.message;
  return (
    <form action={submit} key={JSON.stringify(state)} noValidate>
      <input type="hidden" name="locale" value={locale} />
      <ErrorSummary errors={state.errors} />
      <TextField
        name="number"
        label={words.number}
        hint={words.numberHint}
        defaultValue={state.number}
        error={errorOf('number')}
        width="half"
        autoComplete="off"
      />
      <TextField
        name="code"
        label={words.code}
        hint={words.codeHint}
        error={errorOf('code')}
        width="half"
        autoComplete="off"
      />
      <Button disabled={isSending}>{words.open}</Button>
    </form>
  );
}
