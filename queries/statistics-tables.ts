import { createTranslator } from 'use-intl/core';
import { CATEGORIES, KINDS, labelOf } from '@/domain/catalogue/codes';
import { shareOf, type Breakdown } from '@/domain/statistics/publications';
import { MEDIA_PLATFORMS } from '@/domain/statistics/codes';
import type { Locale } from '@/i18n/routing';
import { messages } from '@/messages';
import { agencyNames } from './agency-names';
import {
  mediaAccounts,
  mostReadIn,
  statisticsOf,
  type ReadItem,
  type Statistics,
} from './statistics';

/** The tables of /statistics, each of which is also a file. */
export const TABLES = [
  'months',
  'kinds',
  'agencies',
  'categories',
  'interpretations',
  'answers',
  'consultations',
  'most-read',
  'most-read-recent',
  'media',
] as const;
export type TableName = (typeof TABLES)[number];

export type Cell = number | string | null;
type Kind = 'number' | 'share' | 'text' | 'day';
type ColumnKey = keyof (typeof messages)['zh-CN']['statistics']['columns'];

export type FigureTable = {
  name: TableName;
  caption: string;
  /** Over the names of the rows. */
  first: string;
  firstKey: string;
  columns: { key: ColumnKey; label: string; kind: Kind }[];
  rows: { label: string; href?: string; cells: Cell[] }[];
  /** The last row, which is the sum of the others; not in the files, where it would be counted twice. */
  total?: Cell[];
};

export const statisticsWords = (locale: Locale) =>
  createTranslator({
    locale,
    messages: messages[locale],
    namespace: 'statistics',
    timeZone: 'Asia/Shanghai',
  });

/** One table of a year in the reader's language; null where the year has none. */
export async function statisticsTable(
  name: TableName,
  year: number,
  locale: Locale,
): Promise<FigureTable | null> {
  const statistics = await statisticsOf(year);
  if (!statistics) return null;
  if (name === 'media') return mediaTable(locale);
  if (name === 'most-read' || name === 'most-read-recent') {
    const read = await mostReadIn(year, locale);
    return readTable(name, name === 'most-read' ? read.year : read.recent, locale);
  }
  return (await figureTables(statistics, locale))[name];
}

type Counted = Exclude<TableName, 'media' | 'most-read' | 'most-read-recent'>;

/** The tables that are counted from the records. */
export async function figureTables(
  statistics: Statistics,
  locale: Locale,
): Promise<Record<Counted, FigureTable>> {
  const t = statisticsWords(locale);
  const { year, documents, explained, applications, letters, corrections, consultations } =
    statistics;
  const names = await agencyNames(locale);
  const table = tableIn(locale);
  const broken = (
    name: 'kinds' | 'agencies' | 'categories',
    first: ColumnKey,
    breakdown: Breakdown,
    of: (key: string) => { label: string; filter: string } | null,
  ): FigureTable => ({
    ...table(name, first, [
      ['documents', 'number'],
      ['share', 'share'],
    ]),
    rows: breakdown.map(({ key, count }) => {
      const named = key === null ? null : of(key);
      return {
        label: named?.label ?? t('unnamed'),
        ...(named && { href: `/documents?${named.filter}&year=${year}` }),
        cells: [count, shareOf(count, documents)],
      };
    }),
    total: [documents, shareOf(documents, documents)],
  });
  return {
    months: {
      ...table('months', 'month', [
        ['documents', 'number'],
        ['interpretations', 'number'],
      ]),
      rows: statistics.months.map((month, i) => ({
        label: monthName(i, locale),
        cells: [month.documents, month.interpretations],
      })),
      total: [documents, statistics.interpretations],
    },
    kinds: broken('kinds', 'kind', statistics.kinds, (key) => ({
      label: labelOf(KINDS, key, locale),
      filter: `kind=${key}`,
    })),
    agencies: broken('agencies', 'agency', statistics.agencies, (key) => {
      const agency = names.get(key);
      return agency ? { label: agency.name, filter: `agency=${agency.slug}` } : null;
    }),
    categories: broken('categories', 'category', statistics.categories, (key) => ({
      label: labelOf(CATEGORIES, key, locale),
      filter: `category=${key}`,
    })),
    interpretations: {
      ...table('interpretations', 'kind', [
        ['due', 'number'],
        ['explained', 'number'],
        ['waived', 'number'],
        ['missing', 'number'],
        ['rate', 'share'],
      ]),
      rows: explained.byKind.map((of) => ({
        label: labelOf(KINDS, of.kind, locale),
        cells: explainedCells(of),
      })),
      total: explainedCells(explained),
    },
    answers: {
      ...table('answers', 'what', [
        ['received', 'number'],
        ['answered', 'number'],
        ['onTime', 'number'],
        ['onTimeRate', 'share'],
        ['open', 'number'],
        ['overdue', 'number'],
      ]),
      rows: (
        [
          ['applications', '/applications/statistics', applications],
          ['letters', '/letters/statistics', letters],
          ['corrections', undefined, corrections],
        ] as const
      ).map(([what, href, figures]) => ({
        label: t(`answers.${what}`),
        ...(href && { href }),
        cells: [
          figures.received,
          figures.answered,
          figures.onTime,
          shareOf(figures.onTime, figures.timed),
          figures.open,
          figures.overdue,
        ],
      })),
    },
    consultations: {
      ...table('consultations', 'what', [['count', 'number']]),
      rows: (['opened', 'closed', 'comments', 'outcomes', 'onTime', 'overdue'] as const).map(
        (what) => ({ label: t(`consultations.${what}`), cells: [consultations[what]] }),
      ),
    },
  };
}

const explainedCells = (of: Record<'due' | 'explained' | 'waived' | 'missing', number>): Cell[] => [
  of.due,
  of.explained,
  of.waived,
  of.missing,
  shareOf(of.explained, of.due),
];

export function readTable(
  name: 'most-read' | 'most-read-recent',
  items: readonly ReadItem[],
  locale: Locale,
): FigureTable {
  const t = statisticsWords(locale);
  return {
    ...tableIn(locale)(name, 'title', [
      ['type', 'text'],
      ['reads', 'number'],
    ]),
    rows: items.map(({ collection, slug, title, count }) => ({
      label: title,
      href: `/${collection}/${slug}`,
      cells: [t(`types.${collection}`), count],
    })),
  };
}

export async function mediaTable(locale: Locale): Promise<FigureTable> {
  const accounts = await mediaAccounts(locale);
  return {
    ...tableIn(locale)('media', 'name', [
      ['platform', 'text'],
      ['agency', 'text'],
      ['followers', 'number'],
      ['items', 'number'],
      ['asOf', 'day'],
    ]),
    rows: accounts.map(({ name, url, platform, agency, followers, items, asOf }) => ({
      label: name,
      ...(url && { href: url }),
      cells: [
        labelOf(MEDIA_PLATFORMS, platform, locale),
        agency,
        followers ?? null,
        items ?? null,
        asOf,
      ],
    })),
  };
}

const tableIn =
  (locale: Locale) => (name: TableName, first: ColumnKey, columns: [ColumnKey, Kind][]) => {
    const t = statisticsWords(locale);
    return {
      name,
      caption: t(`tables.${name}`),
      first: t(`columns.${first}`),
      firstKey: first,
      columns: columns.map(([key, kind]) => ({ key, label: t(`columns.${key}`), kind })),
    };
  };

const monthName = (month: number, locale: Locale): string =>
  new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }).format(
    new Date(Date.UTC(2026, month, 15)),
  );
