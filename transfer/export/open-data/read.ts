import type { Payload, Where } from 'payload';
import type { DatasetName } from '@/domain/open-data/datasets';
import type {
  AgencyRecord,
  AnnualReportRecord,
  AnnualReportSummary,
  ColumnRecord,
  DocumentRecord,
  DocumentSummary,
  InterpretationRecord,
  InterpretationSummary,
  TopicRecord,
  TopicSummary,
} from '@/domain/open-data/records';
import type {
  Agency,
  AnnualReport,
  Column,
  Document,
  Interpretation,
  Topic,
} from '@/payload-types';
import { documentRecordOf, documentSummaryOf } from './documents';
import {
  agencyRecordOf,
  annualReportRecordOf,
  annualReportSummaryOf,
  columnRecordOf,
  interpretationRecordOf,
  interpretationSummaryOf,
  topicRecordOf,
  topicSummaryOf,
} from './others';

export type Records = {
  documents: { summary: DocumentSummary; record: DocumentRecord };
  interpretations: { summary: InterpretationSummary; record: InterpretationRecord };
  topics: { summary: TopicSummary; record: TopicRecord };
  agencies: { summary: AgencyRecord; record: AgencyRecord };
  columns: { summary: ColumnRecord; record: ColumnRecord };
  'annual-reports': { summary: AnnualReportSummary; record: AnnualReportRecord };
};

export type ReadOptions = { where?: Where; sort: string[]; page: number; perPage: number };

/** One page of summaries that the public may read, with the total. */
export async function readSummaries<Name extends DatasetName>(
  payload: Payload,
  name: Name,
  { where = {}, sort, page, perPage }: ReadOptions,
): Promise<{ items: Records[Name]['summary'][]; total: number }> {
  const { withoutBodies, summaryOf } = SOURCES[name];
  const { docs, totalDocs } = await payload.find({
    ...reading(name),
    where,
    sort,
    page,
    limit: perPage,
    ...(withoutBodies && { select: withoutBodies as never }),
  });
  const items = docs.map((doc) => summaryOf(doc as never)) as Records[Name]['summary'][];
  return { items, total: totalDocs };
}

/** Summaries by the database's ids, of those among them that the public may read. */
export async function readSummariesOf<Name extends DatasetName>(
  payload: Payload,
  name: Name,
  ids: readonly string[],
  locale: 'zh-CN' | 'en',
): Promise<Map<string, Records[Name]['summary']>> {
  if (ids.length === 0) return new Map();
  const { withoutBodies, summaryOf } = SOURCES[name];
  const { docs } = await payload.find({
    ...reading(name),
    locale,
    where: { id: { in: [...ids] } },
    limit: ids.length,
    pagination: false,
    ...(withoutBodies && { select: withoutBodies as never }),
  });
  return new Map(
    docs.map((doc) => [String(doc.id), summaryOf(doc as never) as Records[Name]['summary']]),
  );
}

/** The first record that meets a condition and that the public may read, or null. */
export async function readRecord<Name extends DatasetName>(
  payload: Payload,
  name: Name,
  where: Where,
): Promise<Records[Name]['record'] | null> {
  const { docs } = await payload.find({ ...reading(name), where, limit: 1, pagination: false });
  const [record] = await recordsOf(payload, name, docs as unknown[]);
  return record ?? null;
}

/** Every record that the public may read, in the order of the database's ids, a batch at a time. */
export async function* readAll<Name extends DatasetName>(
  payload: Payload,
  name: Name,
): AsyncGenerator<Records[Name]['record'][]> {
  let after: number | string | null = null;
  for (;;) {
    // By id and not by page: a record withdrawn meanwhile would push its neighbour past the reader.
    const where: Where = after === null ? {} : { id: { greater_than: after } };
    const { docs }: { docs: unknown[] } = await payload.find({
      ...reading(name),
      where,
      sort: 'id',
      limit: BATCH,
      pagination: false,
    });
    if (docs.length > 0) yield await recordsOf(payload, name, docs);
    if (docs.length < BATCH) return;
    after = (docs.at(-1) as { id: number | string }).id;
  }
}

export async function countAll(payload: Payload, name: DatasetName): Promise<number> {
  const { collection, overrideAccess, user } = reading(name);
  return (await payload.count({ collection, overrideAccess, user })).totalDocs;
}

const BATCH = 100;

/**
 * Nobody is signed in: what access control gives here is what the public may read, and a relation
 * to anything else stays a bare id.
 */
const reading = (name: DatasetName) => ({
  collection: name,
  overrideAccess: false,
  user: null,
  depth: 1,
  locale: LOCALIZED.has(name) ? ('all' as never) : ('zh-CN' as const),
  populate: POPULATE as never,
  // Payload types this option per collection, and gives no type to a read of any of several.
  ...({ joins: false } as Record<never, never>),
});

/** Records with names of their own in both languages. */
const LOCALIZED = new Set<DatasetName>(['agencies', 'columns']);

const NAMED = { title: true, slug: true } as const;

const POPULATE = {
  agencies: { name: true, slug: true },
  columns: { slug: true },
  documents: NAMED,
  interpretations: NAMED,
  files: { title: true, url: true, filename: true, mimeType: true, filesize: true },
  media: { alt: true, url: true, filename: true },
} as const;

type Source<Doc, Summary> = {
  summaryOf: (doc: Doc) => Summary;
  /** What a list reads; bodies stay in the database. */
  withoutBodies?: Record<string, true | object>;
};

const SOURCES: {
  documents: Source<Document, DocumentSummary>;
  interpretations: Source<Interpretation, InterpretationSummary>;
  topics: Source<Topic, TopicSummary>;
  agencies: Source<Agency, AgencyRecord>;
  columns: Source<Column, ColumnRecord>;
  'annual-reports': Source<AnnualReport, AnnualReportSummary>;
} = {
  documents: {
    summaryOf: documentSummaryOf,
    withoutBodies: {
      ...NAMED,
      number: true,
      indexNumber: true,
      agency: true,
      agencyName: true,
      kind: true,
      themes: true,
      category: true,
      keywords: true,
      columns: true,
      summary: true,
      madeOn: true,
      effectiveOn: true,
      lapsesOn: true,
      publishedOn: true,
      validity: true,
      correction: true,
      english: { title: true },
      updatedAt: true,
    },
  },
  interpretations: {
    summaryOf: interpretationSummaryOf,
    withoutBodies: {
      ...NAMED,
      form: true,
      documents: true,
      agency: true,
      summary: true,
      english: true,
      publishedOn: true,
      updatedAt: true,
    },
  },
  topics: {
    summaryOf: topicSummaryOf,
    withoutBodies: {
      ...NAMED,
      summary: true,
      agency: true,
      english: true,
      openedOn: true,
      closedOn: true,
      publishedOn: true,
      updatedAt: true,
    },
  },
  agencies: { summaryOf: agencyRecordOf },
  columns: { summaryOf: columnRecordOf },
  'annual-reports': {
    summaryOf: annualReportSummaryOf,
    withoutBodies: {
      agency: true,
      year: true,
      layout: true,
      title: true,
      titleEnglish: true,
      publishedOn: true,
      updatedAt: true,
    },
  },
};

async function recordsOf<Name extends DatasetName>(
  payload: Payload,
  name: Name,
  docs: unknown[],
): Promise<Records[Name]['record'][]> {
  if (name === 'documents') {
    const documents = docs as Document[];
    const explained = await interpretationsOf(payload, documents);
    return documents.map((document) =>
      documentRecordOf(document, explained.get(String(document.id)) ?? []),
    ) as Records[Name]['record'][];
  }
  const makers = {
    interpretations: interpretationRecordOf,
    topics: topicRecordOf,
    agencies: agencyRecordOf,
    columns: columnRecordOf,
    'annual-reports': annualReportRecordOf,
  };
  const maker = makers[name as keyof typeof makers] as (doc: unknown) => Records[Name]['record'];
  return docs.map(maker);
}

/** Published interpretations by the id of the document that they explain, the newest first. */
async function interpretationsOf(
  payload: Payload,
  documents: readonly Document[],
): Promise<Map<string, Interpretation[]>> {
  const explained = new Map<string, Interpretation[]>();
  if (documents.length === 0) return explained;
  const { docs } = await payload.find({
    collection: 'interpretations',
    where: { documents: { in: documents.map(({ id }) => id) } },
    sort: ['-publishedOn', 'slug'],
    pagination: false,
    depth: 0,
    select: { title: true, slug: true, form: true, documents: true },
    overrideAccess: false,
    user: null,
  });
  for (const one of docs as Interpretation[]) {
    for (const id of one.documents.map(String)) {
      explained.set(id, [...(explained.get(id) ?? []), one]);
    }
  }
  return explained;
}
