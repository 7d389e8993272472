import { dayOf, yearOf } from '@/domain/workdays/days';
import type { Locale } from '@/i18n/routing';
import type { List, ListColumn } from '@/transfer/export/lists/list';
import type { AddressValues } from '../search-address';
import { statisticsTable, statisticsWords, TABLES, type FigureTable } from '../statistics-tables';
import { readYear } from './changes';
import { pageAddress } from './words';

type Row = FigureTable['rows'][number];

/** A table of /statistics of the year asked for, unrounded; null where there is none. */
export async function figuresList(
  name: string,
  values: AddressValues,
  locale: Locale,
): Promise<List | null> {
  const known = TABLES.find((table) => table === name);
  const year = readYear(values.year) ?? yearOf(dayOf(new Date()));
  const table = known && (await statisticsTable(known, year, locale));
  if (!table) return null;
  const t = statisticsWords(locale);
  const columns: ListColumn<Row>[] = [
    {
      key: table.firstKey,
      label: table.first,
      kind: 'text',
      width: 40,
      valueOf: ({ label }) => label,
    },
    ...table.columns.map(({ key, label, kind }, i): ListColumn<Row> => ({
      key,
      label,
      kind: kind === 'share' ? 'number' : kind,
      width: kind === 'text' ? 24 : 14,
      valueOf: ({ cells }) => cells[i],
    })),
  ];
  return {
    name: `statistics-${year}-${table.name}`,
    title: `${t('titleYear', { year: String(year) })} ${table.caption}`,
    address: pageAddress(`/statistics/${year}`, locale),
    total: table.rows.length,
    columns,
    rows: each(table.rows),
    locale,
  } as List;
}

async function* each(rows: readonly Row[]) {
  yield* rows;
}
