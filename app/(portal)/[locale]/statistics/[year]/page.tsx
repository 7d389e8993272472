import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { notFound } from 'next/navigation';
import type { Locale } from '@/i18n/routing';
import { statisticsOf } from '@/queries/statistics';
import { alternatesOf } from '../../alternates';
import { columnMeta } from '../../national-meta';
import { YearInFigures } from '../YearInFigures';

type Props = { params: Promise<{ locale: Locale; year: string }> };

export const revalidate = 3600;
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, year } = await params;
  const t = await getTranslations({ locale, namespace: 'statistics' });
  if (!/^\d{4}$/.test(year)) return { robots: { index: false } };
  return {
    title: t('titleYear', { year }),
    description: t('lead'),
    alternates: alternatesOf(locale, `/statistics/${year}`),
    other: await columnMeta(locale, 'statistics'),
  };
}

/** 公开工作统计 of one year. */
export default async function StatisticsYearPage({ params }: Props) {
  const { locale, year } = await params;
  setRequestLocale(locale);
  const statistics = /^\d{4}$/.test(year) ? await statisticsOf(Number(year)) : null;
  if (!statistics) notFound();
  const t = await getTranslations('statistics');
  return <YearInFigures statistics={statistics} title={t('titleYear', { year })} isOneOfMany />;
}
