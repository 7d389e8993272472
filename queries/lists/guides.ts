import { labelOf, THEMES } from '@/domain/catalogue/codes';
import { PROPOSAL_RESULTS, PROPOSER_KINDS } from '@/domain/proposals/codes';
import { SERVICE_AUDIENCES, SERVICE_SUBJECTS } from '@/domain/services/codes';
import type { Locale } from '@/i18n/routing';
import { messages } from '@/messages';
import type { List, ListColumn } from '@/transfer/export/lists/list';
import { dayOrNothing } from '../document-items';
import { faceted, readListAddress, writeListAddress, type ListFacet } from '../faceted';
import { rowsFound } from '../found-keys';
import { allProposals, proposalFacets, type ProposalRow } from '../proposals';
import { allQuestions, questionFacets, type QuestionRow } from '../questions';
import type { AddressValues } from '../search-address';
import { agencyFacet, allServices, serviceFacets, type ServiceRow } from '../services';
import { pageAddress } from './words';

type Name = 'services' | 'questions' | 'proposals';
type Column<Row> = [
  key: string,
  label: string,
  kind: ListColumn<Row>['kind'],
  width: number,
  valueOf: ListColumn<Row>['valueOf'],
];

/** Services, questions or proposals under the filters of their page. */
export async function guidesList(name: Name, values: AddressValues, locale: Locale): Promise<List> {
  if (name === 'services') {
    const rows = await allServices(locale);
    const facets = [...serviceFacets(locale), agencyFacet(rows, '')];
    return listOf(name, { rows, facets, columns: serviceColumns(locale), values, locale });
  }
  if (name === 'questions') {
    const rows = await allQuestions(locale);
    const facets = questionFacets(rows, locale);
    return listOf(name, { rows, facets, columns: questionColumns(locale), values, locale });
  }
  const rows = await allProposals(locale);
  const facets = proposalFacets(rows, locale);
  return listOf(name, { rows, facets, columns: proposalColumns(locale), values, locale });
}

type Shared = { id: number; title: string; slug?: string | null };

async function listOf<Row extends Shared>(
  name: Name,
  told: {
    rows: readonly Row[];
    facets: readonly ListFacet<Row>[];
    columns: readonly Column<Row>[];
    values: AddressValues;
    locale: Locale;
  },
): Promise<List> {
  const { facets, columns, values, locale } = told;
  const address = readListAddress(values, facets);
  const { rows: found } = await rowsFound(told.rows, {
    collection: name,
    text: address.text,
    locale,
    words: ({ title }) => title,
  });
  const { rows } = faceted(found, facets, address.chosen);
  const list: List<Row> = {
    name,
    title: messages[locale][name].title,
    address: pageAddress(writeListAddress(`/${name}`, address), locale),
    total: rows.length,
    rows: each(rows),
    locale,
    columns: columns.map(([key, label, kind, width, valueOf]) => ({
      key,
      label,
      kind,
      width,
      valueOf,
    })),
  };
  return list as List;
}

async function* each<Row>(rows: readonly Row[]): AsyncGenerator<Row> {
  yield* rows;
}

function serviceColumns(locale: Locale): Column<ServiceRow>[] {
  const { facts, parts } = messages[locale].services;
  const audiences = (codes: ServiceRow['audience']) =>
    codes.map((code) => labelOf(SERVICE_AUDIENCES, code, locale));
  const { summary, url } = messages[locale].openData.lists.columns;
  return [
    ['title', parts.title, 'text', 40, ({ title }) => title],
    ['audience', facts.audience, 'words', 20, ({ audience }) => audiences(audience)],
    ['subject', facts.subject, 'text', 16, (row) => labelOf(SERVICE_SUBJECTS, row.subject, locale)],
    ['agency', facts.agency, 'text', 28, ({ agency }) => agency?.name],
    ['timeLimit', facts.timeLimit, 'text', 16, ({ timeLimit }) => timeLimit],
    ['summary', summary, 'text', 60, (row) => row.summary],
    ['publishedOn', facts.publishedOn, 'day', 14, (row) => dayOrNothing(row.publishedOn)],
    ['url', url, 'link', 48, ({ slug }) => pageAddress(`/services/${slug}`, locale)],
  ];
}

function questionColumns(locale: Locale): Column<QuestionRow>[] {
  const { facts, list, basis } = messages[locale].questions;
  const { url } = messages[locale].openData.lists.columns;
  return [
    ['title', list.question, 'text', 60, ({ title }) => title],
    ['alsoAsked', list.asked, 'words', 60, ({ alsoAsked }) => alsoAsked],
    ['theme', facts.theme, 'text', 20, ({ theme }) => theme && labelOf(THEMES, theme, locale)],
    ['agency', facts.agency, 'text', 28, ({ agency }) => agency?.name],
    ['basis', list.basis, 'text', 16, (row) => basis[row.basis]],
    ['publishedOn', facts.publishedOn, 'day', 14, (row) => dayOrNothing(row.publishedOn)],
    ['url', url, 'link', 48, ({ slug }) => pageAddress(`/questions/${slug}`, locale)],
  ];
}

function proposalColumns(locale: Locale): Column<ProposalRow>[] {
  const { facts, filters } = messages[locale].proposals;
  const { title, url } = messages[locale].openData.lists.columns;
  return [
    ['title', title, 'text', 60, (row) => row.title],
    ['year', filters.year, 'number', 8, ({ year }) => year],
    ['session', facts.session, 'text', 28, ({ session }) => session],
    ['number', facts.number, 'text', 8, ({ number }) => number],
    [
      'kind',
      facts.proposerKind,
      'text',
      16,
      ({ proposerKind }) => labelOf(PROPOSER_KINDS, proposerKind, locale),
    ],
    ['proposers', facts.proposers, 'words', 20, ({ proposers }) => proposers],
    ['agency', facts.agency, 'text', 28, ({ agency }) => agency?.name],
    ['receivedOn', facts.receivedOn, 'day', 14, (row) => dayOrNothing(row.receivedOn)],
    ['repliedOn', facts.repliedOn, 'day', 14, (row) => dayOrNothing(row.repliedOn)],
    ['replyNumber', facts.replyNumber, 'text', 22, ({ replyNumber }) => replyNumber],
    [
      'result',
      facts.result,
      'text',
      24,
      ({ result }) => result && labelOf(PROPOSAL_RESULTS, result, locale),
    ],
    ['url', url, 'link', 48, ({ slug }) => pageAddress(`/proposals/${slug}`, locale)],
  ];
}
