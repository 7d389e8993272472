import { useTranslations } from 'next-intl';
import { BarChart, ChartBeside } from '@/components/Chart/Chart';
import { ReportTable, type ReportRow } from '@/components/ReportTable/ReportTable';
import { Section } from '@/components/Section/Section';
import { applicantKinds } from '@/domain/applications/applicants';
import { channels } from '@/domain/applications/clock';
import {
  resultGroups,
  type CaseFigures,
  type CaseStatistics,
} from '@/domain/applications/statistics';

type Props = { statistics: CaseStatistics };

/** More years than these are in the tables and the files; a longer picture says less. */
const YEARS_DRAWN = 6;

function useWords() {
  const t = useTranslations('caseStatistics.statistics');
  const number = useTranslations('shell');
  return {
    t,
    year: (value: number) => t('year', { year: String(value) }),
    number: (value: number) => number('number', { value }),
    share: (part: number, whole: number) =>
      whole > 0 ? t('share', { percent: part / whole }) : t('unknown'),
    alt: (caption: string) => t('chart.alt', { caption }),
    // Not as the section: two regions of one name can't be told apart by ear.
    table: (caption: string) => t('table', { caption }),
  };
}

/** 收到和办结. */
export function Flow({ statistics: { years } }: Props) {
  const { t, year, number, alt, table } = useWords();
  const caption = t('sections.flow');
  const columns = ['carriedIn', 'received', 'closed', 'pending'] as const;
  return (
    <Section id="flow" title={caption}>
      <p>{t('notes.flow')}</p>
      <ChartBeside
        chart={
          <BarChart
            alt={alt(caption)}
            series={[{ label: t('rows.received') }, { label: t('rows.closed') }]}
            categories={years
              .slice(0, YEARS_DRAWN)
              .map((one) => ({ label: year(one.year), values: [one.received, one.closed] }))}
            write={number}
            none={t('unknown')}
          />
        }
      >
        <ReportTable
          caption={table(caption)}
          head={[
            [{ text: t('yearHead') }, ...columns.map((column) => ({ text: t(`rows.${column}`) }))],
          ]}
          rows={years.map((one) => ({
            header: year(one.year),
            cells: columns.map((column) => one[column]),
          }))}
        />
      </ChartBeside>
    </Section>
  );
}

/** 办理结果, in the groups of the annual table. */
export function Results({ statistics }: Props) {
  const { t } = useWords();
  return (
    <Breakdown
      id="results"
      statistics={statistics}
      categories={resultGroups.map((group) => ({
        label: t(`results.${group}`),
        valueOf: ({ results }) => results[group],
      }))}
      total={{ label: t('rows.closed'), valueOf: ({ closed }) => closed }}
    />
  );
}

/** 答复时间. */
export function Time({ statistics: { years, all } }: Props) {
  const { t, year, share, alt, table } = useWords();
  const caption = t('sections.time');
  const row = (header: string, figures: CaseFigures): ReportRow => ({
    header,
    cells: [
      figures.replied,
      figures.averageDays === null ? t('unknown') : t('days', { days: figures.averageDays }),
      figures.onTime,
      share(figures.onTime, figures.timed),
      figures.overdue,
      figures.extended,
      share(figures.extended, figures.replied),
    ],
  });
  const columns = [
    'replied',
    'averageDays',
    'onTime',
    'onTimeRate',
    'overdue',
    'extended',
    'extendedShare',
  ] as const;
  return (
    <Section id="time" title={caption}>
      <p>{t('notes.time')}</p>
      <ChartBeside
        chart={
          <BarChart
            alt={alt(t('rows.onTimeRate'))}
            series={[{ label: t('rows.onTimeRate') }]}
            categories={years.slice(0, YEARS_DRAWN).map(({ year: of, onTime, timed }) => ({
              label: year(of),
              values: [timed > 0 ? onTime / timed : null],
            }))}
            write={(percent) => t('share', { percent })}
            most={1}
            hasLegend
            none={t('unknown')}
          />
        }
      >
        <ReportTable
          caption={table(caption)}
          head={[
            [{ text: t('yearHead') }, ...columns.map((column) => ({ text: t(`rows.${column}`) }))],
          ]}
          rows={[
            ...years.map((one) => row(year(one.year), one)),
            { ...row(t('all'), all), strong: true },
          ]}
        />
      </ChartBeside>
    </Section>
  );
}

/** 申请渠道. */
export function Channels({ statistics }: Props) {
  const words = useTranslations('applications');
  return (
    <Breakdown
      id="channels"
      statistics={statistics}
      categories={channels.map((channel) => ({
        label: words(`channels.${channel}`),
        valueOf: (figures) => figures.channels[channel],
      }))}
    />
  );
}

/** 申请人: 自然人, and the five kinds of 法人或其他组织 of the annual table. */
export function Applicants({ statistics }: Props) {
  const { t } = useWords();
  const words = useTranslations('applications');
  const [natural, ...organisations] = applicantKinds;
  const sum = ({ applicants }: CaseFigures) =>
    organisations.reduce((total, kind) => total + applicants[kind], 0);
  return (
    <Breakdown
      id="applicants"
      statistics={statistics}
      categories={[
        {
          label: words(`applicants.kinds.${natural}`),
          valueOf: ({ applicants }) => applicants[natural],
        },
        { label: t('organisations'), valueOf: sum },
      ]}
      parts={organisations.map((kind) => ({
        label: words(`applicants.kinds.${kind}`),
        valueOf: ({ applicants }) => applicants[kind],
      }))}
    />
  );
}

type Measure = { label: string; valueOf: (figures: CaseFigures) => number };

type BreakdownProps = Props & {
  id: 'results' | 'channels' | 'applicants';
  categories: Measure[];
  /** Below the last category in the table, what it is made of. */
  parts?: Measure[];
  total?: Measure;
};

/** What all years are made of as a chart, and every year in a table. */
function Breakdown({
  id,
  statistics: { years, all },
  categories,
  parts = [],
  total,
}: BreakdownProps) {
  const { t, year, number, alt, table } = useWords();
  const caption = t(`sections.${id}`);
  const row =
    (rest: Partial<ReportRow>) =>
    ({ label, valueOf }: Measure): ReportRow => ({
      header: label,
      cells: [valueOf(all), ...years.map(valueOf)],
      ...rest,
    });
  return (
    <Section id={id} title={caption}>
      <p>{t(`notes.${id}`)}</p>
      <ChartBeside
        chart={
          <BarChart
            alt={alt(`${caption}${t('allYears')}`)}
            series={[{ label: t('all') }]}
            categories={categories.map(({ label, valueOf }) => ({ label, values: [valueOf(all)] }))}
            write={number}
            none={t('unknown')}
          />
        }
      >
        <ReportTable
          caption={table(caption)}
          head={[
            [
              { text: t('item') },
              { text: t('all') },
              ...years.map((one) => ({ text: year(one.year) })),
            ],
          ]}
          rows={[
            ...categories.map(row({})),
            ...parts.map(row({ level: 1 })),
            ...(total ? [row({ strong: true })(total)] : []),
          ]}
        />
      </ChartBeside>
    </Section>
  );
}
