import { getTranslations } from 'next-intl/server';
import { EmptyState } from '@/components/EmptyState/EmptyState';
import { Link } from '@/components/Link/Link';
import { ListDownloads } from '@/components/ListDownloads/ListDownloads';
import { ReportTable } from '@/components/ReportTable/ReportTable';
import { Section } from '@/components/Section/Section';
import { dayOf } from '@/domain/workdays/days';
import type { Locale } from '@/i18n/routing';
import { listAgencies } from '@/queries/agencies';
import { layoutOf, listReports, tablesOf, type ReportRow } from '@/queries/annual-reports';
import { keyFigureNames, keyFiguresOf } from './key-figures';
import { ReportsMatrix } from './ReportsMatrix';

/** The county's years side by side, then every agency with its years; stands in two places. */
export async function ReportsOverview({ locale }: { locale: Locale }) {
  const t = await getTranslations('annualReports');
  const matrix = await getTranslations('reportExport.matrix');
  const [reports, agencies] = await Promise.all([listReports(locale), listAgencies(locale)]);
  if (reports.length === 0) {
    return (
      <EmptyState title={t('empty')}>
        <p>{t('emptyText')}</p>
      </EmptyState>
    );
  }
  const county = reports.filter(({ agency }) => agency.kind === 'government');
  return (
    <>
      {county.length > 0 && <YearsTable reports={county} locale={locale} />}
      <Section title={matrix('title')} id="by-agency">
        <ReportsMatrix
          agencies={agencies}
          reports={reports}
          today={dayOf(new Date())}
          locale={locale}
        />
        <ListDownloads list="annual-reports" />
      </Section>
    </>
  );
}

async function YearsTable({ reports, locale }: { reports: ReportRow[]; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: 'annualReports' });
  const compare = await getTranslations({ locale, namespace: 'reportExport.compare' });
  const known = reports.flatMap((report) => {
    const tables = tablesOf(report);
    return tables ? [{ report, figures: keyFiguresOf(layoutOf(report), tables) }] : [];
  });
  if (known.length === 0) return null;
  return (
    <ReportTable
      caption={t('compare', { agency: known[0]?.report.agency.name ?? '' })}
      head={[
        [
          { text: t('indicator') },
          ...known.map(({ report }) => ({
            text: (
              <Link href={addressOf(report.agency.slug, report.year)}>
                {t('year', { year: String(report.year) })}
              </Link>
            ),
          })),
        ],
      ]}
      rows={keyFigureNames.map((name) => ({
        header: t(`key.${name}`),
        cells: known.map(({ figures }) =>
          figures[name] === undefined ? t('noItem') : figures[name],
        ),
      }))}
      note={
        <>
          {t('compareNote')}
          {locale === 'en' && ' '}
          {known[0] && (
            <Link href={`/annual-reports/${known[0].report.agency.slug}/compare`}>
              {compare('link')}
            </Link>
          )}
        </>
      }
    />
  );
}

const addressOf = (agency: string, year: number) => `/annual-reports/${agency}/${year}`;
