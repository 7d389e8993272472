import {
  AGENCY_KINDS,
  CATEGORIES,
  FORMS,
  KINDS,
  labelOf,
  VALIDITIES,
} from '@/domain/catalogue/codes';
import { dayOf } from '@/domain/workdays/days';
import type { Locale } from '@/i18n/routing';
import type { Interpretation } from '@/payload-types';
import type { List } from '@/transfer/export/lists/list';
import { listAgencies, findAgency } from '../agencies';
import { layoutOf, listReports } from '../annual-reports';
import { columnTree, countColumns, documentCounts, type CountedColumn } from '../columns';
import { agencyNameOf, dayOrNothing, titleIn } from '../document-items';
import {
  interpretationsQuery,
  listInterpretations,
  readInterpretationFilters,
} from '../interpretations';
import type { AddressValues } from '../search-address';
import { countItems, sectionsOf } from '../topic-items';
import { findTopic, listTopics } from '../topics';
import { columnsIn, openDataWords, pageAddress } from './words';

/** Interpretations under the filters of their page, as it lists them. */
export async function interpretationsList(values: AddressValues, locale: Locale): Promise<List> {
  const filters = readInterpretationFilters(values);
  const query = interpretationsQuery(filters);
  const first = await listInterpretations(filters, locale, 1, BATCH);
  async function* rows() {
    let page = first;
    for (let number = 1; page.items.length > 0;) {
      yield* page.items;
      if (number * BATCH >= first.total) return;
      number += 1;
      page = await listInterpretations(filters, locale, number, BATCH);
    }
  }
  const column = columnsIn<Interpretation>(locale);
  return listOf({
    name: 'interpretations',
    address: pageAddress(query ? `/interpretations?${query}` : '/interpretations', locale),
    total: first.total,
    rows: rows(),
    locale,
    columns: [
      column('title', 'text', 60, ({ title }) => title),
      column('titleEnglish', 'text', 40, ({ english }) => english?.title),
      column('form', 'text', 14, ({ form }) => labelOf(FORMS, form, locale)),
      column('documents', 'words', 60, ({ documents }) =>
        documents.flatMap((document) => (typeof document === 'object' ? document.title : [])),
      ),
      column('author', 'text', 28, (one) => agencyNameOf(one)),
      column('publishedOn', 'day', 14, ({ publishedOn }) => dayOrNothing(publishedOn)),
      column('summary', 'text', 60, ({ summary }) => summary),
      column('url', 'link', 48, ({ slug }) => pageAddress(`/interpretations/${slug}`, locale)),
    ],
  });
}

export async function topicsList(locale: Locale): Promise<List> {
  const topics = await listTopics(locale, dayOf(new Date()));
  const column = columnsIn<(typeof topics)[number]>(locale);
  return listOf({
    name: 'topics',
    address: pageAddress('/topics', locale),
    total: topics.length,
    rows: each(topics),
    locale,
    columns: [
      column('title', 'text', 40, ({ title }) => title),
      column('titleEnglish', 'text', 40, ({ english }) => english?.title),
      column('summary', 'text', 60, ({ summary }) => summary),
      column('openedOn', 'day', 14, ({ openedOn }) => dayOrNothing(openedOn)),
      column('closedOn', 'day', 14, ({ closedOn }) => dayOrNothing(closedOn)),
      column('items', 'number', 10, (topic) => countItems(topic)),
      column('url', 'link', 48, ({ slug }) => pageAddress(`/topics/${slug}`, locale)),
    ],
  });
}

/** What one topic gathers, section by section, or null. */
export async function topicList(slug: string, locale: Locale): Promise<List | null> {
  const topic = await findTopic(slug, locale);
  if (!topic) return null;
  const items = sectionsOf(topic).flatMap((section) =>
    section.items.map((item) => ({ ...item, section })),
  );
  const column = columnsIn<(typeof items)[number]>(locale);
  return listOf({
    name: slug,
    title: titleIn(locale, topic).title,
    address: pageAddress(`/topics/${slug}`, locale),
    total: items.length,
    rows: each(items),
    locale,
    columns: [
      column(
        'section',
        'text',
        28,
        ({ section }) => (locale === 'en' && section.titleEnglish) || section.title,
      ),
      column('title', 'text', 60, ({ value }) => value.title),
      column('titleEnglish', 'text', 40, ({ value }) => value.english?.title),
      column('type', 'text', 14, (item) =>
        item.relationTo === 'documents'
          ? labelOf(KINDS, item.value.kind, locale)
          : labelOf(FORMS, item.value.form, locale),
      ),
      column('number', 'text', 22, (item) =>
        item.relationTo === 'documents' ? item.value.number : null,
      ),
      column('agency', 'text', 28, ({ value }) => agencyNameOf(value)),
      column('publishedOn', 'day', 14, ({ value }) => dayOrNothing(value.publishedOn)),
      column('validity', 'text', 12, (item) =>
        item.relationTo === 'documents' && item.value.validity
          ? labelOf(VALIDITIES, item.value.validity, locale)
          : null,
      ),
      column('url', 'link', 48, ({ relationTo, value }) =>
        pageAddress(`/${relationTo}/${value.slug}`, locale),
      ),
    ],
  });
}

export async function agenciesList(locale: Locale): Promise<List> {
  const listed = await listAgencies(locale);
  async function* rows() {
    for (const { slug } of listed) {
      const agency = await findAgency(slug, locale);
      if (agency) yield agency;
    }
  }
  const column = columnsIn<NonNullable<Awaited<ReturnType<typeof findAgency>>>>(locale);
  return listOf({
    name: 'agencies',
    address: pageAddress('/agencies', locale),
    total: listed.length,
    rows: rows(),
    locale,
    columns: [
      column('name', 'text', 32, ({ name }) => name),
      column('shortName', 'text', 18, ({ shortName }) => shortName),
      column('class', 'text', 14, ({ kind }) => labelOf(AGENCY_KINDS, kind, locale)),
      column('code', 'text', 14, ({ code }) => code),
      column('address', 'text', 40, ({ address }) => address),
      column('hours', 'text', 40, ({ hours }) => hours),
      column('phone', 'text', 16, ({ phone }) => phone),
      column('fax', 'text', 16, ({ fax }) => fax),
      column('email', 'text', 28, ({ email }) => email),
      column('postcode', 'text', 10, ({ postcode }) => postcode),
      column('url', 'link', 48, ({ slug }) => pageAddress(`/agencies/${slug}`, locale)),
    ],
  });
}

type Division = {
  division: string;
  name: string;
  parent: string | null;
  count: number;
  path: string;
};

/** The fifteen categories, then the columns, each with its number of documents. */
export async function statutoryList(locale: Locale): Promise<List> {
  const t = openDataWords(locale);
  const [tree, counts] = await Promise.all([columnTree(locale), documentCounts(locale)]);
  const columns = await countColumns(tree, counts, locale);
  const byColumn = (nodes: CountedColumn[], parent: string | null): Division[] =>
    nodes.flatMap((node) => [
      {
        division: t('lists.byColumn'),
        name: node.name,
        parent,
        count: node.count,
        path: `/disclosure/columns/${node.slug}`,
      },
      ...byColumn(node.children, node.name),
    ]);
  const rows: Division[] = [
    ...CATEGORIES.map(({ code, zh, en }) => ({
      division: t('lists.byCategory'),
      name: locale === 'en' ? en : zh,
      parent: null,
      count: counts.byCategory.get(code) ?? 0,
      path: `/documents?category=${code}`,
    })),
    ...byColumn(columns, null),
  ];
  const column = columnsIn<Division>(locale);
  return listOf({
    name: 'statutory',
    address: pageAddress('/disclosure/statutory', locale),
    total: rows.length,
    rows: each(rows),
    locale,
    columns: [
      column('division', 'text', 30, ({ division }) => division),
      column('name', 'text', 50, ({ name }) => name),
      column('parent', 'text', 24, ({ parent }) => parent),
      column('count', 'number', 10, ({ count }) => count),
      column('url', 'link', 48, ({ path }) => pageAddress(path, locale)),
    ],
  });
}

export async function annualReportsList(locale: Locale): Promise<List> {
  const reports = await listReports(locale);
  const column = columnsIn<(typeof reports)[number]>(locale);
  return listOf({
    name: 'annual-reports',
    address: pageAddress('/annual-reports', locale),
    total: reports.length,
    rows: each(reports),
    locale,
    columns: [
      column('reporter', 'text', 32, ({ agency }) => agency.name),
      column('year', 'number', 8, ({ year }) => year),
      column('title', 'text', 60, ({ title }) => title),
      column('titleEnglish', 'text', 60, ({ titleEnglish }) => titleEnglish),
      column('layout', 'text', 26, (report) => LAYOUTS[layoutOf(report)]),
      column('publishedOn', 'day', 14, ({ publishedOn }) => dayOrNothing(publishedOn)),
      column('url', 'link', 48, ({ agency, year }) =>
        pageAddress(`/annual-reports/${agency.slug}/${year}`, locale),
      ),
    ],
  });
}

const BATCH = 100;

const LAYOUTS = { '2019': '国办公开办函〔2019〕60号', '2021': '国办公开办函〔2021〕30号' };

async function* each<Row>(rows: readonly Row[]): AsyncGenerator<Row> {
  yield* rows;
}

type Titled = 'interpretations' | 'topics' | 'agencies' | 'statutory' | 'annual-reports';

/** A list, named after its page where it has no title of its own. */
const listOf = <Row>(list: Omit<List<Row>, 'title'> & { title?: string }): List =>
  ({
    ...list,
    title: list.title ?? openDataWords(list.locale as Locale)(`lists.${list.name as Titled}`),
  }) as List;
