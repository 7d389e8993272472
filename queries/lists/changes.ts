import { createTranslator } from 'use-intl/core';
import { yearOf } from '@/domain/documents/year-changes';
import { dayOf } from '@/domain/workdays/days';
import type { Locale } from '@/i18n/routing';
import { messages } from '@/messages';
import type { List, ListColumn } from '@/transfer/export/lists/list';
import type { AddressValues } from '../search-address';
import { findSite } from '../site';
import { changesIn, type Change, type ChangesAsked } from '../year-changes';
import { pageAddress } from './words';

/** The year's changes under the same year and agency as on the page. */
export async function changesList(values: AddressValues, locale: Locale): Promise<List> {
  const year = readYear(values.year) ?? yearOf(dayOf(new Date()));
  const agency = [values.agency].flat()[0] || undefined;
  const kind = readKind(values.kind);
  const { changes } = await changesIn({ year, agency, kind }, locale);
  const t = createTranslator({
    locale,
    messages: messages[locale],
    namespace: 'relations.changes',
    timeZone: 'Asia/Shanghai',
  });
  const query = changesQuery({ year, agency, kind });
  const subject = changes.find(({ document }) => document.agency)?.document.agency?.name;
  const site = await findSite(locale);
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
    title: titleOf(),
    address: pageAddress(`/documents/changes?${query}`, locale),
    paper: {
      agency: (agency && subject) || site.name,
      year,
      lead: t('summary', countsOf(changes)),
      widths: [38, 33, 15, 33, 20, 17],
    },
    total: changes.length,
    columns,
    rows: each(changes),
    locale,
  } as List;

  function titleOf(): string {
    const title = t(kind === 'normative' ? 'normativeTitle' : 'title', { year: String(year) });
    return agency && subject ? t('titleOf', { agency: subject, title }) : title;
  }

  function column(
    key: 'document' | 'number' | 'what' | 'by' | 'on' | 'reason',
    width: number,
    valueOf: ListColumn<Change>['valueOf'],
  ): ListColumn<Change> {
    return { key, label: t(`columns.${key}`), kind: 'text', width, valueOf };
  }
}

/** The address of the list under its filters, without the question mark. */
export const changesQuery = ({ year, agency, kind }: ChangesAsked): string =>
  new URLSearchParams({
    year: String(year),
    ...(kind && { kind }),
    ...(agency && { agency }),
  }).toString();

/** 行政规范性文件 alone, or undefined for every document. */
export const readKind = (value: string | string[] | undefined): 'normative' | undefined =>
  [value].flat()[0] === 'normative' ? 'normative' : undefined;

/** How many changes there are of each sort, for a sentence. */
export function countsOf(changes: readonly Pick<Change, 'kind'>[]) {
  const count = (...kinds: Change['kind'][]) =>
    changes.filter(({ kind }) => kinds.includes(kind)).length;
  return {
    count: changes.length,
    amended: count('amended', 'partly-repealed'),
    repealed: count('repealed', 'replaced'),
    lapsed: count('lapsed'),
  };
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
