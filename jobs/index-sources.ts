import type { Payload, Where } from 'payload';
import type { SearchCollection } from '@/search/engine';
import { interpretationText, type Related, type RelatedAgency, type Source } from '@/search/record';

const PAGE = 100;
const HEADS = 1000;
const LOCALE = 'zh-CN';

// Payload types this option per collection, and gives no type to a read of any of several.
const WITHOUT_JOINS = { joins: false } as Record<never, never>;

// Nobody is signed in: what access control gives here is what the public may read.
const asPublic = {
  overrideAccess: false,
  user: null,
  locale: LOCALE,
  depth: 0,
  ...WITHOUT_JOINS,
} as const;

type Id = string | number;
type RelatedTopic = NonNullable<Related['topics']>[number];
type Item = { relationTo: string; value: Id | { id: Id } };
type Section = {
  title?: string | null;
  titleEnglish?: string | null;
  items?: readonly Item[] | null;
};
export type Head = Pick<Source, 'id' | 'validity'> & { updatedAt?: string };
export type Stored = Omit<Source, 'sections'> & {
  updatedAt?: string;
  documents?: readonly (Id | { id: Id })[] | null;
  attachments?: readonly (Id | { id: Id })[] | null;
  sections?: readonly Section[] | null;
};

/** One record as the public may read it; null when there is none or the public may not. */
export async function readPublished(
  payload: Payload,
  collection: SearchCollection,
  id: string,
): Promise<Stored | null> {
  const found = await payload.find({
    ...asPublic,
    collection,
    where: { id: { equals: id } },
    limit: 1,
    pagination: false,
  });
  return (found.docs[0] as unknown as Stored | undefined) ?? null;
}

/**
 * All records of a collection that the public may read, in the order of their ids.
 * @param last the id after which to begin
 */
export async function* published(
  payload: Payload,
  collection: SearchCollection,
  last: Id | null = null,
): AsyncGenerator<Stored> {
  let after = last;
  for (;;) {
    // By id and not by page: a record withdrawn meanwhile would push its neighbour past the reader.
    const where: Where = after === null ? {} : { id: { greater_than: after } };
    const { docs } = await payload.find({
      ...asPublic,
      collection,
      where,
      sort: 'id',
      limit: PAGE,
      pagination: false,
    });
    for (const doc of docs) yield doc as unknown as Stored;
    if (docs.length < PAGE) return;
    after = docs.at(-1)?.id as Id;
  }
}

/** The published documents of some ids; those that are public no longer are left out. */
export async function* publishedAmong(
  payload: Payload,
  ids: readonly Id[],
): AsyncGenerator<Stored> {
  for (let at = 0; at < ids.length; at += PAGE) {
    const { docs } = await payload.find({
      ...asPublic,
      collection: 'documents',
      where: { id: { in: ids.slice(at, at + PAGE) } },
      sort: 'id',
      pagination: false,
    });
    for (const doc of docs) yield doc as unknown as Stored;
  }
}

/** Which of some records the public may read. */
export async function publicIds(
  payload: Payload,
  collection: SearchCollection,
  ids: readonly string[],
): Promise<Id[]> {
  const { docs } = await payload.find({
    ...asPublic,
    collection,
    where: { id: { in: ids } },
    pagination: false,
    select: { id: true } as never,
  });
  return (docs as unknown as { id: Id }[]).map(({ id }) => id);
}

/** Of every published document what tells whether it changed; the texts are not read. */
export async function* publishedHeads(payload: Payload): AsyncGenerator<Head> {
  let after: Id | null = null;
  for (;;) {
    const where: Where = after === null ? {} : { id: { greater_than: after } };
    const { docs } = await payload.find({
      ...asPublic,
      collection: 'documents',
      where,
      sort: 'id',
      limit: HEADS,
      pagination: false,
      select: { updatedAt: true, validity: true },
    });
    for (const doc of docs) yield doc as unknown as Head;
    if (docs.length < HEADS) return;
    after = (docs.at(-1) as unknown as Head).id;
  }
}

/**
 * Ids of documents about which a record says something: those of an interpretation and those of a
 * topic, and those of their last versions, which may have lost their link by this very change.
 */
export async function linkedDocuments(
  payload: Payload,
  collection: SearchCollection,
  id: string,
): Promise<string[]> {
  if (collection !== 'interpretations' && collection !== 'topics') return [];
  const versions = await payload.findVersions({
    collection,
    where: { parent: { equals: id } },
    sort: '-updatedAt',
    limit: 3,
    depth: 0,
    pagination: false,
  });
  const current = await payload.find({
    collection,
    where: { id: { equals: id } },
    limit: 1,
    depth: 0,
    pagination: false,
  });
  const stored = [...current.docs, ...versions.docs.map(({ version }) => version)];
  return [...new Set(stored.flatMap((one) => documentsOf(one as unknown as Stored)))];
}

/**
 * Reads what other records say, once, and gives a function that tells it of any one record.
 * @param only the record that it will be asked about; without it, all are read
 */
export async function loadRelated(
  payload: Payload,
  only?: { collection: SearchCollection; source: Source },
): Promise<(collection: SearchCollection, source: Source) => Related> {
  const agencies = await readAgencies(payload);
  const columns = await readColumns(payload);
  const needsLinks = !only || only.collection === 'documents';
  const topics = needsLinks ? await readTopics(payload) : new Map<string, RelatedTopic[]>();
  const interpretations = needsLinks
    ? await readInterpretations(payload, only?.source.id)
    : new Map<string, string[]>();
  return (collection, source) => {
    const isDocument = collection === 'documents';
    return {
      agency: agencies.get(idOf(collection === 'agencies' ? source.id : source.agency)) ?? null,
      columns: (source.columns ?? []).flatMap((column) => columns.get(idOf(column)) ?? []),
      topics: isDocument ? topics.get(String(source.id)) : undefined,
      interpretations: isDocument ? interpretations.get(String(source.id)) : undefined,
    };
  };
}

async function readAgencies(payload: Payload): Promise<Map<string, RelatedAgency>> {
  const agencies = new Map<string, RelatedAgency>();
  for await (const { id, name, shortName, slug } of published(payload, 'agencies')) {
    agencies.set(String(id), { name: name ?? '', shortName: shortName ?? null, slug: slug ?? '' });
  }
  return agencies;
}

async function readColumns(payload: Payload): Promise<Map<string, string>> {
  const { docs } = await payload.find({ ...asPublic, collection: 'columns', pagination: false });
  return new Map(docs.map(({ id, slug }) => [String(id), slug]));
}

async function readTopics(payload: Payload): Promise<Map<string, RelatedTopic[]>> {
  const topics = new Map<string, RelatedTopic[]>();
  for await (const topic of published(payload, 'topics')) {
    const one = { slug: topic.slug ?? '', name: topic.title ?? '' };
    for (const document of new Set(documentsOf(topic))) append(topics, document, one);
  }
  return topics;
}

async function readInterpretations(
  payload: Payload,
  document?: Id,
): Promise<Map<string, string[]>> {
  const texts = new Map<string, string[]>();
  if (document === undefined) {
    for await (const one of published(payload, 'interpretations')) {
      for (const id of documentsOf(one)) append(texts, id, interpretationText(one));
    }
    return texts;
  }
  const { docs } = await payload.find({
    ...asPublic,
    collection: 'interpretations',
    where: { documents: { in: [document] } },
    // In the order in which all of them are read.
    sort: 'id',
    pagination: false,
  });
  for (const one of docs)
    append(texts, String(document), interpretationText(one as unknown as Source));
  return texts;
}

function documentsOf(stored: Stored): string[] {
  const items = (stored.sections ?? []).flatMap(({ items }) => items ?? []);
  return [
    ...(stored.documents ?? []).map(idOf),
    ...items.filter(({ relationTo }) => relationTo === 'documents').map(({ value }) => idOf(value)),
  ].filter(Boolean);
}

function append<T>(map: Map<string, T[]>, key: string, one: T): void {
  const all = map.get(key);
  if (all) all.push(one);
  else map.set(key, [one]);
}

/** The id of a relation, which comes as the id or as the whole record. */
function idOf(relation: unknown): string {
  if (typeof relation === 'object' && relation !== null) {
    return 'id' in relation ? String(relation.id) : '';
  }
  return relation === null || relation === undefined ? '' : String(relation);
}
