import { labelOf } from '@/domain/catalogue/codes';
import { DOMAINS } from '@/domain/catalogue/domains';
import { COUNTY, type Cell } from '@/domain/catalogue/matrix';
import { dayOf } from '@/domain/workdays/days';
import type { Locale } from '@/i18n/routing';
import { messages } from '@/messages';
import type { List, ListColumn } from '@/transfer/export/lists/list';
import { catalogueMatrix } from '../catalogued';
import { pageAddress } from './words';

type Row = { field: string; place: string; cell: Cell; path: string };

/** 26 fields × the county and its townships, one row a cell. */
export async function grassrootsList(locale: Locale): Promise<List> {
  const words = messages[locale].catalogue.matrix;
  const { matrix, townships } = await catalogueMatrix(locale, dayOf(new Date()));
  const rows = matrix.rows.flatMap(({ domain, county, townships: cells }): Row[] => {
    const field = labelOf(DOMAINS, domain, locale);
    const path = `/disclosure/catalogue/${domain}`;
    return [
      { field, place: words.county, cell: county, path: `${path}?level=${COUNTY}` },
      ...townships.map(({ name, slug }, i) => ({
        field,
        place: name,
        cell: cells[i]!,
        path: `${path}?township=${slug}`,
      })),
    ];
  });
  const columns: ListColumn<Row>[] = [
    text('field', words.field, 24, ({ field }) => field),
    text('place', words.place, 28, ({ place }) => place),
    number('documents', words.documents, ({ cell }) => cell.documents),
    { ...text('last', words.lastColumn, 14, ({ cell }) => cell.last), kind: 'day' },
    number('items', words.itemsColumn, ({ cell }) => cell.items),
    number('nothing', words.nothingColumn, ({ cell }) => cell.nothing),
    number('late', words.lateColumn, ({ cell }) => cell.late),
    {
      ...text('url', messages[locale].openData.lists.columns.url, 48, ({ path }) =>
        pageAddress(path, locale),
      ),
      kind: 'link',
    },
  ];
  return {
    name: 'grassroots',
    title: words.title,
    address: pageAddress('/disclosure/grassroots/matrix', locale),
    total: rows.length,
    columns,
    rows: each(rows),
    locale,
  } as List;
}

const text = (
  key: string,
  label: string,
  width: number,
  valueOf: (row: Row) => string | undefined,
): ListColumn<Row> => ({ key, label, kind: 'text', width, valueOf });

const number = (key: string, label: string, valueOf: (row: Row) => number): ListColumn<Row> => ({
  key,
  label,
  kind: 'number',
  width: 12,
  valueOf,
});

async function* each(rows: readonly Row[]) {
  yield* rows;
}
