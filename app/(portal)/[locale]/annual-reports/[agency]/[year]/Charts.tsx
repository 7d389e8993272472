import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { BarChart, ChartBeside } from '@/components/Chart/Chart';
import { Link } from '@/components/Link/Link';
import { ReportTable } from '@/components/ReportTable/ReportTable';
import { Section } from '@/components/Section/Section';
import { labelOf } from '@/domain/annual-reports/describe';
import type { LayoutCode, ReportTables } from '@/domain/annual-reports/tables';
import { layoutOf, tablesOf, type ReportRow } from '@/queries/annual-reports';
import { keyFiguresOf, type KeyFigureName } from '../../key-figures';
import styles from '../../annual-reports.module.css';
import { applicantBars, resultBars } from './chart-figures';

type Props = {
  code: LayoutCode;
  tables: ReportTables;
  /** All reports of the agency, the newest first. */
  years: readonly ReportRow[];
};

type Bar = { label: string; value: number | null; link?: ReactNode };

/** Pictures of a report, each beside the figures it is drawn from; none of what is blank. */
export async function Charts({ code, tables, years }: Props) {
  const t = await getTranslations('reportExport.charts');
  const annual = await getTranslations('annualReports');
  const locale = await getLocale();
  const known = years.flatMap((report) => {
    const own = tablesOf(report);
    return own ? [{ report, figures: keyFiguresOf(layoutOf(report), own) }] : [];
  });
  const byYear = (name: KeyFigureName): Bar[] =>
    known.toReversed().map(({ report, figures }) => {
      const label = annual('year', { year: String(report.year) });
      const address = `/annual-reports/${report.agency.slug}/${report.year}`;
      return { label, value: figures[name] ?? null, link: <Link href={address}>{label}</Link> };
    });
  const applicants = applicantBars(tables)?.map(({ column, value }): Bar => ({
    label: labelOf(code, 'applications', 'columns', column, locale),
    value,
  }));
  const results = resultBars(code, tables)?.map(({ group, value }): Bar => ({
    label: t(`groups.${group}`),
    value,
  }));
  return (
    <Section title={t('title')} id="charts">
      {applicants && <Drawn title={t('applicants')} head={t('kind')} bars={applicants} />}
      {results && <Drawn title={t('results')} head={t('result')} bars={results} />}
      {known.length > 1 && (
        <>
          <Drawn
            title={t('years')}
            head={t('year')}
            bars={byYear('normative')}
            note={t('yearsNote')}
          />
          <Drawn title={t('yearsApplied')} head={t('year')} bars={byYear('received')} />
        </>
      )}
    </Section>
  );
}

type DrawnProps = { title: string; head: string; bars: Bar[]; note?: string };

async function Drawn({ title, head, bars, note }: DrawnProps) {
  const t = await getTranslations('reportExport.charts');
  const shell = await getTranslations('shell');
  return (
    <div className={styles.drawn}>
      <h3 className={styles.drawnTitle}>{title}</h3>
      <ChartBeside
        chart={
          <BarChart
            alt={t('alt', { title })}
            series={[{ label: t('count') }]}
            categories={bars.map(({ label, value }) => ({ label, values: [value] }))}
            write={(value) => shell('number', { value })}
            none={t('blank')}
          />
        }
      >
        <ReportTable
          caption={title}
          isCaptionHidden
          head={[[{ text: head }, { text: t('count') }]]}
          rows={bars.map(({ label, value, link }) => ({ header: link ?? label, cells: [value] }))}
          note={note}
        />
      </ChartBeside>
    </div>
  );
}
