import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { Button } from '@/components/Button/Button';
import { ErrorSummary } from '@/components/ErrorSummary/ErrorSummary';
import { Notice } from '@/components/Notice/Notice';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import { DRAFT_DAYS } from '@/collections/ApplicationDrafts/drafts';
import type { LetterPurpose } from '@/domain/letters/codes';
import type { AddressValues } from '@/queries/search-address';
import { ForgetTab } from '../../applications/new/ForgetTab';
import { KeepDraft } from '../../applications/new/KeepDraft';
import styles from '../../applications/new/form.module.css';
import type { FormState } from './form-state';
import { forms } from './forms';

type Props = {
  purpose: LetterPurpose;
  title: string;
  lead: ReactNode;
  crumbs: { label: string; href?: string }[];
  state: FormState;
  query: AddressValues;
  /** Between the title and the form: what one has to know first. */
  before?: ReactNode;
  children: ReactNode;
};

/** The page of a form: its questions, and what is kept of the answers. Real forms, with or without script. */
export function FormPage({ purpose, title, lead, crumbs, state, query, before, children }: Props) {
  const t = useTranslations('citizenLetters');
  const keeping = useTranslations('applyForm.keeping');
  const locale = useLocale();
  const { draft, errors } = state;
  return (
    <>
      <Breadcrumbs items={crumbs} />
      <PageTitle title={title} lead={lead} />
      <div className={styles.form}>
        <ErrorSummary errors={errors} />
      </div>
      {query.lost && <Notice kind="warn">{t('form.lost')}</Notice>}
      {(query.discard || query.found) && (
        <>
          <ForgetTab />
          <Notice live>{query.found ? t('suggestions.thanks') : t('form.cleared')}</Notice>
        </>
      )}
      {before && <div className={styles.before}>{before}</div>}
      <form
        id="letter-form"
        method="post"
        action={`${locale === 'en' ? '/en' : ''}${forms[purpose].path}/save`}
        encType="multipart/form-data"
        className={styles.form}
        noValidate
      >
        {/* The Enter key presses the first button: it must be the one that goes on. */}
        <button
          type="submit"
          name="do"
          value="next"
          tabIndex={-1}
          aria-hidden="true"
          className={styles.first}
        />
        {children}
        <KeepDraft
          step={purpose}
          stamp={draft?.stamp ?? 0}
          words={{
            saved: keeping('saved'),
            offline: keeping('offline'),
            wait: keeping('wait'),
          }}
          suggestionWords={{
            title: t('suggestions.title'),
            lead: t('suggestions.lead'),
            found: t('suggestions.found'),
          }}
        />
        <div className={styles.ways}>
          <Button name="do" value="next">
            {t('form.next')}
          </Button>
        </div>
        <p className={styles.kept}>{t('form.kept', { days: DRAFT_DAYS })}</p>
        {draft && (
          <Button kind="secondary" name="do" value="discard" className={styles.quiet}>
            {t('form.discard')}
          </Button>
        )}
      </form>
    </>
  );
}
