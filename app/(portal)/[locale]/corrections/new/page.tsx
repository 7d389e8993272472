import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { headers } from 'next/headers';
import { ChoiceField } from '@/components/Field/Field';
import { Link } from '@/components/Link/Link';
import { Notice } from '@/components/Notice/Notice';
import { Section } from '@/components/Section/Section';
import { responseLimit } from '@/globals/ResponseLimits/limits';
import { CORRECTION_KINDS } from '@/domain/letters/codes';
import type { Locale } from '@/i18n/routing';
import { portal } from '@/queries/portal';
import type { AddressValues } from '@/queries/search-address';
import { columnMeta } from '../../national-meta';
import { FormPage } from '../../letters/form/FormPage';
import { formState } from '../../letters/form/form-state';
import { pageOf } from '../../letters/form/forms';
import { errorOf, Line } from '../../letters/form/Line';
import styles from '../corrections.module.css';

type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<AddressValues> };

/** One person’s page, never kept for another. */
export const dynamic = 'force-dynamic';

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'corrections' });
  return {
    title: t('new.title'),
    robots: { index: false },
    other: await columnMeta(locale, 'corrections'),
  };
}

/** 网站找错, from any page: which one it was stands in the address, or the browser says it. */
export default async function NewCorrectionPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations('corrections');
  const query = await searchParams;
  const state = await formState('correction', query, locale);
  const { address, title, isElsewhere } = await pageAsked(query, state.answers);
  const days = await responseLimit({ payload: await portal() }, 'correctionDays');
  return (
    <FormPage
      purpose="correction"
      title={t('new.title')}
      lead={`${t('lead', { days })}${locale === 'en' ? ' ' : ''}${t('new.lead')}`}
      crumbs={[{ label: t('title'), href: '/corrections' }, { label: t('new.title') }]}
      state={state}
      query={query}
      before={
        <>
          {isElsewhere && <Notice kind="warn">{t('new.elsewhere')}</Notice>}
          {!isElsewhere && !address && !query.errors && <Notice>{t('new.pageUnknown')}</Notice>}
        </>
      }
    >
      {title && (
        <p className={styles.page}>
          <span className={styles.term}>{t('new.page')}</span>
          <bdi>{title}</bdi>
        </p>
      )}
      <input type="hidden" name="pageTitle" value={title} />
      <Line
        name="pageAddress"
        label={t('fields.pageAddress.label')}
        hint={t('fields.pageAddress.hint')}
        state={state}
        defaultValue={address}
        optional
        autoComplete="off"
        spellCheck={false}
      />
      <ChoiceField
        name="kind"
        label={t('fields.kind.label')}
        options={CORRECTION_KINDS.map(({ code, zh, en }) => ({
          value: code,
          label: locale === 'en' ? en : zh,
        }))}
        defaultValue={state.answers.kind}
        error={errorOf(state, 'kind')}
      />
      <Line
        name="body"
        label={t('fields.body.label')}
        hint={t('fields.body.hint')}
        state={state}
        rows={6}
      />
      <p>
        {t.rich('new.private', {
          link: (chunks) => <Link href="/corrections/record">{chunks}</Link>,
        })}
      </p>
      <Section title={t('contact')}>
        <p className={styles.why}>{t('contactWhy')}</p>
        <Line
          name="name"
          label={t('fields.name.label')}
          state={state}
          optional
          width="half"
          autoComplete="name"
        />
        <Line
          name="phone"
          label={t('fields.phone.label')}
          hint={t('fields.phone.hint')}
          state={state}
          optional
          type="tel"
          width="half"
          autoComplete="tel"
        />
        <Line
          name="email"
          label={t('fields.email.label')}
          hint={t('fields.email.hint')}
          state={state}
          optional
          type="email"
          autoComplete="email"
        />
      </Section>
    </FormPage>
  );
}

/**
 * Which page is meant: what the link says, else what was entered before, else whence the browser says that
 * it came. Only an address of this portal is taken, and its title is words and nothing else.
 */
async function pageAsked(query: AddressValues, answers: Record<string, string>) {
  const first = (name: string) => [query[name] ?? ''].flat()[0] ?? '';
  const from = first('from');
  if (from) {
    const address = pageOf(from) ?? '';
    return { address, title: address && titleOf(first('title')), isElsewhere: address === '' };
  }
  if (answers.pageAddress !== undefined) {
    const { pageAddress, pageTitle = '' } = answers;
    return { address: pageAddress, title: titleOf(pageTitle), isElsewhere: false };
  }
  const referer = pageOf((await headers()).get('referer') ?? '') ?? '';
  const isForm = /^(\/en)?\/corrections\//.test(referer);
  return { address: isForm ? '' : referer, title: '', isElsewhere: false };
}

/** Without characters that nobody sees, or that turn the direction of what stands around them. */
const titleOf = (text: string): string =>
  [...text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim()].slice(0, 200).join('');
