'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { Button } from '@/components/Button/Button';
import { ErrorSummary } from '@/components/ErrorSummary/ErrorSummary';
import {
  ChoiceField,
  SelectField,
  TextAreaField,
  TextField,
  type TextFieldProps,
} from '@/components/Field/Field';
import {
  applicantKinds,
  deliveryWays,
  idTypes,
  informationForms,
} from '@/domain/applications/applicants';
import { submitApplication, type FormState } from './actions';
import styles from './form.module.css';

type Props = {
  agencies: { value: string; label: string }[];
  start: FormState['values'];
};

/** Every question of §29 and none beyond; the same form with and without script. */
export function ApplicationForm({ agencies, start }: Props) {
  const t = useTranslations('applications');
  const locale = useLocale();
  const [state, submit, isSending] = useActionState(submitApplication, {
    values: start,
    errors: [],
  });
  const errorOf = (name: string) => state.errors.find(({ field }) => field === name)?.message;
  const valueOf = (name: string) => state.values[name] ?? '';
  const words = (
    path: 'forms' | 'delivery' | 'applicants.kinds' | 'applicants.idTypes',
    codes: readonly string[],
  ) => codes.map((value) => ({ value, label: t(`${path}.${value}` as 'forms.paper') }));
  const line = (name: string, rest: Partial<TextFieldProps> & { hasHint?: boolean } = {}) => {
    const { hasHint, ...input } = rest;
    return (
      <TextField
        name={name}
        label={t(`fields.${name as 'name'}.label`)}
        hint={hasHint ? t(`fields.${name as 'phone'}.hint`) : undefined}
        defaultValue={valueOf(name)}
        error={errorOf(name)}
        {...input}
      />
    );
  };
  return (
    // A new key after each answer: React resets a form to the values that it was first given.
    <form action={submit} key={JSON.stringify(state)} className={styles.form} noValidate>
      <input type="hidden" name="locale" value={locale} />
      <ErrorSummary errors={state.errors} />
      <fieldset className={styles.part} id="application">
        <legend className={styles.legend}>{t('parts.who')}</legend>
        <p className={styles.why}>{t('parts.whoWhy')}</p>
        <ChoiceField
          name="applicantKind"
          label={t('fields.applicantKind.label')}
          options={words('applicants.kinds', applicantKinds)}
          defaultValue={valueOf('applicantKind')}
          error={errorOf('applicantKind')}
        />
        {line('name', { hasHint: true, autoComplete: 'name' })}
        <div className={styles.natural}>
          <SelectField
            name="idType"
            label={t('fields.idType.label')}
            options={[{ value: '', label: t('choose') }, ...words('applicants.idTypes', idTypes)]}
            defaultValue={valueOf('idType')}
            error={errorOf('idType')}
          />
          {line('idNumber', { hasHint: true, autoComplete: 'off' })}
        </div>
        <div className={styles.organisation}>
          {line('creditCode', { hasHint: true, autoComplete: 'off' })}
          {line('representative', { optional: true })}
        </div>
        {line('phone', { hasHint: true, type: 'tel', autoComplete: 'tel', width: 'half' })}
        {line('email', { hasHint: true, type: 'email', autoComplete: 'email' })}
        {line('address', { hasHint: true, autoComplete: 'street-address' })}
        {line('postcode', { optional: true, inputMode: 'numeric', width: 'short' })}
      </fieldset>
      <fieldset className={styles.part}>
        <legend className={styles.legend}>{t('parts.what')}</legend>
        <p className={styles.why}>{t('parts.whatWhy')}</p>
        {line('informationTitle', { hasHint: true })}
        {line('informationNumber', { optional: true, width: 'half' })}
        <TextAreaField
          name="description"
          label={t('fields.description.label')}
          hint={t('fields.description.hint')}
          optional
          defaultValue={valueOf('description')}
          error={errorOf('description')}
        />
      </fieldset>
      <fieldset className={styles.part}>
        <legend className={styles.legend}>{t('parts.how')}</legend>
        <ChoiceField
          name="form"
          label={t('fields.form.label')}
          options={words('forms', informationForms)}
          defaultValue={valueOf('form')}
          error={errorOf('form')}
        />
        <ChoiceField
          name="delivery"
          label={t('fields.delivery.label')}
          options={words('delivery', deliveryWays)}
          defaultValue={valueOf('delivery')}
          error={errorOf('delivery')}
        />
        <SelectField
          name="agency"
          label={t('fields.agency.label')}
          hint={t('fields.agency.hint')}
          options={agencies}
          defaultValue={valueOf('agency')}
          error={errorOf('agency')}
        />
      </fieldset>
      <p className={styles.why}>{t('privacy')}</p>
      <Button disabled={isSending}>{isSending ? t('sending') : t('send')}</Button>
    </form>
  );
}
