import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { Actions } from '@/components/Actions/Actions';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { Columns } from '@/components/Columns/Columns';
import { formatDate } from '@/components/DateText/format-date';
import { DueDate } from '@/components/DueDate/DueDate';
import { Link } from '@/components/Link/Link';
import { MetadataTable } from '@/components/MetadataTable/MetadataTable';
import { Notice } from '@/components/Notice/Notice';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import { Section } from '@/components/Section/Section';
import { Timeline } from '@/components/Timeline/Timeline';
import { openCase } from '@/collections/Applications/applicant-case';
import { clockFacts } from '@/collections/Applications/record-application';
import { dueDate, type ClockStep } from '@/domain/applications/clock';
import { isOpen } from '@/domain/applications/statuses';
import { workdaysBetween } from '@/domain/workdays/count';
import { dayOf } from '@/domain/workdays/days';
import { nationalCalendar } from '@/domain/workdays/national-calendar';
import { readSealed } from '@/fields/sealed/sealed-cookie';
import { redirect } from '@/i18n/navigation';
import type { Locale } from '@/i18n/routing';
import { agencyNameOf } from '@/queries/document-items';
import { portal } from '@/queries/portal';
import type { CaseKeys } from '../actions';
import { Letter } from './Letter';
import { stepsOf } from './steps';

type Props = { params: Promise<{ locale: Locale }> };

/** One person’s page, never kept for another. */
export const dynamic = 'force-dynamic';

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'applications' });
  return { title: t('status.title'), robots: { index: false } };
}

/** Where a case stands, for whoever holds its two keys. */
export default async function CasePage({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const keys = await readSealed<CaseKeys>('case');
  const application = keys && (await openCase(await portal(), keys.number, keys.code));
  if (!application) return redirect({ href: '/applications/status', locale });
  const t = await getTranslations('applications');

  const today = dayOf(new Date().toISOString());
  const clock = dueDate(clockFacts(application), nationalCalendar);
  const isRunning = isOpen(application.status) && clock.due !== null;
  const explain = (step: ClockStep): string => {
    const values = Object.entries(step.values).map(([name, value]) => [
      name,
      name === 'holiday'
        ? t(`clock.holidays.${value as 'other'}`)
        : name === 'day' || name === 'from' || name === 'to'
          ? formatDate(String(value), locale)
          : value,
    ]);
    return t(`clock.${step.key}`, Object.fromEntries(values));
  };
  const explanation = (
    <ol>
      {clock.steps.map((step, i) => (
        <li key={i}>{explain(step)}</li>
      ))}
    </ol>
  );
  const { reply } = application;
  return (
    <>
      <Breadcrumbs
        items={[
          { label: t('title'), href: '/applications' },
          { label: t('status.title'), href: '/applications/status' },
          { label: application.receiptNumber ?? '' },
        ]}
      />
      <PageTitle
        eyebrow={application.receiptNumber}
        title={t(`statuses.${application.status}`)}
        lead={t(`case.now.${application.status}`)}
      />
      <Columns
        side={
          <Section title={t('case.request')}>
            <MetadataTable
              rows={[
                {
                  term: t('fields.informationTitle.label'),
                  value: application.informationTitle,
                  wide: true,
                },
                {
                  term: t('fields.informationNumber.label'),
                  value: application.informationNumber,
                  wide: true,
                },
                { term: t('fields.description.label'), value: application.description, wide: true },
                { term: t('fields.agency.label'), value: agencyNameOf(application), wide: true },
                { term: t('fields.form.label'), value: t(`forms.${application.form}`), wide: true },
                {
                  term: t('fields.delivery.label'),
                  value: t(`delivery.${application.delivery}`),
                  wide: true,
                },
              ]}
            />
          </Section>
        }
      >
        {isRunning && clock.due && (
          <DueDate
            day={clock.due}
            workdaysLeft={workdaysLeft(today, clock.due)}
            provisional={clock.provisional}
            explanation={explanation}
          />
        )}
        {isOpen(application.status) && clock.due === null && <Notice>{explanation}</Notice>}
        {reply?.letter && (
          <Section title={t('case.reply')} id="reply">
            <p>{t('case.replyKind', { kind: t(`replies.kinds.${reply.kind as 'granted'}`) })}</p>
            <Letter text={reply.letter} />
            <Actions copy={false} />
          </Section>
        )}
        <Section title={t('case.steps')}>
          <Timeline label={t('case.steps')} steps={stepsOf(application, t)} />
        </Section>
        <p>
          {t.rich('case.help', {
            link: (chunks) => <Link href="/applications">{chunks}</Link>,
          })}
        </p>
      </Columns>
    </>
  );
}

/** Working days that are left, today not counted; below zero when the day has passed. */
function workdaysLeft(today: string, due: string): number {
  return due >= today
    ? workdaysBetween(today, due, nationalCalendar)
    : -workdaysBetween(due, today, nationalCalendar);
}
