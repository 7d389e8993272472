import { getLocale, getTranslations } from 'next-intl/server';
import { BarChart } from '@/components/Chart/BarChart';
import { Link } from '@/components/Link/Link';
import { Section } from '@/components/Section/Section';
import type { LayoutCode, ReportTables } from '@/domain/annual-reports/tables';
import { layoutOf, tablesOf, type ReportRow } from '@/queries/annual-reports';
import { keyFiguresOf, type KeyFigureName } from '../../key-figures';
import { applicantBars, resultBars } from './chart-figures';
import { labelOf } from './checked-sums';

type Props = {
  code: LayoutCode;
  tables: ReportTables;
  /** All reports of the agency, the newest first. */
  years: readonly ReportRow[];
};

/** Three or four pictures of a report, each with the figures it is drawn from; none of what is blank. */
export async function Charts({ code, tables, years }: Props) {
  const t = await getTranslations('reportExport.charts');
  const reports = await getTranslations('annualReports');
  const locale = await getLocale();
  const applicants = applicantBars(tables);
  const results = resultBars(code, tables);
  const known = years.flatMap((report) => {
    const own = tablesOf(report);
    return own ? [{ report, figures: keyFiguresOf(layoutOf(report), own) }] : [];
  });
  const byYear = (name: KeyFigureName) =>
    [...known].reverse().map(({ report, figures }) => {
      const label = reports('year', { year: String(report.year) });
      return {
        label,
        value: figures[name] ?? null,
        href: <Link href={`/annual-reports/${report.agency.slug}/${report.year}`}>{label}</Link>,
      };
    });
  if (!applicants && !results && known.length < 2) return null;
  return (
    <Section title={t('title')} id="charts">
      {applicants && (
        <BarChart
          title={t('applicants')}
          heads={{ label: t('kind'), value: t('count') }}
          blank={t('blank')}
          bars={applicants.map(({ column, value }) => ({
            label: labelOf(code, 'applications', 'columns', column, locale),
            value,
          }))}
        />
      )}
      {results && (
        <BarChart
          title={t('results')}
          heads={{ label: t('result'), value: t('count') }}
          blank={t('blank')}
          bars={results.map(({ group, value }) => ({ label: t(`groups.${group}`), value }))}
        />
      )}
      {known.length > 1 && (
        <>
          <BarChart
            title={t('years')}
            heads={{ label: t('year'), value: t('count') }}
            blank={t('blank')}
            bars={byYear('normative')}
            note={t('yearsNote')}
          />
          <BarChart
            title={t('yearsApplied')}
            heads={{ label: t('year'), value: t('count') }}
            blank={t('blank')}
            bars={byYear('received')}
          />
        </>
      )}
    </Section>
  );
}
