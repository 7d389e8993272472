import { blocksToText } from '../domain/documents/blocks';
import { blocksFromLexical } from '../domain/documents/lexical';
import { dayOf } from '../domain/workdays/days';
import { passagesOf } from './passages';
import type { SearchCollection, SearchRecord, Validity } from './engine';

/** What is read of a stored record; every collection has a part of it. */
export type Source = {
  id: string | number;
  title?: string | null;
  name?: string | null;
  shortName?: string | null;
  slug?: string | null;
  number?: string | null;
  indexNumber?: string | null;
  summary?: string | null;
  body?: unknown;
  textAlternative?: string | null;
  speaker?: string | null;
  questions?: readonly { question?: string | null; answer?: string | null }[] | null;
  provisions?: readonly { provision?: string | null; note?: string | null }[] | null;
  agency?: unknown;
  agencyName?: string | null;
  kind?: string | null;
  themes?: readonly string[] | null;
  keywords?: readonly string[] | null;
  category?: string | null;
  columns?: readonly unknown[] | null;
  validity?: string | null;
  publishedOn?: string | null;
  year?: number | null;
  titleEnglish?: string | null;
  english?: { title?: string | null; summary?: string | null; body?: unknown } | null;
  sections?: readonly { title?: string | null; titleEnglish?: string | null }[] | null;
  preface?: unknown;
  parts?: Record<string, unknown> | null;
  duties?: string | null;
  address?: string | null;
  phone?: string | null;
  leaders?:
    readonly { name?: string | null; post?: string | null; duties?: string | null }[] | null;
  offices?:
    readonly { name?: string | null; duties?: string | null; phone?: string | null }[] | null;
};

export type RelatedAgency = { name: string; shortName: string | null; slug: string };

/** What other records say about one: already read, so that this stays without a database. */
export type Related = {
  agency?: RelatedAgency | null;
  /** Slugs of its columns. */
  columns?: readonly string[];
  /** Titles and texts of the interpretations that explain it. */
  interpretations?: readonly string[];
  /** Names of the topics in which it stands. */
  topics?: readonly string[];
};

/** A published record as the search engine takes it. The text is in both languages where there are two. */
export function recordOf(
  collection: SearchCollection,
  source: Source,
  related: Related = {},
): SearchRecord {
  const isDocument = collection === 'documents';
  const publishedOn = source.publishedOn ? dayOf(source.publishedOn) : null;
  return {
    id: recordId(collection, source.id),
    collection,
    key: String(source.id),
    title: source.title ?? source.name ?? '',
    number: source.number ?? null,
    indexNumber: source.indexNumber ?? null,
    agency: source.agencyName || related.agency?.name || null,
    agencySlug: related.agency?.slug ?? null,
    kind: isDocument ? (source.kind ?? null) : null,
    themes: [...(source.themes ?? [])],
    category: source.category ?? null,
    columns: [...(related.columns ?? [])],
    year: publishedOn ? Number(publishedOn.slice(0, 4)) : null,
    publishedOn,
    validity: isDocument ? ((source.validity as Validity | null | undefined) ?? null) : null,
    work: null,
    topics: [],
    fileTypes: [],
    passages: passagesOf(bodyOf(source)),
    extra: lines([
      source.keywords,
      related.agency?.name,
      related.agency?.shortName,
      source.shortName,
      source.titleEnglish,
      source.english?.title,
      source.english?.summary,
      richText(source.english?.body),
      source.sections?.map((section) => section.titleEnglish),
      related.topics,
      related.interpretations,
    ]),
    url: urlOf(collection, source, related),
    hasInterpretation: isDocument && Boolean(related.interpretations?.length),
  };
}

/**
 * The id in the index. Not the slug: a record that was deleted has none to be removed by, and an
 * annual report is addressed by its agency and year.
 */
export const recordId = (collection: SearchCollection, key: string | number): string =>
  `${collection}:${key}`;

/** Text of an interpretation that lets its document be found. */
export const interpretationText = (source: Source): string => lines([source.title, bodyOf(source)]);

function bodyOf(source: Source): string {
  return lines([
    source.summary,
    source.duties,
    richText(source.preface),
    richText(source.body),
    Object.values(source.parts ?? {}).map(richText),
    source.textAlternative,
    source.speaker,
    ...(source.questions ?? []).map(({ question, answer }) => [question, answer]),
    source.provisions?.map(({ note }) => note),
    source.sections?.map((section) => section.title),
    source.address,
    source.phone,
    ...(source.leaders ?? []).map(({ name, post, duties }) => [joined(name, post), duties]),
    ...(source.offices ?? []).map(({ name, duties, phone }) => [joined(name, phone), duties]),
  ]);
}

function urlOf(collection: SearchCollection, source: Source, { agency }: Related): string {
  const slug = source.slug ?? String(source.id);
  if (collection === 'annual-reports') {
    return `/annual-reports/${agency?.slug ?? 'county'}/${source.year ?? ''}`;
  }
  if (collection !== 'pages') return `/${collection}/${slug}`;
  if (source.kind === 'guide') return '/disclosure/guide';
  return source.kind === 'rules' ? `/disclosure/rules/${slug}` : `/about/${slug}`;
}

const richText = (state: unknown): string => (state ? blocksToText(blocksFromLexical(state)) : '');

const joined = (...words: readonly (string | null | undefined)[]): string =>
  words.filter(Boolean).join(' ');

type Lines = readonly (string | null | undefined | readonly (string | null | undefined)[])[];

const lines = (texts: Lines): string => texts.flat().filter(Boolean).join('\n');
