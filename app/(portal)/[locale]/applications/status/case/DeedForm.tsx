'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { Button } from '@/components/Button/Button';
import { ErrorSummary } from '@/components/ErrorSummary/ErrorSummary';
import { ChoiceField, TextAreaField, TextField } from '@/components/Field/Field';
import { Link } from '@/components/Link/Link';
import { scores, type Deed } from '@/domain/applications/deeds';
import { sendDeed } from './actions';

export type DeedFormProps = {
  deed: Deed;
  /** The revision of the case that the page shows. */
  revision: number;
  /** Of the attachments of a supplement. */
  files?: { most: number; megabytes: number; accept: string };
  headingLevel?: 2 | 3 | 4;
};

/** One thing that the applicant can do. It posts without script too, and comes back with what was written. */
export function DeedForm({ deed, revision, files, headingLevel = 3 }: DeedFormProps) {
  const t = useTranslations('caseStatus');
  const locale = useLocale();
  const [state, submit, isSending] = useActionState(sendDeed, { text: '', score: '', errors: [] });
  // Each form of the page has ids of its own, so that an error leads to its own field.
  const idOf = (name: string) => `${deed}-${name}`;
  const errorOf = (name: string) => state.errors.find(({ field }) => field === name)?.message;
  const send = idOf('send');
  const leads = (field: string) => (hasField(deed, field) ? idOf(field) : send);
  return (
    <form action={submit} key={JSON.stringify(state)} noValidate>
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="deed" value={deed} />
      <input type="hidden" name="revision" value={revision} />
      <ErrorSummary
        errors={state.errors.map(({ field, message }) => ({ field: leads(field), message }))}
        headingLevel={headingLevel}
      />
      {state.isExpired && (
        <p>
          <Link href="/applications/status" target="_blank">
            {t('refusals.again')}
          </Link>
        </p>
      )}
      {(deed === 'supplement' || deed === 'reasons') && (
        <TextAreaField
          name="text"
          id={idOf('text')}
          label={t(`${deed}.text`)}
          hint={t(`${deed}.textHint`)}
          defaultValue={state.text}
          error={errorOf('text')}
          rows={8}
        />
      )}
      {deed === 'supplement' && files && (
        <TextField
          type="file"
          name="files"
          id={idOf('files')}
          label={t('supplement.files')}
          hint={t('supplement.filesHint', files)}
          error={errorOf('files')}
          accept={files.accept}
          multiple
          optional
        />
      )}
      {deed === 'rate' && (
        <>
          <ChoiceField
            name="score"
            id={idOf('score')}
            label={t('rate.score')}
            options={scores.map((score) => ({ value: String(score), label: t(`scores.${score}`) }))}
            defaultValue={state.score}
            error={errorOf('score')}
          />
          <TextAreaField
            name="text"
            id={idOf('text')}
            label={t('rate.comment')}
            hint={t('rate.commentHint')}
            defaultValue={state.text}
            error={errorOf('text')}
            rows={3}
            optional
          />
        </>
      )}
      <Button id={send} disabled={isSending}>
        {t(`${deed}.send`)}
      </Button>
    </form>
  );
}

/** Deeds without fields lead to their button. */
const hasField = (deed: Deed, field: string): boolean =>
  field === 'files'
    ? deed === 'supplement'
    : field === 'score'
      ? deed === 'rate'
      : deed === 'supplement' || deed === 'reasons' || deed === 'rate';
