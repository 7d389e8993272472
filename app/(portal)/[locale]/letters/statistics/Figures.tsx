import { useLocale, useTranslations } from 'next-intl';
import { BarChart, ChartBeside } from '@/components/Chart/Chart';
import { ReportTable, type ReportRow } from '@/components/ReportTable/ReportTable';
import { Section } from '@/components/Section/Section';
import { labelOf } from '@/domain/catalogue/codes';
import { LETTER_KINDS } from '@/domain/letters/codes';
import type { ScoredFigures } from '@/domain/letters/figures';
import type { NamedFigures } from '@/queries/letter-figures';

type Props = { figures: NamedFigures };

/** More agencies than these are in the table and the files; a longer picture says less. */
const AGENCIES_DRAWN = 10;

const COLUMNS = [
  'received',
  'answered',
  'open',
  'overdue',
  'onTimeRate',
  'averageDays',
  'score',
] as const;

function useWords() {
  const t = useTranslations('citizenLetters.statistics');
  const number = useTranslations('shell');
  const decimal = (value: number | null) =>
    value === null ? t('unknown') : t('days', { days: value });
  return {
    t,
    number: (value: number) => number('number', { value }),
    alt: (caption: string) => t('alt', { caption }),
    // Not as the section: two regions of one name can't be told apart by ear.
    table: (caption: string) => t('table', { caption }),
    heads: COLUMNS.map((column) => ({ text: t(`columns.${column}`) })),
    row: (header: string, figures: ScoredFigures): ReportRow => ({
      header,
      cells: [
        figures.received,
        figures.answered,
        figures.open,
        figures.overdue,
        figures.onTimeRate === null ? t('unknown') : t('share', { percent: figures.onTimeRate }),
        decimal(figures.averageDays),
        decimal(figures.score),
      ],
    }),
  };
}

/** What each agency received, and how fast it answered. */
export function ByAgency({ figures: { agencies, all } }: Props) {
  const { t, number, alt, table, heads, row } = useWords();
  const caption = t('byAgency');
  const nameOf = ({ name }: NamedFigures['agencies'][number]) => name ?? t('office');
  return (
    <Section id="by-agency" title={caption}>
      <ChartBeside
        chart={
          <BarChart
            alt={alt(caption)}
            series={[{ label: t('columns.received') }, { label: t('columns.answered') }]}
            categories={agencies.slice(0, AGENCIES_DRAWN).map((one) => ({
              label: nameOf(one),
              values: [one.received, one.answered],
            }))}
            write={number}
            none={t('unknown')}
          />
        }
      >
        <ReportTable
          caption={table(caption)}
          head={[[{ text: t('columns.agency') }, ...heads]]}
          rows={[
            ...agencies.map((one) => row(nameOf(one), one)),
            { ...row(t('total'), all), strong: true },
          ]}
        />
      </ChartBeside>
    </Section>
  );
}

export function ByKind({ figures: { kinds } }: Props) {
  const { t, number, alt, table } = useWords();
  const locale = useLocale();
  const caption = t('byKind');
  const named = kinds.map(({ kind, received }) => ({
    label: labelOf(LETTER_KINDS, kind, locale),
    received,
  }));
  return (
    <Section id="by-kind" title={caption}>
      <ChartBeside
        chart={
          <BarChart
            alt={alt(caption)}
            series={[{ label: t('columns.received') }]}
            categories={named.map(({ label, received }) => ({ label, values: [received] }))}
            write={number}
            none={t('unknown')}
          />
        }
      >
        <ReportTable
          caption={table(caption)}
          head={[[{ text: t('columns.kind') }, { text: t('columns.received') }]]}
          rows={named.map(({ label, received }) => ({ header: label, cells: [received] }))}
        />
      </ChartBeside>
    </Section>
  );
}

export function ByYear({ figures: { years } }: Props) {
  const { t, number, alt, table, heads, row } = useWords();
  const caption = t('byYear');
  const yearOf = (year: number) => t('year', { year: String(year) });
  return (
    <Section id="by-year" title={caption}>
      <ChartBeside
        chart={
          <BarChart
            alt={alt(caption)}
            series={[{ label: t('columns.received') }, { label: t('columns.answered') }]}
            categories={years.map((one) => ({
              label: yearOf(one.year),
              values: [one.received, one.answered],
            }))}
            write={number}
            none={t('unknown')}
          />
        }
      >
        <ReportTable
          caption={table(caption)}
          head={[[{ text: t('columns.year') }, ...heads]]}
          rows={years.map((one) => row(yearOf(one.year), one))}
        />
      </ChartBeside>
    </Section>
  );
}
