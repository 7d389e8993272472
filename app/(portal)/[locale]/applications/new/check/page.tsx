import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { Button } from '@/components/Button/Button';
import { MetadataTable } from '@/components/MetadataTable/MetadataTable';
import { Notice } from '@/components/Notice/Notice';
import { Section } from '@/components/Section/Section';
import { filesOf } from '@/collections/ApplicationDrafts/draft-files';
import { countOpenCases } from '@/collections/Applications/receive-application';
import { receivingAgencies } from '@/collections/Applications/receiving-agencies';
import { mayFile } from '@/domain/applications/limits';
import { parseApplication } from '@/domain/applications/parse';
import {
  asked,
  fieldsOf,
  firstUnfinished,
  formSteps,
  type Answers,
} from '@/domain/applications/steps';
import { dayOf } from '@/domain/workdays/days';
import { redirect } from '@/i18n/navigation';
import type { Locale } from '@/i18n/routing';
import { portal } from '@/queries/portal';
import type { AddressValues } from '@/queries/search-address';
import { alternatesOf } from '../../../alternates';
import { columnMeta } from '../../../national-meta';
import { OtherWays } from '../../OtherWays';
import { postTo, stepPath } from '../addresses';
import { answerWords } from '../answer-words';
import { Challenge } from '../Challenge';
import { openDraft, pathsOf, pathWithoutDraft } from '../draft-cookie';
import { FileList } from '../Files';
import { ForgetTab } from '../ForgetTab';
import { formWords, timeToWait } from '../form-words';
import { BackLink, FormHead } from '../StepPage';
import styles from '../form.module.css';

type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<AddressValues> };

/** One person’s page, never kept for another. */
export const dynamic = 'force-dynamic';

/** As access/attempts.ts counts them. */
const UNPROVEN_A_DAY = 2;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = formWords(locale);
  return {
    title: `${t('steps.check.title')} · ${t('title')}`,
    robots: { index: false },
    alternates: alternatesOf(locale, '/applications/new/check'),
    other: await columnMeta(locale, 'applications'),
  };
}

/** Everything once more, each part with a way back to it; then it is sent. */
export default async function CheckPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const open = await openDraft();
  if (!open) return redirect({ href: await pathWithoutDraft(), locale });
  const { answers } = open.draft;
  const unfinished = firstUnfinished(answers, dayOf(new Date()));
  if (unfinished) {
    return redirect({ href: `${stepPath(unfinished)}?errors=1&from=check`, locale });
  }
  const payload = await portal();
  const [agencies, files, problem] = await Promise.all([
    receivingAgencies(payload, locale),
    filesOf(payload, open.hash),
    problemOf(await searchParams, answers, locale),
  ]);
  const agency = agencies.find(({ slug }) => slug === answers.agency);
  const t = await getTranslations('applyForm');
  const words = answerWords(locale, agency?.name ?? '');
  return (
    <>
      <FormHead
        step="check"
        title={t('steps.check.title')}
        errors={problem ? [{ field: 'send', message: problem }] : []}
      />
      <ForgetTab />
      <div className={styles.form}>
        {formSteps.map((step) => (
          <Section
            key={step}
            title={t(`steps.${step}.short`)}
            more={{
              href: `${stepPath(step)}?from=check`,
              label: t('check.changeOf', { part: t(`steps.${step}.short`) }),
            }}
          >
            <MetadataTable
              rows={fieldsOf(step, answers)
                // Told once, with the identity.
                .filter((field) => !(step === 'how' && field === 'email'))
                .map((field) => {
                  const { term, value } = words(field, answers);
                  return {
                    term,
                    value: <span className={styles.answer}>{value}</span>,
                    wide: true,
                  };
                })}
            />
            {step === 'what' && <FileList files={files} />}
          </Section>
        ))}
        <form id="send" method="post" action={postTo(locale, 'send')} noValidate>
          <p className={styles.note}>{t('check.privacy')}</p>
          <Challenge
            address={`${pathsOf(locale)}/new/challenge`}
            words={{
              label: t('challenge.label'),
              about: t('challenge.about'),
              verifying: t('challenge.verifying'),
              verified: t('challenge.verified'),
              failed: t('challenge.failed'),
              expired: t('challenge.expired'),
              unable: t('challenge.unable', { count: UNPROVEN_A_DAY }),
              sending: t('check.sending'),
            }}
          />
          <noscript>
            <Notice kind="warn">{t('challenge.noScript', { count: UNPROVEN_A_DAY })}</Notice>
          </noscript>
          <div className={styles.ways}>
            <Button>{t('check.send')}</Button>
            <BackLink step="check" />
          </div>
        </form>
        <OtherWays locale={locale} agency={answers.agency} isFilled />
      </div>
    </>
  );
}

/** Why it was not sent, in words, by the code that the address of the page carries. */
async function problemOf(
  query: AddressValues,
  answers: Answers,
  locale: Locale,
): Promise<string | null> {
  const t = formWords(locale);
  const minutes = Number(query.minutes);
  const time = timeToWait(Number.isInteger(minutes) && minutes > 0 ? minutes : 60, locale);
  switch (query.problem) {
    case 'wait':
      return t('problems.wait', { time });
    case 'unproven':
      return t('problems.unproven', { time, count: UNPROVEN_A_DAY });
    case 'notFiled':
      return t('problems.notFiled');
    case 'open': {
      const parsed = parseApplication(asked(answers));
      const answer = parsed.ok && mayFile(await countOpenCases(await portal(), parsed.value));
      if (!answer || answer.ok) return null;
      return t('problems.open', { open: answer.open, most: answer.most, toClose: answer.toClose });
    }
    default:
      return null;
  }
}
