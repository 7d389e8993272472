import { labelOf, THEMES } from '../domain/catalogue/codes';
import { blocksToText } from '../domain/documents/blocks';
import { blocksFromLexical } from '../domain/documents/lexical';
import { dayOf } from '../domain/workdays/days';
import type { Passage, SearchCollection, SearchRecord, Validity } from './engine';
import { partedPassages } from './parted-passages';
import { blockPassages, passagesOf } from './passages';
import { workOf } from './work';

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
  /** Of an interpretation, what it explains: ids or whole records. */
  documents?: readonly (string | number | { id: string | number })[] | null;
  textAlternative?: string | null;
  speaker?: string | null;
  alsoAsked?: readonly string[] | null;
  theme?: string | null;
  replyNumber?: string | null;
  session?: string | null;
  proposers?: readonly string[] | null;
  code?: string | null;
  answeredOn?: string | null;
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
  english?: {
    title?: string | null;
    summary?: string | null;
    body?: unknown;
    question?: string | null;
    answer?: string | null;
  } | null;
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
  /** The topics in which it stands. */
  topics?: readonly { slug: string; name: string }[];
  files?: readonly RelatedFile[];
};

/** An attachment that the public may open; `text` is what was read out of it, if anything was. */
export type RelatedFile = { name: string; fileType: string; text?: string | null };

/** A published record as the search engine takes it. The text is in both languages where there are two. */
export function recordOf(
  collection: SearchCollection,
  source: Source,
  related: Related = {},
): SearchRecord {
  const isDocument = collection === 'documents';
  // A letter is dated by its reply where nobody wrote down when it was made public.
  const day = source.publishedOn ?? source.answeredOn;
  const publishedOn = day ? dayOf(day) : null;
  const title = source.title ?? source.name ?? '';
  const agency = source.agencyName || related.agency?.name || null;
  const kind = isDocument ? (source.kind ?? null) : null;
  const files = related.files ?? [];
  const themes = source.themes ?? (source.theme ? [source.theme] : []);
  const alsoAsked = collection === 'questions' ? (source.alsoAsked ?? []) : undefined;
  return {
    id: recordId(collection, source.id),
    collection,
    key: String(source.id),
    title,
    ...(alsoAsked && { alsoAsked: [...alsoAsked] }),
    // What a proposal is counted by in its session is no document number; its reply has one.
    number: (collection === 'proposals' ? source.replyNumber : source.number) ?? null,
    indexNumber: source.indexNumber ?? null,
    agency,
    agencySlug: related.agency?.slug ?? null,
    kind,
    themes: [...themes],
    category: source.category ?? null,
    columns: [...(related.columns ?? [])],
    year: publishedOn ? Number(publishedOn.slice(0, 4)) : null,
    publishedOn,
    validity: isDocument ? ((source.validity as Validity | null | undefined) ?? null) : null,
    work: workOf({ kind, title, agency }),
    topics: (related.topics ?? []).map(({ slug }) => slug),
    fileTypes: [...new Set(files.map(({ fileType }) => fileType).filter(Boolean))],
    passages: [
      ...(partedPassages(collection, source) ?? ownPassages(source)),
      ...files.flatMap(({ name, text }) =>
        passagesOf(text ?? '', { file: name, anchor: 'attachments' }),
      ),
    ],
    extra: lines([
      source.keywords,
      themes.map((theme) => labelOf(THEMES, theme, 'zh-CN')),
      related.agency?.name,
      related.agency?.shortName,
      source.shortName,
      alsoAsked,
      source.session,
      source.proposers,
      source.code,
      source.titleEnglish,
      source.english?.title,
      source.english?.summary,
      richText(source.english?.body),
      source.english?.question,
      source.english?.answer,
      source.sections?.map((section) => section.titleEnglish),
      related.topics?.map(({ name }) => name),
      // A file that holds no text is found by its name all the same.
      files.map(({ name }) => name),
      related.interpretations,
    ]),
    url: urlOf(collection, source, related),
    hasInterpretation: isDocument && Boolean(related.interpretations?.length),
    ...(collection === 'interpretations' && {
      explains: (source.documents ?? []).map((one) =>
        recordId('documents', typeof one === 'object' ? one.id : one),
      ),
    }),
  };
}

/**
 * The id in the index. Not the slug: a record that was deleted has none to be removed by, and an
 * annual report is addressed by its agency and year.
 */
export const recordId = (collection: SearchCollection, key: string | number): string =>
  `${collection}:${key}`;

/** Text of an interpretation that lets its document be found. */
export const interpretationText = (source: Source): string =>
  lines([source.title, ...ownPassages(source).map(({ text }) => text)]);

/** The text of a record with the places that its page has; see the pages in app/(portal)/[locale]. */
function ownPassages(source: Source): Passage[] {
  const { questions, provisions, sections, leaders, offices } = source;
  return [
    ...passagesOf(source.summary ?? ''),
    ...passagesOf(source.duties ?? '', { anchor: 'duties' }),
    ...richPassages(source.preface),
    // Each part numbers its points from 一、 again, so only the part itself is a place.
    ...Object.entries(source.parts ?? {}).flatMap(([anchor, part]) =>
      richPassages(part).map((passage) => ({ ...passage, anchor })),
    ),
    ...richPassages(source.body),
    ...passagesOf(lines([source.speaker, source.textAlternative])),
    ...(questions ?? []).flatMap(({ question, answer }, i) =>
      passagesOf(lines([question, answer]), { anchor: `question-${i + 1}` }),
    ),
    ...passagesOf(lines(provisions?.map(({ note }) => note) ?? []), { anchor: 'provisions' }),
    ...passagesOf(lines(sections?.map(({ title }) => title) ?? [])),
    ...passagesOf(lines([source.address, source.phone]), { anchor: 'contact' }),
    ...passagesOf(
      lines((leaders ?? []).flatMap((one) => [joined(one.name, one.post), one.duties])),
      {
        anchor: 'leaders',
      },
    ),
    ...passagesOf(
      lines((offices ?? []).flatMap((one) => [joined(one.name, one.phone), one.duties])),
      {
        anchor: 'offices',
      },
    ),
  ];
}

/** Where the pages of a collection stand, if not under its name. */
const PATHS: Partial<Record<SearchCollection, string>> = {
  'service-chains': '/services/chains',
  'published-letters': '/letters',
  'published-answers': '/applications/answers',
  'quarterly-notices': '/statistics/notices',
};

function urlOf(collection: SearchCollection, source: Source, { agency }: Related): string {
  const slug = source.slug ?? String(source.id);
  if (collection === 'annual-reports') {
    return `/annual-reports/${agency?.slug ?? 'county'}/${source.year ?? ''}`;
  }
  if (collection !== 'pages') return `${PATHS[collection] ?? `/${collection}`}/${slug}`;
  if (source.kind === 'guide') return '/disclosure/guide';
  return source.kind === 'rules' ? `/disclosure/rules/${slug}` : `/about/${slug}`;
}

const richPassages = (state: unknown): Passage[] =>
  state ? blockPassages(blocksFromLexical(state)) : [];

const richText = (state: unknown): string => (state ? blocksToText(blocksFromLexical(state)) : '');

const joined = (...words: readonly (string | null | undefined)[]): string =>
  words.filter(Boolean).join(' ');

type Lines = readonly (string | null | undefined | readonly (string | null | undefined)[])[];

const lines = (texts: Lines): string => texts.flat().filter(Boolean).join('\n');
