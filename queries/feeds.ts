import type { Where } from 'payload';
import { FORMS, hasCode, KINDS, labelOf, THEMES } from '@/domain/catalogue/codes';
import type {
  DocumentSummary,
  InterpretationSummary,
  TopicSummary,
} from '@/domain/open-data/records';
import type { Locale } from '@/i18n/routing';
import { FEED_ENTRIES, type Feed, type FeedEntry } from '@/transfer/export/feeds/atom';
import { readSummaries } from '@/transfer/export/open-data/read';
import { findAgency } from './agencies';
import { scopeOf } from './column-tree';
import { findColumn } from './columns';
import { consultationContents } from './consultation-feed';
import { changesContents } from './document-feed';
import { titleIn } from './document-items';
import { guideContents, isGuideFeed } from './guide-feeds';
import { letterContents } from './letter-feed';
import { openDataWords, pageAddress } from './lists/words';
import { policyContents } from './policy-feed';
import { allOf, asPublic, portal } from './portal';
import type { AddressValues } from './search-address';
import { searchContents } from './search-feed';
import { findSite } from './site';
import { sectionsOf } from './topic-items';
import { findTopic } from './topics';

/**
 * The feed of an address: `documents`, `documents/kind/notice`, `topics/epidemic` and so on, with what changed
 * last, or `search` with what its values ask, by day of publication. Something withdrawn is no longer in it; something corrected is on top again.
 *
 * @returns null when there is no such feed
 */
export async function openFeed(
  path: readonly string[],
  values: AddressValues,
  locale: Locale,
): Promise<Feed | null> {
  const found = await contentsOf(path, values, locale);
  if (!found) return null;
  const t = openDataWords(locale);
  const site = await findSite(locale);
  return {
    title: t('feeds.feedOf', { name: found.name, site: site.name }),
    subtitle: t('feeds.subtitle'),
    self: pageAddress(found.self ?? `/feeds/${path.join('/')}.atom`, locale),
    alternate: pageAddress(found.page, locale),
    language: locale,
    author: site.organiser || site.name,
    entries: found.entries,
  };
}

export type Contents = {
  name: string;
  page: string;
  entries: FeedEntry[];
  /** Address of the feed, where its path alone doesn't say what it holds. */
  self?: string;
};

async function contentsOf(
  path: readonly string[],
  values: AddressValues,
  locale: Locale,
): Promise<Contents | null> {
  const t = openDataWords(locale);
  const [kind, by, value, ...rest] = path;
  if (rest.length > 0 || (by === '' && value === '')) return null;
  if (kind === 'documents') {
    if (by === undefined) {
      const entries = await documentEntries({}, locale);
      return { name: t('feeds.documents'), page: '/documents', entries };
    }
    return value === undefined ? null : documentsBy(by, value, locale);
  }
  if (kind === 'interpretations') {
    if (by === undefined) {
      const entries = await interpretationEntries({}, locale);
      return { name: t('feeds.interpretations'), page: '/interpretations', entries };
    }
    if (by !== 'form' || !hasCode(FORMS, value)) return null;
    return {
      name: `${t('feeds.interpretations')} ${labelOf(FORMS, value, locale)}`,
      page: `/interpretations?form=${value}`,
      entries: await interpretationEntries({ form: { equals: value } }, locale),
    };
  }
  if (kind === 'consultations') return consultationContents(by, value, locale);
  if (kind === 'letters') return letterContents(by, value, locale);
  if (kind === 'policies') return by === undefined ? policyContents(locale) : null;
  if (isGuideFeed(kind)) return by === undefined ? guideContents(kind, locale) : null;
  if (kind === 'search') return by === undefined ? searchContents(values, locale) : null;
  if (kind !== 'topics' || value !== undefined) return null;
  if (by !== undefined) return topicContents(by, locale);
  return { name: t('feeds.topics'), page: '/topics', entries: await topicEntries(locale) };
}

async function documentsBy(by: string, value: string, locale: Locale): Promise<Contents | null> {
  if (by === 'kind' && hasCode(KINDS, value)) {
    return {
      name: labelOf(KINDS, value, locale),
      page: `/documents?kind=${value}`,
      entries: await documentEntries({ kind: { equals: value } }, locale),
    };
  }
  if (by === 'agency') {
    const agency = await findAgency(value, locale);
    if (!agency) return null;
    return {
      name: agency.name,
      page: `/agencies/${agency.slug}`,
      entries: await documentEntries({ agency: { equals: agency.id } }, locale),
    };
  }
  if (by === 'theme' && hasCode(THEMES, value)) {
    return {
      name: labelOf(THEMES, value, locale),
      page: `/documents?theme=${value}`,
      entries: await documentEntries({ themes: { in: [value] } }, locale),
    };
  }
  if (by === 'changes') return changesContents(value, locale);
  if (by !== 'column') return null;
  const found = await findColumn(value, locale);
  if (!found) return null;
  return {
    name: found.column.name,
    page: `/disclosure/columns/${found.column.slug}`,
    entries: await documentEntries(
      { columns: { in: await columnIds(scopeOf(found.column)) } },
      locale,
    ),
  };
}

/** The database's ids of columns, by which a condition needs no join. */
export async function columnIds(slugs: readonly string[]): Promise<(number | string)[]> {
  const payload = await portal();
  const { docs } = await payload.find({
    collection: 'columns',
    where: { slug: { in: [...slugs] } },
    depth: 0,
    pagination: false,
    select: { slug: true },
    ...asPublic,
  });
  return docs.map(({ id }) => id);
}

async function topicContents(slug: string, locale: Locale): Promise<Contents | null> {
  const topic = await findTopic(slug, locale);
  if (!topic) return null;
  const items = sectionsOf(topic).flatMap((section) => section.items);
  const idsOf = (collection: (typeof items)[number]['relationTo']) =>
    items.filter(({ relationTo }) => relationTo === collection).map(({ value }) => value.id);
  const documents = await documentEntries({ id: { in: idsOf('documents') } }, locale);
  const interpretations = await interpretationEntries(
    { id: { in: idsOf('interpretations') } },
    locale,
  );
  return {
    name: titleIn(locale, topic).title,
    page: `/topics/${slug}`,
    entries: newestFirst([...documents, ...interpretations]),
  };
}

const newestFirst = (entries: FeedEntry[]): FeedEntry[] =>
  entries.sort((a, b) => b.updated.localeCompare(a.updated)).slice(0, FEED_ENTRIES);

const NEWEST = { sort: ['-updatedAt', '-publishedOn'], page: 1, perPage: FEED_ENTRIES };

async function documentEntries(where: Where, locale: Locale): Promise<FeedEntry[]> {
  const read = await readSummaries(await portal(), 'documents', { where: allOf(where), ...NEWEST });
  return read.items.map((document) => documentEntry(document, locale));
}

async function interpretationEntries(where: Where, locale: Locale): Promise<FeedEntry[]> {
  const read = await readSummaries(await portal(), 'interpretations', {
    where: allOf(where),
    ...NEWEST,
  });
  return read.items.map((one) => interpretationEntry(one, locale));
}

async function topicEntries(locale: Locale): Promise<FeedEntry[]> {
  const read = await readSummaries(await portal(), 'topics', NEWEST);
  return read.items.map((topic) => topicEntry(topic, locale));
}

const documentEntry = (document: DocumentSummary, locale: Locale): FeedEntry => ({
  ...common(document, 'documents', locale),
  summary: [
    document.correction && openDataWords(locale)('feeds.corrected', { note: document.correction }),
    document.summary ??
      [document.number, document.agencyName ?? document.agency?.name].filter(Boolean).join(' · '),
  ]
    .filter(Boolean)
    .join('\n'),
  author: document.agencyName ?? document.agency?.name,
  categories: [
    { term: document.kind, label: labelOf(KINDS, document.kind, locale) },
    ...document.themes.map((code) => ({ term: code, label: labelOf(THEMES, code, locale) })),
  ],
});

const interpretationEntry = (one: InterpretationSummary, locale: Locale): FeedEntry => ({
  ...common(one, 'interpretations', locale),
  summary:
    (locale === 'en' && one.summaryEnglish) ||
    (one.summary ?? one.documents.map(({ title }) => title).join('；')),
  author: one.agency?.name,
  categories: [{ term: one.form, label: labelOf(FORMS, one.form, locale) }],
});

const topicEntry = (topic: TopicSummary, locale: Locale): FeedEntry => ({
  ...common(topic, 'topics', locale),
  summary: (locale === 'en' && topic.summaryEnglish) || topic.summary,
  author: topic.agency?.name,
});

/** The Chinese address is the identity in both languages: a reader that follows both knows the item again. */
const common = (
  record: DocumentSummary | InterpretationSummary | TopicSummary,
  collection: string,
  locale: Locale,
) => ({
  id: record.url,
  title: (locale === 'en' && record.titleEnglish) || record.title,
  address: pageAddress(`/${collection}/${record.id}`, locale),
  updated: record.updatedAt,
  published: record.publishedOn ? `${record.publishedOn}T00:00:00+08:00` : undefined,
});
