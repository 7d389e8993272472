import { createTranslator } from 'use-intl/core';
import type { Locale } from '@/i18n/routing';
import { messages } from '@/messages';
import type { ListColumn } from '@/transfer/export/lists/list';

/** Words for what is made outside a page: a list, a feed, an answer of the interface. */
export const openDataWords = (locale: Locale) =>
  createTranslator({
    locale,
    messages: messages[locale],
    namespace: 'openData',
    timeZone: 'Asia/Shanghai',
  });

export type OpenDataWords = ReturnType<typeof openDataWords>;

/** The full address of a page in a language. */
export const pageAddress = (path: string, locale: Locale): string =>
  new URL(
    locale === 'en' ? `/en${path}` : path,
    process.env.SITE_URL || 'http://localhost:3000',
  ).toString();

/** Columns with their labels in a language. */
export const columnsIn =
  <Row>(locale: Locale) =>
  (
    key: ColumnKey,
    kind: ListColumn<Row>['kind'],
    width: number,
    valueOf: ListColumn<Row>['valueOf'],
  ): ListColumn<Row> => ({
    key,
    label: openDataWords(locale)(`lists.columns.${key}`),
    kind,
    width,
    valueOf,
  });

/** The columns that have a name. */
type ColumnKey = keyof (typeof messages)['zh-CN']['openData']['lists']['columns'];
