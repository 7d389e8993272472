import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import type { Locale } from '@/i18n/routing';
import { alternatesOf } from '../../alternates';
import { columnMeta } from '../../national-meta';
import { ReportsOverview } from '../../annual-reports/ReportsOverview';
import { WebsiteReportsList } from '../../website-reports/WebsiteReportsList';

type Props = { params: Promise<{ locale: Locale }> };

export const revalidate = 300;

/** The same reports as under /annual-reports, in the prescribed frame; that address is the one to keep. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'platform' });
  return {
    title: t('parts.annualReports.title'),
    description: t('parts.annualReports.text'),
    alternates: alternatesOf(locale, '/annual-reports'),
    other: await columnMeta(locale, 'annualReports'),
  };
}

export default async function DisclosureReportsPage({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const [t, reports] = await Promise.all([
    getTranslations('platform'),
    getTranslations('annualReports'),
  ]);
  return (
    <>
      <Breadcrumbs
        items={[
          { label: t('title'), href: '/disclosure' },
          { label: t('parts.annualReports.title') },
        ]}
      />
      <PageTitle title={t('parts.annualReports.title')} lead={reports('lead')} />
      <ReportsOverview locale={locale} />
      <WebsiteReportsList locale={locale} />
    </>
  );
}
