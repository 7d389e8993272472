import { labelOf } from '@/domain/catalogue/codes';
import { CONSULTATION_KINDS } from '@/domain/consultations/codes';
import { dayOf } from '@/domain/workdays/days';
import type { Locale } from '@/i18n/routing';
import { messages } from '@/messages';
import { MOST_ROWS, type List, type ListColumn } from '@/transfer/export/lists/list';
import {
  agencyOfConsultation,
  consultationsAddress,
  listConsultations,
  readConsultationFilters,
  type Listed,
} from '../consultations';
import { dayOrNothing, titleIn } from '../document-items';
import type { AddressValues } from '../search-address';
import { pageAddress } from './words';

/** Consultations under the filters of their page, in its order. */
export async function consultationsList(values: AddressValues, locale: Locale): Promise<List> {
  const filters = readConsultationFilters(values);
  const now = new Date().toISOString();
  const words = messages[locale].consultations;
  const { items, total } = await listConsultations(filters, locale, { now, limit: MOST_ROWS });
  const column = (
    key: keyof typeof words.list,
    kind: ListColumn<Listed>['kind'],
    width: number,
    valueOf: ListColumn<Listed>['valueOf'],
  ): ListColumn<Listed> => ({ key, label: words.list[key], kind, width, valueOf });
  async function* rows() {
    yield* items;
  }
  const columns: ListColumn<Listed>[] = [
    column('title', 'text', 60, (one) => titleIn(locale, one).title),
    column('kind', 'text', 24, ({ kind }) => labelOf(CONSULTATION_KINDS, kind, locale)),
    column('agency', 'text', 28, (one) => agencyOfConsultation(one)?.name),
    column('state', 'text', 20, ({ state }) => words.states[state]),
    column('opensOn', 'day', 14, ({ opensAt }) => dayOf(opensAt)),
    column('closesOn', 'day', 14, ({ closesAt }) => dayOf(closesAt)),
    column('outcomeOn', 'day', 14, ({ outcomeOn }) => dayOrNothing(outcomeOn)),
    {
      key: 'url',
      label: 'URL',
      kind: 'link',
      width: 48,
      valueOf: ({ slug }) => pageAddress(`/consultations/${slug}`, locale),
    },
  ];
  return {
    name: 'consultations',
    title: words.title,
    address: pageAddress(consultationsAddress(filters), locale),
    total,
    columns,
    rows: rows(),
    locale,
  } as List;
}
