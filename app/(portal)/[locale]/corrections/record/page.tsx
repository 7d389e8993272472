import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { SelectField } from '@/components/Field/Field';
import { Fold } from '@/components/Fold/Fold';
import { Section } from '@/components/Section/Section';
import { receivingAgencies } from '@/collections/Applications/receiving-agencies';
import { recordIdTypes } from '@/domain/letters/parse';
import { responseLimit } from '@/globals/ResponseLimits/limits';
import type { Locale } from '@/i18n/routing';
import { portal } from '@/queries/portal';
import type { AddressValues } from '@/queries/search-address';
import { alternatesOf } from '../../alternates';
import { Files } from '../../applications/new/Files';
import { FormPage } from '../../letters/form/FormPage';
import { formState } from '../../letters/form/form-state';
import { limitsOf } from '../../letters/form/forms';
import { errorOf, Line } from '../../letters/form/Line';
import { columnMeta } from '../../national-meta';
import styles from '../corrections.module.css';

type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<AddressValues> };

/** One person’s page, never kept for another. */
export const dynamic = 'force-dynamic';

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'corrections' });
  return {
    title: t('record.title'),
    description: t('record.lead'),
    alternates: alternatesOf(locale, '/corrections/record'),
    other: await columnMeta(locale, 'corrections'),
  };
}

/** 条例第四十一条: the correction of what an agency has recorded about somebody, apart from errors of the site. */
export default async function RecordCorrectionPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations('corrections');
  const words = await getTranslations('applications');
  const form = await getTranslations('citizenLetters.form');
  const query = await searchParams;
  const state = await formState('record', query, locale);
  const payload = await portal();
  const agencies = await receivingAgencies(payload, locale);
  const days = await responseLimit({ payload }, 'recordDays');
  const choose = { value: '', label: form('choose') };
  return (
    <FormPage
      purpose="record"
      title={t('record.h1')}
      lead={t('record.lead')}
      crumbs={[{ label: t('title'), href: '/corrections' }, { label: t('record.title') }]}
      state={state}
      query={query}
      before={
        <Fold summary={t('record.law')}>
          <p>{t('record.lawText')}</p>
          <p>{t('record.time', { days })}</p>
        </Fold>
      }
    >
      <SelectField
        name="agency"
        label={t('recordFields.agency.label')}
        options={[choose, ...agencies.map(({ slug, name }) => ({ value: slug, label: name }))]}
        defaultValue={state.answers.agency ?? ''}
        error={errorOf(state, 'agency')}
      />
      <Line
        name="title"
        label={t('recordFields.title.label')}
        hint={t('recordFields.title.hint')}
        state={state}
        autoComplete="off"
      />
      {(['wrong', 'right', 'evidence'] as const).map((name) => (
        <Line
          key={name}
          name={name}
          label={t(`recordFields.${name}.label`)}
          hint={t(`recordFields.${name}.hint`)}
          state={state}
          rows={4}
        />
      ))}
      <Files
        files={state.files}
        problems={state.fileProblems}
        limits={limitsOf('record')}
        hint={t('record.filesHint', limitsOf('record'))}
      />
      <Section title={t('record.whoTitle')}>
        <p className={styles.why}>{t('record.sealed')}</p>
        <Line
          name="name"
          label={t('recordFields.name.label')}
          hint={t('recordFields.name.hint')}
          state={state}
          autoComplete="name"
        />
        <SelectField
          name="idType"
          label={t('recordFields.idType.label')}
          options={[
            choose,
            ...recordIdTypes.map((value) => ({
              value,
              label:
                value === 'credit-code'
                  ? t('recordFields.idType.creditCode')
                  : words(`applicants.idTypes.${value}`),
            })),
          ]}
          defaultValue={state.answers.idType ?? ''}
          error={errorOf(state, 'idType')}
        />
        <Line
          name="idNumber"
          label={t('recordFields.idNumber.label')}
          hint={t('recordFields.idNumber.hint')}
          state={state}
          autoComplete="off"
          spellCheck={false}
        />
        <Line
          name="phone"
          label={t('recordFields.phone.label')}
          hint={t('recordFields.phone.hint')}
          state={state}
          type="tel"
          width="half"
          autoComplete="tel"
        />
        <Line
          name="email"
          label={t('recordFields.email.label')}
          hint={t('recordFields.email.hint')}
          state={state}
          type="email"
          autoComplete="email"
        />
        <Line
          name="address"
          label={t('recordFields.address.label')}
          state={state}
          optional
          autoComplete="street-address"
        />
      </Section>
    </FormPage>
  );
}
