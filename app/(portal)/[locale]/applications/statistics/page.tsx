import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { Actions } from '@/components/Actions/Actions';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { formatDate } from '@/components/DateText/format-date';
import { EmptyState } from '@/components/EmptyState/EmptyState';
import { FactStrip } from '@/components/FactStrip/FactStrip';
import { Link } from '@/components/Link/Link';
import { ListDownloads } from '@/components/ListDownloads/ListDownloads';
import { MetaLine } from '@/components/MetaLine/MetaLine';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import { dayOf } from '@/domain/workdays/days';
import type { Locale } from '@/i18n/routing';
import { applicationStatistics } from '@/queries/application-statistics';
import { alternatesOf } from '../../alternates';
import { columnMeta } from '../../national-meta';
import { Applicants, Channels, Flow, Results, Time } from './Figures';

type Props = { params: Promise<{ locale: Locale }> };

/** Kept for five minutes: nobody waits for a count of all cases, and nobody needs it to the second. */
export const revalidate = 300;
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'caseStatistics.statistics' });
  return {
    title: t('title'),
    description: t('lead'),
    alternates: alternatesOf(locale, '/applications/statistics'),
    other: await columnMeta(locale, 'applications'),
  };
}

/** 依申请公开统计: what came in, how it was answered and how fast, of every year. */
export default async function StatisticsPage({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations('caseStatistics.statistics');
  const statistics = await applicationStatistics();
  const [now] = statistics.years;
  return (
    <>
      <Breadcrumbs
        items={[{ label: t('links.apply'), href: '/applications' }, { label: t('title') }]}
      />
      <PageTitle title={t('title')} lead={t('lead')} />
      {now === undefined ? (
        <EmptyState title={t('empty')}>
          <p>
            <Link href="/applications">{t('links.apply')}</Link>
          </p>
        </EmptyState>
      ) : (
        <>
          <MetaLine>
            {t('updated', { day: formatDate(dayOf(new Date()), locale) })}
            <Link href="/applications/answers">{t('links.answers')}</Link>
            <Link href="/annual-reports">{t('links.reports')}</Link>
          </MetaLine>
          <FactStrip
            facts={[
              {
                value: now.received,
                label: t('figures.received', { year: String(now.year) }),
                href: '#flow',
                source: t('sections.flow'),
              },
              {
                value: now.replied,
                label: t('figures.answered', { year: String(now.year) }),
                href: '#results',
                source: t('sections.results'),
              },
              {
                value:
                  now.timed > 0 ? t('share', { percent: now.onTime / now.timed }) : t('unknown'),
                label: t('figures.onTime', { year: String(now.year) }),
                href: '#time',
                source: t('figures.onTimeOf', { count: now.timed, overdue: now.overdue }),
              },
            ]}
          />
          <Actions />
          <Flow statistics={statistics} />
          <Results statistics={statistics} />
          <Time statistics={statistics} />
          <Channels statistics={statistics} />
          <Applicants statistics={statistics} />
          <ListDownloads list="application-statistics" />
        </>
      )}
    </>
  );
}
