import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { dayOf, yearOf } from '@/domain/workdays/days';
import type { Locale } from '@/i18n/routing';
import { statisticsOf } from '@/queries/statistics';
import { alternatesOf } from '../alternates';
import { columnMeta } from '../national-meta';
import { YearInFigures } from './YearInFigures';

type Props = { params: Promise<{ locale: Locale }> };

/** Nobody waits for a count of everything, and nobody needs it to the minute. */
export const revalidate = 3600;
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'statistics' });
  return {
    title: t('title'),
    description: t('lead'),
    alternates: alternatesOf(locale, '/statistics'),
    other: await columnMeta(locale, 'statistics'),
  };
}

/** 公开工作统计 of the running year. */
export default async function StatisticsPage({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const statistics = await statisticsOf(yearOf(dayOf(new Date())));
  if (!statistics) notFound();
  const t = await getTranslations('statistics');
  return <YearInFigures statistics={statistics} title={t('title')} />;
}
