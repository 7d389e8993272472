import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { Breadcrumbs } from '@/components/Breadcrumbs/Breadcrumbs';
import { DateText } from '@/components/DateText/DateText';
import { Fold } from '@/components/Fold/Fold';
import { Link } from '@/components/Link/Link';
import { Notice } from '@/components/Notice/Notice';
import { PageTitle } from '@/components/PageTitle/PageTitle';
import { ReportTable } from '@/components/ReportTable/ReportTable';
import type { Locale } from '@/i18n/routing';
import { findAgency } from '@/queries/agencies';
import { layoutOf, listReports, tablesOf } from '@/queries/annual-reports';
import { dayOrNothing } from '@/queries/document-items';
import { alternatesOf } from '../../../alternates';
import { columnMeta } from '../../../national-meta';
import { compareReports } from '../../comparison';
import styles from '../../annual-reports.module.css';

type Props = { params: Promise<{ locale: Locale; agency: string }> };

export const revalidate = 300;
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, agency: slug } = await params;
  const agency = await findAgency(slug, locale);
  if (!agency) return {};
  const t = await getTranslations({ locale, namespace: 'reportExport.compare' });
  return {
    title: t('title', { agency: agency.name }),
    alternates: alternatesOf(locale, `/annual-reports/${slug}/compare`),
    other: await columnMeta(locale, 'annualReports'),
  };
}

/** All figures of an agency's reports, a column for each year. */
export default async function ComparePage({ params }: Props) {
  const { locale, agency: slug } = await params;
  setRequestLocale(locale);
  const agency = await findAgency(slug, locale);
  if (!agency) notFound();
  const [t, reports, all] = await Promise.all([
    getTranslations('reportExport'),
    getTranslations('annualReports'),
    listReports(locale, agency.id),
  ]);
  const known = all.flatMap((report) => {
    const tables = tablesOf(report);
    return tables ? [{ report, code: layoutOf(report), tables }] : [];
  });
  if (known.length === 0) notFound();
  const isMixed = new Set(known.map(({ code }) => code)).size > 1;
  const title = t('compare.title', { agency: agency.name });
  const address = (year: number) => `/annual-reports/${slug}/${year}`;
  return (
    <>
      <Breadcrumbs
        items={[
          { label: reports('title'), href: '/annual-reports' },
          { label: agency.name, href: `/agencies/${slug}` },
        ]}
      />
      <PageTitle title={title} lead={t('compare.lead')} />
      {known.length < 2 && <Notice>{t('compare.few')}</Notice>}
      {isMixed && (
        <Fold summary={t('compare.layouts')}>
          <ul className={styles.findings}>
            {(['normative', 'decisions', 'procurement', 'other'] as const).map((name) => (
              <li key={name}>{t(`compare.differences.${name}`)}</li>
            ))}
          </ul>
        </Fold>
      )}
      <ReportTable
        id="table-years"
        caption={title}
        head={[
          [
            { text: reports('indicator') },
            ...known.map(({ report }) => ({
              text: (
                <Link href={address(report.year)}>
                  {reports('year', { year: String(report.year) })}
                </Link>
              ),
            })),
          ],
        ]}
        rows={[
          {
            header: t('compare.published'),
            cells: known.map(({ report }) => {
              const day = dayOrNothing(report.publishedOn);
              return day ? <DateText key={report.id} day={day} /> : null;
            }),
          },
          {
            header: t('compare.layoutRow'),
            cells: known.map(({ code }) => t(`compare.layout${code}`)),
          },
          ...compareReports(
            known,
            {
              disclosure: reports('tables.disclosure'),
              applications: t('compare.applications'),
              applicants: t('compare.applicants'),
              litigation: reports('tables.litigation'),
              noItem: reports('noItem'),
            },
            locale,
          ),
        ]}
        note={`${t('compare.note')}${locale === 'en' ? ' ' : ''}${reports('money')}`}
      />
    </>
  );
}
