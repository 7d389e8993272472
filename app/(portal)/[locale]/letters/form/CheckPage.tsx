import { getTranslations } from 'next-intl/server';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { Button } from '@/components/Button/Button';
import { ErrorSummary } from '@/components/ErrorSummary/ErrorSummary';
import { Link } from '@/components/Link/Link';
import { MetadataTable } from '@/components/MetadataTable/MetadataTable';
import { Notice } from '@/components/Notice/Notice';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import { Section } from '@/components/Section/Section';
import { filesOf } from '@/collections/ApplicationDrafts/draft-files';
import type { LetterPurpose } from '@/domain/letters/codes';
import { dayOf } from '@/domain/workdays/days';
import { redirect } from '@/i18n/navigation';
import type { Locale } from '@/i18n/routing';
import { portal } from '@/queries/portal';
import type { AddressValues } from '@/queries/search-address';
import { Challenge } from '../../applications/new/Challenge';
import { FileList } from '../../applications/new/Files';
import { ForgetTab } from '../../applications/new/ForgetTab';
import { timeToWait } from '../../applications/new/form-words';
import styles from '../../applications/new/form.module.css';
import { answerRows } from './answer-rows';
import { letterWords } from './form-state';
import { errorsIn, forms } from './forms';
import { openLetterDraft, pathWithoutDraft } from './letter-draft';

type Props = {
  purpose: LetterPurpose;
  locale: Locale;
  query: AddressValues;
  crumbs: { label: string; href?: string }[];
};

/** As access/attempts.ts counts them. */
const UNPROVEN_A_DAY = 5;

/** Everything once more, with a way back to it; then it is sent. */
export async function CheckPage({ purpose, locale, query, crumbs }: Props) {
  const { path } = forms[purpose];
  const open = await openLetterDraft(purpose);
  if (!open) return redirect({ href: await pathWithoutDraft(purpose), locale });
  const { answers } = open.draft;
  if (errorsIn(purpose, answers, dayOf(new Date())).length > 0) {
    return redirect({ href: `${path}?errors=1`, locale });
  }
  const [files, rows, t, shared] = await Promise.all([
    filesOf(await portal(), open.hash),
    answerRows(purpose, answers, locale),
    getTranslations('citizenLetters'),
    getTranslations('applyForm.challenge'),
  ]);
  const problem = problemOf(query, locale);
  const prefix = locale === 'en' ? '/en' : '';
  return (
    <>
      <Breadcrumbs items={crumbs} />
      <PageTitle title={t('form.checkTitle')} lead={t('form.checkLead')} />
      <div className={styles.form}>
        <ErrorSummary errors={problem ? [{ field: 'send', message: problem }] : []} />
      </div>
      <ForgetTab />
      <div className={styles.form}>
        <MetadataTable
          rows={rows.map(({ term, value }) => ({
            term,
            value: <span className={styles.answer}>{value}</span>,
            wide: true,
          }))}
        />
        {files.length > 0 && (
          <Section title={t('form.attachments')}>
            <FileList files={files} />
          </Section>
        )}
        <form id="send" method="post" action={`${prefix}${path}/send`} noValidate>
          <p className={styles.note}>{t('form.privacy')}</p>
          <Challenge
            address={`${prefix}${path}/challenge`}
            words={{
              label: shared('label'),
              about: shared('about'),
              verifying: shared('verifying'),
              verified: shared('verified'),
              failed: shared('failed'),
              expired: shared('expired'),
              unable: t('challenge.unable', { count: UNPROVEN_A_DAY }),
              sending: t('form.sending'),
            }}
          />
          <noscript>
            <Notice kind="warn">{t('challenge.noScript', { count: UNPROVEN_A_DAY })}</Notice>
          </noscript>
          <div className={styles.ways}>
            <Button>{t('form.send')}</Button>
            <Link href={path} className={styles.back}>
              {t('form.back')}
            </Link>
          </div>
        </form>
      </div>
    </>
  );
}

/** Why it was not sent, in words, by the code that the address of the page carries. */
function problemOf(query: AddressValues, locale: Locale): string | null {
  const t = letterWords(locale);
  const minutes = Number(query.minutes);
  const time = timeToWait(Number.isInteger(minutes) && minutes > 0 ? minutes : 60, locale);
  switch (query.problem) {
    case 'wait':
      return t('problems.wait', { time });
    case 'unproven':
      return t('problems.unproven', { time, count: UNPROVEN_A_DAY });
    case 'notFiled':
      return t('problems.notFiled');
    default:
      return null;
  }
}
