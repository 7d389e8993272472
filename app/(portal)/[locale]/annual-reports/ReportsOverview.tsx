import { getTranslations } from 'next-intl/server';
import { EmptyState } from '@/components/EmptyState/EmptyState';
import { Link } from '@/components/Link/Link';
import { ListDownloads } from '@/components/ListDownloads/ListDownloads';
import { ReportTable } from '@/components/ReportTable/ReportTable';
import { Section } from '@/components/Section/Section';
import type { Locale } from '@/i18n/routing';
import { layoutOf, listReports, tablesOf, type ReportRow } from '@/queries/annual-reports';
import { keyFigureNames, keyFiguresOf } from './key-figures';
import styles from './annual-reports.module.css';

/** The county's years side by side, then every agency with its years; stands in two places. */
export async function ReportsOverview({ locale }: { locale: Locale }) {
  const t = await getTranslations('annualReports');
  const reports = await listReports(locale);
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
      <Section title={t('byAgency')} id="by-agency">
        <ul className={styles.agencies}>
          {byAgency(reports).map(([agency, own]) => (
            <li key={agency.id} className={styles.agency}>
              <Link href={`/agencies/${agency.slug}`} className={styles.name}>
                {agency.name}
              </Link>
              <ul className={styles.years}>
                {own.map(({ id, year }) => (
                  <li key={id}>
                    <Link
                      href={addressOf(agency.slug, year)}
                      aria-label={`${agency.name} ${t('report', { year: String(year) })}`}
                    >
                      {t('year', { year: String(year) })}
                    </Link>
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
        <ListDownloads list="annual-reports" />
      </Section>
    </>
  );
}

async function YearsTable({ reports, locale }: { reports: ReportRow[]; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: 'annualReports' });
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
      note={t('compareNote')}
    />
  );
}

const addressOf = (agency: string, year: number) => `/annual-reports/${agency}/${year}`;

/** Agencies in the order of the directory, each with its reports, the newest first. */
function byAgency(reports: readonly ReportRow[]): [ReportRow['agency'], ReportRow[]][] {
  const groups = new Map<unknown, [ReportRow['agency'], ReportRow[]]>();
  for (const report of reports) {
    const group = groups.get(report.agency.id);
    if (group) group[1].push(report);
    else groups.set(report.agency.id, [report.agency, [report]]);
  }
  return [...groups.values()].sort(([a], [b]) => (a.order ?? 0) - (b.order ?? 0));
}
