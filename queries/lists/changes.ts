import { createTranslator } from 'use-intl/core';
import { yearOf } from '@/domain/documents/year-changes';
import { dayOf } from '@/domain/workdays/days';
import type { Locale } from '@/i18n/routing';
import { messages } from '@/messages';
import type { List, ListColumn } from '@/transfer/export/lists/list';
import type { AddressValues } from '../search-address';
import { changesIn, type Change } from '../year-changes';
import { pageAddress } from './words';

/** The year's changes under the same year and agency as on the page. */
export async function changesList(values: AddressValues, locale: Locale): Promise<List> {
  const year = readYear(values.year) ?? yearOf(dayOf(new Date()));
  const agency = [values.agency].flat()[0] || undefined;
  const { changes } = await changesIn(year, agency, locale);
  const t = createTranslator({
    locale,
    messages: messages[locale],
    namespace: 'relations.changes',
    timeZone: 'Asia/Shanghai',
  });
  const query = new URLSearchParams({ year: String(year), ...(agency && { agency }) });
  const columns: ListColumn<Change>[] = [
    column('document', 60, ({ document }) => document.title),
    column('number', 22, ({ document }) => document.number),
    column('what', 14, ({ kind, provisions }) => {
      const what = t(`what.${kind}`);
      return provisions ? t('whatProvisions', { what, provisions }) : what;
    }),
    column('by', 60, ({ by, byName }) =>
      by ? [by.document.title, by.document.number].filter(Boolean).join(' ') : byName,
    ),
    { ...column('on', 14, ({ on }) => on), kind: 'day' },
    column('reason', 40, ({ reason, kind }) => reason ?? (kind === 'lapsed' ? t('expired') : null)),
    {
      key: 'url',
      label: 'URL',
      kind: 'link',
      width: 48,
      valueOf: ({ document }) => pageAddress(`/documents/${document.slug}`, locale),
    },
  ];
  return {
    name: `changes-${year}`,
    title: t('title', { year: String(year) }),
    address: pageAddress(`/documents/changes?${query.toString()}`, locale),
    total: changes.length,
    columns,
    rows: each(changes),
    locale,
  } as List;

  function column(
    key: 'document' | 'number' | 'what' | 'by' | 'on' | 'reason',
    width: number,
    valueOf: ListColumn<Change>['valueOf'],
  ): ListColumn<Change> {
    return { key, label: t(`columns.${key}`), kind: 'text', width, valueOf };
  }
}

/** A year out of an address; undefined when it is none of these centuries. */
export function readYear(value: string | string[] | undefined): number | undefined {
  const text = [value].flat()[0] ?? '';
  const year = /^\d{4}$/.test(text) ? Number(text) : 0;
  return year >= 1949 && year <= 2099 ? year : undefined;
}

async function* each<Row>(rows: readonly Row[]) {
  yield* rows;
}
