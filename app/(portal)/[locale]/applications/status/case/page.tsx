import type { Metadata } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { Actions } from '@/components/Actions/Actions';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { Columns } from '@/components/Columns/Columns';
import { formatDate } from '@/components/DateText/format-date';
import { FocusOnArrival } from '@/components/ErrorSummary/FocusOnArrival';
import { Link } from '@/components/Link/Link';
import { Notice } from '@/components/Notice/Notice';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import { Section } from '@/components/Section/Section';
import { Timeline } from '@/components/Timeline/Timeline';
import { releasedFiles } from '@/collections/Applications/applicant-case';
import { factsOf } from '@/collections/Applications/stored-case';
import { isForLetters } from '@/collections/Applications/to-letter';
import { workCalendar } from '@/collections/HolidayNotices/work-calendar';
import { clockOfCase } from '@/domain/applications/case';
import { isOpen, publicStatus, type Status } from '@/domain/applications/statuses';
import { dayOf } from '@/domain/workdays/days';
import { redirect } from '@/i18n/navigation';
import type { Locale } from '@/i18n/routing';
import { portal } from '@/queries/portal';
import { alternatesOf } from '../../../alternates';
import { columnMeta } from '../../../national-meta';
import { deedWords } from './deed-words';
import { AskedDeeds, OfferedDeeds } from './Deeds';
import { doneNotice, missedNotice } from './done-notice';
import { Letters, ReleasedFiles } from './Letters';
import { openedCase } from './opened-case';
import { Reckoning } from './Reckoning';
import { Request } from './Request';
import { stepsOf } from './steps';
import { ToLetter } from './ToLetter';

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<{ done?: string; missed?: string }>;
};

/** One person’s page, never kept for another. */
export const dynamic = 'force-dynamic';

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'applications' });
  return {
    title: t('status.title'),
    robots: { index: false },
    alternates: alternatesOf(locale, '/applications/status/case'),
    other: await columnMeta(locale, 'applications'),
  };
}

/** Where a case stands, why, and what its applicant can do, for whoever holds its two keys. */
export default async function CasePage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const application = await openedCase(locale);
  if (!application) return redirect({ href: '/applications/status', locale });
  const t = await getTranslations('applications');
  const s = await getTranslations('caseStatus');
  const payload = await portal();
  const calendar = await workCalendar({ payload });
  const today = dayOf(new Date());
  const reckoned = clockOfCase(factsOf(application), calendar, today);
  const status = publicStatus(application.status as Status);
  const due = reckoned.ok ? reckoned.clock.due : null;
  const asked = await searchParams;
  const done = await doneNotice(asked.done, application, calendar, locale);
  const missed = await missedNotice(asked.missed, application, locale);
  // Before the reply everybody asks when; afterwards, what it says.
  const reckoning = reckoned.ok && (
    <Reckoning clock={reckoned.clock} isOpen={isOpen(status)} calendar={calendar} today={today} />
  );
  return (
    <>
      <Breadcrumbs
        items={[
          { label: t('title'), href: '/applications' },
          { label: t('status.title'), href: '/applications/status' },
          { label: application.receiptNumber ?? '' },
        ]}
      />
      {(done ?? missed) && (
        <div id="done" key={asked.done} tabIndex={-1}>
          <FocusOnArrival />
          <Notice kind={done ? 'info' : 'warn'} title={done ?? missed} live />
        </div>
      )}
      <PageTitle
        eyebrow={application.receiptNumber}
        title={t(`statuses.${status}`)}
        lead={t(`case.now.${status as 'received'}`)}
      />
      <Columns side={<Request application={application} />}>
        <NextIntlClientProvider locale={locale} messages={deedWords(locale)}>
          {application.erasedOn && (
            <Notice>
              {s('erase.done', { day: formatDate(dayOf(application.erasedOn), locale) })}
            </Notice>
          )}
          <AskedDeeds application={application} />
          {isForLetters(application) && <ToLetter />}
          {isOpen(status) && reckoning}
          <Letters application={application} />
          <ReleasedFiles files={await releasedFiles(payload, application)} />
          <Section title={t('case.steps')}>
            <Timeline
              label={t('case.steps')}
              steps={stepsOf(application, { t: s, locale, due, today })}
            />
          </Section>
          {!isOpen(status) && reckoning}
          <OfferedDeeds application={application} calendar={calendar} />
        </NextIntlClientProvider>
        <p>
          {t.rich('case.help', {
            link: (chunks) => <Link href="/applications">{chunks}</Link>,
          })}
        </p>
        <Actions copy={false} />
      </Columns>
    </>
  );
}
