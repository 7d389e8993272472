import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { Button } from '@/components/Button/Button';
import { ErrorSummary } from '@/components/ErrorSummary/ErrorSummary';
import { Link } from '@/components/Link/Link';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import { DRAFT_DAYS, type Draft } from '@/collections/ApplicationDrafts/drafts';
import { formSteps, stepBefore, type FormStep } from '@/domain/applications/steps';
import { postTo, stepPath } from './addresses';
import { KeepDraft } from './KeepDraft';
import styles from './form.module.css';

type Props = {
  step: FormStep;
  title: string;
  errors: { field: string; message: string }[];
  /** Came from checking the answers, and goes back there. */
  isFromCheck: boolean;
  /** Between the title and the form: what one has to know first. */
  before?: ReactNode;
  /** What was filled in so far; null where nothing was, and so nothing can be cleared. */
  draft: Draft | null;
  children: ReactNode;
};

/** One page of the form: a question, why it is asked, the fields, and where to go from here. */
export function StepPage(props: Props) {
  const { step, title, errors, isFromCheck, before, draft, children } = props;
  const t = useTranslations('applyForm');
  const locale = useLocale();
  return (
    <>
      <FormHead step={step} title={title} errors={errors} />
      {before}
      <form
        id="application"
        method="post"
        action={postTo(locale, 'save')}
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
        <input type="hidden" name="step" value={step} />
        {isFromCheck && <input type="hidden" name="from" value="check" />}
        {children}
        <KeepDraft
          step={step}
          stamp={draft?.stamp ?? 0}
          words={{
            saved: t('keeping.saved'),
            offline: t('keeping.offline'),
            wait: t('keeping.wait'),
          }}
          suggestionWords={{
            title: t('public.title'),
            lead: t('public.lead'),
            found: t('public.found'),
          }}
        />
        <div className={styles.ways}>
          <Button name="do" value="next">
            {isFromCheck ? t('backToCheck') : t('next')}
          </Button>
          {/* With something to put right, checking leads back here: back is then the page before. */}
          <BackLink step={step} isFromCheck={isFromCheck && errors.length === 0} />
        </div>
        <p className={styles.kept}>{t('kept', { days: DRAFT_DAYS })}</p>
        {draft && (
          <Button kind="secondary" name="do" value="discard" className={styles.quiet}>
            {t('startOver')}
          </Button>
        )}
      </form>
    </>
  );
}

/** Breadcrumbs, the place among the pages, the question, and what has to be put right. */
export function FormHead({
  step,
  title,
  errors,
}: {
  step: FormStep | 'check';
  title: string;
  errors: { field: string; message: string }[];
}) {
  const t = useTranslations('applyForm');
  const applications = useTranslations('applications');
  const at = step === 'check' ? formSteps.length : formSteps.indexOf(step);
  return (
    <>
      <Breadcrumbs
        items={[
          { label: applications('title'), href: '/applications' },
          { label: t('title'), ...(step !== 'who' && { href: stepPath('who') }) },
        ]}
      />
      <PageTitle
        title={title}
        eyebrow={t('progress', { step: at + 1, steps: formSteps.length + 1 })}
        lead={t(`steps.${step}.why`)}
      />
      <div className={styles.form}>
        <ErrorSummary errors={errors} />
      </div>
    </>
  );
}

export function BackLink({
  step,
  isFromCheck = false,
}: {
  step: FormStep | 'check';
  isFromCheck?: boolean;
}) {
  const t = useTranslations('applyForm');
  const before = isFromCheck ? 'check' : stepBefore(step);
  if (!before) return null;
  return (
    <Link href={stepPath(before)} className={styles.back}>
      {t('back')}
    </Link>
  );
}
