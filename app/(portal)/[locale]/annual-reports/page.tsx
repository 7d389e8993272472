import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import type { Locale } from '@/i18n/routing';
import { alternatesOf } from '../alternates';
import { columnMeta } from '../national-meta';
import { WebsiteReportsList } from '../website-reports/WebsiteReportsList';
import { ReportsOverview } from './ReportsOverview';

type Props = { params: Promise<{ locale: Locale }> };

export const revalidate = 300;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'annualReports' });
  return {
    title: t('title'),
    description: t('lead'),
    alternates: alternatesOf(locale, '/annual-reports'),
    other: await columnMeta(locale, 'annualReports'),
  };
}

export default async function AnnualReportsPage({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations('annualReports');
  return (
    <>
      <Breadcrumbs items={[{ label: t('title') }]} />
      <PageTitle title={t('title')} lead={t('lead')} />
      <ReportsOverview locale={locale} />
      <WebsiteReportsList locale={locale} />
    </>
  );
}
