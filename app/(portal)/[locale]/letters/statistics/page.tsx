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
import { YearLinks } from '@/components/YearLinks/YearLinks';
import { dayOf } from '@/domain/workdays/days';
import type { Locale } from '@/i18n/routing';
import { lettersInFigures } from '@/queries/letter-figures';
import { letterFilters } from '@/queries/letters';
import type { AddressValues } from '@/queries/search-address';
import { alternatesOf } from '../../alternates';
import { columnMeta } from '../../national-meta';
import { ByAgency, ByKind, ByYear } from './Figures';

type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<AddressValues> };

/** The year is in the address. */
export const dynamic = 'force-dynamic';

const PATH = '/letters/statistics';

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'citizenLetters.statistics' });
  return {
    title: t('title'),
    description: t('lead'),
    alternates: alternatesOf(locale, PATH),
    other: await columnMeta(locale, 'letters'),
  };
}

/** 来信统计: what came in and how it was answered, by agency, of a year or of all. */
export default async function LetterStatisticsPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations('citizenLetters.statistics');
  const words = await getTranslations('citizenLetters');
  const { year = null } = letterFilters(await searchParams);
  const figures = await lettersInFigures(year, locale);
  const { all, years } = figures;
  return (
    <>
      <Breadcrumbs items={[{ label: words('title'), href: '/letters' }, { label: t('title') }]} />
      <PageTitle title={t('title')} lead={t('lead')} />
      {years.length === 0 ? (
        <EmptyState title={t('empty')}>
          <Link href="/letters">{words('title')}</Link>
        </EmptyState>
      ) : (
        <>
          <MetaLine>{t('updated', { day: formatDate(dayOf(new Date()), locale) })}</MetaLine>
          <YearLinks
            label={t('period')}
            years={[null, ...years.map((one) => one.year)].map((one) => ({
              href: one === null ? PATH : `${PATH}?year=${one}`,
              label: one === null ? t('allYears') : t('year', { year: String(one) }),
              isCurrent: one === year,
            }))}
          />
          <FactStrip
            facts={[
              {
                value: all.received,
                label: t('figures.received'),
                href: '#by-agency',
                source: t('byAgency'),
              },
              {
                value: all.answered,
                label: t('figures.answered'),
                href: '#by-agency',
                source: t('byAgency'),
              },
              {
                value:
                  all.onTimeRate === null ? t('unknown') : t('share', { percent: all.onTimeRate }),
                label: t('figures.onTime'),
                href: '#by-agency',
                source: t('byAgency'),
              },
            ]}
          />
          <Actions />
          <ByAgency figures={figures} />
          <ByKind figures={figures} />
          <ByYear figures={figures} />
          <p>{t('note')}</p>
          <ListDownloads list="letter-statistics" query={year ? `year=${year}` : undefined} />
        </>
      )}
    </>
  );
}
