import type { Metadata } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { formatDate } from '@/components/DateText/format-date';
import { Link } from '@/components/Link/Link';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import { deedsOf } from '@/collections/Applications/applicant-case';
import { retentionFactsOf } from '@/collections/Applications/erase';
import { workCalendar } from '@/collections/HolidayNotices/work-calendar';
import { erasableOn } from '@/domain/applications/retention';
import { dayOf } from '@/domain/workdays/days';
import { redirect } from '@/i18n/navigation';
import type { Locale } from '@/i18n/routing';
import type { Application } from '@/payload-types';
import { portal } from '@/queries/portal';
import { alternatesOf } from '../../../../alternates';
import { columnMeta } from '../../../../national-meta';
import { deedWords } from '../deed-words';
import { DeedForm } from '../DeedForm';
import { openedCase } from '../opened-case';

type Props = { params: Promise<{ locale: Locale; deed: string }> };

/** One person’s page, never kept for another. */
export const dynamic = 'force-dynamic';

/** What can't be undone is asked once more. */
const confirmed = ['withdraw', 'erase'] as const;
const isConfirmed = (deed: string): deed is (typeof confirmed)[number] =>
  (confirmed as readonly string[]).includes(deed);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, deed } = await params;
  if (!isConfirmed(deed)) notFound();
  const t = await getTranslations({ locale, namespace: 'caseStatus' });
  return {
    title: t(`${deed}.title`),
    robots: { index: false },
    alternates: alternatesOf(locale, `/applications/status/case/${deed}`),
    other: await columnMeta(locale, 'applications'),
  };
}

export default async function DeedPage({ params }: Props) {
  const { locale, deed } = await params;
  if (!isConfirmed(deed)) notFound();
  setRequestLocale(locale);
  const application = await openedCase(locale);
  if (!application) return redirect({ href: '/applications/status', locale });
  // Done meanwhile, or not possible any more: the case says where it stands.
  if (!deedsOf(application).includes(deed)) {
    return redirect({ href: '/applications/status/case', locale });
  }
  const t = await getTranslations('caseStatus');
  const a = await getTranslations('applications');
  const when = deed === 'erase' ? await whenErased(application) : null;
  return (
    <>
      <Breadcrumbs
        items={[
          { label: a('title'), href: '/applications' },
          { label: application.receiptNumber ?? '', href: '/applications/status/case' },
          { label: t(`deeds.${deed}`) },
        ]}
      />
      <PageTitle
        eyebrow={application.receiptNumber}
        title={t(`${deed}.title`)}
        lead={application.informationTitle}
      />
      <p>{t(`${deed}.text`)}</p>
      {when && (
        <p>
          {when.isPast
            ? t('erase.now')
            : when.day
              ? t('erase.when', { day: formatDate(when.day, locale) })
              : t('erase.unknown')}
        </p>
      )}
      <NextIntlClientProvider locale={locale} messages={deedWords(locale)}>
        <DeedForm deed={deed} revision={application.revision ?? 0} headingLevel={2} />
      </NextIntlClientProvider>
      <p>
        <Link href="/applications/status/case">{t(`${deed}.back`)}</Link>
      </p>
    </>
  );
}

/** From when the law lets the data be deleted; without a day while a review or a suit is pending. */
async function whenErased(application: Application) {
  const calendar = await workCalendar({ payload: await portal() });
  const day = erasableOn(retentionFactsOf(application), calendar);
  return { day, isPast: day !== null && day <= dayOf(new Date()) };
}
