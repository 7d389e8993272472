import { createTranslator } from 'use-intl/core';
import { applicantKinds } from '@/domain/applications/applicants';
import { channels } from '@/domain/applications/clock';
import { resultGroups, type CaseFigures } from '@/domain/applications/statistics';
import type { Locale } from '@/i18n/routing';
import { messages } from '@/messages';
import type { List, ListColumn } from '@/transfer/export/lists/list';
import { applicationStatistics } from '../application-statistics';
import { pageAddress } from './words';

/** One row a year: the figures of /applications/statistics, unrounded. */
export async function statisticsList(locale: Locale): Promise<List> {
  const { years } = await applicationStatistics();
  const words = { locale, messages: messages[locale], timeZone: 'Asia/Shanghai' } as const;
  const t = createTranslator({ ...words, namespace: 'caseStatistics.statistics' });
  const applications = createTranslator({ ...words, namespace: 'applications' });
  const number = (
    key: string,
    label: string,
    valueOf: (figures: CaseFigures) => number | null,
  ): ListColumn<Row> => ({ key, label, kind: 'number', width: 14, valueOf });
  const rate = (part: number, whole: number) => (whole > 0 ? part / whole : null);
  const columns: ListColumn<Row>[] = [
    { key: 'year', label: t('yearHead'), kind: 'number', width: 8, valueOf: ({ year }) => year },
    number('carriedIn', t('rows.carriedIn'), ({ carriedIn }) => carriedIn),
    number('received', t('rows.received'), ({ received }) => received),
    number('closed', t('rows.closed'), ({ closed }) => closed),
    number('pending', t('rows.pending'), ({ pending }) => pending),
    ...resultGroups.map((group) =>
      number(`result-${group}`, t(`results.${group}`), ({ results }) => results[group]),
    ),
    number('replied', t('rows.replied'), ({ replied }) => replied),
    number('averageWorkingDays', t('rows.averageDays'), ({ averageDays }) => averageDays),
    number('onTime', t('rows.onTime'), ({ onTime }) => onTime),
    number('onTimeRate', t('rows.onTimeRate'), ({ onTime, timed }) => rate(onTime, timed)),
    number('overdue', t('rows.overdue'), ({ overdue }) => overdue),
    number('extended', t('rows.extended'), ({ extended }) => extended),
    ...channels.map((channel) =>
      number(
        `channel-${channel}`,
        applications(`channels.${channel}`),
        (figures) => figures.channels[channel],
      ),
    ),
    ...applicantKinds.map((kind) =>
      number(
        `applicant-${kind}`,
        applications(`applicants.kinds.${kind}`),
        (figures) => figures.applicants[kind],
      ),
    ),
  ];
  return {
    name: 'application-statistics',
    title: t('title'),
    address: pageAddress('/applications/statistics', locale),
    total: years.length,
    columns,
    rows: each(years),
    locale,
  } as List;
}

type Row = { year: number } & CaseFigures;

async function* each(rows: readonly Row[]) {
  yield* rows;
}
