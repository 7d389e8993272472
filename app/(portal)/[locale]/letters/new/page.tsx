import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { ChoiceField, SelectField } from '@/components/Field/Field';
import { Link } from '@/components/Link/Link';
import { Section } from '@/components/Section/Section';
import { receivingAgencies } from '@/collections/Applications/receiving-agencies';
import { LETTER_KINDS } from '@/domain/letters/codes';
import type { Locale } from '@/i18n/routing';
import { alreadyAnswered } from '@/queries/already-answered';
import { portal } from '@/queries/portal';
import type { AddressValues } from '@/queries/search-address';
import { alternatesOf } from '../../alternates';
import { Files } from '../../applications/new/Files';
import { columnMeta } from '../../national-meta';
import { FormPage } from '../form/FormPage';
import { formState, letterWords } from '../form/form-state';
import { limitsOf } from '../form/forms';
import { errorOf, Line } from '../form/Line';
import styles from '../letters.module.css';
import { Answered } from './Answered';

type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<AddressValues> };

/** One person’s page, never kept for another. */
export const dynamic = 'force-dynamic';

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return {
    title: letterWords(locale)('form.title'),
    alternates: alternatesOf(locale, '/letters/new'),
    other: await columnMeta(locale, 'letters'),
  };
}

/** A letter on one page. To whom and what it is about may come in the address, from an agency's page. */
export default async function NewLetterPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations('citizenLetters');
  const query = await searchParams;
  const state = await formState('letter', query, locale);
  const { answers } = state;
  const agencies = await receivingAgencies(await portal(), locale);
  const asked = [query.agency].flat()[0];
  const found = query.answered ? await alreadyAnswered(answers, locale) : [];
  return (
    <FormPage
      purpose="letter"
      title={t('form.h1')}
      lead={t('form.lead')}
      crumbs={[{ label: t('title'), href: '/letters' }, { label: t('form.title') }]}
      state={state}
      query={query}
      before={found.length > 0 && <Answered found={found} />}
    >
      <ChoiceField
        name="kind"
        label={t('fields.kind.label')}
        options={LETTER_KINDS.map(({ code, zh, en }) => ({
          value: code,
          label: locale === 'en' ? en : zh,
        }))}
        defaultValue={answers.kind}
        error={errorOf(state, 'kind')}
      />
      <Line
        name="title"
        label={t('fields.title.label')}
        hint={t('fields.title.hint')}
        state={state}
        autoComplete="off"
      />
      <Line
        name="body"
        label={t('fields.body.label')}
        hint={t('fields.body.hint')}
        state={state}
        rows={9}
      />
      <SelectField
        name="agency"
        label={t('fields.agency.label')}
        hint={t('fields.agency.hint')}
        optional
        options={[
          { value: '', label: t('fields.agency.office') },
          ...agencies.map(({ slug, name }) => ({ value: slug, label: name })),
        ]}
        defaultValue={answers.agency ?? asked ?? ''}
        error={errorOf(state, 'agency')}
      />
      <Files
        files={state.files}
        problems={state.fileProblems}
        limits={limitsOf('letter')}
        hint={t('form.filesHint', limitsOf('letter'))}
      />
      <Section title={t('form.contactTitle')}>
        <p className={styles.why}>{t('form.contactWhy')}</p>
        <Line
          name="name"
          label={t('fields.name.label')}
          hint={t('fields.name.hint')}
          state={state}
          width="half"
          autoComplete="name"
        />
        <Line
          name="phone"
          label={t('fields.phone.label')}
          hint={t('fields.phone.hint')}
          state={state}
          type="tel"
          width="half"
          autoComplete="tel"
        />
        <Line
          name="email"
          label={t('fields.email.label')}
          hint={t('fields.email.hint')}
          state={state}
          type="email"
          autoComplete="email"
        />
      </Section>
      <ChoiceField
        name="mayPublish"
        label={t('fields.mayPublish.label')}
        hint={t('fields.mayPublish.hint')}
        options={[
          { value: 'on', label: t('fields.mayPublish.on') },
          { value: '', label: t('fields.mayPublish.off') },
        ]}
        defaultValue={answers.mayPublish ?? ''}
      />
      <p>
        {t.rich('others.application', {
          link: (chunks) => <Link href="/applications">{chunks}</Link>,
        })}
      </p>
    </FormPage>
  );
}
