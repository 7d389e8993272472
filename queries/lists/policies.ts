import { labelOf } from '@/domain/catalogue/codes';
import { CODES, restrictionsOf, type Question } from '@/domain/policies/fit';
import { passes } from '@/domain/policies/filters';
import type { Locale } from '@/i18n/routing';
import { messages } from '@/messages';
import type { List, ListColumn } from '@/transfer/export/lists/list';
import { dayOrNothing } from '../document-items';
import { allPolicies, policyFilters, type PolicyRow } from '../policies';
import type { AddressValues } from '../search-address';
import { openDataWords, pageAddress } from './words';

/** The policies of the list page under the same filters, in the same order. */
export async function policiesList(values: AddressValues, locale: Locale): Promise<List> {
  const filters = policyFilters(values);
  const rows = (await allPolicies(locale)).filter((row) => passes(row, filters));
  const t = openDataWords(locale);
  const words = messages[locale].policies;
  const column = (
    key: string,
    label: string,
    kind: ListColumn<PolicyRow>['kind'],
    width: number,
    valueOf: ListColumn<PolicyRow>['valueOf'],
  ): ListColumn<PolicyRow> => ({ key, label, kind, width, valueOf });
  // An empty cell would leave open whether anybody is meant.
  const whom = (question: Question) => (row: PolicyRow) => {
    const allowed = restrictionsOf(row.fits, question).map((code) =>
      labelOf(CODES[question] as never, code as never, locale),
    );
    return allowed.length > 0 ? allowed : [words.guide.anybody];
  };
  const asked = new URLSearchParams(filters);
  return {
    name: 'policies',
    title: words.title,
    address: pageAddress(asked.size > 0 ? `/policies?${asked}` : '/policies', locale),
    total: rows.length,
    locale,
    rows: each(rows),
    columns: [
      column('title', t('lists.columns.title'), 'text', 50, ({ policy }) => policy.title),
      column(
        'titleEnglish',
        t('lists.columns.titleEnglish'),
        'text',
        40,
        ({ policy }) => policy.english?.title,
      ),
      column('standing', words.filters.standing, 'text', 12, (row) => words.standing[row.standing]),
      column('benefit', words.guide.benefit, 'text', 60, ({ policy }) => policy.benefit),
      column('trades', words.filters.trade, 'words', 28, whom('trade')),
      column('sizes', words.filters.size, 'words', 28, whom('size')),
      column('needs', words.filters.need, 'words', 28, whom('need')),
      column('agency', words.guide.agency, 'text', 28, ({ office }) => office?.name),
      column('startsOn', words.list.startsOn, 'day', 14, ({ policy }) =>
        dayOrNothing(policy.startsOn),
      ),
      column('lastDay', words.list.lastDay, 'day', 14, ({ known }) => known.lastDay),
      column('publishedOn', t('lists.columns.publishedOn'), 'day', 14, ({ policy }) =>
        dayOrNothing(policy.publishedOn),
      ),
      column('url', t('lists.columns.url'), 'link', 48, ({ policy }) =>
        pageAddress(`/policies/${policy.slug}`, locale),
      ),
    ],
  } as List;
}

async function* each<Row>(rows: readonly Row[]): AsyncGenerator<Row> {
  yield* rows;
}
