import { createTranslator } from 'use-intl/core';
import { workCalendar } from '@/collections/HolidayNotices/work-calendar';
import { labelOf } from '@/domain/catalogue/codes';
import { LETTER_KINDS } from '@/domain/letters/codes';
import { workdaysBetween } from '@/domain/workdays/count';
import type { Locale } from '@/i18n/routing';
import { messages } from '@/messages';
import type { PublishedLetter } from '@/payload-types';
import type { List, ListColumn } from '@/transfer/export/lists/list';
import { dayOrNothing } from '../document-items';
import { lettersInFigures, type NamedFigures } from '../letter-figures';
import { agencyOfLetter, letterFilters, lettersAddress, listLetters } from '../letters';
import { portal } from '../portal';
import type { AddressValues } from '../search-address';
import { pageAddress } from './words';

const BATCH = 100;

const wordsOf = (locale: Locale) =>
  createTranslator({ locale, messages: messages[locale], namespace: 'citizenLetters' });

/** Published letters under the filters of the page, in its order. */
export async function lettersList(values: AddressValues, locale: Locale): Promise<List> {
  const filters = letterFilters(values);
  const first = await listLetters(filters, locale, 1, BATCH);
  const calendar = await workCalendar({ payload: await portal() });
  async function* rows() {
    let page = first;
    for (let number = 1; page.items.length > 0;) {
      yield* page.items;
      if (number * BATCH >= first.total) return;
      number += 1;
      page = await listLetters(filters, locale, number, BATCH);
    }
  }
  const t = wordsOf(locale);
  const column = (
    key: 'title' | 'kind' | 'agency' | 'receivedOn' | 'answeredOn' | 'workdays' | 'url',
    kind: ListColumn<PublishedLetter>['kind'],
    width: number,
    valueOf: ListColumn<PublishedLetter>['valueOf'],
  ): ListColumn<PublishedLetter> => ({
    key,
    label: t(`list.columns.${key}`),
    kind,
    width,
    valueOf,
  });
  return {
    name: 'letters',
    title: t('list.title'),
    address: pageAddress(lettersAddress(filters), locale),
    total: first.total,
    rows: rows(),
    locale,
    columns: [
      column('title', 'text', 60, ({ title }) => title),
      column('kind', 'text', 12, ({ kind }) => kind && labelOf(LETTER_KINDS, kind, locale)),
      column('agency', 'text', 28, (letter) => agencyOfLetter(letter)?.name),
      column('receivedOn', 'day', 14, ({ receivedOn }) => dayOrNothing(receivedOn)),
      column('answeredOn', 'day', 14, ({ answeredOn }) => dayOrNothing(answeredOn)),
      column('workdays', 'number', 10, ({ receivedOn, answeredOn }) => {
        const [from, to] = [dayOrNothing(receivedOn), dayOrNothing(answeredOn)];
        return from && to ? Math.max(0, workdaysBetween(from, to, calendar)) : null;
      }),
      column('url', 'link', 48, ({ slug }) => pageAddress(`/letters/${slug}`, locale)),
    ],
  } as List;
}

type Row = NamedFigures['agencies'][number];

/** One row an agency: the figures of /letters/statistics, unrounded. */
export async function letterStatisticsList(values: AddressValues, locale: Locale): Promise<List> {
  const { year } = letterFilters(values);
  const { agencies } = await lettersInFigures(year ?? null, locale);
  const t = wordsOf(locale);
  const number = (
    key:
      | 'received'
      | 'answered'
      | 'open'
      | 'overdue'
      | 'onTime'
      | 'onTimeRate'
      | 'averageDays'
      | 'score',
  ): ListColumn<Row> => ({
    key,
    label: t(`statistics.columns.${key}`),
    kind: 'number',
    width: 14,
    valueOf: (row) => row[key],
  });
  const query = year ? `?year=${year}` : '';
  return {
    name: 'letter-statistics',
    title: t('statistics.title'),
    address: pageAddress(`/letters/statistics${query}`, locale),
    total: agencies.length,
    rows: each(agencies),
    locale,
    columns: [
      {
        key: 'agency',
        label: t('statistics.columns.agency'),
        kind: 'text',
        width: 32,
        valueOf: ({ name }: Row) => name ?? t('statistics.office'),
      },
      number('received'),
      number('answered'),
      number('open'),
      number('overdue'),
      number('onTime'),
      number('onTimeRate'),
      number('averageDays'),
      number('score'),
    ],
  } as List;
}

async function* each(rows: readonly Row[]) {
  yield* rows;
}
